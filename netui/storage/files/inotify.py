"""Word from the system that files of a folder were written to, where that can be had.

Linux tells of it (inotify), but only of writers on this machine: a folder on a network file system
must be looked through instead, and so must any folder on other systems.
"""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

_LOCAL = ("bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "overlay", "tmpfs", "xfs", "zfs")
"""File systems that nobody writes to but through this system."""
_WRITTEN = 0x2 | 0x8 | 0x40 | 0x80 | 0x200  # IN_MODIFY, IN_CLOSE_WRITE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE
_NONBLOCK = os.O_NONBLOCK | os.O_CLOEXEC
_MOUNTS = "/proc/self/mountinfo"


class InotifyWatch:
    """Listens to folders; close it with :meth:`close`. ``descriptor`` can be read while there is news."""

    def __init__(self, libc: Any, descriptor: int):
        self._libc, self.descriptor = libc, descriptor

    def listen(self, folders: Iterable[Path]) -> bool:
        """Listens to these folders too; whether all of them can be listened to."""
        add = self._libc.inotify_add_watch
        return all(add(self.descriptor, os.fsencode(folder), _WRITTEN) >= 0 for folder in folders)

    def any(self) -> bool:
        """Whether a file was written to, came or went since this was last asked; does not wait."""
        found = False
        with suppress(BlockingIOError):
            while os.read(self.descriptor, 1 << 16):
                found = True
        return found

    def close(self) -> None:
        """Ends listening."""
        os.close(self.descriptor)


def notices(folders: Iterable[Path]) -> InotifyWatch | None:
    """A listener to these folders; None where not every writer would be heard of."""
    folders = list(folders)
    if not sys.platform.startswith("linux"):
        return None
    try:
        if not all(is_local(os.stat(folder).st_dev) for folder in folders):
            return None
        import ctypes

        libc = ctypes.CDLL(None, use_errno=True)
        descriptor = libc.inotify_init1(_NONBLOCK)
    except (OSError, ImportError, AttributeError):
        return None
    if descriptor < 0:
        return None
    made = InotifyWatch(libc, descriptor)
    if made.listen(folders):
        return made
    made.close()
    return None


def is_local(device: int, mounts: str = _MOUNTS) -> bool:
    """Whether this device number is that of a file system which only this machine writes to.

    ``mounts`` is laid out as proc(5) says of ``mountinfo``; what is not listed there is not trusted.
    """
    wanted = f"{os.major(device)}:{os.minor(device)}"
    with open(mounts, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            fields, _, about = line.partition(" - ")
            if fields.split()[2:3] == [wanted]:
                return about.split(" ")[0] in _LOCAL
    return False
