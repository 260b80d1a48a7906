import errno
import os
from datetime import date

import pytest

from netui.domain.model.changes import AddItem, Batch, Create, Delete, SetValue
from netui.storage.errors import CannotSave, NotConfirmed, StoreError, Unreadable
from netui.storage.files.atomic import TEMPORARY
from tests.support.faulty_disk import ADA, ADA_TEXT, BOB, Faulty, Killed, contents, network, store

ENTRY = {"id": "1", "on": date(2026, 1, 2), "text": "x" * 5000}


def apply(*changes):
    return lambda one: one.apply(Batch("did it", changes))


WORK = {
    "append": apply(AddItem(ADA, "timeline", ENTRY)),
    "create": apply(Create(BOB, "name = 'Bob'\n")),
    "delete": apply(Delete(ADA)),
    "several": apply(SetValue(ADA, ("org",), "Y"), Create(BOB, "name = 'Bob'\n")),
    "two": apply(Delete(ADA), Create(BOB, "name = 'Bob'\n")),
}
SYSTEM_FAULTS = [errno.EIO, errno.ENOSPC, errno.EACCES, "short"]


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def links(request):
    return request.param


def done(home, work, **system):
    """How a piece of work ended: its error (or None), and how many calls it made."""
    faulty = Faulty(**system)
    try:
        work(store(home, faulty))
    except (StoreError, Killed) as error:
        return error, faulty
    return None, faulty


def outcomes(tmp_path, work, links):
    """The old and the new state, and the number of calls between them."""
    home = network(tmp_path / "whole")
    old = contents(home)
    error, faulty = done(home, work, links=links)
    assert error is None
    return old, contents(home), faulty.count


@pytest.mark.slow
@pytest.mark.parametrize("name", WORK)
@pytest.mark.parametrize("fault", SYSTEM_FAULTS)
def test_an_error_at_any_call_leaves_all_old_or_all_new(tmp_path, name, fault, links):
    work = WORK[name]
    old, new, calls = outcomes(tmp_path, work, links)
    assert old != new
    for at in range(1, calls + 1):
        home = network(tmp_path / str(at))
        error, _ = done(home, work, at=at, fault=fault, links=links)
        now = contents(home)
        if error is None or isinstance(error, NotConfirmed):
            assert now == new, (at, error)
        else:
            assert now == old, (at, error)
            work(store(home))
            assert contents(home) == new, at
        assert store(home).undo() is not None
        assert contents(home) == old, at


@pytest.mark.slow
@pytest.mark.parametrize("name", WORK)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_death_at_any_call_leaves_each_file_whole(tmp_path, name, after, links):
    work = WORK[name]
    old, new, calls = outcomes(tmp_path, work, links)
    for at in range(1, calls + 1):
        home = network(tmp_path / str(at))
        error, _ = done(home, work, at=at, fault="kill", after=after, links=links)
        now = contents(home)
        assert isinstance(error, Killed)
        for path in old.keys() | new.keys():
            # Without links a name is claimed by an empty file first: never seen to hold a part.
            claimed = not links and path not in old and now.get(path) == b""
            assert claimed or now.get(path) in (old.get(path), new.get(path)), (at, path)
        store(home).sweep()
        assert not list((home / "net").rglob(f"{TEMPORARY}*"))
        if all(now.values()):
            while store(home).undo():
                pass
            assert contents(home) == old, at


@pytest.mark.slow
def test_what_was_acknowledged_can_be_undone_after_any_death_of_the_undo(tmp_path, links):
    home = network(tmp_path / "whole")
    WORK["several"](store(home))
    new = contents(home)
    error, faulty = done(home, lambda one: one.undo(), links=links)
    assert error is None
    for at in range(1, faulty.count + 1):
        home = network(tmp_path / str(at))
        WORK["several"](store(home))
        assert contents(home) == new
        done(home, lambda one: one.undo(), at=at, fault="kill", links=links)
        while store(home).undo():
            pass
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}, at


class Noting(Faulty):
    """Writes down what reaches the disk, and when names change."""

    def __init__(self):
        super().__init__()
        self.notes = []

    def sync(self, fd):
        path = os.readlink(f"/proc/self/fd/{fd}")
        self.notes.append("sync folder" if os.path.isdir(path) else f"sync {path.rpartition('.')[2]}")

    def rename(self, *args):
        self.notes.append("switch")
        super().rename(*args)

    def link(self, *args):
        self.notes.append("switch")
        super().link(*args)


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="no /proc to look descriptors up in")
@pytest.mark.parametrize("name", ["append", "create"])
def test_journal_then_bytes_then_names_are_made_durable(tmp_path, name):
    home = network(tmp_path)
    apply(SetValue(ADA, ("title",), "T"))(store(home))
    noting = Noting()
    WORK[name](store(home, noting))
    assert noting.notes == ["sync jsonl", "sync tmp", "switch", "sync folder"]


def test_no_temporary_file_stays_behind_an_error(tmp_path):
    home = network(tmp_path / "whole")
    _, faulty = done(home, WORK["append"])
    for at in range(1, faulty.count + 1):
        home = network(tmp_path / str(at))
        done(home, WORK["append"], at=at, fault=errno.ENOSPC)
        assert os.listdir(home / "net/contacts") == ["ada.toml"], at


def test_says_what_happened_and_what_to_do(tmp_path):
    messages = set()
    _, _, calls = outcomes(tmp_path, WORK["append"], True)
    for at in range(1, calls + 1):
        home = network(tmp_path / str(at))
        error, _ = done(home, WORK["append"], at=at, fault=errno.ENOSPC)
        messages.add(str(error).replace(str(home), "HOME"))
        assert error is None or isinstance(error, (CannotSave, NotConfirmed, Unreadable))
    assert "cannot save contacts/ada.toml: the disk is full; free some space and try again" in messages
    assert any("saved, but the disk did not confirm it" in each for each in messages)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path):
    home = network(tmp_path)
    (home / "net/contacts").chmod(0o500)
    with pytest.raises(CannotSave, match="permission denied"):
        WORK["append"](store(home))
    (home / "net/contacts").chmod(0o700)


def test_a_read_that_fails_is_no_empty_file(tmp_path):
    for at in range(1, 6):
        home = network(tmp_path / str(at))
        with pytest.raises(StoreError):
            store(home, Faulty(at=at, fault=errno.EIO)).read(ADA)
