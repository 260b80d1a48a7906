"""What timelines add up to over the whole network: the days of a year, and everything logged in one pass."""

import sqlite3
from collections.abc import Iterator
from datetime import date

Logged = tuple[int, str, str, int, int, str, str, str, str]
"""An entry's row, owner, day (ISO), whether it counts, how many shared it, kind, given, got and the rest."""


def counts_by_day(db: sqlite3.Connection, after: date, until: date) -> dict[date, int]:
    """How many counting entries each of those days had."""
    rows = db.execute(
        "SELECT day, count(*) FROM entry WHERE counts AND day > ? AND day <= ? GROUP BY day",
        (after.isoformat(), until.isoformat()),
    )
    return {date.fromisoformat(day): count for day, count in rows}


def logged(db: sqlite3.Connection, until: date) -> Iterator[Logged]:
    """Every entry up to a day, in no order; lists are as the index holds them."""
    # The plus sign keeps SQLite from walking the days, which for nearly all of them is slow.
    return db.execute(
        "SELECT rowid, contact, day, counts, people, kind, gave, got, rest FROM entry WHERE +day <= ?",
        (until.isoformat(),),
    )


def shared(db: sqlite3.Connection, until: date) -> Iterator[tuple[str, str, int]]:
    """Each counting entry once for everyone in it but its owner: who, the day, and how many shared it."""
    return db.execute(
        "SELECT p.contact, e.day, e.people FROM presence p JOIN entry e ON e.rowid = p.entry"
        " WHERE e.counts AND +e.day <= ?",
        (until.isoformat(),),
    )


def entries_with_thing(db: sqlite3.Connection, way: str, thing: str, until: date) -> list[int]:
    """Rows of the entries up to a day in which ``thing`` was given or got; ``way`` is ``gave`` or ``got``."""
    column = {"gave": "gave", "got": "got"}[way]
    rows = db.execute(
        f"SELECT rowid FROM entry WHERE {column} <> '' AND instr({column}, ?) AND +day <= ?",
        (f"\n{thing}\n", until.isoformat()),
    )
    return [row for (row,) in rows]


def entries_learned(db: sqlite3.Connection, until: date) -> list[int]:
    """Rows of the entries up to a day that say what was learned; what is private is left out."""
    rows = db.execute(
        """SELECT rowid FROM entry WHERE rest LIKE '%"learned":%' AND rest NOT LIKE '%"private":true%'"""
        " AND +day <= ?",
        (until.isoformat(),),
    )
    return [row for (row,) in rows]


def introductions(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Everyone who was met through a contact: who, and through whom; names of several are left out."""
    return db.execute(
        "SELECT l.contact, c.id FROM link l JOIN contact c ON c.id = l.other"
        " WHERE l.how = 'met' AND c.id <> l.contact"
        " UNION SELECT l.contact, min(c.id) FROM link l JOIN name n ON n.words = l.words AND n.whole"
        " JOIN contact c USING(rid) WHERE l.how = 'met' AND c.id <> l.contact"
        " AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.id = l.other)"
        " GROUP BY l.rowid HAVING count(DISTINCT c.id) = 1"
    ).fetchall()
