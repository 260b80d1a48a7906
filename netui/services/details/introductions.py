"""Introductions: who introduced whom to whom, on which day, and how one met somebody."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from netui.domain.model.changes import Batch, Change
from netui.domain.model.contact_row import fold
from netui.domain.model.entry import Entry
from netui.services.dates import DateField, parse_date_field
from netui.services.errors import FieldErrors, Refused, parse_fields
from netui.services.people.commands import one_line
from netui.services.people.set_field import set_field, understood
from netui.services.relationships.commands import check_introducer, find_person
from netui.services.timeline.commands import add_entry
from netui.services.workspace import Workspace

ME = "me"
_NEEDED = {"by": "", "whom": "", "to": ""}


def set_introduction(workspace: Workspace, who: str, values: Mapping[str, str]) -> Batch:
    """Sets how one met somebody: ``on``, ``where`` and ``via`` (an id, or free text); raises Refused."""
    check_introducer(workspace, who, values.get("via", ""))
    batches = [set_field(workspace, who, f"met.{key}", text) for key, text in values.items()]
    said = [
        f"through {workspace.name(text)}" if key == "via" else understood(batch.changes) or text
        for (key, text), batch in zip(values.items(), batches, strict=True)
        if text
    ]
    label = f"met {workspace.name(who)}: {', '.join(said) or 'unknown'}"
    return Batch(label, tuple(change for batch in batches for change in batch.changes))


def add_introduction(workspace: Workspace, fields: Mapping[str, str]) -> Batch:
    """Logs that ``by`` introduced ``whom`` to ``to``: contacts, or me.

    ``by`` is me where it is empty, else ``to`` is. What I gave or got is an entry of kind intro; whom I met
    so has the introducer in ``[met] via``. Between others it is a note. It shows on the pages of all of them.
    Raises FieldErrors.
    """
    texts = {**_NEEDED, **fields}
    if not texts["by"].strip():
        texts["by"] = ME
    elif not texts["to"].strip() and fold(texts["by"].strip()) != ME:
        texts["to"] = ME

    def parse(key: str, text: str) -> Any:
        if key == "on":
            return parse_date_field(workspace, DateField.PAST, text)
        if key == "text":
            return one_line(text)
        return _person(workspace, key, one_line(text))

    values = parse_fields(texts, parse)
    by, whom, to = (values[key] for key in ("by", "whom", "to"))
    day = values.get("on") or workspace.today
    wrong = _contradiction(workspace, by, whom, to)
    if wrong:
        raise FieldErrors(wrong)
    about = f": {values['text']}" if values.get("text") else ""
    entry, further = _entry(workspace, by, whom, to, day)
    logged = add_entry(workspace, entry._replace(text=entry.text + about))[1]
    who, introduced, other = ("you" if each == ME else workspace.name(each) for each in (by, whom, to))
    return Batch(f"{who} introduced {introduced} to {other}", (*logged.changes, *further))


def _entry(workspace: Workspace, by: str, whom: str, to: str, day: date) -> tuple[Entry, tuple[Change, ...]]:
    if by == ME:
        text = f"introduced {workspace.name(whom)} to {workspace.name(to)}"
        return Entry("", day, "intro", whom, (to,), started_by=ME, gave=("intro",), text=text), ()
    if to == ME:
        text = f"introduced me to {workspace.name(whom)}"
        entry = Entry("", day, "intro", by, (whom,), started_by="them", got=("intro",), text=text)
        met = workspace.read.head(whom).get("met")
        known = isinstance(met, dict) and met.get("via")
        return entry, () if known else set_field(workspace, whom, "met.via", by).changes
    text = f"introduced {workspace.name(whom)} to {workspace.name(to)}"
    return Entry("", day, "note", by, (whom, to), text=text), ()


def _person(workspace: Workspace, key: str, text: str) -> str:
    if fold(text) in ("me", "i", "myself") and key != "whom":
        return ME
    if not text:
        raise Refused("say who was introduced" if key == "whom" else "say to whom")
    return find_person(workspace, text)


def _contradiction(workspace: Workspace, by: str, whom: str, to: str) -> dict[str, str]:
    """Why these three are no introduction, at its field; empty where they are one."""
    if by == to == ME:
        return {"to": "you cannot introduce somebody to yourself; say who introduced them, or to whom"}
    if whom == to:
        return {"to": f"{workspace.name(whom)} cannot be introduced to themselves"}
    if by in (whom, to):
        return {"by": f"{workspace.name(by)} cannot have introduced themselves"}
    if to == ME:
        try:
            check_introducer(workspace, whom, by)
        except Refused as error:
            return {"by": str(error)}
    return {}
