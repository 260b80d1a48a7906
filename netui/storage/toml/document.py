"""TOML documents: read within bounds, changed so that each result is proved, written anew.

:func:`apply` is the one way a text changes. What it returns has been read back and means exactly
what was wanted; where that cannot be had, it refuses, and nothing is lost.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from netui.domain.model.changes import AddItem, AmendItem, RemoveItem, ReplaceText, SetValue
from netui.storage.errors import Conflict, EditRefused, Unreadable
from netui.storage.toml import edit, literals
from netui.storage.toml.change_effects import Data, Edit, Effect, effect, holds
from netui.storage.toml.parse import decode, load, parse
from netui.storage.toml.verify import prove

__all__ = [
    "EditRefused",
    "TextChange",
    "Unreadable",
    "amend",
    "append",
    "apply",
    "decode",
    "dump",
    "load",
    "parse",
    "revert",
]

TextChange = SetValue | AddItem | RemoveItem | AmendItem | ReplaceText

ITEM_TABLES = (
    "date", "related", "promise", "opportunity", "source", "audience", "milestone", "conflict", "timeline",
)  # fmt: skip
_INLINE = ("emails", "phones", "links", "addresses")
_ORDER = (
    "name", "aliases", "pronouns", "roles", "tags", "org", "title", "location", "timezone", "knows", "seeks",
    "interests", *_INLINE, "goals", "why", "status", "due", "order", "archived", "died", "notes", "met",
    "rhythm", "measure",
)  # fmt: skip


def apply(text: str, change: TextChange) -> tuple[str, TextChange]:
    """``text`` with ``change`` made to it, and the change that takes it back.

    The text comes back as it was when what is asked is so already. Raises :class:`Unreadable`,
    :class:`Conflict` (what it names is gone or changed) or :class:`EditRefused`.
    """
    if isinstance(change, ReplaceText):
        return _replaced(text, change)
    data = parse(text, change.file)
    found = effect(data, change)
    if found is None:
        return text, change
    try:
        new = _edited(text, data, change, found)
    except (EditRefused, Unreadable, Conflict):
        raise
    except Exception as error:  # a fault in the editing library must never cost a file
        raise EditRefused(f"{change.file}: cannot be changed in place ({error}); edit it by hand") from error
    return prove(new, found.wanted, change.file), found.inverse


def append(text: str, changes: Sequence[AddItem]) -> tuple[str, list[tuple[TextChange, TextChange]]]:
    """``text`` with all of ``changes`` to one file made to it; each that did something, and its inverse.

    The same as :func:`apply` one after the other, but read and proved once. Raises as that does.
    """
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
    try:
        return prove(edit.append_items(text, new), [{**data, **added}], changes[0].file), pairs
    except EditRefused:
        return _one_by_one(text, changes)


def amend(text: str, changes: Sequence[AmendItem]) -> tuple[str, list[tuple[TextChange, TextChange]]]:
    """``text`` with all of ``changes`` to one file made to it, in the manner of :func:`append`."""
    data = parse(text, changes[0].file)
    pairs: list[tuple[TextChange, TextChange]] = []
    new: list[tuple[tuple[str | int, ...], Any]] = []
    for change in changes:
        values = literals.plain(change.values)
        if len(values) < len(change.values):  # what removes keys cuts lines, and that one by one
            return _one_by_one(text, changes)
        found = effect(data, change)
        if found is not None:
            data = found.wanted[0]
            new += [((change.table, found.place, name), value) for name, value in values.items()]
            pairs.append((change, found.inverse))
    try:
        return prove(edit.change_values(text, new) if new else text, [data], changes[0].file), pairs
    except Exception:  # a fault in the editing library, which one by one is told by the change
        return _one_by_one(text, changes)


def _one_by_one(
    text: str, changes: Sequence[AddItem | AmendItem]
) -> tuple[str, list[tuple[TextChange, TextChange]]]:
    pairs: list[tuple[TextChange, TextChange]] = []
    for change in changes:
        new, inverse = apply(text, change)
        if new != text:
            pairs.append((change, inverse))
        text = new
    return text, pairs


def revert(text: str, change: TextChange, inverse: TextChange) -> str:
    """``text`` with ``change`` taken back, whatever else has changed since.

    Raises :class:`Conflict` when the very thing it changed has been changed since.
    """
    if isinstance(change, ReplaceText) or isinstance(inverse, ReplaceText):
        return apply(text, inverse)[0]
    data = parse(text, change.file)
    if holds(data, inverse):
        return text
    if not holds(data, change):
        raise Conflict(f"{change.file}: {_subject(change)} has been changed since; undo would lose that")
    return apply(text, inverse)[0]


def dump(values: Mapping[str, Any]) -> str:
    """The text of a new file: keys in the order people expect, tables behind them, the timeline last."""
    data = literals.plain(values)
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
    return prove("\n".join(block for block in blocks if block), [data], data.get("name", "the new file"))


def _section(header: str, values: Data) -> str:
    return header + "\n" + "".join(literals.assignment(name, value, "\n") for name, value in values.items())


def _is_item_table(name: str, value: Any) -> bool:
    if not isinstance(value, list) or not value or name in _INLINE:
        return False
    return all(isinstance(item, dict) for item in value)


def _replaced(text: str, change: ReplaceText) -> tuple[str, TextChange]:
    if text != change.after:
        if text != change.before:
            raise Conflict(f"{change.file} has been changed by someone else since it was opened")
        parse(change.after, change.file)
    return change.after, ReplaceText(change.file, change.after, change.before)


def _edited(text: str, data: Data, change: Edit, found: Effect) -> str:
    if isinstance(change, SetValue):
        value = literals.plain(change.value)
        if value is None:
            return edit.remove(text, data, change.path)
        return edit.set_value(text, data, change.path, value)
    if isinstance(change, AddItem):
        return _with_item(text, data, change, found)
    place = (change.table, found.place)
    if isinstance(change, RemoveItem):
        return edit.remove(text, data, place)
    old, values = data[change.table][found.place], literals.plain(change.values)
    gone = {name: None for name in change.values if name in old and name not in values}
    return edit.change_values(text, [((*place, name), value) for name, value in {**values, **gone}.items()])


def _with_item(text: str, data: Data, change: AddItem, found: Effect) -> str:
    item = found.wanted[0][change.table][-1]
    if change.table in data and not data[change.table]:
        text = edit.remove(text, data, (change.table,))
    new = edit.append_items(text, [(change.table, item)])
    try:
        return prove(new, found.wanted, change.file)
    except EditRefused:
        if not data.get(change.table):
            raise
        return edit.append_inline(text, change.table, item)


def _subject(change: Edit) -> str:
    return ".".join(change.path) if isinstance(change, SetValue) else f"that [[{change.table}]]"
