"""Former facts: what somebody was called, where they worked and lived, before (``[[former]]``)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from netui.domain.dedupe.diff import exact_selector
from netui.domain.model.changes import AddItem, Change, EditList, RemoveItem, SetValue, list_at
from netui.domain.model.contact_row import fold, name_key
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.misspellings import distance

FORMER_KEYS = ("name", "org", "title", "location")
"""The keys of which a change keeps what was there."""
_LEAST = {"name": 3}
_LEAST_LETTERS = 5
"""Minimum length of words that may differ by a spelling mistake; of CTO and CEO neither is one."""


class Former(NamedTuple):
    """What a contact's file said before it changed."""

    key: str
    """What changed: org, title, location or name."""
    value: str
    """What it was."""
    until: str = ""
    """The month in which it changed: 2026-11."""


def replaced_fact(change: Change) -> tuple[str, str, str] | None:
    """Key, old and new value of a change that replaces a fact by another; None for any other change."""
    if not isinstance(change, SetValue) or len(change.path) != 1 or not change.seen:
        return None
    (key,), (old,), new = change.path, change.seen, change.value
    if key not in FORMER_KEYS or not isinstance(old, str) or not old.strip():
        return None
    new = new if isinstance(new, str) else ""
    return None if is_correction(key, old, new) else (key, old, new)


def is_correction(key: str, old: str, new: str) -> bool:
    """Whether two values of a key differ in spelling alone: case, marks, an initial, a letter of a word."""
    before, after = name_key(old).split(), name_key(new).split()
    if before == after:
        return True
    return len(before) == len(after) and all(
        one == other or _is_misspelt(key, one, other) for one, other in zip(before, after, strict=True)
    )


def _is_misspelt(key: str, one: str, other: str) -> bool:
    least = min(len(one), len(other))
    if key == "name" and least == 1:
        return one[0] == other[0]
    return least >= _LEAST.get(key, _LEAST_LETTERS) and distance(one, other) == 1


def keep_former(
    change: SetValue, fact: tuple[str, str, str], head: Mapping[str, Any], today: date, *, is_recent: bool
) -> Iterator[Change]:
    """The changes that keep what a change replaces in the file that says ``head``.

    A former name stays an alias. What was set lately (``is_recent``) was a mistake and is not kept; where the
    value before it comes back, that was never gone.
    """
    key, old, new = fact
    file, items = change.file, [item for item in list_at(head, "former") if isinstance(item, dict)]
    if is_recent:
        gone = [item for item in items if item.get("key") == key and item.get("value") == new]
        if gone:
            yield RemoveItem(file, "former", exact_selector(gone[-1], items), gone[-1])
            if key == "name":
                yield EditList(file, ("aliases",), (), [new])
        return
    item = Former(key, old, f"{today:%Y-%m}")._asdict()
    if item not in items:
        yield AddItem(file, "former", item)
    if key == "name" and fold(old) not in map(fold, map(str, list_at(head, "aliases"))):
        yield EditList(file, ("aliases",), [old])
