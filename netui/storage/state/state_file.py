"""What netui remembers of one network in the user state folder; losing it costs a repeated word."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from netui.storage.errors import CannotSave
from netui.storage.files.stat import StrPath

if TYPE_CHECKING:
    from netui.storage.files.atomic import System


class StateFile:
    """One JSON table of this ``name`` for the network in ``folder``, apart from other networks'."""

    def __init__(self, state: StrPath, folder: StrPath, name: str, system: "System | None" = None) -> None:
        key = crc32(os.fsencode(os.path.realpath(folder)))
        self._path = Path(state) / name / f"{key:08x}.json"
        self._system = system

    def read(self) -> dict[str, Any]:
        """The table; empty where there is none or it cannot be read."""
        try:
            found = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, table: dict[str, Any]) -> None:
        """Keeps the table, whole, for the user's eyes alone; raises :class:`CannotSave`."""
        from netui.storage.files.atomic import write_private

        try:
            write_private(self._system, str(self._path), json.dumps(table).encode())
        except OSError as error:
            raise CannotSave(str(self._path), error) from error
