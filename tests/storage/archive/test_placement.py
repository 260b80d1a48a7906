import errno
import os

import pytest

from netui.storage.archive.placement import put_file, read_file
from netui.storage.errors import CannotSave


def test_writes_a_new_file_and_its_folders(tmp_path):
    put_file(str(tmp_path), "inbox/a/b.txt", b"x", "then")
    assert read_file(str(tmp_path), "inbox/a/b.txt") == b"x" and not (tmp_path / ".trash").exists()
    assert read_file(str(tmp_path), "inbox/none") is read_file(str(tmp_path), "inbox/a/b.txt/c") is None


def test_keeps_what_it_replaces(tmp_path):
    put_file(str(tmp_path), "inbox/b.txt", b"old", "then")
    put_file(str(tmp_path), "inbox/b.txt", b"new", "then")
    assert read_file(str(tmp_path), "inbox/b.txt") == b"new"
    assert read_file(str(tmp_path), ".trash/then/inbox/b.txt") == b"old"


def test_a_folder_that_leads_out_is_refused(tmp_path):
    (tmp_path / "net").mkdir()
    (tmp_path / "away").mkdir()
    (tmp_path / "net/inbox").symlink_to(tmp_path / "away")
    for path in ("inbox/x", "inbox/deep/x"):
        with pytest.raises(CannotSave, match="leads out"):
            put_file(str(tmp_path / "net"), path, b"x", "then")
    assert list((tmp_path / "away").iterdir()) == []


def test_a_file_of_holes_is_refused_and_named(tmp_path):
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox/holes.txt").touch()
    os.truncate(tmp_path / "inbox/holes.txt", 1 << 40)
    with pytest.raises(OSError) as raised:
        read_file(str(tmp_path), "inbox/holes.txt")
    assert raised.value.errno == errno.EFBIG and raised.value.filename.endswith("/inbox/holes.txt")
