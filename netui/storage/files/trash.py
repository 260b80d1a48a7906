"""The trash of a network: what was deleted, under the moment it was, for people to see."""

import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from netui.domain.model.changes import FileId
from netui.storage.files.filenames import SUFFIX
from netui.storage.files.stat import StrPath

if TYPE_CHECKING:
    from pathlib import Path

TRASH = ".trash"
_STAMP = "%Y%m%dT%H%M%S"
_NAME = re.compile(r"(\d{8}T\d{6})(?:\.\d+)?-(.+)\.toml\Z", re.DOTALL)


class Trashed(NamedTuple):
    """A file in the trash: where it lies, what its stem was, when it was deleted."""

    path: "Path"
    stem: str
    when: datetime


def trash_name(file: FileId, when: datetime, number: int = 0) -> str:
    """The name ``file`` gets in the trash; ``number`` tells apart those of one second."""
    return f"{when.strftime(_STAMP)}{f'.{number}' if number else ''}-{file.stem}{SUFFIX}"


def listing(folder: StrPath) -> list[Trashed]:
    """What lies in the trash of the network ``folder``, latest first."""
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
