"""Cheap change detection: folder mtimes, the mtime of the file on screen, and inotify.

A stat of every file would cost 20 ms and more for 10,000 contacts, each second.
"""

import os
from pathlib import Path

from netui.domain.model.folders import CONTACTS, GOALS
from netui.storage.files.inotify import InotifyWatch, watch_folders


class ChangeDetector:
    """Tells that files of a network may have changed, not which.

    Some changes leave no sign: a file written in place on a network file system, or through a link from
    outside the folder. Only a stat of that file finds those.
    """

    def __init__(self, network: Path):
        self._folders = [network / CONTACTS, network / GOALS]
        self._inotify: InotifyWatch | None = None
        self._folder_times = [0, 0]
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
        folder_times = [_mtime(folder) for folder in self._folders]
        file = (shown, _mtime(self._folders[0] / f"{shown}.toml") if shown else 0)
        written = self._inotify is not None and self._inotify.poll()
        found = (
            written or folder_times != self._folder_times or (file != self._shown and shown == self._shown[0])
        )
        self._folder_times, self._shown = folder_times, file
        return found


def _mtime(path: Path) -> int:
    """Nanoseconds; 0 where there is no such file."""
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
