"""The trash folder: deleted files, named by the time of their deletion."""

import contextlib
import os
import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from netui.domain.model.changes import CONTACTS, GOALS, INBOX, QUARANTINE, SOURCES, FileId
from netui.storage.files.stat import StrPath
from netui.storage.network_folder import TRASH

if TYPE_CHECKING:
    from pathlib import Path

    from netui.storage.files.atomic import System

_STAMP = "%Y%m%dT%H%M%S"
_NAME = r"(\d{8}T\d{6})(?:\.\d+)?-(.+)\.(toml|inbox)\Z"


class Trashed:
    """A deleted file: its path in the trash, its stem before, when it was deleted; whether from the inbox."""

    def __init__(self, path: "Path", stem: str, when: datetime, is_of_inbox: bool):
        self.path = path
        self.stem = stem
        self.when = when
        self.is_of_inbox = is_of_inbox


def trash_name(file: FileId, when: datetime, number: int = 0) -> str:
    """The name for ``file`` in the trash; ``number`` tells files deleted in the same second apart."""
    suffix = ".inbox" if file.folder == INBOX else ""
    return f"{when.strftime(_STAMP)}{f'.{number}' if number else ''}-{file.filename}{suffix}"


def trash_names(files: Sequence[FileId], when: datetime, root: str) -> dict[FileId, str]:
    """A free name in the trash of the network ``root`` for each file that goes there when it is deleted."""
    found: dict[FileId, str] = {}
    taken: set[str] = set()
    for file in files:
        if file.folder in (SOURCES, QUARANTINE):
            continue
        number = 0
        name = trash_name(file, when)
        while name in taken or os.path.lexists(os.path.join(root, TRASH, name)):
            number += 1
            name = trash_name(file, when, number)
        taken.add(name)
        found[file] = name
    return found


def unlink_twins(system: "System", root: str) -> int:
    """Removes from the trash what is a second name of a file still there: moving it was cut off.

    Returns how many; errors are left to the next time.
    """
    twins = 0
    with contextlib.suppress(OSError):
        doubled = [(s.st_ino, name) for name, s in _stats(os.path.join(root, TRASH)) if s.st_nlink > 1]
        if doubled:
            folders = (os.path.join(root, folder) for folder in (CONTACTS, GOALS, INBOX))
            living = {s.st_ino for folder in folders if os.path.isdir(folder) for _, s in _stats(folder)}
            trash = system.open(os.path.join(root, TRASH), os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                for inode, name in doubled:
                    if inode in living:
                        system.unlink(name, trash)
                        twins += 1
            finally:
                system.close(trash)
    return twins


def _stats(folder: str) -> list[tuple[str, os.stat_result]]:
    with os.scandir(folder) as found:
        return [(each.name, each.stat(follow_symlinks=False)) for each in found]


def is_trashed(folder: StrPath, file: FileId) -> bool:
    """Whether a file of this name is in the trash of the network ``folder``."""
    is_of_inbox = file.folder == INBOX
    return any(each.stem == file.stem and each.is_of_inbox == is_of_inbox for each in listing(folder))


def listing(folder: StrPath) -> list[Trashed]:
    """The files in the trash of the network ``folder``, latest first."""
    from pathlib import Path

    try:
        paths = list(Path(folder, TRASH).iterdir())
    except OSError:
        return []
    found = []
    for path in paths:
        match = re.match(_NAME, path.name, re.DOTALL)
        with contextlib.suppress(ValueError):  # 99 is no month: not named by us
            if match:
                when = datetime.strptime(match[1], _STAMP)
                found.append(Trashed(path, match[2], when, match[3] == "inbox"))
    return sorted(found, key=lambda each: (each.when, each.path.name), reverse=True)
