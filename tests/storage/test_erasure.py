import os
import stat

import pytest

from netui.storage.erasure import list_files, rewrite
from netui.storage.errors import CannotSave


def test_lists_files_but_not_those_of_version_control_and_links(tmp_path):
    for path in ("a", "b/c", ".hidden/d", ".git/HEAD", "b/.git/HEAD"):
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text("x")
    (tmp_path / "link").symlink_to("a")
    os.mkfifo(tmp_path / "fifo")
    assert sorted(list_files(tmp_path)) == [".hidden/d", "a", "b/c"]
    assert list(list_files(tmp_path / "none")) == []


def test_replaces_and_removes(tmp_path):
    (tmp_path / "a").write_text("x")
    rewrite(tmp_path, "a", b"y")
    assert (tmp_path / "a").read_bytes() == b"y" and stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    for _ in range(2):
        rewrite(tmp_path, "a", None)
    assert os.listdir(tmp_path) == []
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotSave, match="folder"):
        rewrite(tmp_path, "folder", None)
