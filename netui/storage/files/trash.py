"""The trash folder: deleted files, named by the time of their deletion."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

from netui.domain.model.changes import FileId
from netui.storage.files.filenames import SUFFIX
from netui.storage.files.stat import StrPath

if TYPE_CHECKING:
    from pathlib import Path

TRASH = ".trash"
_STAMP = "%Y%m%dT%H%M%S"
_NAME = re.compile(r"(\d{8}T\d{6})(?:\.\d+)?-(.+)\.toml\Z", re.DOTALL)


class Trashed:
    """A deleted file: its path in the trash, its stem before, and when it was deleted."""

    def __init__(self, path: "Path", stem: str, when: datetime):
        self.path = path
        self.stem = stem
        self.when = when


def trash_name(file: FileId, when: datetime, number: int = 0) -> str:
    """The name for ``file`` in the trash; ``number`` tells files deleted in the same second apart."""
    return f"{when.strftime(_STAMP)}{f'.{number}' if number else ''}-{file.stem}{SUFFIX}"


def listing(folder: StrPath) -> list[Trashed]:
    """The files in the trash of the network ``folder``, latest first."""
    from pathlib import Path

    try:
        paths = list(Path(folder, TRASH).iterdir())
    except OSError:
        return []
    found = []
    for path in paths:
        match = _NAME.match(path.name)
        if match:
            found.append(Trashed(path, match[2], datetime.strptime(match[1], _STAMP)))
    return sorted(found, key=lambda each: (each.when, each.path.name), reverse=True)
