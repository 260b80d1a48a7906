"""A change as data: what to do to which file, so that it can be done again to other text, and undone.

A change is applied to the text a file holds at that moment, never to a stale copy of it. Its
inverse is known once it has been applied, since only then is the value it replaced.

Tuples, not dataclasses: every command that writes loads them, and they are told apart by their type.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from netui.domain.model.folders import CONTACTS as CONTACTS
from netui.domain.model.folders import GOALS as GOALS


class FileId(NamedTuple):
    """Which file of the network: ``folder`` is ``contacts`` or ``goals``, ``stem`` the id."""

    folder: str
    stem: str

    def __str__(self) -> str:
        return f"{self.folder}/{self.stem}.toml"


class Create(NamedTuple):
    """A new file with this text; its inverse is :class:`Delete`."""

    file: FileId
    text: str


class Delete(NamedTuple):
    """The file moves to the trash; its inverse is :class:`Create` with the text it had."""

    file: FileId


class SetValue(NamedTuple):
    """The value at ``path`` (keys from the top; tables are made as needed); None removes the key.

    ``path`` never leads into an array of tables: those are changed item by item.
    """

    file: FileId
    path: tuple[str, ...]
    value: Any


class AddItem(NamedTuple):
    """A new ``[[table]]`` at the end of the file; every earlier byte stays."""

    file: FileId
    table: str
    item: Mapping[str, Any]


class RemoveItem(NamedTuple):
    """Removes the item of ``[[table]]`` in which every key of ``where`` has that value."""

    file: FileId
    table: str
    where: Mapping[str, Any]


class AmendItem(NamedTuple):
    """Sets keys (None removes) in the item of ``[[table]]`` that ``where`` names."""

    file: FileId
    table: str
    where: Mapping[str, Any]
    values: Mapping[str, Any]


class ReplaceText(NamedTuple):
    """The whole text, as an editor left it; refused when the file no longer holds ``before``."""

    file: FileId
    before: str
    after: str


Change = Create | Delete | SetValue | AddItem | RemoveItem | AmendItem | ReplaceText


class Batch(NamedTuple):
    """Changes done and undone as one; ``label`` says what it is (``logged coffee with Ada``)."""

    label: str
    changes: tuple[Change, ...]
