"""Rebase changes: from the values that they were made on to what the file holds by now (three-way merge).

Edits of different fields and of different list items merge. Where both sides edited one field, the file keeps
its value and the other one is kept beside it as a ``[[conflict]]``. A change beats a deletion.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from netui.domain.model.changes import AddItem, AmendItem, EditList, RemoveItem, SetValue, value_at
from netui.domain.model.conflict import Clash, item_key
from netui.domain.model.dates import when_from
from netui.domain.named_tuple import NamedTuple
from netui.storage.toml.change_effects import Data, Edit, edited_list, effect, find_item, items_of
from netui.storage.toml.literals import plain
from netui.storage.toml.verify import same


class Rebased(NamedTuple):
    """The changes to make, and what stays as the file has it."""

    changes: list[Edit]
    clashes: list[Clash]


def rebase(data: Data, changes: Sequence[Edit], today: date) -> Rebased:
    """What ``changes`` come to in a file that holds ``data``; raises as :func:`.document.apply`."""
    rebasing = _Rebase(data, today)
    for change in changes:
        rebasing.take(change)
    return Rebased(rebasing.changes, rebasing.clashes)


class _Rebase:
    """Collects what changes come to, each in the data that those before it leave."""

    def __init__(self, data: Data, today: date) -> None:
        self._data, self._today = data, today
        self.changes: list[Edit] = []
        self.clashes: list[Clash] = []

    def take(self, change: Edit) -> None:
        """Adds what one change comes to."""
        if isinstance(change, SetValue) and change.seen:
            self._set_value(change, change.seen[0])
        elif isinstance(change, AmendItem) and change.seen is not None:
            self._amend_item(change, change.seen)
        elif isinstance(change, RemoveItem) and change.seen is not None:
            self._remove_item(change, change.seen)
        else:
            self._emit(change)

    def _emit(self, change: Edit) -> None:
        self.changes.append(change)
        found = effect(self._data, change)
        if found is not None:
            self._data = found.wanted[0]

    def _set_value(self, change: SetValue, seen: Any) -> None:
        present, wanted = value_at(self._data, change.path), plain(change.value)
        edit = _list_edit(EditList(change.file, change.path), present, plain(seen), wanted)
        if edit is not None:
            self._emit(edit)
        elif self._may_set(change, ".".join(change.path), present, seen, wanted):
            self._emit(change._replace(seen=()))

    def _amend_item(self, change: AmendItem, seen: Mapping[str, Any]) -> None:
        items = items_of(self._data, change)
        index = find_item(items, change)
        if index is None and change.among:
            from netui.domain.dedupe.diff import find_renamed

            index = find_renamed(change.table, items, change.among, seen)
            if index is not None:
                change = change._replace(where={name: items[index].get(name) for name in change.where})
        if index is None:
            self._bring_back(change, seen)
            return
        item = items[index]
        values: dict[str, Any] = {}
        lists: list[EditList] = []
        for name, value in change.values.items():
            present, before, wanted = item.get(name), plain(seen.get(name)), plain(value)
            edit = _list_edit(EditList(change.file, (change.table, name)), present, before, wanted)
            if edit is not None:
                lists.append(edit)
            elif self._may_set(change, f"{item_key(change.table, item)}.{name}", present, before, wanted):
                values[name] = value
        if values:
            self._emit(change._replace(values=values, seen=None, among=()))
        where = {**change.where, **values}  # with what was set, or its twin would fit too
        for edit in lists:
            self._emit(edit._replace(where=where))
            name = edit.path[1]
            where = {**where, name: edited_list(item.get(name, []), edit) or None}

    def _bring_back(self, change: AmendItem, seen: Mapping[str, Any]) -> None:
        """The item is gone: adds it again as it was edited, where all of it is known."""
        if all(_is_alike(seen.get(name), value) for name, value in change.where.items()):
            self._emit(AddItem(change.file, change.table, plain({**seen, **change.values})))
        else:
            self._emit(change._replace(seen=None))

    def _remove_item(self, change: RemoveItem, seen: Mapping[str, Any]) -> None:
        items = items_of(self._data, change)
        index = find_item(items, change)
        if index is None:
            return
        item = items[index]
        if all(_is_empty(item.get(name)) or _is_alike(item[name], value) for name, value in seen.items()):
            self._emit(change._replace(seen=None))
        else:
            self.clashes.append(Clash(change.file, change.table, is_kept=False))

    def _may_set(self, change: Edit, key: str, present: Any, seen: Any, wanted: Any) -> bool:
        """Whether a field may be set; where both sides edited it, what was wanted is kept as a conflict."""
        if _is_empty(present) or _is_alike(present, seen):
            return True
        if _is_alike(present, wanted):
            return False
        self.clashes.append(Clash(change.file, key, is_kept=not _is_empty(wanted)))
        if not _is_empty(wanted):
            conflict = {"key": key, "value": present, "other": wanted, "on": self._today}
            added = AddItem(change.file, "conflict", conflict)
            known = items_of(self._data, added)
            if not any(each.get("key") == key and same(each.get("other"), wanted) for each in known):
                self._emit(added)
        return False


def _list_edit(edit: EditList, present: Any, seen: Any, wanted: Any) -> EditList | None:
    """``edit`` with the items by which ``wanted`` differs from ``seen``; None where no lists are edited.

    A list that is unchanged since is written whole where items were only moved: then their order is meant.
    """
    values = (present, seen, wanted)
    if not any(isinstance(value, list) for value in values):
        return None
    if not all(value is None or isinstance(value, list) for value in values):
        return None
    before, after = seen or [], wanted or []
    edit = edit._replace(
        add=[item for item in after if item not in before],
        remove=[item for item in before if item not in after],
    )
    is_moved = _is_alike(present, seen) and edited_list(present or [], edit) != after
    return None if is_moved else edit


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})


def _is_alike(one: Any, other: Any) -> bool:
    """Whether two values say the same; the index, from which edits begin, has dates as text."""
    return (_is_empty(one) and _is_empty(other)) or same(_comparable(one), _comparable(other))


def _comparable(value: Any) -> Any:
    if isinstance(value, (date, str)):
        try:
            return when_from(value).isoformat()
        except ValueError:
            return value
    if isinstance(value, Mapping):
        return {name: _comparable(each) for name, each in value.items()}
    return [_comparable(each) for each in value] if isinstance(value, (list, tuple)) else value
