"""Apply a change to parsed TOML data: the expected result and the inverse change, for undo."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from netui.domain.model.changes import AddItem, AmendItem, RemoveItem, SetValue
from netui.storage.errors import Conflict, EditRefused
from netui.storage.toml.literals import plain
from netui.storage.toml.verify import same

Data = dict[str, Any]
Edit = SetValue | AddItem | RemoveItem | AmendItem


class Effect(NamedTuple):
    """``wanted`` are the acceptable results (they differ only in empty tables).

    ``place`` is the index of the changed item in its array, -1 if the change is not about one.
    """

    wanted: tuple[Data, ...]
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
        return same(_at(data, change.path), plain(change.value))
    items = _items(data, change)
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
        return Effect((_put(data, path, value),), inverse)
    wanted = [_put(data, path, None)]
    while len(path) > 1 and _at(wanted[-1], path[:-1]) == {}:
        path = path[:-1]
        wanted.append(_put(wanted[-1], path, None))
    return Effect(tuple(wanted), inverse)


def _add_item(data: Data, change: AddItem) -> Effect | None:
    items, item = _items(data, change), plain(change.item)
    if not item:
        raise EditRefused(f"{change.file}: an empty [[{change.table}]] says nothing")
    for other in items if "id" in item else ():
        if same(other.get("id"), item["id"]):
            if same(other, item):
                return None
            raise Conflict(f"{change.file}: another [[{change.table}]] has the id {item['id']} already")
    return Effect(({**data, change.table: [*items, item]},), RemoveItem(change.file, change.table, item))


def _remove_item(data: Data, change: RemoveItem) -> Effect | None:
    items = _items(data, change)
    index = _find(items, change)
    left = [*items[:index], *items[index + 1 :]]
    wanted = [{**data, change.table: left}]
    if not left:
        wanted.append({key: value for key, value in data.items() if key != change.table})
    return Effect(tuple(wanted), AddItem(change.file, change.table, items[index]), index)


def _amend_item(data: Data, change: AmendItem) -> Effect | None:
    items = _items(data, change)
    index = _find(items, change)
    old, values = items[index], {key: plain(value) for key, value in change.values.items()}
    new = {key: value for key, value in {**old, **values}.items() if value is not None}
    if same(old, new):
        return None
    where = {key: new[key] for key in change.where if key in new} or new
    inverse = AmendItem(change.file, change.table, where, {key: old.get(key) for key in values})
    return Effect(({**data, change.table: [*items[:index], new, *items[index + 1 :]]},), inverse, index)


_EFFECTS: dict[type, Callable[[Data, Any], Effect | None]] = {
    SetValue: _set_value,
    AddItem: _add_item,
    RemoveItem: _remove_item,
    AmendItem: _amend_item,
}


def _items(data: Data, change: AddItem | RemoveItem | AmendItem) -> list[Data]:
    items = data.get(change.table, [])
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise EditRefused(f"{change.file}: {change.table} is not a list of tables; edit it by hand")
    return items


def _find(items: list[Data], change: RemoveItem | AmendItem) -> int:
    fitting = [index for index, item in enumerate(items) if _fits(item, change.where)]
    if not fitting:
        identity = change.where.get("id")
        changed = identity is not None and any(item.get("id") == identity for item in items)
        fate = "has been changed by someone else" if changed else "is no longer there"
        raise Conflict(f"{change.file}: the [[{change.table}]] meant {fate}; look again and repeat")
    first = items[fitting[0]]
    if not all(same(items[index], first) for index in fitting[1:]):
        raise Conflict(f"{change.file}: more than one [[{change.table}]] fits; edit the file by hand")
    return fitting[0]


def _fits(item: Data, where: Mapping[str, Any]) -> bool:
    return all(same(item.get(key), plain(value)) for key, value in where.items())


def _at(data: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _put(data: Data, path: tuple[str, ...], value: Any) -> Data:
    """A copy of ``data`` with ``value`` at ``path``; None removes the key."""
    key, rest = path[0], path[1:]
    if rest:
        return {**data, key: _put(data.get(key, {}), rest, value)}
    if value is None:
        return {name: each for name, each in data.items() if name != key}
    return {**data, key: value}
