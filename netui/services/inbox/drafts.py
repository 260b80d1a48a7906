"""Half-made entries and contacts: what accepting a part of an inbox file would save."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property

from netui.domain.capture.model import Person
from netui.domain.capture.parse import ParsedLine
from netui.domain.capture.serialize import render
from netui.domain.model.dates import day_of, shift
from netui.domain.named_tuple import NamedTuple
from netui.interchange.icalendar.reader import read as read_calendar
from netui.interchange.mail import SOURCE
from netui.interchange.mail.headers import MessageHeader, parse_header
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, ReadOptions
from netui.interchange.vcard.reader import read as read_cards
from netui.services.inbox.parts import CARD, EVENT, LINE, MAIL, InboxItem, Part
from netui.services.privacy.forgotten import Marks
from netui.services.timeline.capture import parse_own_line, summary_line
from netui.services.timeline.log_text import dated_lines
from netui.services.transfer.imports import import_options, without_forgotten
from netui.services.workspace import Workspace

_FAR = 730
"""Days ahead of an invitation that is looked at, where nothing of it is nearer."""
_CALLED_OFF = "a meeting that is called off"
_IN_LINE = ("kind", "text", "place", "started_by")
_LONGEST_LINE, _SHOWN = 20_000, 200
_NOBODY = "it names nobody: correct it as a line"


class Draft(NamedTuple):
    """The records that a part holds, as an import would take them, and the line that says them."""

    parsed: ParsedFile
    line: ParsedLine | None


class DraftReader:
    """Reads parts of inbox files as half-made entries and contacts; what it knows of the network is kept."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._marks = Marks(workspace.network)

    @cached_property
    def _options(self) -> ReadOptions:
        return import_options(self._workspace)

    def describe(self, file: str, when: datetime, part: Part) -> InboxItem:
        """The item that a part is; ``when`` is the moment that its days are counted from."""
        is_too_long = len(part.text) > _LONGEST_LINE
        text = f"{part.text[:_SHOWN]}…" if is_too_long else part.text
        part = part._replace(text=self._marks.redact(text), when=when)
        item = InboxItem(part.id, file, part.what, part.line, part.text, "", None, "", part)
        if is_too_long:
            return item._replace(
                problem=f"longer than {_LONGEST_LINE:,} letters: correct it as a line, or drop it"
            )
        if part.what == LINE:
            return self._describe_line(item, part, when)
        if part.what not in (EVENT, CARD, MAIL):
            return item._replace(text="", problem=part.text)
        draft = self.read(file, part)
        if draft.line is not None:
            return _said(
                item._replace(text=render(draft.line)),
                draft.line,
                self._unclear(draft.line),
                self._options.today,
            )
        if part.what == EVENT and draft.parsed.entries:
            return item._replace(text=_CALLED_OFF, understood=_CALLED_OFF)
        names = ", ".join(person.name for person in draft.parsed.people)
        if part.what != CARD or not names:
            rejected = [each.why for each in draft.parsed.rejected]
            why = (*rejected, *draft.parsed.notes, "it has no people or days")[0]
            return item._replace(text=part.what, problem=f"{why}: correct it as a line, or drop it")
        emails = [str(each) for person in draft.parsed.people for each in person.fields.get("emails", ())[:1]]
        return item._replace(text=names, understood=" · ".join(("contact", names, *emails)))

    def _describe_line(self, item: InboxItem, part: Part, when: datetime) -> InboxItem:
        """The item of a log line, with the day that it stands below; of a paragraph that of several lines."""
        said = [
            _said(
                item._replace(text=line),
                captured,
                captured.problems[0].message if captured.problems else "",
                self._options.today,
            )
            for line in dated_lines(self._workspace, part.text, part.day, when)
            for captured in (parse_own_line(self._workspace, line, now=when),)
        ]
        first, *more = said
        if not more:
            return first
        if any(each.problem for each in said):
            return _said(item, parse_own_line(self._workspace, part.text, now=when), "", self._options.today)
        understood = "; ".join(each.understood for each in said)
        return first._replace(text="\n".join(each.text for each in said), understood=understood)

    def read(self, file: str, part: Part) -> Draft:
        """What an event, a card or a mail of somebody else brings in."""
        if part.what == CARD:
            parsed = without_forgotten(read_cards(part.data, file), self._marks)
            return Draft(parsed, None)
        parsed = _read_mail(part, file) if part.what == MAIL else _read_event(part, file, self._options)
        parsed = without_forgotten(parsed, self._marks)
        people = {person.uid: self._known_or_new(person) for person in parsed.people}
        parsed = parsed._replace(people=tuple(people.values()))
        return Draft(parsed, self._line(parsed, people))

    def _known_or_new(self, person: PersonRecord) -> PersonRecord:
        """Somebody of a meeting or mail: known by their address, else by the name that one contact alone has.

        Whoever is neither becomes a contact when it is accepted.
        """
        if person.uid in self._options.contacts:
            return person
        named = self._workspace.read.people_named(person.name)
        if len(named) == 1:  # another address would tell them apart
            return person._replace(name=named[0].name, fields={})
        return person._replace(must_exist=False)

    def _unclear(self, line: ParsedLine) -> str:
        """Who of the new people may be one of several contacts; "" where that is clear."""
        for name in line.people_to_create:
            if alike := self._workspace.read.people_named(name):
                ids = ", ".join(sorted(f"@{each.id}" for each in alike))
                return f"{name} may be any of {ids}: correct it as a line"
        return ""

    def _line(self, parsed: ParsedFile, people: Mapping[str, PersonRecord]) -> ParsedLine | None:
        """The next entry, else the latest, as a log line; None where there is none."""
        entries = sorted((e for e in parsed.entries if e.fields), key=lambda each: str(each.fields["on"]))
        if not entries:
            return None
        ahead = [each for each in entries if day_of(each.fields["on"]) >= self._options.today]
        entry = (ahead or entries[-1:])[0]
        on: date = entry.fields["on"]
        kind, text, place, by = (str(entry.fields.get(key, "")) for key in _IN_LINE)
        who = tuple(self._person(people[uid]) for uid in entry.people)
        return ParsedLine(kind, on, who, text, place=place, started_by=by)

    def _person(self, person: PersonRecord) -> Person:
        read = self._workspace.read
        ident = self._options.contacts.get(person.uid, "")
        if ident:
            return Person(ident, read.names_of((ident,)).get(ident, ident))
        named = read.people_named(person.name) if person.must_exist else []
        return Person(named[0].id, named[0].name) if named else Person("", person.name)


def _said(item: InboxItem, line: ParsedLine, problem: str, today: date) -> InboxItem:
    """The item with what its line says; a line with nobody has a problem too."""
    problem = problem or ("" if line.people else _NOBODY)
    return item._replace(understood=summary_line(line, today), on=day_of(line.on), problem=problem)


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
