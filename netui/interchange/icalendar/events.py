"""One event of an iCalendar file with its values parsed; all times are local, in the event's own zone."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from netui.interchange.icalendar.components import EventText
from netui.interchange.icalendar.recurrence import expand, parse_rule
from netui.interchange.records import stable_id

MOST_OCCURRENCES = 2000
"""The most days of one event that are taken."""
_CANCELLED = re.compile(
    r"(?:cancell?ed|abgesagt|annul[ée]e?|cancelad[oa]|annullat[oa]|geannuleerd)(?: event)?\s*:", re.IGNORECASE
)
_ADDRESS = re.compile(r"\S+@\S+\.\S+\Z")


class Event:
    """One event of a file. ``parsed`` maps the names of properties to their values.

    ``first`` is when it begins; ``recurrence`` the begin of the occurrence it stands for, if it is for one.
    ``rule_problem`` says why its recurrence rule cannot be read.
    """

    def __init__(self, text: EventText, parsed: Mapping[str, Any], rule_problem: str = "") -> None:
        self._text, self._parsed, self.rule_problem = text, parsed, rule_problem
        start = parsed["DTSTART"].dt
        if not isinstance(start, date):
            raise ValueError("its DTSTART is no day")
        self._zone = _zone_of(start, text.calendar.get("X-WR-TIMEZONE", ""))
        self.is_all_day = not isinstance(start, datetime)
        self.first = self.local(start)
        recurrence = self.values("RECURRENCE-ID")
        self.recurrence = self.local(recurrence[0].dt) if recurrence else None
        self.stands_for_later_ones = bool(recurrence) and (
            str(recurrence[0].params.get("RANGE", "")).upper() == "THISANDFUTURE"
        )

    @property
    def uid(self) -> str:
        """The UID; made of start and title where there is none."""
        return self.get("UID").strip() or stable_id("event", self.first.isoformat(), self.get("SUMMARY"))

    @property
    def where(self) -> str:
        """The place in the file."""
        return f"line {self._text.line}"

    @property
    def source(self) -> str:
        """The event as text."""
        return self._text.source

    @property
    def version(self) -> tuple[int, str]:
        """What is greater in a later version of the same event."""
        try:
            sequence = int(self.get("SEQUENCE") or 0)
        except ValueError:
            sequence = 0
        return sequence, self._text.first("LAST-MODIFIED") or self._text.first("DTSTAMP")

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return (
            self.get("STATUS").strip().upper() == "CANCELLED"
            or self._text.calendar.get("METHOD", "").upper() == "CANCEL"
            or _CANCELLED.match(self.get("SUMMARY").strip()) is not None
        )

    @property
    def calendar_owner(self) -> frozenset[str]:
        """The address of whose calendar it is: Google names that of an account so."""
        name = self._text.calendar.get("X-WR-CALNAME", "").casefold()
        return frozenset((name,)) if _ADDRESS.match(name) else frozenset()

    @property
    def is_recurring(self) -> bool:
        """Whether it takes place on several days."""
        return any(self.values(name) for name in ("RRULE", "RDATE"))

    def at(self, moment: datetime) -> date:
        """The day of an event of whole days, the time of another one."""
        return moment.date() if self.is_all_day else moment

    def get(self, name: str) -> str:
        """The text of a property; "" where there is none."""
        return next((str(value) for value in self.values(name)), "")

    def values(self, name: str) -> list[Any]:
        """All values of a property."""
        value = self._parsed.get(name)
        return [] if value is None else value if isinstance(value, list) else [value]

    def local(self, value: date) -> datetime:
        """A day or time of this event as a local time; a day begins at midnight."""
        if not isinstance(value, datetime):
            return datetime(value.year, value.month, value.day)
        if value.tzinfo is not None and self._zone is not None:
            value = value.astimezone(self._zone)
        return value.replace(tzinfo=None, microsecond=0)

    def moments(self, name: str) -> Iterator[datetime]:
        """The local times of RDATE or EXDATE; of a period, its begin. What cannot be read is left out."""
        for each in self.values(name):
            try:
                times = each.dts
            except (AttributeError, ValueError):
                continue
            for one in times:
                value = one.dt[0] if isinstance(one.dt, tuple) else one.dt
                if isinstance(value, date):
                    yield self.local(value)

    def expand(self, name: str, since: date, until: date) -> Iterator[datetime]:
        """The occurrences by RRULE or EXRULE; raises ValueError for one that makes no sense."""
        for parts in self.values(name):
            if self.rule_problem:
                return
            rule = parse_rule(parts, self.local, self.first)
            for number, moment in enumerate(expand(rule, self.first, since, until)):
                if number == MOST_OCCURRENCES:
                    break
                yield moment


def parse_event(text: EventText) -> Event:
    """Parses the values of an event; raises ValueError."""
    from icalendar import Event as Component  # the package takes a tenth of a second to load

    try:
        parsed = Component.from_ical(text.source)
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise ValueError(f"it cannot be read: {error}") from error
    problems = {str(name).upper(): str(why) for name, why in parsed.errors}
    for name in ("DTSTART", "RECURRENCE-ID"):
        if name in problems:
            raise ValueError(f"its {name} cannot be read: {problems[name]}")
    if "DTSTART" not in parsed or isinstance(parsed["DTSTART"], list):
        raise ValueError("it says no day, or several")
    return Event(text, parsed, problems.get("RRULE", ""))


def _zone_of(start: date, of_calendar: str) -> tzinfo | None:
    """The zone of an event's local times: its own, for one in UTC that of its calendar; None for neither."""
    if not isinstance(start, datetime):
        return None
    zone = start.tzinfo
    if str(zone).upper() != "UTC":
        return zone
    try:
        return ZoneInfo(of_calendar) if of_calendar else zone
    except (ValueError, OSError, LookupError):
        return zone
