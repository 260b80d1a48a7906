"""Attendees of an event: who was there, by their e-mail addresses."""

import re
from typing import Any

from netui.domain.named_tuple import NamedTuple
from netui.interchange.icalendar.events import Event
from netui.interchange.records import clean

_ADDRESS = re.compile(r"[^\s<>\"@,;:]+@[^\s<>\"@,;:]+")
_NO_PEOPLE = frozenset(("ROOM", "RESOURCE", "GROUP"))
_ABSENT = frozenset(("DECLINED", "DELEGATED"))


class Attendee(NamedTuple):
    """One attendee; ``address`` is folded, ``name`` may be empty."""

    address: str
    name: str
    has_declined: bool


def find_attendees(event: Event) -> list[Attendee]:
    """The organizer and the attendees of an event, each once; rooms, resources and groups are none."""
    found: dict[str, Attendee] = {}
    for value in event.values("ATTENDEE"):
        attendee = _attendee(value)
        if attendee:
            found.setdefault(attendee.address, attendee)
    for value in event.values("ORGANIZER"):
        organizer = _attendee(value)
        if organizer:
            found = {organizer.address: found.get(organizer.address, organizer), **found}
    return list(found.values())


def find_organizer(event: Event) -> str:
    """The address of whoever called the meeting, folded; "" where that is not said."""
    return next((_address_of(value) for value in event.values("ORGANIZER")), "")


def _address_of(value: Any) -> str:
    """The e-mail address of an ATTENDEE or ORGANIZER, folded; "" where it has none."""
    parameters = getattr(value, "params", {})
    for text in (str(value), str(parameters.get("EMAIL", ""))):
        match = _ADDRESS.search(text.removeprefix("mailto:").removeprefix("MAILTO:"))
        if match:
            return match[0].casefold()
    return ""


def _attendee(value: Any) -> Attendee | None:
    parameters = getattr(value, "params", {})
    address = _address_of(value)
    if not address or str(parameters.get("CUTYPE", "")).upper() in _NO_PEOPLE:
        return None
    name = clean(str(parameters.get("CN", ""))).strip("'\" ")
    if "@" in name:
        name = ""
    return Attendee(address, name, str(parameters.get("PARTSTAT", "")).upper() in _ABSENT)
