"""A JSON state file per network, in the user state folder. Safe to lose: at worst a notification repeats."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netui.storage.errors import CannotSave
from netui.storage.files.bounded_read import read_whole
from netui.storage.files.stat import StrPath, network_key

if TYPE_CHECKING:
    from netui.storage.files.atomic import System


class StateFile:
    """The JSON object called ``name`` for the network in ``folder``; each network has a file of its own."""

    def __init__(self, state: StrPath, folder: StrPath, name: str, system: "System | None" = None) -> None:
        self._path = Path(state) / name / f"{network_key(folder)}.json"
        self._system = system

    def read(self) -> dict[str, Any]:
        """The stored object; empty if there is none or it cannot be read."""
        try:
            found = json.loads(read_whole(str(self._path)))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, table: dict[str, Any]) -> None:
        """Replaces the file atomically, readable by the user alone (0600); raises :class:`CannotSave`."""
        from netui.storage.files.atomic import write_private

        try:
            write_private(self._system, str(self._path), json.dumps(table).encode())
        except OSError as error:
            raise CannotSave(str(self._path), error) from error
