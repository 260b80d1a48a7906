"""Changes to files as data (the command pattern): applied by the store, recorded and inverted by undo.

A change is applied to the file's current text, never to a stale copy. Its inverse is computed when it
is applied, from the value it replaces.

Tuples, not dataclasses, which take longer to import; dispatch is by type.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from netui.domain.model.folders import CONTACTS as CONTACTS
from netui.domain.model.folders import GOALS as GOALS


class FileId(NamedTuple):
    """A file of the network: ``folder`` is ``contacts`` or ``goals``, ``stem`` the id."""

    folder: str
    stem: str

    def __str__(self) -> str:
        return f"{self.folder}/{self.stem}.toml"


class Create(NamedTuple):
    """A new file with this text; its inverse is :class:`Delete`."""

    file: FileId
    text: str


class Delete(NamedTuple):
    """Moves the file to the trash; its inverse is :class:`Create` with the text it had."""

    file: FileId


class SetValue(NamedTuple):
    """Sets the value at ``path`` (keys from the top; tables are made as needed); None removes the key.

    ``path`` never leads into an array of tables: those are changed item by item.
    """

    file: FileId
    path: tuple[str, ...]
    value: Any


class AddItem(NamedTuple):
    """Appends a ``[[table]]`` to the file; every earlier byte stays."""

    file: FileId
    table: str
    item: Mapping[str, Any]


class RemoveItem(NamedTuple):
    """Removes the item of ``[[table]]`` that matches ``where``, its selector."""

    file: FileId
    table: str
    where: Mapping[str, Any]


class AmendItem(NamedTuple):
    """Sets keys (None removes) in the item of ``[[table]]`` that matches ``where``, its selector."""

    file: FileId
    table: str
    where: Mapping[str, Any]
    values: Mapping[str, Any]


class ReplaceText(NamedTuple):
    """Replaces the whole text, as an editor left it; refused when the file no longer holds ``before``."""

    file: FileId
    before: str
    after: str


Change = Create | Delete | SetValue | AddItem | RemoveItem | AmendItem | ReplaceText


class Batch(NamedTuple):
    """A transaction: changes done and undone together; ``label`` as in ``logged coffee with Ada``."""

    label: str
    changes: tuple[Change, ...]
