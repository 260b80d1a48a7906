"""Changes to files as data (the command pattern): applied by the store, recorded and inverted by undo.

A change is applied to the file's current text, never to a stale copy. Its inverse is computed when it
is applied, from the value it replaces. One that says what was ``seen`` when it was made is rebased first
(:mod:`netui.storage.toml.rebase`): two edits of different fields or list items merge, two of one field
become a conflict.

Tuples, not dataclasses, which take longer to import; dispatch is by type.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from netui.domain.model.folders import CONTACTS as CONTACTS
from netui.domain.model.folders import GOALS as GOALS
from netui.domain.model.folders import INBOX as INBOX
from netui.domain.model.folders import QUARANTINE as QUARANTINE
from netui.domain.model.folders import ROOT as ROOT
from netui.domain.model.folders import SOURCES as SOURCES
from netui.domain.named_tuple import NamedTuple


class FileId(NamedTuple):
    """A file of the network: ``folder`` is ``contacts`` or ``goals``, ``stem`` the id.

    Also one of the ``inbox``, of which ``stem`` is the whole name, and one of ``.sources`` or
    ``.quarantine``, which imports keep and which never are in the trash; and :data:`SETTINGS`.
    """

    folder: str
    stem: str

    @property
    def filename(self) -> str:
        """The name of the file in its folder."""
        return self.stem if self.folder == INBOX else f"{self.stem}.toml"

    def __str__(self) -> str:
        return f"{self.folder}/{self.filename}" if self.folder else self.filename


SETTINGS = FileId(ROOT, "netui")
"""The settings that hold wherever the network is opened, ``netui.toml``."""


class Create(NamedTuple):
    """A new file with this text; its inverse is :class:`Delete`."""

    file: FileId
    text: str


class Delete(NamedTuple):
    """Moves the file to the trash; its inverse is :class:`Create` with the text it had."""

    file: FileId


class SetValue(NamedTuple):
    """Sets the value at ``path`` (keys from the top; tables are made as needed); None removes the key.

    ``path`` never leads into an array of tables: those are changed item by item. ``seen`` holds the one value
    that was there when the edit began (None: no such key); empty, the value is set whatever is there.
    """

    file: FileId
    path: tuple[str, ...]
    value: Any
    seen: tuple[Any, ...] = ()


class EditList(NamedTuple):
    """Removes items from the list at ``path`` and adds others, whatever else it holds by then.

    Words are compared without case and diacritics. With ``where``, the list is a key of the item of
    ``[[table]]`` that it selects, and ``path`` is the table and that key. ``places`` are the indices of what
    is added, in ascending order; without them it is put behind the others.
    """

    file: FileId
    path: tuple[str, ...]
    add: Sequence[Any] = ()
    remove: Sequence[Any] = ()
    where: Mapping[str, Any] = {}
    places: Sequence[int] = ()


class AddItem(NamedTuple):
    """Appends a ``[[table]]`` to the file; every earlier byte stays."""

    file: FileId
    table: str
    item: Mapping[str, Any]


class RemoveItem(NamedTuple):
    """Removes the item of ``[[table]]`` that matches ``where``, its selector.

    One that no longer holds what was ``seen`` stays; None: it goes whatever it holds.
    """

    file: FileId
    table: str
    where: Mapping[str, Any]
    seen: Mapping[str, Any] | None = None


class AmendItem(NamedTuple):
    """Sets keys (None removes) in the item of ``[[table]]`` that matches ``where``, its selector.

    ``seen`` is what the item held when the edit began; where it holds the keys of ``where`` too, it is the
    whole item, and one deleted since comes back. None: the keys are set whatever they hold. ``among`` are all
    items of the table as they were then, for an item without an id: by its place among them one is found
    that was renamed since.
    """

    file: FileId
    table: str
    where: Mapping[str, Any]
    values: Mapping[str, Any]
    seen: Mapping[str, Any] | None = None
    among: Sequence[Mapping[str, Any]] = ()


class ReplaceText(NamedTuple):
    """Replaces the whole text, as an editor left it; refused when the file no longer holds ``before``."""

    file: FileId
    before: str
    after: str


def value_at(document: Any, path: Sequence[str]) -> Any:
    """The value at ``path`` (keys from the top) of a parsed file; None where there is none."""
    for key in path:
        document = document.get(key) if isinstance(document, Mapping) else None
    return document


def list_at(document: Mapping[str, Any], key: str) -> list[Any]:
    """The list under a key of a parsed file; [] where there is none, or something else."""
    value = document.get(key)
    return value if isinstance(value, list) else []


def tables_at(document: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The items of ``[[key]]`` in a parsed file; anything else there is left out."""
    return [item for item in list_at(document, key) if isinstance(item, dict)]


class Restore(NamedTuple):
    """Puts a whole file back, parsable or not, from a backup or the trash, where ``trash`` is its name.

    ``before`` is what it replaces (None: no file); refused when the file holds something else by then.
    """

    file: FileId
    before: bytes | None
    after: bytes
    trash: str = ""


Change = Create | Delete | SetValue | EditList | AddItem | RemoveItem | AmendItem | ReplaceText | Restore


class Batch(NamedTuple):
    """A transaction: changes done and undone together; ``label`` as in ``logged coffee with Ada``."""

    label: str
    changes: tuple[Change, ...]
