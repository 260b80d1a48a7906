"""Apply a change to parsed TOML data: the expected result and the inverse change, for undo."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netui.domain.model.changes import AddItem, AmendItem, EditList, RemoveItem, SetValue, value_at
from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.storage.errors import Conflict, EditRefused
from netui.storage.toml.literals import plain
from netui.storage.toml.verify import same

Data = dict[str, Any]
Edit = SetValue | EditList | AddItem | RemoveItem | AmendItem
EXACT_LISTS = frozenset(("emails", "phones", "links", "addresses", "with"))
"""The lists whose items differ if their case does; all others hold words."""


class Effect(NamedTuple):
    """``wanted`` are the acceptable results (they differ only in empty tables).

    ``done`` is the change as the text is edited: of an edited list, the whole list as it becomes.
    ``place`` is the index of the changed item in its array, -1 if the change is not about one.
    """

    wanted: tuple[Data, ...]
    done: SetValue | AddItem | RemoveItem | AmendItem
    inverse: Edit
    place: int = -1


def effect(data: Data, change: Edit) -> Effect | None:
    """What ``change`` does to ``data``; None if it changes nothing.

    Raises :class:`Conflict` if the item it names is gone, :class:`EditRefused` if types do not fit.
    """
    found: Effect | None = _EFFECTS[type(change)](data, change)
    return found


def holds(data: Data, change: Edit) -> bool:
    """Whether the result of ``change`` still stands in ``data``."""
    if isinstance(change, SetValue):
        return same(value_at(data, change.path), plain(change.value))
    if isinstance(change, EditList):
        present = _list_at(data, change)
        return edited_list(present, change) == present
    items = items_of(data, change)
    if isinstance(change, AddItem):
        return any(same(item, plain(change.item)) for item in items)
    if isinstance(change, RemoveItem):
        named = {"id": change.where["id"]} if "id" in change.where else change.where
        return not any(_fits(item, named) for item in items)
    where = {**change.where, **change.values}
    return any(_fits(item, where) for item in items)


def _set_value(data: Data, change: SetValue) -> Effect | None:
    path, value = change.path, plain(change.value)
    node: Any = data
    for depth, key in enumerate(path[:-1], 1):
        node = node.get(key, {})
        if not isinstance(node, dict):
            table = ".".join(path[:depth])
            raise EditRefused(f"{change.file}: {table} is not a table, so {path[-1]} has no place in it")
    old = node.get(path[-1])
    if same(old, value):
        return None
    inverse = SetValue(change.file, path, old)
    if value is not None:
        return Effect((_put(data, path, value),), change, inverse)
    wanted = [_put(data, path, None)]
    while len(path) > 1 and value_at(wanted[-1], path[:-1]) == {}:
        path = path[:-1]
        wanted.append(_put(wanted[-1], path, None))
    return Effect(tuple(wanted), change, inverse)


def _edit_list(data: Data, change: EditList) -> Effect | None:
    old = _list_at(data, change)
    new = edited_list(old, change)
    if new == old:
        return None
    whole: SetValue | AmendItem = SetValue(change.file, change.path, new or None)
    if change.where:
        table, name = change.path
        whole = AmendItem(change.file, table, change.where, {name: new or None})
    found = effect(data, whole)
    assert found is not None
    where = found.inverse.where if isinstance(found.inverse, AmendItem) else {}
    added = tuple(item for item in new if item not in old)
    removed = tuple(item for item in old if item not in new)
    places = tuple(map(old.index, removed))
    return found._replace(inverse=EditList(change.file, change.path, removed, added, where, places))


def edited_list(present: Sequence[Any], change: EditList) -> list[Any]:
    """The items that ``change`` leaves of a list, and those it adds that are not there."""
    key = _exact if change.path[-1] in EXACT_LISTS else _folded
    gone = set(map(key, change.remove))
    result = [item for item in present if key(item) not in gone]
    there = set(map(key, result))
    behind = len(present) + len(change.add)
    for at, item in enumerate(map(plain, change.add)):
        if key(item) not in there:
            there.add(key(item))
            result.insert(change.places[at] if change.places else behind, item)
    return result


def _exact(item: Any) -> str:
    return repr(sorted(item.items()) if isinstance(item, dict) else item)


def _folded(item: Any) -> str:
    return fold(item) if isinstance(item, str) else _exact(item)


def _list_at(data: Data, change: EditList) -> list[Any]:
    if change.where:
        table, name = change.path
        item = AmendItem(change.file, table, change.where, {})
        items = items_of(data, item)
        found = items[_require_item(items, item)].get(name)
    else:
        found = value_at(data, change.path)
    if found is None:
        return []
    if not isinstance(found, list):
        raise EditRefused(f"{change.file}: {'.'.join(change.path)} is not a list; edit it by hand")
    return found


def _add_item(data: Data, change: AddItem) -> Effect | None:
    items, item = items_of(data, change), plain(change.item)
    if not item:
        raise EditRefused(f"{change.file}: an empty [[{change.table}]] says nothing")
    for other in items if "id" in item else ():
        if same(other.get("id"), item["id"]):
            if same(other, item):
                return None
            raise Conflict(f"{change.file}: another [[{change.table}]] has the id {item['id']} already")
    if items and "id" not in item:
        from netui.domain.model.conflict import is_told_by_content

        if is_told_by_content(change.table) and any(same(other, item) for other in items):
            return None
    inverse = RemoveItem(change.file, change.table, item)
    return Effect(({**data, change.table: [*items, item]},), change, inverse)


def _remove_item(data: Data, change: RemoveItem) -> Effect | None:
    items = items_of(data, change)
    index = _require_item(items, change)
    left = [*items[:index], *items[index + 1 :]]
    wanted = [{**data, change.table: left}]
    if not left:
        wanted.append({key: value for key, value in data.items() if key != change.table})
    return Effect(tuple(wanted), change, AddItem(change.file, change.table, items[index]), index)


def _amend_item(data: Data, change: AmendItem) -> Effect | None:
    items = items_of(data, change)
    index = _require_item(items, change)
    old, values = items[index], {key: plain(value) for key, value in change.values.items()}
    new = {key: value for key, value in {**old, **values}.items() if value is not None}
    if same(old, new):
        return None
    where = {key: new[key] for key in change.where if key in new} or new
    inverse = AmendItem(change.file, change.table, where, {key: old.get(key) for key in values})
    wanted = {**data, change.table: [*items[:index], new, *items[index + 1 :]]}
    return Effect((wanted,), change, inverse, index)


_EFFECTS: dict[type, Callable[[Data, Any], Effect | None]] = {
    SetValue: _set_value,
    EditList: _edit_list,
    AddItem: _add_item,
    RemoveItem: _remove_item,
    AmendItem: _amend_item,
}


def items_of(data: Data, change: AddItem | RemoveItem | AmendItem) -> list[Data]:
    """The items of the change's ``[[table]]``; raises :class:`EditRefused` if it is something else."""
    items = data.get(change.table, [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise EditRefused(f"{change.file}: {change.table} is not a list of tables; edit it by hand")
    return items


def find_item(items: list[Data], change: RemoveItem | AmendItem) -> int | None:
    """The index of the item that ``change`` names, None if it is gone.

    Raises :class:`Conflict` if several fit that differ.
    """
    fitting = [index for index, item in enumerate(items) if _fits(item, change.where)]
    if not fitting:
        return None
    first = items[fitting[0]]
    if not all(same(items[index], first) for index in fitting[1:]):
        raise Conflict(f"{change.file}: more than one [[{change.table}]] fits; edit the file by hand")
    return fitting[0]


def _require_item(items: list[Data], change: RemoveItem | AmendItem) -> int:
    found = find_item(items, change)
    if found is None:
        identity = change.where.get("id")
        changed = identity is not None and any(item.get("id") == identity for item in items)
        fate = "has been changed by someone else" if changed else "is no longer there"
        raise Conflict(f"{change.file}: the [[{change.table}]] meant {fate}; look again and repeat")
    return found


def _fits(item: Data, where: Mapping[str, Any]) -> bool:
    return all(same(item.get(key), plain(value)) for key, value in where.items())


def _put(data: Data, path: tuple[str, ...], value: Any) -> Data:
    """A copy of ``data`` with ``value`` at ``path``; None removes the key."""
    key, rest = path[0], path[1:]
    if rest:
        return {**data, key: _put(data.get(key, {}), rest, value)}
    if value is None:
        return {name: each for name, each in data.items() if name != key}
    return {**data, key: value}
