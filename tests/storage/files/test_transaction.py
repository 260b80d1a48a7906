import os

import pytest

from netui.domain.model.changes import FileId
from netui.storage.errors import Conflict
from netui.storage.files.atomic import System
from netui.storage.files.transaction import ConcurrentChangeError, FileChange, FolderHandles, Transaction
from tests.support.faulty_disk import ADA, ADA_TEXT, BOB, contents, network

NEW = FileId("contacts", "new")


@pytest.fixture
def home(tmp_path):
    return network(tmp_path, [(ADA, ADA_TEXT), (BOB, b"a = 1\n")])


def run(home, *changes):
    with FolderHandles(System(), os.path.realpath(home / "net")) as handles:
        transaction = Transaction(handles)
        transaction.run(changes)
        transaction.sync()
        return [transaction.written(change) for change in changes], handles.times()


def test_creates_replaces_and_deletes(home):
    written, times = run(
        home,
        FileChange(NEW, None, b"n = 1\n"),
        FileChange(ADA, ADA_TEXT, b"b = 2\n", document={"b": 2}),
        FileChange(BOB, b"a = 1\n", None, "20260101T000000-bob.toml"),
    )
    assert contents(home) == {"contacts/ada.toml": b"b = 2\n", "contacts/new.toml": b"n = 1\n"}
    assert (home / "net/.trash/20260101T000000-bob.toml").read_bytes() == b"a = 1\n"
    assert [each.signature is None for each in written] == [False, False, True]
    assert written[1].document == {"b": 2}
    assert [each.folder for each in times] == ["contacts"] and times[0].before <= times[0].after


@pytest.mark.parametrize(
    ("last", "error"),
    [
        (FileChange(BOB, b"not what it holds", b"x"), ConcurrentChangeError),
        (FileChange(BOB, b"not what it holds", None, "t.toml"), ConcurrentChangeError),
        (FileChange(BOB, None, b"x"), Conflict),
    ],
)
def test_rolls_back_when_a_later_change_fails(home, last, error):
    before = contents(home)
    with pytest.raises(error):
        run(home, FileChange(NEW, None, b"n = 1\n"), FileChange(ADA, ADA_TEXT, b"b = 2\n"), last)
    assert contents(home) == before
    assert sorted(os.listdir(home / "net/contacts")) == ["ada.toml", "bob.toml"]


def test_a_file_comes_back_from_the_trash_with_its_mode(home):
    path, trash = home / "net/contacts/ada.toml", "20260101T000000-ada.toml"
    path.chmod(0o640)
    run(home, FileChange(ADA, ADA_TEXT, None, trash))
    assert not path.exists()
    run(home, FileChange(ADA, None, ADA_TEXT, trash))
    assert path.read_bytes() == ADA_TEXT and path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(home / "net/.trash") == []
