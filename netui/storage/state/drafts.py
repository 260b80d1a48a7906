"""What a person typed and could not be saved, kept until it is."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from netui.storage.errors import CannotSave
from netui.storage.files.stat import StrPath

if TYPE_CHECKING:
    from netui.storage.files.atomic import System


class Drafts:
    """The drafts in the user state folder: one of each kind (``note``, ``edit``), the latest."""

    def __init__(self, state: StrPath, system: "System | None" = None) -> None:
        self._folder = Path(state) / "drafts"
        self._system = system

    def keep(self, kind: str, text: str) -> Path:
        """Keeps ``text``, durably and for the user's eyes alone; raises :class:`CannotSave`."""
        from netui.storage.files.atomic import write_private

        path = self._path(kind)
        try:
            write_private(self._system, str(path), text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise CannotSave(str(path), error) from error
        return path

    def last(self, kind: str) -> str | None:
        """The draft of this kind, if there is one."""
        try:
            return self._path(kind).read_bytes().decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            return None

    def discard(self, kind: str) -> None:
        """Lets the draft go, if there is one."""
        with contextlib.suppress(OSError):
            os.unlink(self._path(kind))

    def _path(self, kind: str) -> Path:
        return self._folder / f"{kind}.txt"
