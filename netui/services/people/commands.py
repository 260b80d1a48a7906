"""Commands on contacts: each returns a batch of changes, which ``Workspace.apply`` saves and can undo."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from netui.domain.model.changes import (
    CONTACTS,
    AddItem,
    Batch,
    Change,
    Create,
    Delete,
    EditList,
    FileId,
    SetValue,
    tables_at,
    value_at,
)
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import full_day
from netui.services.errors import Refused
from netui.services.workspace import Workspace
from netui.storage.files.filenames import random_id

LONGEST_NAME = 300
_SEVERAL = 3
"""What changes from one value for so many people at once is no correction of how they were added."""
_LATELY = timedelta(days=1)
"""What was set within this time and is changed again was a mistake."""


def add_contact(
    workspace: Workspace,
    name: str,
    *,
    aliases: Sequence[str] = (),
    tags: Sequence[str] = (),
    roles: Sequence[str] = (),
    every: str = "",
    emails: Sequence[str] = (),
    org: str = "",
    title: str = "",
    location: str = "",
    taken: Collection[str] = (),
    more: Mapping[str, Any] | None = None,
) -> tuple[str, Batch]:
    """Adds a contact; returns its id and the batch. ``more`` holds further keys as the file has them.

    ``taken`` are ids already given out for files that are not written yet. Raises Refused.
    """
    from netui.services.people.field_values import canonical_span
    from netui.storage.toml.document import dump

    name = clean_name(name)
    values: dict[str, Any] = {
        "name": name,
        "aliases": [*map(clean_name, aliases)],
        "roles": _unique(roles),
        "tags": _unique(tag.lstrip("#") for tag in tags),
        "org": one_line(org),
        "title": one_line(title),
        "location": one_line(location),
        "emails": _labelled(_unique(emails)),
        "rhythm": {"every": canonical_span(every)} if every else {},
        **(more or {}),
    }
    stem = new_file_id(workspace, CONTACTS, name, taken)
    text = dump({key: value for key, value in values.items() if value not in ("", [], {}, None)})
    return stem, Batch(f"added {name}", (Create(FileId(CONTACTS, stem), text),))


def _labelled(emails: Iterable[str]) -> list[Any]:
    """The addresses as files have them, of ``home: ada@home.example`` with its label."""
    if not emails:
        return []
    from netui.domain.text.lists import split_label, with_label
    from netui.services.people.field_values import check_address

    found = [split_label(text, "emails") for text in emails]
    for _, value in found:
        check_address("emails", value)
    return [with_label(value, label) for label, value in found]


def new_file_id(workspace: Workspace, folder: str, name: str, taken: Collection[str] = ()) -> str:
    """An id for a new file that no file has, nor is among ``taken``."""
    stem = workspace.store.free_stem(folder, name)
    number = 2
    base = stem
    while stem in taken:
        stem, number = f"{base}-{number}", number + 1
    return stem


def new_promise_id(workspace: Workspace, taken: Collection[str] = ()) -> str:
    """A short id that no promise has: it is typed by hand."""
    while True:
        ident = "p" + random_id(4)
        if ident not in taken and not workspace.read.promises.has(ident):
            return ident


def tag_contacts(
    workspace: Workspace, idents: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()
) -> Batch:
    """Adds and removes tags, compared without case and diacritics; one that is in both is added."""
    idents = list(idents)
    added, removed = (_unique(t.lstrip("#").strip() for t in tags) for tags in (add, remove))
    gone = [t for t in removed if fold(t) not in map(fold, added)]
    there = workspace.read.contact_rows(idents)
    changes = [EditList(FileId(CONTACTS, row.id), ("tags",), added, gone) for row in there]
    marks = " ".join([*(f"+{t}" for t in added), *(f"-{t}" for t in removed)])
    return Batch(f"tagged {workspace.names_in_words(idents)} {marks}", tuple(changes))


def rename_contact(workspace: Workspace, ident: str, name: str) -> Batch:
    """Changes a contact's name; the id stays."""
    name = clean_name(name)
    label = f"renamed {workspace.name(ident)} to {name}"
    return with_former(workspace, Batch(label, (_set(workspace, ident, ("name",), name),)))


