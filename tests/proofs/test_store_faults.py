"""Every system call of a save, failing in every way, and the process dying before and after it.

Proved: after an error the network is wholly old, or wholly new where the error says that it was saved; after
a death each file is wholly old or wholly new, the rest can be undone, and nothing temporary stays. Not proved
here: what a power cut leaves (`test_power_loss`), and calls made by Python or SQLite (`test_command_faults`).
"""

import errno
from datetime import date

import pytest

from netui.domain.model.changes import AddItem, Batch, Create, Delete, SetValue
from netui.storage.errors import NotConfirmed, StoreError
from netui.storage.network_folder import TEMPORARY
from tests.support.faulty_disk import ADA, ADA_TEXT, BOB, Faulty, Killed, contents, network, store, undo_all

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
FAULTS = [
    errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EMFILE, errno.EINTR, errno.EDQUOT, "short",
]  # fmt: skip


@pytest.fixture(params=[True, False], ids=["links", "no-links"])
def links(request):
    """Whether the disk has hard links and can exchange names."""
    return request.param


def done(home, work, **system):
    """How a piece of work ended: its error (or None), and the system that counted its calls."""
    faulty = Faulty(**system)
    try:
        work(store(home, faulty))
    except (StoreError, Killed) as error:
        return error, faulty
    return None, faulty


def outcomes(folder, work, links=True):
    """The old and the new state, and the number of calls between them."""
    home = network(folder / "whole")
    old = contents(home)
    error, faulty = done(home, work, links=links)
    assert error is None
    return old, contents(home), faulty.count


def sweep_errors(folder, work, fault, links=True):
    """Fails each call of ``work`` in turn; returns how many there were.

    Where the journal fails, all is saved and said to be beyond undo.
    """
    old, new, calls = outcomes(folder, work, links)
    assert old != new
    for at in range(1, calls + 1):
        home, said = network(folder / str(at)), []
        error, _ = done(home, lambda one, said=said: said.append(work(one)), at=at, fault=fault, links=links)
        now = contents(home)
        if error is None or isinstance(error, NotConfirmed):
            assert now == new, (at, error)
        else:
            assert now == old, (at, error)
            work(store(home))
            assert contents(home) == new, at
        undone = store(home).undo()
        assert undone is not None or (said and said[0].undo_problem), at
        assert contents(home) == (old if undone is not None else new), at
    return calls


def sweep_deaths(folder, work, after, links=True):
    """Dies at each call of ``work`` in turn; returns how many there were."""
    old, new, calls = outcomes(folder, work, links)
    for at in range(1, calls + 1):
        home = network(folder / str(at))
        error, _ = done(home, work, at=at, fault="kill", after=after, links=links)
        now = contents(home)
        assert isinstance(error, Killed)
        for path in old.keys() | new.keys():
            # Without links a name is claimed by an empty file first: never seen to hold a part.
            claimed = not links and path not in old and now.get(path) == b""
            assert claimed or now.get(path) in (old.get(path), new.get(path)), (at, path)
        store(home).sweep()
        assert not list((home / "net").rglob(f"{TEMPORARY}*")), at
        assert not list((home / "net/.trash").glob("*recovered*")), at
        if all(contents(home).values()):
            undo_all(home)
            assert contents(home) == old, at
    return calls


@pytest.mark.parametrize("name", WORK)
@pytest.mark.parametrize("fault", FAULTS)
def test_an_error_at_any_call_leaves_all_old_or_all_new(folder, name, fault, links, count):
    count(faults=sweep_errors(folder, WORK[name], fault, links))


@pytest.mark.parametrize("name", WORK)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_death_at_any_call_leaves_each_file_whole(folder, name, after, links, count):
    count(faults=sweep_deaths(folder, WORK[name], after, links))


@pytest.mark.parametrize("way", ["undo", "redo"])
@pytest.mark.parametrize("name", ["append", "several"])
def test_what_was_acknowledged_can_be_undone_after_any_death_of_undo_and_redo(
    folder, name, way, links, count
):
    def begin(folder_name):
        home = network(folder / folder_name)
        WORK[name](store(home))
        if way == "redo":
            store(home).undo()
        return home

    error, faulty = done(begin("whole"), lambda one: getattr(one, way)(), links=links)
    assert error is None
    for at in range(1, faulty.count + 1):
        home = begin(str(at))
        done(home, lambda one: getattr(one, way)(), at=at, fault="kill", links=links)
        undo_all(home)
        assert contents(home) == {"contacts/ada.toml": ADA_TEXT}, at
    count(faults=faulty.count)
