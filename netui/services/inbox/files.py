"""The files of the inbox folder; apart from what reads them, as each start looks whether there are any."""

import os

from netui.domain.model.folders import INBOX
from netui.domain.named_tuple import NamedTuple

_TEMPORARY = (".part", ".tmp", ".crdownload", "~")


class InboxFile(NamedTuple):
    """A file in the inbox; times in ns. ``mtime`` is when it was written: settling a part of it keeps that.

    ``ctime`` and ``size`` tell whether it is still the same.
    """

    mtime: int
    name: str
    ctime: int
    size: int


def inbox_files(network: str | os.PathLike[str]) -> list[InboxFile]:
    """The files in the inbox, the oldest first; hidden and half-written ones are none."""
    found = []
    try:
        with os.scandir(os.path.join(network, INBOX)) as entries:
            for entry in entries:
                is_meant = not entry.name.startswith(".") and not entry.name.endswith(_TEMPORARY)
                if is_meant and not entry.is_dir(follow_symlinks=False):
                    status = entry.stat(follow_symlinks=False)
                    found.append(
                        InboxFile(status.st_mtime_ns, entry.name, status.st_ctime_ns, status.st_size)
                    )
    except OSError:
        return []
    return sorted(found)