def with_former(workspace: Workspace, batch: Batch) -> Batch:
    """The batch with the facts that it replaces kept as ``[[former]]``, a former name as an alias too.

    A correction leaves no trace: of the spelling, or of what was set within the last day. What changes for
    several people from one value, such as the name of their firm, is news even if they were added today.
    """
    from netui.domain.model.former_facts import keep_former, replaced_fact

    replaced = {at: fact for at, change in enumerate(batch.changes) if (fact := replaced_fact(change))}
    if not replaced:
        return batch
    recent = workspace.store.recently_set(workspace.now() - _LATELY)
    together = Counter(fact[:2] for fact in replaced.values())
    changes: list[Change] = []
    for at, change in enumerate(batch.changes):
        changes.append(change)
        if at in replaced and isinstance(change, SetValue):
            key, file = replaced[at][0], change.file
            head = workspace.read.head(file.stem)
            is_new = (file, "") in recent and together[replaced[at][:2]] < _SEVERAL
            is_recent = is_new or (file, key) in recent
            changes += keep_former(change, replaced[at], head, workspace.today, is_recent=is_recent)
    return batch._replace(changes=tuple(changes))


def archive_contacts(workspace: Workspace, idents: Iterable[str], *, archived: bool = True) -> Batch:
    """Archives contacts (no lists, no states), or takes them out of the archive."""
    idents = list(idents)
    changes = tuple(_set(workspace, ident, ("archived",), archived or None) for ident in idents)
    return Batch(f"{'archived' if archived else 'brought back'} {workspace.names_in_words(idents)}", changes)


def remove_contacts(workspace: Workspace, idents: Iterable[str]) -> Batch:
    """Moves contacts to the trash, and what a sync left of them; shared entries move to the next participant.

    Raises StoreError for a file that cannot be read; of one that cannot be parsed, what can be is moved.
    """
    from netui.services.check.conflict_copies import copies_of

    idents = list(idents)
    leaving = set(idents)
    changes: list[Change] = []
    for ident in idents:
        changes += _pass_on_shared_entries(workspace, ident, leaving)
        file = FileId(CONTACTS, ident)
        changes += map(Delete, (file, *copies_of(workspace, file)))
    return Batch(f"deleted {workspace.names_in_words(idents)}", tuple(changes))


def _pass_on_shared_entries(workspace: Workspace, ident: str, leaving: Collection[str]) -> list[Change]:
    changes: list[Change] = []
    for item in _timeline(workspace, FileId(CONTACTS, ident)):
        others = [other for other in item.get("with", ()) if isinstance(other, str) and other not in leaving]
        known = workspace.read.contact_rows(others)
        heir = next((row.id for row in known if not row.error), None)
        if heir is None:
            if known:
                raise Refused(f"{known[0].error}; mend it first: an entry shared with them moves there")
            continue
        rest = [other for other in others if other != heir]
        moved = {key: value for key, value in item.items() if key != "with"}
        if rest:
            moved["with"] = rest
        moved.setdefault("id", random_id())
        changes.append(AddItem(FileId(CONTACTS, heir), "timeline", moved))
    return changes


def _timeline(workspace: Workspace, file: FileId) -> list[dict[str, Any]]:
    """The entries in a file as far as they can be read; raises StoreError when the file cannot be."""
    from netui.storage.errors import Unreadable
    from netui.storage.toml.document import load
    from netui.storage.toml.salvage import salvage_items

    data = workspace.store.read(file)
    try:
        return tables_at(load(data, str(file)), "timeline")
    except Unreadable:
        return salvage_items(data, "timeline")


def snooze_contacts(workspace: Workspace, idents: Iterable[str], until: date | None) -> Batch:
    """Snoozes contacts until a day (None wakes them); an entry of kind ``snooze`` records it."""
    idents = list(idents)
    changes: list[Change] = []
    for ident in idents:
        file = FileId(CONTACTS, ident)
        changes.append(_set(workspace, ident, ("rhythm", "snoozed_until"), until))
        if until is not None:
            changes.append(_log_item(workspace, file, "snooze", f"until {until.isoformat()}"))
    who = workspace.names_in_words(idents)
    return Batch(f"snoozed {who} until {full_day(until)}" if until else f"woke {who}", tuple(changes))


