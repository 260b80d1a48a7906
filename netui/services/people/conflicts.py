"""Conflicts: list the fields that were edited on two sides at once, and settle one by choice or new text."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netui.domain.dedupe.diff import exact_selector
from netui.domain.model.changes import (
    CONTACTS,
    GOALS,
    AmendItem,
    Batch,
    Change,
    FileId,
    RemoveItem,
    SetValue,
    tables_at,
)
from netui.domain.model.conflict import FieldPlace, find_field, joined_texts
from netui.domain.model.dates import day_of, full_day, when_from
from netui.domain.named_tuple import NamedTuple
from netui.services.errors import Refused, StoreError
from netui.services.people.commands import read_document
from netui.services.workspace import Workspace

FILE, OTHER, BOTH = "file", "other", "both"
"""What may be kept: what the file holds, what the other side wrote, or both texts as one."""


class OpenConflict(NamedTuple):
    """A conflict to be settled.

    ``whose`` is the name of the contact or the title of the goal, ``what`` the field in words. ``value`` is
    what the file holds now, ``other`` what the other side wrote. ``both`` is their texts as one, None where
    the field holds only one. ``place`` is None where the item that it is about is gone; ``item`` is the
    conflict as the file has it.
    """

    file: FileId
    key: str
    whose: str
    what: str
    value: Any
    other: Any
    on: date | None
    both: str | None
    place: FieldPlace | None
    item: Mapping[str, Any]


def list_conflicts(workspace: Workspace, file: FileId | None = None) -> list[OpenConflict]:
    """The conflicts of one contact or goal, or of all, from their files as they are now."""
    files = files_in_conflict(workspace) if file is None else [file]
    return [conflict for each in files for conflict in _conflicts_of(workspace, each)]


def files_in_conflict(workspace: Workspace) -> list[FileId]:
    """The contacts, then the goals, that have conflicts."""
    contacts = sorted(workspace.read.contacts_in_conflict(), key=lambda named: (named.name, named.id))
    goals = [goal for goal, body, _ in workspace.read.goals() if body.get("conflict")]
    return [*(FileId(CONTACTS, named.id) for named in contacts), *(FileId(GOALS, goal) for goal in goals)]


def _conflicts_of(workspace: Workspace, file: FileId) -> Iterator[OpenConflict]:
    try:
        document = read_document(workspace, file)
    except StoreError:
        return  # the list names it as broken
    whose = str(document.get("name" if file.folder == CONTACTS else "title") or file.stem)
    for item in tables_at(document, "conflict"):
        key, other = str(item.get("key", "")), item.get("other")
        place = find_field(document, key)
        value = place.present if place else None
        both = joined_texts(key, value, other) if place else None
        day = _day(item.get("on"))
        yield OpenConflict(file, key, whose, _field_words(key, place), value, other, day, both, place, item)


def _day(value: object) -> date | None:
    try:
        return day_of(when_from(value))
    except ValueError:
        return None


def _field_words(key: str, place: FieldPlace | None) -> str:
    """``org``, ``text of the coffee of Fri 20 Nov 2026``, ``due of the promise: send the deck``."""
    if place is None or place.item is None:
        return key
    item, name = place.item, place.path[-1]
    if place.table == "timeline":
        on = _day(item.get("on"))
        return f"{name} of the {item.get('kind', 'entry')}" + (f" of {full_day(on)}" if on else "")
    about = next((item[each] for each in ("text", "what", "who", "match") if item.get(each)), "")
    return f"{name} of the {place.table}: {about}" if about else f"{name} of the {place.table}"


def settle_conflict(workspace: Workspace, conflict: OpenConflict, choice: str) -> Batch:
    """Settles a conflict by ``file``, ``other`` or ``both``; raises Refused."""
    if choice == BOTH and conflict.both is None:
        raise Refused(f"{conflict.what} holds only one of the two: keep the file's, or take the other")
    value = {FILE: conflict.value, OTHER: conflict.other, BOTH: conflict.both}[choice]
    changes = () if choice == FILE else _set(conflict, value)
    return _settled(workspace, conflict, changes)


def settle_by_text(workspace: Workspace, conflict: OpenConflict, text: str) -> Batch:
    """Settles a conflict by a new text for the field; raises Refused."""
    if not isinstance(conflict.value, str) or not isinstance(conflict.other, str):
        raise Refused(f"{conflict.what} is no text; keep what is in the file, or take the other")
    return _settled(workspace, conflict, _write(workspace, conflict, text))


def _write(workspace: Workspace, conflict: OpenConflict, text: str) -> Sequence[Change]:
    """Sets a field to a text, as its form would."""
    file, place = conflict.file, conflict.place
    changes = _set(conflict, text)
    if place is not None and place.item is not None:
        from netui.storage.validation.validate import errors_in

        item = {**place.item, place.path[0]: text}
        errors = [e for e in errors_in(file, {place.table: [item]}) if e.path[:1] == (place.table,)]
        if errors:
            raise Refused(errors[0].words)
    elif place is not None and file.folder == GOALS:
        from netui.services.goals.commands import update_goal

        return update_goal(workspace, file.stem, {place.path: text}).changes
    else:
        from netui.services.people.set_field import KEYS, set_field

        if conflict.key in KEYS:
            seen = read_document(workspace, file)
            return set_field(workspace, file.stem, conflict.key, text, seen).changes
    return changes


def _set(conflict: OpenConflict, value: Any) -> Sequence[Change]:
    place, file = conflict.place, conflict.file
    if place is None:
        raise Refused(f"what {conflict.key} is about is no longer there; keep the file as it is")
    if place.item is None:
        return (SetValue(file, place.path, value, (place.present,)),)
    (name,) = place.path
    ident = place.item.get("id")
    where = {"id": ident} if ident else dict(place.item)
    return (AmendItem(file, place.table, where, {name: value}, {name: place.present}),)


def _settled(workspace: Workspace, conflict: OpenConflict, changes: Sequence[Change]) -> Batch:
    items = tables_at(read_document(workspace, conflict.file), "conflict")
    gone = RemoveItem(conflict.file, "conflict", exact_selector(conflict.item, items))
    return Batch(f"settled {conflict.what} of {conflict.whose}", (*changes, gone))
