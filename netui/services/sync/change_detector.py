"""Cheap change detection: folder mtimes, those of the settings and of the file on screen, and inotify.

A stat of every file would cost 20 ms and more for 10,000 contacts, each second.
"""

import os
from collections.abc import Callable
from pathlib import Path

from netui.domain.model.folders import CONTACTS, GOALS, INBOX
from netui.storage.files.inotify import InotifyWatch, watch_folders
from netui.storage.state.config import network_settings_path


class ChangeDetector:
    """Tells that files of a network may have changed, not which. Paths that ``is_own`` knows do not count.

    Some changes leave no sign: a file written in place on a network file system, or through a link from
    outside the folder. Only a stat of that file finds those.
    """

    def __init__(self, network: Path, is_own: Callable[[str], bool] = lambda _: False):
        self._folders = [network / CONTACTS, network / GOALS, network / INBOX]
        self._settings = Path(network_settings_path(network))
        self._settings_time = (0, 0)
        self._is_own = is_own
        self._inotify: InotifyWatch | None = None
        self._folder_times = [(0, 0)] * len(self._folders)
        self._shown: tuple[str | None, int] = (None, 0)

    def subscribe(self) -> bool:
        """Adds the folders that exist by now to inotify; returns whether it reports every change."""
        there = [folder for folder in self._folders if folder.is_dir()]
        if self._inotify is None:
            self._inotify = watch_folders(there) if there else None
        elif not self._inotify.add(there):
            self.close()
        return self._inotify is not None

    @property
    def descriptor(self) -> int | None:
        """A descriptor that can be read once inotify has an event; None without inotify."""
        return self._inotify.descriptor if self._inotify is not None else None

    def close(self) -> None:
        """Closes inotify."""
        if self._inotify is not None:
            self._inotify.close()
            self._inotify = None

    def poll(self, shown: str | None) -> bool:
        """Whether there was a sign since the last call; ``shown`` is the id of the contact on screen."""
        times = [_mtime_and_inode(folder) for folder in self._folders]
        path = self._folders[0] / f"{shown}.toml"
        file = (shown, _mtime_and_inode(path)[0] if shown else 0)
        if self._inotify is None:
            found = times != self._folder_times
        else:  # which tells of each file; the folder itself may have been replaced
            found = [inode for _, inode in times] != [inode for _, inode in self._folder_times]
            found = not all(map(self._is_own, self._inotify.poll())) or found
        settings = _mtime_and_inode(self._settings)
        found = found or settings != self._settings_time
        if file != self._shown and shown == self._shown[0]:
            found = found or not self._is_own(str(path))
        self._folder_times, self._shown, self._settings_time = times, file, settings
        return found


def _mtime_and_inode(path: Path) -> tuple[int, int]:
    """The mtime in nanoseconds, and the inode; 0 where there is no such file."""
    try:
        status = os.stat(path)
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_ino
