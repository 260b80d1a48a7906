"""What days that are behind us held: important dates, promises that fell due, next steps of opportunities."""

import json
import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.model.dates import PartialDate


class PastDay(NamedTuple):
    """Something that was to be on a day: ``what`` in a few words (``you promised: send the deck``).

    ``yearly`` where it only came round, as a birthday does.
    """

    contact: str
    on: date
    what: str
    yearly: bool = False


def past_days(db: sqlite3.Connection, since: date, today: date) -> list[PastDay]:
    """What fell on the days after ``since`` up to ``today``, the earliest first; of a year at most."""
    since = max(since, today - timedelta(366))
    found = [*_dates(db, since, today), *_promises(db, since, today), *_next_steps(db, since, today)]
    return sorted(found, key=lambda day: (day.on, day.contact))


def _dates(db: sqlite3.Connection, since: date, today: date) -> list[PastDay]:
    found = []
    for contact, what, text in db.execute(
        "SELECT contact, what, on_ FROM date WHERE month_day IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(_days_of_year(since, today))),),
    ):
        on = PartialDate.parse(text).next_from(since + timedelta(1))
        if on and on <= today:
            found.append(PastDay(contact, on, str(what), True))
    return found


def _days_of_year(since: date, today: date) -> set[str]:
    """The days after ``since`` up to ``today`` without their year; 29 February may fall on either side."""
    days = {f"{since + timedelta(n):%m-%d}" for n in range(1, (today - since).days + 1)}
    return days | ({"02-29"} if days & {"02-28", "03-01"} else set())


def _promises(db: sqlite3.Connection, since: date, today: date) -> list[PastDay]:
    rows = db.execute(
        "SELECT contact, due, by, text FROM promise WHERE done IS NULL AND due > ? AND due <= ?",
        (since.isoformat(), today.isoformat()),
    )
    return [
        PastDay(contact, date.fromisoformat(due), f"{'you' if by == 'me' else 'they'} promised: {text}")
        for contact, due, by, text in rows
    ]


def _next_steps(db: sqlite3.Connection, since: date, today: date) -> list[PastDay]:
    found = []
    for contact, rest in db.execute("SELECT contact, rest FROM opportunity WHERE status = 'open'"):
        item = json.loads(rest)
        try:
            on = date.fromisoformat(str(item.get("next_on") or "")[:10])
        except ValueError:
            continue
        if since < on <= today:
            step = str(item.get("next") or item.get("text") or "")
            found.append(PastDay(contact, on, f"next step: {step}" if step else "next step"))
    return found
