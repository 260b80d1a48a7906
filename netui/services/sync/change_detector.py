"""What tells that files of a network may have changed, without looking at each of them."""

import os
from pathlib import Path

from netui.domain.model.folders import CONTACTS, GOALS
from netui.storage.files.inotify import InotifyWatch, watch_folders


class ChangeDetector:
    """The folders' own status, that of the file on screen, and what the system tells of writing in place.

    Not every way of writing leaves a sign: on network file systems, and through a link from outside
    the folder, a file that is written in place is found only by looking at it.
    """

    def __init__(self, network: Path):
        self._folders = [network / CONTACTS, network / GOALS]
        self._notices: InotifyWatch | None = None
        self._status = [0, 0]
        self._shown: tuple[str | None, int] = (None, 0)

    def subscribe(self) -> bool:
        """Begins to listen to the folders that there are by now; whether the system tells of all writing."""
        there = [folder for folder in self._folders if folder.is_dir()]
        if self._notices is None:
            self._notices = watch_folders(there) if there else None
        elif not self._notices.add(there):
            self.close()
        return self._notices is not None

    @property
    def descriptor(self) -> int | None:
        """What can be read as soon as the system tells of something; None where it does not."""
        return self._notices.descriptor if self._notices is not None else None

    def close(self) -> None:
        """Ends listening."""
        if self._notices is not None:
            self._notices.close()
            self._notices = None

    def poll(self, shown: str | None) -> bool:
        """Whether there was a sign since this was last asked; ``shown`` is the contact on screen, if any."""
        status = [_changed_at(folder) for folder in self._folders]
        file = (shown, _changed_at(self._folders[0] / f"{shown}.toml") if shown else 0)
        written = self._notices is not None and self._notices.poll()
        found = written or status != self._status or (file != self._shown and shown == self._shown[0])
        self._status, self._shown = status, file
        return found


def _changed_at(path: Path) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
