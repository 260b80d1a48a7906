"""Entries and promises of a Monica account: notes, calls, activities, conversations, gifts, debts, tasks."""

from collections.abc import Iterator, Set
from typing import Any

from netui.domain.model.kinds import BUILT_IN, CONTACT_KINDS
from netui.interchange.monica.account import SOURCE, Account, MonicaContact, Row, day, lines, text, truth
from netui.interchange.records import EntryRecord, stable_id

_KINDS = {
    "went_bar": "drinks", "ate_at_his_place": "visit", "ate_at_her_place": "visit", "ate_home": "dinner",
    "ate_restaurant": "dinner", "talked_at_home": "visit", "watched_movie_at_home": "visit",
    "went_theater": "event", "went_concert": "event", "went_play": "event", "went_museum": "event",
    "went_sport": "event",
}  # fmt: skip
"""Kinds of the types of activity that Monica comes with; any other is a meeting."""


def contact_entries(contact: MonicaContact, file: str) -> Iterator[EntryRecord]:
    """The entries that are about one contact alone."""
    for name, entry_of in (
        ("notes", _note), ("calls", _call), ("conversations", _conversation), ("gifts", _gift),
        ("life_events", _life_event),
    ):  # fmt: skip
        for row in contact.parts.get(name, ()):
            if (fields := entry_of(row)) is not None:
                ident = stable_id(SOURCE, name, contact.uid, text(row, "uuid") or repr(fields))
                yield EntryRecord(SOURCE, ident, (contact.uid,), fields, file, f"{contact.where}, {name}")


def activity_entries(account: Account, known: Set[str], file: str) -> Iterator[EntryRecord]:
    """The activities of one or several contacts; one that none of the ``known`` took part in is left out."""
    for row, people in account.activities:
        there = tuple(uid for uid in people if uid in known)
        on = day(row, "happened_at", "date_it_happened", "created_at")
        if not there or on is None:
            continue
        begun = BUILT_IN.named(text(row, "summary").partition(" ")[0].strip(".,:;"))
        kind = begun if begun in CONTACT_KINDS else _KINDS.get(text(row, "type_key"), "meeting")
        fields: dict[str, Any] = {"on": on, "kind": kind}
        if said := _joined(lines(row, "summary"), lines(row, "description")):
            fields["text"] = said
        if name := text(row, "type_name") or text(row, "type_key"):
            fields["tags"] = ["-".join(name.lower().replace("_", " ").split())]
        ident = stable_id(SOURCE, "activity", text(row, "uuid") or repr((there, fields)))
        yield EntryRecord(SOURCE, ident, there, fields, file, f"activity {text(row, 'uuid')}")


def promises(contact: MonicaContact) -> list[dict[str, Any]]:
    """Tasks, debts and reminders of one day, as promises."""
    found = []
    for row in contact.parts.get("tasks", ()):
        done = day(row, "completed_at", "updated_at") if truth(row, "completed") else None
        found.append(_promise("task", row, "me", _titled(row), done))
    for row in contact.parts.get("debts", ()):
        amount = " ".join(filter(None, (text(row, "amount"), text(row, "currency"))))
        said = f"Pay back {amount}"
        if reason := text(row, "reason"):
            said = f"{said}: {reason}"
        done = day(row, "updated_at", "created_at") if text(row, "status") == "complete" else None
        found.append(_promise("debt", row, "me" if truth(row, "in_debt") else "them", said, done))
    for row in contact.parts.get("reminders", ()):
        if text(row, "frequency_type") == "one_time" and not truth(row, "inactive"):
            promise = _promise("reminder", row, "me", _titled(row), None)
            found.append({**promise, **({"due": due} if (due := day(row, "initial_date")) else {})})
    return [promise for promise in found if promise["text"]]


def _titled(row: Row) -> str:
    return ": ".join(filter(None, (text(row, "title"), text(row, "description"))))


def _promise(what: str, row: Row, by: str, said: str, done: object) -> dict[str, Any]:
    ident = stable_id(SOURCE, what, text(row, "uuid") or said)
    dates = {"made": day(row, "created_at"), "done": done}
    return {
        "id": ident, "by": by, "text": " ".join(said.split()),
        **{key: value for key, value in dates.items() if value},
    }  # fmt: skip


def _note(row: Row) -> dict[str, Any] | None:
    on, said = day(row, "created_at", "updated_at"), lines(row, "body")
    return {"on": on, "kind": "note", "text": said} if on and said else None


def _call(row: Row) -> dict[str, Any] | None:
    on = day(row, "called_at", "created_at")
    if on is None:
        return None
    by = "them" if truth(row, "contact_called") else "me"
    fields: dict[str, Any] = {"on": on, "kind": "call", "started_by": by}
    return {**fields, "text": said} if (said := lines(row, "content")) else fields


def _conversation(row: Row) -> dict[str, Any] | None:
    """A conversation, which Monica's user has copied there: its text belongs to it."""
    messages = [each for each in row.get("messages") or () if lines(each, "content")]
    messages.sort(key=lambda each: text(each, "written_at"))
    on = day(row, "happened_at") or (day(messages[0], "written_at") if messages else None)
    on = on or day(row, "created_at")
    if on is None:
        return None
    fields: dict[str, Any] = {"on": on, "kind": "message"}
    if messages:
        fields["started_by"] = "me" if truth(messages[0], "written_by_me") else "them"
        fields["text"] = "\n".join(
            f"{'me' if truth(each, 'written_by_me') else 'them'}: {lines(each, 'content')}"
            for each in messages
        )
    return fields


def _gift(row: Row) -> dict[str, Any] | None:
    """A gift given or got; an idea for one is a note."""
    on = day(row, "date", "created_at")
    amount = " ".join(filter(None, (text(row, "amount"), text(row, "currency"))))
    said = _joined(text(row, "name"), lines(row, "comment"), text(row, "url"), amount)
    if on is None or not said:
        return None
    given = {"offered": {"gave": ["gift"]}, "received": {"got": ["gift"]}}.get(text(row, "status"))
    if given is None:
        return {"on": on, "kind": "note", "text": f"Gift idea: {said}"}
    return {"on": on, "kind": "gift", "text": said, **given}


def _life_event(row: Row) -> dict[str, Any] | None:
    """What was written about a life event, whose day is among the dates of the contact."""
    on, said = day(row, "happened_at", "created_at"), lines(row, "note")
    what = text(row, "name") or text(row, "type_name").replace("_", " ")
    return {"on": on, "kind": "note", "text": _joined(what, said)} if on and said else None


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
