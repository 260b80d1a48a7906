"""Apply changes to TOML text, verify each result, take changes back; write new files.

:func:`apply` and :func:`apply_all` are the only ways a text changes. Each result is parsed again and
must mean exactly what was wanted; otherwise the change is refused and nothing is lost.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from netui.domain.model.changes import AddItem, AmendItem, EditList, RemoveItem, ReplaceText, SetValue
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import Conflict, EditRefused, Unreadable
from netui.storage.toml import edit, literals
from netui.storage.toml.change_effects import Data, Edit, Effect, effect, holds
from netui.storage.toml.parse import decode, load, parse
from netui.storage.toml.verify import prove

__all__ = [
    "EditRefused",
    "Edited",
    "TextChange",
    "Unreadable",
    "apply",
    "apply_all",
    "decode",
    "dump",
    "load",
    "parse",
    "revert",
]

TextChange = SetValue | EditList | AddItem | RemoveItem | AmendItem | ReplaceText

ITEM_TABLES = (
    "date", "related", "promise", "opportunity", "source", "audience", "milestone", "conflict", "timeline",
)  # fmt: skip
_INLINE = ("emails", "phones", "links", "addresses")
_ORDER = (
    "name", "aliases", "pronouns", "roles", "tags", "org", "title", "location", "timezone", "knows", "seeks",
    "interests", *_INLINE, "goals", "why", "status", "due", "order", "archived", "died", "notes", "met",
    "rhythm", "measure",
)  # fmt: skip


class Edited(NamedTuple):
    """A text after an edit, each change that did something with its inverse, and what the text now means.

    ``data`` is None where nothing was changed: then the text was not parsed for its own sake.
    """

    text: str
    pairs: list[tuple[TextChange, TextChange]]
    data: Data | None


def apply(text: str, change: TextChange) -> tuple[str, TextChange]:
    """``text`` with ``change`` applied, and the inverse change.

    The text comes back unchanged if it says so already. Raises :class:`Unreadable`, :class:`Conflict`
    (what the change names is gone or changed) or :class:`EditRefused`.
    """
    new, inverse, _ = _apply(text, change)
    return new, inverse


def apply_all(text: str, changes: Sequence[TextChange]) -> Edited:
    """``text`` with ``changes`` applied in order; raises as :func:`apply` does.

    Many items that are added, or amended, are parsed and verified together.
    """
    added = [change for change in changes if isinstance(change, AddItem)]
    amended = [
        change
        for change in changes
        if isinstance(change, AmendItem) or (isinstance(change, EditList) and change.where)
    ]
    if len(changes) > 1 and len(added) == len(changes):
        return _append(text, added)
    if len(changes) > 1 and len(amended) == len(changes):
        return _amend(text, amended)
    return _one_by_one(text, changes)


def _apply(text: str, change: TextChange) -> tuple[str, TextChange, Data | None]:
    if isinstance(change, ReplaceText):
        return _replaced(text, change)
    data = parse(text, change.file)
    found = effect(data, change)
    if found is None:
        return text, change, None
    try:
        if isinstance(change, AddItem):
            new, data = _with_item(text, data, change, found)
        else:
            new = _edited(text, data, found)
            data = prove(new, found.wanted, change.file)
    except (EditRefused, Unreadable, Conflict):
        raise
    except Exception as error:  # a fault in the editing library must never cost a file
        raise EditRefused(f"{change.file}: cannot be changed in place ({error}); edit it by hand") from error
    return new, found.inverse, data


def _append(text: str, changes: Sequence[AddItem]) -> Edited:
    data = parse(text, changes[0].file)
    added: dict[str, list[Data]] = {}
    twins: dict[tuple[str, str], list[Data]] = {}
    pairs: list[tuple[TextChange, TextChange]] = []
    new: list[tuple[str, Data]] = []
    for change in changes:
        table, ident = change.table, repr(change.item.get("id"))
        # Those of the same id are all that a further item must be compared with.
        found = effect({table: twins.get((table, ident), [])} if table in added else data, change)
        if table not in added:
            added[table] = list(data.get(table, []))
            for item in added[table]:
                twins.setdefault((table, repr(item.get("id"))), []).append(item)
        if found is not None:
            item = found.wanted[0][table][-1]
            added[table].append(item)
            twins.setdefault((table, ident), []).append(item)
            new.append((table, item))
            pairs.append((change, found.inverse))
    if not pairs:
        return Edited(text, [], None)
    text_after = edit.append_items(text, new)
    try:
        return Edited(text_after, pairs, prove(text_after, [{**data, **added}], changes[0].file))
    except EditRefused:
        return _one_by_one(text, changes)


def _amend(text: str, changes: Sequence[AmendItem | EditList]) -> Edited:
    data = parse(text, changes[0].file)
    pairs: list[tuple[TextChange, TextChange]] = []
    new: list[tuple[tuple[str | int, ...], Any]] = []
    for change in changes:
        found = effect(data, change)
        if found is not None:
            assert isinstance(found.done, AmendItem)
            table, values = found.done.table, literals.plain(found.done.values)
            if len(values) < len(found.done.values):  # keys are removed one by one: their lines are cut
                return _one_by_one(text, changes)
            data = found.wanted[0]
            new += [((table, found.place, name), value) for name, value in values.items()]
            pairs.append((change, found.inverse))
    if not pairs:
        return Edited(text, [], None)
    try:
        text_after = edit.change_values(text, new)
        return Edited(text_after, pairs, prove(text_after, [data], changes[0].file))
    except Exception:  # a fault in the editing library: applied one by one, the message names the change
        return _one_by_one(text, changes)


def _one_by_one(text: str, changes: Sequence[TextChange]) -> Edited:
    pairs: list[tuple[TextChange, TextChange]] = []
    latest: Data | None = None
    for change in changes:
        new, inverse, data = _apply(text, change)
        if new != text:
            pairs.append((change, inverse))
            latest = data
        text = new
    return Edited(text, pairs, latest)


def revert(text: str, change: TextChange, inverse: TextChange) -> str:
    """Undoes ``change`` in ``text`` and keeps what else has changed since.

    Raises :class:`Conflict` if the value or item that it changed has been changed since.
    """
    if isinstance(change, ReplaceText) or isinstance(inverse, ReplaceText):
        return apply(text, inverse)[0]
    data = parse(text, change.file)
    if holds(data, inverse):
        return text
    # Of an edited list what still stands is taken back, whatever else became of it.
    if not isinstance(change, EditList) and not holds(data, change):
        raise Conflict(f"{change.file}: {_subject(change)} has been changed since; undo would lose that")
    return apply(text, inverse)[0]


def dump(values: Mapping[str, Any]) -> str:
    """Writes a new file: known keys first in a fixed order, then tables, the timeline last."""
    data = literals.plain(values)
    text = render(data)
    prove(text, [data], data.get("name", "the new file"))
    return text


def render(data: Data) -> str:
    """As :func:`dump`, of plain values, and without reading it again: for what is not precious."""
    known = {name: place for place, name in enumerate(_ORDER)}
    last = {name: place for place, name in enumerate(ITEM_TABLES)}
    pairs, tables, items = [], [], []
    for name in sorted(data, key=lambda name: known.get(name, len(known))):
        value = data[name]
        if isinstance(value, dict) and value:
            tables.append(_section(f"[{literals.key(name)}]", value))
        elif _is_item_table(name, value):
            items.append(name)
        else:
            pairs.append(literals.assignment(name, value, "\n"))
    blocks = ["".join(pairs), *tables]
    for name in sorted(items, key=lambda name: last.get(name, -1)):
        blocks += [_section(f"[[{literals.key(name)}]]", item) for item in data[name]]
    return "\n".join(block for block in blocks if block)


def _section(header: str, values: Data) -> str:
    return header + "\n" + "".join(literals.assignment(name, value, "\n") for name, value in values.items())


def _is_item_table(name: str, value: Any) -> bool:
    if not isinstance(value, list) or not value or name in _INLINE:
        return False
    return all(isinstance(item, dict) for item in value)


def _replaced(text: str, change: ReplaceText) -> tuple[str, TextChange, Data | None]:
    inverse = ReplaceText(change.file, change.after, change.before)
    if text == change.after:
        return text, inverse, None
    if text != change.before:
        raise Conflict(f"{change.file} has been changed by someone else since it was opened")
    return change.after, inverse, parse(change.after, change.file)


def _edited(text: str, data: Data, found: Effect) -> str:
    change = found.done
    assert not isinstance(change, AddItem)
    if isinstance(change, SetValue):
        value = literals.plain(change.value)
        if value is None:
            return edit.remove(text, data, change.path)
        return edit.set_value(text, data, change.path, value)
    place = (change.table, found.place)
    if isinstance(change, RemoveItem):
        return edit.remove(text, data, place)
    old, values = data[change.table][found.place], literals.plain(change.values)
    gone = {name: None for name in change.values if name in old and name not in values}
    return edit.change_values(text, [((*place, name), value) for name, value in {**values, **gone}.items()])


def _with_item(text: str, data: Data, change: AddItem, found: Effect) -> tuple[str, Data]:
    """Appends an item and verifies the text: as a ``[[table]]`` at the end, or in an inline array."""
    item = found.wanted[0][change.table][-1]
    if change.table in data and not data[change.table]:
        text = edit.remove(text, data, (change.table,))
    new = edit.append_items(text, [(change.table, item)])
    try:
        return new, prove(new, found.wanted, change.file)
    except EditRefused:
        if not data.get(change.table):
            raise
    new = edit.append_inline(text, change.table, item)
    return new, prove(new, found.wanted, change.file)


def _subject(change: Edit) -> str:
    return ".".join(change.path) if isinstance(change, (SetValue, EditList)) else f"that [[{change.table}]]"
