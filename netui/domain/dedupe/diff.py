"""Semantic diff of two parsed files, as changes that can be applied to a file edited since (rebase)."""

from collections.abc import Mapping, Sequence
from typing import Any

from netui.domain.model.changes import AddItem, AmendItem, Change, FileId, RemoveItem, SetValue
from netui.domain.model.conflict import IDENTITIES, is_told_by_content


def changes_between(file: FileId, base: Mapping[str, Any], edited: Mapping[str, Any]) -> tuple[Change, ...]:
    """The changes from ``base`` to ``edited``, both parsed files; each says what it saw in ``base``.

    Values and nested tables are compared key by key, ``[[tables]]`` item by item.
    """
    changes: list[Change] = []
    for key in [*base, *(key for key in edited if key not in base)]:
        before, after = base.get(key), edited.get(key)
        if _is_items(key, before, after):
            changes += _items_changed(file, key, before or [], after or [])
        else:
            changes += _values_changed(file, (key,), before, after)
    return tuple(changes)


def _values_changed(file: FileId, path: tuple[str, ...], before: Any, after: Any) -> list[Change]:
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        keys = [*before, *(key for key in after if key not in before)]
        return [
            c for key in keys for c in _values_changed(file, (*path, key), before.get(key), after.get(key))
        ]
    return [] if is_same(before, after) else [SetValue(file, path, after, (before,))]


def _items_changed(file: FileId, table: str, before: Sequence[Any], after: Sequence[Any]) -> list[Change]:
    left = list(after)
    unpaired = []
    for item in before:
        twin = next((other for other in left if is_same(other, item)), None)
        if twin is None:
            unpaired.append(item)
        else:
            left.remove(twin)
    removed: list[Change] = []
    amended: list[Change] = []
    for item in unpaired:
        where = _identity(table, item)
        twins = [other for other in left if where is not None and _identity(table, other) == where]
        if (
            where is None
            or len(twins) > 1
            or [_identity(table, other) for other in before].count(where) != 1
            or not (twins or (twins := _renamed_twin(table, item, before, after)))
        ):
            removed.append(RemoveItem(file, table, exact_selector(item, before), item))
            continue
        left.remove(twins[0])
        keys = [*item, *(key for key in twins[0] if key not in item)]
        values = {key: twins[0].get(key) for key in keys if not is_same(item.get(key), twins[0].get(key))}
        among = before if is_told_by_content(table) else ()
        amended.append(AmendItem(file, table, where, values, item, among))
    # Removals first: each selector must be unique among the items left when it is applied.
    return [*removed, *amended, *(AddItem(file, table, item) for item in left)]


def _renamed_twin(
    table: str, item: Mapping[str, Any], before: Sequence[Any], after: Sequence[Any]
) -> list[Mapping[str, Any]]:
    """The item in which only what identifies it has changed; empty if there is none."""
    at = find_renamed(table, after, before, item) if is_told_by_content(table) else None
    if at is None:
        return []
    own = IDENTITIES[table]
    one, other = ({key: each[key] for key in each if key not in own} for each in (item, after[at]))
    return [after[at]] if is_same(one, other) else []


def exact_selector(item: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A selector for ``item`` that excludes items which are supersets of it: None means the key is absent."""
    more = (other for other in items if all(key in other and is_same(other[key], item[key]) for key in item))
    return {**item, **{key: None for other in more for key in other if key not in item}}


def find_renamed(
    table: str,
    items: Sequence[Mapping[str, Any]],
    among: Sequence[Mapping[str, Any]],
    seen: Mapping[str, Any],
) -> int | None:
    """The index in ``items`` of the item that was ``seen`` in ``among``, by its place, where it was renamed.

    As many items as went between two that stayed must have come there. None where it was deleted, or stays.
    """
    from difflib import SequenceMatcher

    before, after = ([repr(_identity(table, item)) for item in each] for each in (among, items))
    mine = repr(_identity(table, seen))
    for how, start, end, other_start, other_end in SequenceMatcher(None, before, after, False).get_opcodes():
        if how == "replace" and end - start == other_end - other_start and mine in before[start:end]:
            at = other_start + before.index(mine, start) - start
            return None if mine in after or after[at] in before else at
    return None


def _identity(table: str, item: Mapping[str, Any]) -> dict[str, Any] | None:
    keys = IDENTITIES.get(table, ("id",))
    return {key: item[key] for key in keys} if all(key in item for key in keys) else None


def _is_items(key: str, *values: Any) -> bool:
    """Whether these are items of a ``[[table]]`` rather than a list that may hold tables (``emails``)."""
    present = [value for value in values if value is not None]
    are_tables = all(isinstance(v, list) and all(isinstance(i, Mapping) for i in v) for v in present)
    return are_tables and any(present) and key not in ("emails", "phones", "links", "addresses")


def is_same(one: Any, other: Any) -> bool:
    """Strict equality: 1, 1.0 and true differ."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return type(one) is type(other) and bool(one == other)
