"""What timelines add up to over the whole network: days, who began, what was given, and each pair's days."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from netui.storage.figures import OPEN, listed

_PAIRS = (
    "SELECT contact, day, people FROM entry WHERE counts AND day <= ?1"
    " UNION ALL SELECT p.contact, e.day, e.people FROM presence p JOIN entry e ON e.rowid = p.entry"
    " WHERE e.counts AND e.day <= ?1 ORDER BY 1, 2"
)


def counts_by_day(db: sqlite3.Connection, after: date, until: date) -> dict[date, int]:
    """How many counting entries each of those days had."""
    rows = db.execute(
        "SELECT day, count(*) FROM entry WHERE counts AND day > ? AND day <= ? GROUP BY day",
        (after.isoformat(), until.isoformat()),
    )
    return {date.fromisoformat(day): count for day, count in rows}


def gifts(db: sqlite3.Connection, until: date) -> Iterator[tuple[str, list[str], list[str]]]:
    """Of each entry in which something was given or got: the contact, what was given, what was got."""
    rows = db.execute(
        "SELECT contact, gave, got FROM entry WHERE (gave <> '' OR got <> '') AND +day <= ?",
        (until.isoformat(),),
    )
    return ((contact, listed(gave), listed(got)) for contact, gave, got in rows)


def beginnings(db: sqlite3.Connection, after: date, until: date) -> dict[str, tuple[int, int]]:
    """For each contact how often you reached out in those days, and how often she did."""
    rows = db.execute(
        """SELECT contact, total(instr(rest, '"started_by":"me"') > 0),"""
        """ total(instr(rest, '"started_by":"them"') > 0) FROM entry"""
        " WHERE counts AND day > ? AND day <= ? GROUP BY contact",
        (after.isoformat(), until.isoformat()),
    )
    return {contact: (int(mine), int(theirs)) for contact, mine, theirs in rows if mine or theirs}


def learned(db: sqlite3.Connection, until: date, limit: int) -> list[tuple[str, date, str]]:
    """What was learned last, as contact, day and words; what is private is left out."""
    rows = db.execute(
        """SELECT contact, day, rest FROM entry e WHERE instr(rest, '"learned":') > 0 AND day <= ?"""
        f" AND {OPEN} ORDER BY day DESC LIMIT ?",
        (until.isoformat(), limit),
    )
    found = ((contact, day, json.loads(rest).get("learned")) for contact, day, rest in rows)
    return [(contact, date.fromisoformat(day), words) for contact, day, words in found if words]


def contact_days(db: sqlite3.Connection, until: date) -> Iterator[tuple[str, Iterator[tuple[int, int]]]]:
    """Each contact with the days of contact as ordinals, one for each entry, and how many shared it."""
    ordinals: dict[str, int] = {}

    def ordinal(day: str) -> int:
        found = ordinals.get(day)
        if found is None:
            found = ordinals[day] = date.fromisoformat(day).toordinal()
        return found

    for contact, rows in groupby(db.execute(_PAIRS, (until.isoformat(),)), key=lambda row: row[0]):
        yield contact, ((ordinal(day), people) for _, day, people in rows)
