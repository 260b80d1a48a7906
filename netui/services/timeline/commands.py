"""Commands on timeline entries and promises: each returns a batch of changes."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from netui.domain.dedupe.diff import exact_selector
from netui.domain.model.changes import CONTACTS, AddItem, AmendItem, Batch, Change, FileId, RemoveItem
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import UNKNOWN_DAY, day_of, full_day
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.kinds import Kinds
from netui.services.dates import DateField, by_words, parse_date_field
from netui.services.errors import Refused
from netui.services.people.commands import new_promise_id, one_line, read_document
from netui.services.workspace import Workspace
from netui.storage.files.filenames import random_id
from netui.storage.queries.rows import read_entry, read_promise

ItemT = TypeVar("ItemT", Entry, Promise, Opportunity)
Decoder = Callable[[Mapping[str, Any], str, str, Kinds], ItemT | None]
"""Decodes an item of a contact's file, given the contact, the id it is to have and the kinds; or None."""

_FIELDS = (
    ("id", "id"), ("on", "on"), ("kind", "kind"), ("with", "with_"), ("place", "place"),
    ("started_by", "started_by"), ("text", "text"), ("tags", "tags"), ("goals", "goals"), ("gave", "gave"),
    ("got", "got"), ("learned", "learned"), ("private", "private"),
    ("planned", "planned"),
)  # fmt: skip


def entry_item(entry: Entry) -> dict[str, Any]:
    """An entry as a TOML table, without its empty fields."""
    values = {key: getattr(entry, name) for key, name in _FIELDS}
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
        if value not in ("", (), False)
    }


def entry_from_item(contact: str, item: Mapping[str, Any]) -> Entry:
    """The entry of a TOML table in the file of ``contact``."""
    values = {name: item[key] for key, name in _FIELDS if key in item}
    lists = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Entry(contact=contact, **{**values, **lists})


def add_entry(workspace: Workspace, entry: Entry) -> tuple[str, Batch]:
    """Adds an entry to the file of its ``contact``; returns its id, a new one where it was empty."""
    entry = entry._replace(id=entry.id or random_id())
    change = AddItem(FileId(CONTACTS, entry.contact), "timeline", entry_item(entry))
    did = "planned" if entry.planned else "logged"
    return entry.id, Batch(f"{did} {entry_words(workspace, entry)}", (change,))


def acknowledge_date(workspace: Workspace, contact: str, what: str) -> Batch:
    """Logs a note that names an important date, so that it is no longer shown as coming."""
    noted = Entry(id="", on=workspace.today, kind="note", contact=contact, text=f"{what}: thought of")
    batch = add_entry(workspace, noted)[1]
    return batch._replace(label=f"noted {what} of {workspace.name(contact)}")


def edit_entry(workspace: Workspace, before: Entry, after: Entry) -> Batch:
    """Saves the fields that differ; an entry with a new owner moves to their file with all its keys."""
    label = f"edited {entry_words(workspace, after)}"
    old, new = entry_item(before), entry_item(after)
    values = {key: new.get(key) for key, _ in _FIELDS if key != "id" and old.get(key) != new.get(key)}
    if before.contact != after.contact:
        return Batch(label, _moved(workspace, before, after.contact, values))
    where = item_match(workspace, "timeline", before, read_entry)
    change = AmendItem(FileId(CONTACTS, before.contact), "timeline", where, values, old)
    return Batch(label, (change,) if values else ())


def _moved(workspace: Workspace, entry: Entry, owner: str, values: Mapping[str, Any]) -> tuple[Change, ...]:
    """Moves an entry as it now stands to the file of another owner, and sets ``values`` there."""
    items = _items(workspace, entry.contact, "timeline")
    item = _raw_item(workspace, items, entry, read_entry)
    source, target = FileId(CONTACTS, entry.contact), FileId(CONTACTS, owner)
    where = {"id": str(item.get("id") or random_id())}
    return (
        AddItem(target, "timeline", {**item, **where}),
        AmendItem(target, "timeline", where, values, entry_item(entry)),
        RemoveItem(source, "timeline", exact_selector(item, items)),
    )


def remove_entry(workspace: Workspace, entry: Entry) -> Batch:
    """Deletes an entry, from the timelines of all participants."""
    where = item_match(workspace, "timeline", entry, read_entry)
    seen = {key: getattr(entry, name) for key, name in _FIELDS if key != "id"}
    change = RemoveItem(FileId(CONTACTS, entry.contact), "timeline", where, seen)
    return Batch(f"deleted {entry_words(workspace, entry)}", (change,))


def entry_words(workspace: Workspace, entry: Entry) -> str:
    """``coffee with Ada Lovelace and Grace Hopper, Fri 20 Nov 2026``."""
    who = workspace.names_in_words((entry.contact, *entry.with_))
    return f"{entry.kind} with {who}, {full_day(day_of(entry.on))}"


# ---------------------------------------------------------------------- promises


def add_promise(
    workspace: Workspace,
    contact: str,
    text: str,
    *,
    by: str = "me",
    due: date | None = None,
    goal: str = "",
) -> tuple[str, Batch]:
    """Adds a promise; returns its id. Raises Refused where the text is empty, or promised already."""
    ident = new_promise_id(workspace)
    promise = Promise(id=ident, by=by, text=_promise_text(text), made=workspace.today, due=due, goal=goal)
    require_new_promise(workspace, contact, promise)
    item = promise_item(promise)
    return ident, Batch(
        f"promise: {_promise_text(text)}{by_words(due)} ({workspace.name(contact)})",
        (AddItem(FileId(CONTACTS, contact), "promise", item),),
    )


