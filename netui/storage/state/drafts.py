"""Drafts: text typed by the user that could not be saved yet, each in a file of its own."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from netui.storage.errors import CannotSave
from netui.storage.files.stat import StrPath

if TYPE_CHECKING:
    from netui.storage.files.atomic import System


class Drafts:
    """The drafts in the user state folder; of each kind (``note``, ``edit-…``) the latest is kept."""

    def __init__(self, state: StrPath, system: "System | None" = None) -> None:
        self._folder = Path(state) / "drafts"
        self._system = system

    def save(self, kind: str, text: str) -> Path:
        """Writes ``text`` durably (fsync), readable by the user alone (0600); raises :class:`CannotSave`."""
        from netui.storage.files.atomic import write_private

        path = self._path(kind)
        try:
            write_private(self._system, str(path), text.encode("utf-8", "surrogatepass"))
        except OSError as error:
            raise CannotSave(str(path), error) from error
        return path

    def load(self, kind: str) -> str | None:
        """The draft of this kind, if there is one."""
        try:
            return self._path(kind).read_bytes().decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            return None

    def delete(self, kind: str) -> None:
        """Removes the draft, if there is one."""
        with contextlib.suppress(OSError):
            os.unlink(self._path(kind))

    def _path(self, kind: str) -> Path:
        return self._folder / f"{kind}.txt"
