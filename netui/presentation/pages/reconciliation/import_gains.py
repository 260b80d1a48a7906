"""What an import gives to contacts that are there already, field by field, for its preview."""

from collections.abc import Iterable, Mapping
from typing import Any

from netui.domain.model.changes import CONTACTS, AddItem, AmendItem, Change, EditList, SetValue
from netui.presentation.text import clean, cut

_WIDEST = 30
"""Cells of one value."""
_UNTOLD = ("source", "sources")


def import_gains(changes: Iterable[Change]) -> dict[str, list[str]]:
    """By contact what is set or added: ``phones +99 1``, ``birthday 1980-01-02``, ``2 entries``."""
    gains: dict[str, list[str]] = {}
    entries: dict[str, int] = {}
    for change in changes:
        if (
            not isinstance(change, SetValue | EditList | AddItem | AmendItem)
            or change.file.folder != CONTACTS
        ):
            continue
        words, ident = _words(change), change.file.stem
        if words is None:
            entries[ident] = entries.get(ident, 0) + 1
        elif words:
            gains.setdefault(ident, []).append(words)
    for ident, count in entries.items():
        gains.setdefault(ident, []).append(f"{count:,} {'entry' if count == 1 else 'entries'}")
    return gains


def _words(change: SetValue | EditList | AddItem | AmendItem) -> str | None:
    """One change; "" for what only netui reads, None for an entry of the timeline."""
    key = change.path[0] if isinstance(change, SetValue | EditList) else change.table
    if key in _UNTOLD:
        return ""
    match change:
        case SetValue(path=path, value=value):
            return f"{' '.join(path)} {_value(value)}"
        case EditList(path=path, add=add):
            return f"{' '.join(path)} {_value(add)}"
        case AddItem(table=table, item=item) | AmendItem(table=table, values=item):
            return None if table == "timeline" else f"{item.get('what', table)} {_item(item)}".strip()


def _value(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return cut(", ".join(_value(each) for each in value), _WIDEST)
    if isinstance(value, Mapping):
        return _item(value)
    return cut(clean(" ".join(str(value).split())), _WIDEST)


def _item(item: Mapping[str, Any]) -> str:
    told = (each for key, each in item.items() if key in ("value", "text", "on", "who", "with"))
    return " ".join(map(_value, told))
