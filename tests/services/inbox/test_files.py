"""Files of the inbox folder: which are listed, in which order."""

import os
from pathlib import Path

from netui.services.inbox.files import inbox_files


def test_files_are_listed_the_oldest_first_without_hidden_and_half_written_ones(tmp_path: Path) -> None:
    assert inbox_files(tmp_path) == []
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for at, name in enumerate(("b.txt", "a.txt", ".syncthing.c.txt.tmp", "d.part", "e.txt~")):
        (inbox / name).write_text("x")
        os.utime(inbox / name, ns=(at, at))
    (inbox / "folder").mkdir()
    assert [(each.name, each.mtime) for each in inbox_files(tmp_path)] == [("b.txt", 0), ("a.txt", 1)]
