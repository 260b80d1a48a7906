"""Own writes: which files this process saved last, so that its folder watcher does not react to them."""

import os
from _thread import allocate_lock
from typing import TYPE_CHECKING

from netui.storage.files.stat import StrPath

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netui.storage.files.transaction import Written


class OwnWrites:
    """The stat of each saved file. ``lock`` is held while saving: the watcher may see the file first."""

    def __init__(self, network: StrPath):
        self.lock = allocate_lock()
        self._network = network
        self._stats: dict[str, tuple[int, ...] | None] = {}

    def record(self, files: "Iterable[Written]") -> None:
        """Remembers files just saved or removed, without those whose stat the store could not tell."""
        for written in files:
            path = os.path.join(self._network, str(written.file))
            if written.data is None or written.signature is not None:
                self._stats[path] = tuple(written.signature) if written.signature is not None else None
            else:
                self._stats.pop(path, None)

    def forget(self, files: "Iterable[Written]") -> None:
        """Takes files for those of another program, because the index could not take them in."""
        for written in files:
            self._stats.pop(os.path.join(self._network, str(written.file)), None)

    def is_own(self, path: str) -> bool:
        """Whether the file is as this process left it."""
        with self.lock:
            if path not in self._stats:
                return False
            known = self._stats[path]
        try:
            found = os.stat(path, follow_symlinks=False)
        except FileNotFoundError:
            return known is None
        return known == (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