def parse_wake_day(workspace: Workspace, text: str) -> date | None:
    """The day until which a snooze lasts (``2w``, ``1 dec``), None for ``off``; raises Refused."""
    from netui.services.dates import DateField, parse_date_field

    if text.strip().lower() in ("off", "wake", "0"):
        return None
    day = parse_date_field(workspace, DateField.DUE, text)
    if not isinstance(day, date):
        raise Refused("until when? 2w, 1 dec, next month; off wakes")
    if day <= workspace.today:
        raise Refused(f"{full_day(day)} is not ahead; try 2w, in 3 weeks or 1 dec")
    return day


def mark_reviewed(
    workspace: Workspace, idents: Iterable[str], kind: str = "reviewed", text: str = ""
) -> Batch:
    """Records an entry that is no contact: ``reviewed``, ``skip`` or ``attempt``."""
    idents = list(idents)
    changes = tuple(_log_item(workspace, FileId(CONTACTS, ident), kind, text) for ident in idents)
    did = {"attempt": "tried to reach", "skip": "skipped"}.get(kind, kind)
    return Batch(f"{did} {workspace.names_in_words(idents)}", changes)


def mute_contacts(workspace: Workspace, idents: Iterable[str]) -> Batch:
    """Turns reminders off: never quiet or due, still listed; an entry records the day."""
    idents = list(idents)
    changes: list[Change] = []
    for ident in idents:
        file = FileId(CONTACTS, ident)
        changes += [
            _set(workspace, ident, ("rhythm", "mode"), "off"),
            _log_item(workspace, file, "reviewed", "let go"),
        ]
    return Batch(f"let {workspace.names_in_words(idents)} go", tuple(changes))


def _set(workspace: Workspace, ident: str, path: tuple[str, ...], value: Any) -> SetValue:
    """Sets a key of a contact that now holds what the index knows."""
    seen = value_at(workspace.read.head(ident), path)
    return SetValue(FileId(CONTACTS, ident), path, value, (seen,))


def _log_item(workspace: Workspace, file: FileId, kind: str, text: str) -> AddItem:
    item: dict[str, Any] = {"id": random_id(), "on": workspace.today, "kind": kind}
    if text:
        item["text"] = text
    return AddItem(file, "timeline", item)


def set_rhythm(workspace: Workspace, idents: Iterable[str], setting: str) -> Batch:
    """Sets how often to be in touch: a span (``3w``), ``learn``, ``ambient`` or ``off``; raises Refused.

    An entry of kind ``reviewed`` records the day.
    """
    idents = list(idents)
    every, mode = parse_rhythm(setting)
    values = {"mode": mode or None} | ({} if mode else {"every": every or None})
    words = _MODES.get(mode) or every or "learned from the timeline"
    changes: list[Change] = []
    for ident in idents:
        file = FileId(CONTACTS, ident)
        changes += [_set(workspace, ident, ("rhythm", key), value) for key, value in values.items()]
        changes.append(_log_item(workspace, file, "reviewed", f"rhythm: {words}"))
    return Batch(f"rhythm of {workspace.names_in_words(idents)}: {words}", tuple(changes))


def parse_rhythm(setting: str) -> tuple[str, str]:
    """The keys ``every`` and ``mode`` for ``3w``, ``learn``, ``ambient`` or ``off``; raises Refused."""
    from netui.services.people.field_values import canonical_span

    setting = setting.strip()  # an error says it as it was typed
    if (mode := setting.lower()) in _MODES:
        return "", mode
    return ("", "") if mode == "learn" else (canonical_span(setting), "")


_MODES = {"ambient": "seen anyway", "off": "never flagged"}


# ---------------------------------------------------------------------- validation and wording


def read_document(workspace: Workspace, file: FileId) -> dict[str, Any]:
    """Reads a file from disk, parsed; raises StoreError when it cannot be read."""
    from netui.storage.toml.document import load

    return load(workspace.store.read(file), str(file))


def clean_name(name: str) -> str:
    """A name on one line without control characters; raises Refused where it is empty or too long."""
    name = one_line(name)
    if not name:
        raise Refused("a name is needed")
    if len(name) > LONGEST_NAME:
        raise Refused(
            f"a name of {len(name)} characters is too long (at most {LONGEST_NAME}); put the rest in notes"
        )
    return name


def one_line(text: str) -> str:
    """``text`` without line breaks and control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _unique(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for text in words if (word := one_line(text))))