def require_living(workspace: Workspace, contact: str) -> None:
    """Raises Refused where the contact died: what is open with them is closed, and shown nowhere."""
    row = workspace.read.row(contact)
    if row is not None and row.died:
        raise Refused(f"{workspace.name(contact)} died; promises and opportunities with them are closed")


def require_new_promise(workspace: Workspace, contact: str, promise: Promise) -> None:
    """Raises Refused where the same is promised, and open, already, or nothing can be any more."""
    require_living(workspace, contact)
    for known in workspace.read.promises.all(contact=contact):
        if (known.by, fold(known.text)) == (promise.by, fold(promise.text)) and known.is_open:
            name = workspace.name(contact)
            who = f"you promised {name}" if promise.by == "me" else f"{name} promised"
            raise Refused(f"{who} that already{by_words(known.due)} ({known.id}); move or change that one")


def promise_item(promise: Promise) -> dict[str, Any]:
    """A promise as a TOML table, without its empty fields."""
    keys = ("id", "by", "text", "made", "due", "done", "goal", "dropped")
    values = {key: value for key in keys if (value := getattr(promise, key)) not in (None, "")}
    return {
        key: True if value == UNKNOWN_DAY and key in ("done", "dropped") else value
        for key, value in values.items()
    }


def tick_promise(workspace: Workspace, promise: Promise, done: date | None = None) -> Batch:
    """Marks a promise kept, today unless said otherwise."""
    change = _amend(workspace, promise, {"done": done or workspace.today, "dropped": None})
    return Batch(f"done: {promise.text}", (change,))


def untick_promise(workspace: Workspace, promise: Promise) -> Batch:
    """Marks a promise open again, kept or dropped as it was."""
    values = {"done": None, "dropped": None}
    return Batch(f"open again: {promise.text}", (_amend(workspace, promise, values),))


def drop_promise(workspace: Workspace, promise: Promise) -> Batch:
    """Drops a promise: it will not be kept, and is no longer named among those open."""
    change = _amend(workspace, promise, {"dropped": workspace.today, "done": None})
    return Batch(f"dropped: {promise.text}", (change,))


def move_promise(workspace: Workspace, promise: Promise, text: str) -> Batch:
    """Moves an open promise to another day, given as text; raises Refused."""
    due = parse_date_field(workspace, DateField.DUE, text)
    if due is None:
        raise Refused("to which day? fri, 12 dec, in 2 weeks, 2026-12-01")
    assert isinstance(due, date)
    batch = edit_promise(workspace, promise, promise._replace(due=due))
    return batch._replace(label=f"moved to {full_day(due)}: {promise.text}")


def edit_promise(workspace: Workspace, before: Promise, after: Promise) -> Batch:
    """Saves the fields that differ."""
    old, new = promise_item(before), promise_item(after._replace(text=_promise_text(after.text)))
    keys = ("by", "text", "made", "due", "done", "goal", "dropped")
    values = {key: new.get(key) for key in keys if old.get(key) != new.get(key)}
    return Batch(f"edited promise: {after.text}", (_amend(workspace, before, values),) if values else ())


def remove_promise(workspace: Workspace, promise: Promise) -> Batch:
    """Deletes a promise."""
    where = item_match(workspace, "promise", promise, read_promise)
    seen = {key: getattr(promise, key) for key in ("by", "text", "made", "due", "goal")}
    change: Change = RemoveItem(FileId(CONTACTS, promise.contact), "promise", where, seen)
    return Batch(f"deleted promise: {promise.text}", (change,))


def _promise_text(text: str) -> str:
    text = one_line(text)
    if not text:
        raise Refused("a promise needs words: what is to be done?")
    return text


def _amend(workspace: Workspace, promise: Promise, values: Mapping[str, Any]) -> AmendItem:
    where = item_match(workspace, "promise", promise, read_promise)
    return AmendItem(FileId(CONTACTS, promise.contact), "promise", where, values, promise_item(promise))


# ---------------------------------------------------------------------- items without an id


def item_match(workspace: Workspace, table: str, seen: ItemT, read: Decoder[ItemT]) -> dict[str, Any]:
    """The keys that identify an item: its id, or all its values where a hand-written file gives it none.

    One without an id is known by what was ``seen`` of it, as ``read`` decodes it from a table of the file: at
    its place may stand another by now. Raises Refused where no item says that any more.
    """
    if not seen.id.startswith("#"):
        return {"id": seen.id}
    items = _items(workspace, seen.contact, table)
    return exact_selector(_raw_item(workspace, items, seen, read), items)


def _raw_item(
    workspace: Workspace, items: list[dict[str, Any]], seen: ItemT, read: Decoder[ItemT]
) -> dict[str, Any]:
    if seen.id.startswith("#"):
        kinds = workspace.kinds
        alike = [at for at, item in enumerate(items) if read(item, seen.contact, seen.id, kinds) == seen]
        at = next((at for at in alike if seen.id == f"#{at}"), next(iter(alike), None))
        found = None if at is None else items[at]
    else:
        found = next((item for item in items if item.get("id") == seen.id), None)
    if found is None:
        raise Refused("it is no longer there as it was; look again and repeat")
    return found


def _items(workspace: Workspace, contact: str, table: str) -> list[dict[str, Any]]:
    items = read_document(workspace, FileId(CONTACTS, contact)).get(table, [])
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
