"""Half-made entries and contacts: what accepting a part of an inbox file would save."""

from datetime import date, datetime
from typing import NamedTuple

from netui.domain.capture.model import Person
from netui.domain.capture.parse import ParsedLine
from netui.domain.capture.serialize import render
from netui.domain.model.dates import day_of, shift
from netui.interchange.icalendar.reader import read as read_calendar
from netui.interchange.mail import SOURCE
from netui.interchange.mail.headers import MessageHeader, parse_header
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, ReadOptions
from netui.interchange.vcard.reader import read as read_cards
from netui.services.inbox.items import InboxItem
from netui.services.inbox.parts import CARD, EVENT, LINE, MAIL, Part
from netui.services.privacy.forgotten import Marks
from netui.services.timeline.capture import parse_line, summary_line
from netui.services.transfer.imports import import_options, with_new_people, without_forgotten
from netui.services.workspace import Workspace

_FAR = 730
"""Days ahead of an invitation that is looked at, where nothing of it is nearer."""
_CALLED_OFF = "a meeting that is called off"
_NOBODY = "it names nobody: correct it as a line"


class Draft(NamedTuple):
    """The records that a part holds, as an import would take them, and the line that says them."""

    parsed: ParsedFile
    line: ParsedLine | None


def describe(workspace: Workspace, marks: Marks, file: str, when: datetime, part: Part) -> InboxItem:
    """The item that a part is; ``when`` is the moment that its days are counted from."""
    part = part._replace(text=marks.redact(part.text), when=when)
    item = InboxItem(part.id, file, part.what, part.line, part.text, "", None, "", part)
    if part.what == LINE:
        captured = parse_line(workspace, part.text, now=when)
        problem = captured.problems[0].message if captured.problems else "" if captured.people else _NOBODY
        return item._replace(understood=summary_line(captured), on=day_of(captured.on), problem=problem)
    if part.what not in (EVENT, CARD, MAIL):
        return item._replace(text="", problem=part.text)
    draft = make_draft(workspace, file, part)
    if draft.line is not None:
        problem = "" if draft.line.people else _NOBODY
        return item._replace(
            text=render(draft.line),
            understood=summary_line(draft.line),
            on=day_of(draft.line.on),
            problem=problem,
        )
    if part.what == EVENT and draft.parsed.entries:
        return item._replace(text=_CALLED_OFF, understood=_CALLED_OFF)
    names = ", ".join(person.name for person in draft.parsed.people)
    if not names or part.what != CARD:
        reasons = (
            *(each.why for each in draft.parsed.rejected),
            *draft.parsed.notes,
            "it has no people or days",
        )
        return item._replace(text=part.what, problem=f"{reasons[0]}: correct it as a line, or drop it")
    emails = [str(email) for person in draft.parsed.people for email in person.fields.get("emails", ())[:1]]
    return item._replace(text=names, understood=" · ".join(("contact", names, *emails)))


def make_draft(workspace: Workspace, file: str, part: Part) -> Draft:
    """What an event, a card or a mail of somebody else brings in."""
    options = import_options(workspace)
    if part.what == CARD:
        parsed = read_cards(part.data, file)
    else:
        parsed = _read_mail(part, file) if part.what == MAIL else _read_event(part, file, options)
    parsed = with_new_people(workspace, without_forgotten(parsed, Marks(workspace.network)))
    return Draft(parsed, _line(workspace, parsed, options))


def _read_event(part: Part, file: str, options: ReadOptions) -> ParsedFile:
    """The coming and past days of an event; of one that is far ahead the first."""
    options = options._replace(with_alone=True)
    parsed = read_calendar(part.data, file, options)
    if not any(entry.fields for entry in parsed.entries):
        far = read_calendar(part.data, file, options._replace(until=shift(options.today, _FAR)))
        first = [entry for entry in far.entries if entry.fields][:1]
        parsed = far._replace(entries=(*first, *parsed.entries))
    return parsed


def _read_mail(part: Part, file: str) -> ParsedFile:
    """A mail of somebody as an entry; its subject is the text, its body is not read."""
    header: MessageHeader = parse_header(part.data)
    if header.sender is None or header.day is None:
        return ParsedFile()
    address, name = header.sender
    person = PersonRecord(SOURCE, address, name or address, {"emails": [address]}, file, "", must_exist=True)
    fields = {"on": header.day, "kind": "email", "started_by": "them", "text": header.subject}
    entry = EntryRecord(SOURCE, part.id, (address,), {k: v for k, v in fields.items() if v}, file, "")
    return ParsedFile((person,), (entry,))


def _line(workspace: Workspace, parsed: ParsedFile, options: ReadOptions) -> ParsedLine | None:
    """The first entry as a log line; None where there is none."""
    entries = sorted((e for e in parsed.entries if e.fields), key=lambda each: str(each.fields["on"]))
    if not entries:
        return None
    ahead = [each for each in entries if day_of(each.fields["on"]) >= options.today]
    entry = (ahead or entries[-1:])[0]
    names = {person.uid: person.name for person in parsed.people}
    idents = [options.contacts.get(uid, "") for uid in entry.people]
    known = workspace.read.names_of([ident for ident in idents if ident])
    people = tuple(
        Person(ident, known.get(ident, ident)) if ident else Person("", names.get(uid, uid))
        for ident, uid in zip(idents, entry.people, strict=True)
    )
    on: date = entry.fields["on"]
    return ParsedLine(
        kind=str(entry.fields.get("kind", "meeting")),
        on=on,
        people=people,
        text=str(entry.fields.get("text", "")),
        place=str(entry.fields.get("place", "")),
        started_by=str(entry.fields.get("started_by", "")),
    )
