"""Write dates, promises and planned meetings as an iCalendar file, for a phone's calendar to subscribe to.

``X-NETUI`` of each event holds the same as JSON in the shape of an export, so that an import gets it back.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from netui.domain.model.dates import PartialDate
from netui.interchange.network_json import encode_contact
from netui.interchange.records import stable_id
from netui.interchange.vcard.content_lines import escape, fold

_UNKNOWN_YEAR = 1972
"""The first year of a yearly date without one; it has a 29 February."""


def write_calendar(
    contacts: Iterable[tuple[str, Mapping[str, Any]]], names: Mapping[str, str], today: date
) -> Iterator[str]:
    """The calendar, event by event; each has the same UID each time. Promises without a day stay out."""
    yield from map(
        fold, ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//netui//netui//EN", "X-WR-CALNAME:netui")
    )
    for ident, document in contacts:
        name = str(document.get("name", ident))
        if "died" not in document:
            yield from _dates(ident, name, document)
            yield from _promises(ident, name, document)
        yield from _meetings(ident, name, document, names, today)
    yield fold("END:VCALENDAR")


def _dates(ident: str, name: str, document: Mapping[str, Any]) -> Iterator[str]:
    for item in document.get("date", ()):
        what = str(item.get("what", ""))
        try:
            on = PartialDate.parse(item.get("on"))
        except ValueError:
            continue
        if on.month and on.day:
            first = date(on.year or _UNKNOWN_YEAR, on.month, on.day)
            rule = "RRULE:FREQ=YEARLY"
            if (on.month, on.day) == (2, 29):
                rule += ";BYMONTH=2;BYMONTHDAY=-1"
            own = _own(ident, {"name": name, "date": [item]})
            yield from _event(stable_id("date", ident, what, str(on)), first, f"{name}: {what}", rule, own)


def _promises(ident: str, name: str, document: Mapping[str, Any]) -> Iterator[str]:
    for item in document.get("promise", ()):
        due = item.get("due")
        if not isinstance(due, date) or "done" in item or "dropped" in item:
            continue
        text = str(item.get("text", ""))
        said = f"{name} promised: {text}" if item.get("by") == "them" else f"Promised to {name}: {text}"
        own = _own(ident, {"name": name, "promise": [item]})
        yield from _event(stable_id("promise", ident, str(item.get("id", text))), due, said, own)


def _meetings(
    ident: str, name: str, document: Mapping[str, Any], names: Mapping[str, str], today: date
) -> Iterator[str]:
    for item in document.get("timeline", ()):
        on = item.get("on")
        if not isinstance(on, date) or (on.date() if isinstance(on, datetime) else on) < today:
            continue
        others = [names.get(each, each) for each in item.get("with", ()) if isinstance(each, str)]
        who = " and ".join([", ".join([name, *others[:-1]]), *others[-1:]])
        more = [
            f"{key}:{escape(str(item[of]))}"
            for key, of in (("LOCATION", "place"), ("DESCRIPTION", "text"))
            if item.get(of)
        ]
        there = [(each, {"name": names[each]}) for each in item.get("with", ()) if each in names]
        more.append(_own(ident, {"name": name, "timeline": [item]}, *there))
        kind = str(item.get("kind", "meeting"))
        yield from _event(
            str(item.get("id", "")) or stable_id(name, str(on)), on, f"{kind} with {who}", *more
        )


def _own(ident: str, document: Mapping[str, Any], *others: tuple[str, Mapping[str, Any]]) -> str:
    """The contacts of an event with what they hold of it."""
    items = [encode_contact(*each) for each in ((ident, document), *others)]
    return f"X-NETUI:{escape(json.dumps(items, ensure_ascii=False))}"


def _event(uid: str, on: date, summary: str, *more: str) -> Iterator[str]:
    lines = ["BEGIN:VEVENT", f"UID:{escape(uid)}@netui"]
    if isinstance(on, datetime):
        lines += [f"DTSTAMP:{on:%Y%m%dT%H%M%S}Z", f"DTSTART:{on:%Y%m%dT%H%M%S}", "DURATION:PT1H"]
    else:
        lines += [f"DTSTAMP:{on:%Y%m%d}T000000Z", f"DTSTART;VALUE=DATE:{on:%Y%m%d}"]
        lines.append(f"DTEND;VALUE=DATE:{_next(on):%Y%m%d}")
    yield from map(fold, [*lines, f"SUMMARY:{escape(summary)}", *more, "END:VEVENT"])


def _next(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day
