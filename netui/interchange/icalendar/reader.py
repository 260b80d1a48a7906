"""Import an iCalendar file: meetings with others become timeline entries, those ahead planned ones.

An entry's id is made of the event's UID and the day its recurrence was first meant for, so that a meeting
that moved moves its entry. Days and times are those that the event says, in its own time zone; what says UTC
is read in the zone of its calendar (X-WR-TIMEZONE), else as it stands.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from netui.domain.model.dates import day_of, shift
from netui.interchange import network_json
from netui.interchange.icalendar import SOURCE
from netui.interchange.icalendar.attendees import Attendee, find_attendees, find_organizer
from netui.interchange.icalendar.components import EventText, read_events
from netui.interchange.icalendar.events import Event, parse_event
from netui.interchange.icalendar.occurrences import Occurrence, find_occurrences
from netui.interchange.records import (
    EntryRecord,
    ParsedFile,
    PersonRecord,
    ReadOptions,
    RejectedRecord,
    clean,
    stable_id,
)
from netui.interchange.vcard.content_lines import unescape

MOST_PEOPLE = 12
"""The most people at a meeting: at twelve, it counts an eighth of one between two."""
DAYS_BACK, DAYS_AHEAD = 730, 90
"""How far an import looks, unless it is told."""
_LONGEST = 500
_IGNORED_METHODS = frozenset(("REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER"))
_VIDEO = re.compile(r"\b(?:zoom\.us|meet\.google|teams\.(?:microsoft|live)|webex\.com|whereby\.com|jit\.si)")
_URL = re.compile(r"[a-z]+://\S+", re.IGNORECASE)
_KINDS = {
    "coffee": "coffee", "tea": "coffee", "lunch": "lunch", "brunch": "lunch", "dinner": "dinner",
    "supper": "dinner", "drinks": "drinks", "beer": "drinks", "beers": "drinks", "call": "call",
    "phone": "call", "video": "video", "zoom": "video", "visit": "visit",
}  # fmt: skip


def read(data: bytes, file: str, options: ReadOptions) -> ParsedFile:
    """Parses one calendar; never raises, whatever ``data`` is.

    Left out are what one declined oneself (``options.own``), what more than twelve people attend, and what
    lies outside of ``options.since`` to ``options.until``. Cancelled meetings are withdrawn.
    """
    return _Reader(file, options).read(data)


def _held_by_netui(text: EventText) -> list[Any]:
    """The contacts that netui wrote into an event of its own; none where a calendar spoiled them."""
    try:
        found = json.loads(unescape(text.first("X-NETUI")))
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else []


class _Reader:
    """Collects the meetings of one file; ``left_out`` counts the others by the reason."""

    def __init__(self, file: str, options: ReadOptions) -> None:
        self._file, self._options = file, options
        self._people: dict[str, PersonRecord] = {}
        self._entries: dict[str, EntryRecord] = {}
        self._since = options.since or shift(options.today, -DAYS_BACK)
        self._until = options.until or shift(options.today, DAYS_AHEAD)
        self._rejected: list[RejectedRecord] = []
        self._left_out: Counter[str] = Counter()
        self._told_own = self._has_declined = False

    def read(self, data: bytes) -> ParsedFile:
        own: list[Any] = []
        for texts in _by_uid(read_events(data)).values():
            if held := [_held_by_netui(text) for text in texts if text.has("X-NETUI")]:
                own += [item for items in held for item in items]
                continue
            # Most events of a calendar are with nobody: they are not parsed.
            if self._options.with_alone or any(text.has("ATTENDEE") for text in texts):
                self._take(texts)
        exported = network_json.read_contacts(own, self._file)
        return ParsedFile(
            people=(*self._people.values(), *exported.people),
            entries=(*self._entries.values(), *exported.entries),
            rejected=(*self._rejected, *exported.rejected),
            notes=tuple(self._notes()),
        )

    def _notes(self) -> Iterable[str]:
        for what, count in self._left_out.items():
            yield f"{count} {what}"
        if self._has_declined and not self._told_own:
            yield "whether you declined cannot be told without your address: --me ADDRESS"

    def _take(self, texts: list[EventText]) -> None:
        """Takes in one event with all that stands for single days of it."""
        events: list[Event] = []
        for text in texts:
            if text.calendar.get("METHOD", "").upper() in _IGNORED_METHODS:
                continue
            try:
                if text.problem:
                    raise ValueError(text.problem)
                events.append(parse_event(text))
            except (ValueError, OverflowError) as error:
                self._reject(text, str(error))
        try:
            found = find_occurrences(events, self._since, self._until)
        except (ValueError, OverflowError, TypeError) as error:
            self._reject(texts[0], f"its repetition makes no sense: {error}")
            return
        for text, event in zip(texts, events, strict=False):
            if event.rule_problem:
                self._reject(
                    text,
                    f"only its first day is taken, as its repetition cannot be read: {event.rule_problem}",
                )
        for occurrence in found:
            self._add(occurrence)
        for event in events:
            self._withdraw_unplanned(event, {each.key for each in found})

    def _add(self, occurrence: Occurrence) -> None:
        event = occurrence.event
        ident = stable_id(SOURCE, event.uid, occurrence.key)
        own = self._options.own | event.calendar_owner
        attendees = find_attendees(event)
        others = [each for each in attendees if each.address not in own]
        present = [each for each in others if not each.has_declined]
        self._told_own = self._told_own or any("@" in each for each in own)
        self._has_declined = self._has_declined or any(each.has_declined for each in attendees)
        if any(each.has_declined for each in attendees if each.address in own):
            self._left_out["left out that you declined"] += 1
            self._withdraw(ident, occurrence.event)
        elif occurrence.is_cancelled or not (present or self._options.with_alone):
            self._withdraw(ident, occurrence.event)
        elif len(attendees) > MOST_PEOPLE:
            self._left_out[f"left out with more than {MOST_PEOPLE} people"] += 1
        else:
            self._entries[ident] = self._entry(ident, occurrence, present, own)
            for each in present:
                self._add_person(each, event)

    def _withdraw(self, ident: str, event: Event) -> None:
        """Takes back the plan that an earlier import made of a meeting that does not take place."""
        people = find_attendees(event)
        if people and ident in self._options.planned:
            for each in people:
                self._add_person(each, event)
            idents = tuple(each.address for each in people)
            self._entries[ident] = EntryRecord(SOURCE, ident, idents, {}, self._file, event.where)

    def _withdraw_unplanned(self, event: Event, keys: set[str]) -> None:
        """Takes back the planned days of a series that no longer has them, as it was ended or moved."""
        if self._options.planned and event.is_recurring and event.recurrence is None:
            day = self._options.today
            while day < self._until:
                day = shift(day, 1)
                if day.isoformat() not in keys:
                    self._withdraw(stable_id(SOURCE, event.uid, day.isoformat()), event)

    def _entry(
        self, ident: str, occurrence: Occurrence, present: list[Attendee], own: frozenset[str]
    ) -> EntryRecord:
        event = occurrence.event
        title, place = _line(event.get("SUMMARY")), _line(event.get("LOCATION"))
        organizer = find_organizer(event)
        fields: dict[str, Any] = {"on": occurrence.on, "kind": _kind(title, place)}
        if place and not _URL.search(place):
            fields["place"] = place
        if organizer:
            fields["started_by"] = "me" if organizer in own else "them"
        if title:
            fields["text"] = title
        if event.get("CLASS").strip().upper() in ("PRIVATE", "CONFIDENTIAL"):
            fields["private"] = True
        if day_of(occurrence.on) > self._options.today:
            fields["planned"] = True
        people = tuple(each.address for each in present)
        return EntryRecord(SOURCE, ident, people, fields, self._file, event.where, event.source)

    def _add_person(self, attendee: Attendee, event: Event) -> None:
        known = self._people.get(attendee.address)
        if known is None or (known.name == known.uid and attendee.name):
            self._people[attendee.address] = PersonRecord(
                SOURCE,
                attendee.address,
                attendee.name or attendee.address,
                {"emails": [attendee.address]},
                self._file,
                event.where,
                must_exist=True,
            )

    def _reject(self, text: EventText, why: str) -> None:
        self._rejected.append(RejectedRecord(self._file, f"line {text.line}", why, text.source))


def _by_uid(events: Iterable[EventText]) -> dict[str, list[EventText]]:
    """The events by UID; one without is by itself."""
    found: dict[str, list[EventText]] = {}
    for event in events:
        uid = event.first("UID").strip() or f"\0{event.first('DTSTART')}\0{event.first('SUMMARY')}"
        found.setdefault(uid, []).append(event)
    return found


def _kind(title: str, place: str) -> str:
    """The kind that one word of the title names; else a video call if it has the address of one."""
    words = re.findall(r"[^\W\d_]+", title.casefold())
    kinds = {_KINDS[word] for word in words if word in _KINDS}
    if len(kinds) == 1:
        return kinds.pop()
    return "video" if _VIDEO.search(f"{title} {place}".casefold()) else "meeting"


def _line(text: str) -> str:
    return clean(text)[:_LONGEST]
