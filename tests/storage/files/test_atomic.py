import errno
import fcntl
import os

import pytest

from netui.domain.model.changes import SetValue
from netui.storage.errors import CannotSave, Conflict, NotConfirmed, StoreError, Unreadable
from netui.storage.files.atomic import Folder, System
from netui.storage.toml.parse import MAX_BYTES
from tests.proofs.test_store_faults import WORK, apply, done, outcomes
from tests.support.faulty_disk import ADA, ADA_TEXT, Faulty, network, store


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

    def exchange(self, *args):
        self.notes.append("switch")
        return super().exchange(*args)

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
        error, _ = done(home, WORK["append"], at=at, fault=errno.ENOSPC)
        if error is None:  # it could not remove the old version; the next sweep does
            store(home).sweep()
        assert os.listdir(home / "net/contacts") == ["ada.toml"], at


def test_says_what_happened_and_what_to_do(tmp_path):
    messages = set()
    _, _, calls = outcomes(tmp_path, WORK["append"])
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


class Meddling(System):
    """Another program that writes to the file, knowing nothing of locks, just before names are exchanged."""

    def __init__(self, path, *texts):
        self.path, self.texts = path, list(texts)

    def exchange(self, *args):
        if self.texts:
            aside = self.path.with_name(".theirs")
            aside.write_bytes(self.texts.pop(0))
            aside.rename(self.path)
        return super().exchange(*args)


def exchanges(tmp_path):
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    folder = Folder(System(), str(tmp_path), str(tmp_path))
    try:
        return folder.system.exchange("a", "b", folder.fd)
    finally:
        folder.close()


def test_names_are_exchanged_or_nothing_is_done(tmp_path):
    (tmp_path / "one").write_text("1")
    folder = Folder(System(), str(tmp_path), str(tmp_path))
    assert not folder.system.exchange("one", "none", folder.fd)
    assert os.listdir(tmp_path) == ["one"]
    (tmp_path / "two").write_text("2")
    if folder.system.exchange("one", "two", folder.fd):
        assert (tmp_path / "one").read_text() == "2"
    folder.close()


def test_what_was_written_just_before_the_exchange_is_put_back_and_built_upon(tmp_path):
    if not exchanges(tmp_path):
        pytest.skip("this disk cannot exchange names")
    home = network(tmp_path / "home")
    path = home / "net/contacts/ada.toml"
    apply(SetValue(ADA, ("title",), "T"))(store(home, Meddling(path, b'name = "Theirs"\n')))
    assert path.read_bytes() == b'name = "Theirs"\ntitle = "T"\n'
    assert os.listdir(path.parent) == ["ada.toml"]
    store(home).undo()
    assert path.read_bytes() == b'name = "Theirs"\n'


def test_of_two_versions_written_about_the_exchange_the_later_stands_and_the_other_is_in_the_trash(tmp_path):
    if not exchanges(tmp_path):
        pytest.skip("this disk cannot exchange names")
    home = network(tmp_path / "home")
    path = home / "net/contacts/ada.toml"
    apply(SetValue(ADA, ("title",), "T"))(
        store(home, Meddling(path, b'name = "First"\n', b'name = "Second"\n'))
    )
    assert path.read_bytes() == b'name = "Second"\ntitle = "T"\n'
    store(home).sweep()
    assert os.listdir(path.parent) == ["ada.toml"]
    assert [each.path.read_bytes() for each in store(home).trash()] == [b'name = "First"\n']


def test_what_a_program_writes_to_the_old_version_is_kept(tmp_path):
    if not exchanges(tmp_path):
        pytest.skip("this disk cannot exchange names")
    home = network(tmp_path / "home")
    path = home / "net/contacts/ada.toml"

    class Late(System):
        """The other program has the file open, unseen, and writes after it was looked at."""

        def is_open_for_writing(self, fd):
            return False

        def sync(self, fd):
            super().sync(fd)
            if os.path.isdir(f"/proc/self/fd/{fd}") and b"title" in path.read_bytes():
                os.write(other, b"# late\n")

    other = os.open(path, os.O_WRONLY | os.O_APPEND)
    apply(SetValue(ADA, ("title",), "T"))(store(home, Late()))
    os.close(other)
    store(home).sweep()
    kept = store(home).trash()
    assert [each.stem for each in kept] == ["recovered"]
    assert kept[0].path.read_bytes().endswith(b"# late\n")


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="the system cannot tell who has a file open")
def test_a_file_that_is_emptied_and_not_yet_written_again_is_not_replaced(tmp_path):
    home = network(tmp_path)
    path = home / "net/contacts/ada.toml"
    with path.open("wb") as editor:
        with pytest.raises(Conflict):
            WORK["append"](store(home))
        editor.write(ADA_TEXT)
    assert path.read_bytes() == ADA_TEXT and not list(path.parent.glob(".netui-*"))
    WORK["append"](store(home))
    assert path.read_bytes().startswith(ADA_TEXT) and path.read_bytes() != ADA_TEXT


@pytest.mark.skipif(not hasattr(fcntl, "F_SETLEASE"), reason="the system cannot tell who has a file open")
def test_a_program_that_keeps_a_file_open_is_no_hindrance(tmp_path):
    home = network(tmp_path)
    path = home / "net/contacts/ada.toml"
    with path.open("ab"):
        WORK["append"](store(home))
    assert path.read_bytes().startswith(ADA_TEXT) and path.read_bytes() != ADA_TEXT


@pytest.mark.parametrize("size", [0, 1, 1 << 50])
def test_a_size_that_lies_is_not_believed(tmp_path, size):
    (tmp_path / "a.toml").write_bytes(ADA_TEXT)
    asked = []

    class Lying(System):
        def fstat(self, fd):
            return os.stat_result(
                [*super().fstat(fd)[:6], size, 0, 0, 0], {"st_mtime_ns": 0, "st_ctime_ns": 0}
            )

        def read(self, fd, most):
            asked.append(most)
            return super().read(fd, min(most, 1 << 20))

    folder = Folder(Lying(), str(tmp_path), str(tmp_path))
    try:
        assert folder.read("a.toml").data == ADA_TEXT and max(asked) <= MAX_BYTES + 1
    finally:
        folder.close()
