"""Checks of single values of a contact, the same for the form, ``netui set``, ``netui check`` and imports.

What the type of a key rules out (:mod:`netui.storage.validation`) makes a file unreadable. This is what can
be read and is odd: an e-mail address without @, a birthday to come. It cannot be typed; a file that holds it
already keeps it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from netui.domain.model.channels import is_address
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import PartialDate, Span
from netui.services.errors import Refused

if TYPE_CHECKING:
    from netui.storage.toml.positions import Path

LONGEST_LEAD = 366
_ADDRESSES = {
    "emails": "e-mail address; write it as ada@engines.example",
    "phones": "phone number; write it as +44 20 7946 0000",
    "links": "link; write it as https://engines.example/ada",
}
BIRTHDAY = "birthday"


def check_address(key: str, value: str) -> None:
    """Raises Refused where ``value`` is no e-mail, phone or link, by the list that it stands in."""
    if not is_address(key, value):
        raise Refused(f"{value!r} is no {_ADDRESSES[key]}")


def check_timezone(text: str) -> None:
    """Raises Refused where the system knows no time zone of that name; a system without any knows all."""
    zones = _timezones()
    if zones and text not in zones:
        from netui.domain.query.parser import nearest_word

        meant = nearest_word(text, zones)
        hint = f"did you mean {meant}?" if meant else "write it as Europe/London"
        raise Refused(f"{text!r} is no time zone; {hint}")


@cache
def _timezones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


def check_past(what: str, day: PartialDate, today: date) -> None:
    """Raises Refused where ``day`` cannot have been yet."""
    if day.year is not None and date(day.year, day.month or 1, day.day or 1) > today:
        raise Refused(f"{what}: {day} lies ahead; say a day that has been")


def check_lead(days: int) -> None:
    """Raises Refused where nobody can be told of a day so many days ahead."""
    if not 0 <= days <= LONGEST_LEAD:
        raise Refused(f"days ahead: a number up to {LONGEST_LEAD}, or nothing for 7")


_OFTEN = {
    "daily": "1d", "weekly": "1w", "fortnightly": "2w", "monthly": "1m", "quarterly": "3m", "yearly": "1y",
}  # fmt: skip


def canonical_span(text: str) -> str:
    """A span as typed, also in words (``every 2 weeks``), in its canonical form; raises Refused."""
    try:
        found = Span.parse(_span_of_words(text) or text)
    except ValueError as error:
        raise Refused(str(error)) from None
    if found.days > 36525:
        raise Refused(f"{text!r} is longer than a life; try 10d, 3w, 2m or 1y")
    return str(found)


def _span_of_words(text: str) -> str:
    """``2w`` for ``2 weeks``, ``every other week``, ``once a fortnight`` or ``fortnightly``; else nothing."""
    from netui.domain.natural_dates.tokens import NUMBERS, UNITS

    words = text.lower().split()
    if len(words) == 1:
        return _OFTEN.get(words[0], "")
    while words and words[0] in ("every", "each", "once"):
        del words[0]
    *counts, unit = words or [""]
    count = " ".join(counts) or "a"
    number = int(count) if count.isdecimal() else (NUMBERS | {"other": 2, "second": 2}).get(count, 0)
    letter = UNITS.get(unit, "")
    if letter == "f":
        number, letter = 2 * number, "w"
    return f"{number}{letter}" if number and letter and letter in "dwmy" else ""


def odd_values(document: Mapping[str, Any], today: date) -> "Iterator[tuple[Path, str]]":
    """The values of a contact's file that a form would refuse: where each stands, and why."""
    for path, check in _checks(document, today):
        try:
            check()
        except Refused as error:
            yield path, str(error)


def _checks(document: Mapping[str, Any], today: date) -> "Iterator[tuple[Path, Callable[[], object]]]":
    """The checks of each value that has the type of its key."""
    for key in _ADDRESSES:
        values = document.get(key)
        for at, item in enumerate(values if isinstance(values, list) else ()):
            value = item.get("value") if isinstance(item, Mapping) else item
            if isinstance(value, str):
                yield (key, at), partial(check_address, key, value)
    zone, met, rhythm = (document.get(key) for key in ("timezone", "met", "rhythm"))
    if isinstance(zone, str) and zone:
        yield ("timezone",), partial(check_timezone, zone)
    days: list[tuple[str, Path, object]] = [("died", ("died",), document.get("died"))]
    if isinstance(met, Mapping):
        days.append(("met on", ("met", "on"), met.get("on")))
    dates = document.get("date")
    for at, item in enumerate(dates if isinstance(dates, list) else ()):
        if isinstance(item, Mapping):
            if fold(str(item.get("what", ""))) == BIRTHDAY:
                days.append((BIRTHDAY, ("date", at, "on"), item.get("on")))
            lead = item.get("lead")
            if type(lead) is int:
                yield ("date", at, "lead"), partial(check_lead, lead)
    for what, path, value in days:
        day = _partial(value)
        if day is not None:
            yield path, partial(check_past, what, day, today)
    every = rhythm.get("every") if isinstance(rhythm, Mapping) else None
    if isinstance(every, str) and every:
        yield ("rhythm", "every"), partial(canonical_span, every)


def _partial(value: object) -> PartialDate | None:
    try:
        return PartialDate.parse(value)
    except ValueError:
        return None
