"""Watches folders for changes with inotify, on Linux and local file systems.

inotify reports only writers on this machine, so folders on network file systems, and those of other
systems, have to be polled instead.
"""

import os
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from netui.storage.files.mounts import LOCAL, MOUNTS, file_system
from netui.storage.network_folder import TEMPORARY

_WRITTEN = 0x2 | 0x8 | 0x40 | 0x80 | 0x100 | 0x200
"""IN_MODIFY, IN_CLOSE_WRITE, IN_MOVED_FROM, IN_MOVED_TO, IN_CREATE, IN_DELETE. The store links a new file
into its folder, which tells of nothing but its creation."""
_EVENT = struct.Struct("iIII")
"""The head of an event: watch, mask, cookie, bytes of the name that follows; see inotify(7)."""
_NONBLOCK = os.O_NONBLOCK | os.O_CLOEXEC


class InotifyWatch:
    """A watch on folders, to be closed; ``descriptor`` is readable while events are pending."""

    def __init__(self, libc: Any, descriptor: int):
        self._libc, self.descriptor = libc, descriptor
        self._folders: dict[int, Path] = {}

    def add(self, folders: Iterable[Path]) -> bool:
        """Watches these folders too; False if one of them cannot be watched."""
        for folder in folders:
            number = self._libc.inotify_add_watch(self.descriptor, os.fsencode(folder), _WRITTEN)
            if number < 0:
                return False
            self._folders[number] = folder
        return True

    def poll(self) -> set[str]:
        """Files written, created or removed since the last call, "" where events were lost; does not block.

        Temporary files of netui itself are left out: another event follows when one becomes a contact.
        """
        events = set()
        with suppress(BlockingIOError):
            while data := os.read(self.descriptor, 1 << 16):
                at = 0
                while at < len(data):
                    number, _, _, length = _EVENT.unpack_from(data, at)
                    at += _EVENT.size + length
                    events.add((number, data[at - length : at].rstrip(b"\0")))
        return {
            os.path.join(self._folders[number], os.fsdecode(name)) if name and number in self._folders else ""
            for number, name in events
            if not name.startswith(TEMPORARY.encode())
        }

    def close(self) -> None:
        """Ends the watch."""
        os.close(self.descriptor)


def watch_folders(folders: Iterable[Path]) -> InotifyWatch | None:
    """A watch on these folders; None where it would miss some writers."""
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
    if made.add(folders):
        return made
    made.close()
    return None


def is_local(device: int, mounts: str = MOUNTS) -> bool:
    """Whether the file system of this device number is written by this machine alone; False if in doubt."""
    return file_system(device, mounts) in LOCAL
