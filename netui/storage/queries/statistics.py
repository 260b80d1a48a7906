"""Figures over the whole network, added up by SQLite."""

import json
import sqlite3
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from netui.domain.model.contact_row import fold

OPEN = "e.rest NOT LIKE '%\"private\":true%'"
"""Entries (as ``e``) that are not private."""


class Happened(NamedTuple):
    """What some days held: contacts, people in them, and what was given and got, the most frequent first."""

    talks: int
    people: int
    gave: dict[str, int]
    got: dict[str, int]


def happened(db: sqlite3.Connection, first: str, last: str) -> Happened:
    """The days from ``first`` to ``last`` (ISO), without what is private."""
    rows = db.execute(
        f"SELECT e.contact, e.with_, e.gave, e.got FROM entry e"
        f" WHERE e.day >= ? AND e.day <= ? AND e.counts AND {OPEN}",
        (first, last),
    )
    talks = 0
    people: set[str] = set()
    things: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for contact, with_, *framed in rows:
        talks += 1
        people.update((contact, *listed(with_)))
        for counts, items in zip(things, framed, strict=True):
            for thing in listed(items):
                counts[thing] = counts.get(thing, 0) + 1
    gave, got = (dict(sorted(each.items(), key=lambda item: (-item[1], item[0]))) for each in things)
    return Happened(talks, len(people), gave, got)


def listed(framed: str) -> list[str]:
    """The items of a list as the index holds it."""
    return framed[1:-1].split("\n") if framed else []


def opportunity_items(
    db: sqlite3.Connection, contact: str | None = None, goal: str | None = None
) -> list[tuple[str, str, dict[str, Any]]]:
    """Each opportunity's contact, id and TOML (dates as ISO strings), of one contact or goal or of all.

    One without an id of its own is named by its place in the file (``#0``).
    """
    rows = db.execute(
        "SELECT contact, id, goal, rest FROM opportunity"
        " WHERE ?1 IS NULL OR contact = ?1 ORDER BY contact, rowid",
        (contact,),
    )
    found = []
    owner, at = "", -1
    for who, ident, for_goal, rest in rows:
        owner, at = who, at + 1 if who == owner else 0
        if goal is None or for_goal == goal:
            found.append((who, ident or f"#{at}", json.loads(rest)))
    return found


def introduced_by(db: sqlite3.Connection, members: Collection[str]) -> dict[str, int]:
    """How many of ``members`` were met through each, or are tied to each by their own file; by id."""
    rows = db.execute("SELECT contact, other FROM link GROUP BY contact, other")
    counts: dict[str, int] = {}
    for contact, other in rows:
        if contact in members:
            counts[other] = counts.get(other, 0) + 1
    return counts


def met_together(db: sqlite3.Connection, members: Collection[str]) -> dict[str, int]:
    """How many of ``members`` each other person was in a counting entry with."""
    together: dict[str, set[str]] = {}
    rows = db.execute(
        "SELECT e.rowid, e.contact, e.with_ FROM entry e WHERE e.counts AND e.rowid IN"
        " (SELECT entry FROM presence WHERE contact IN (SELECT value FROM json_each(?1)))"
        " UNION SELECT e.rowid, e.contact, e.with_ FROM json_each(?1) m JOIN entry e ON e.contact = m.value"
        " WHERE e.counts AND e.with_ <> ''",
        (json.dumps(list(members)),),
    )
    for _, owner, with_ in rows:
        there = [owner, *listed(with_)]
        wanted = [ident for ident in there if ident in members]
        for ident in there:
            if ident not in members:
                together.setdefault(ident, set()).update(wanted)
    return {ident: len(known) for ident, known in together.items()}


def rows_by_goal(db: sqlite3.Connection) -> dict[str, list[int]]:
    """The rows of the entries of each goal, by its folded id."""
    found: dict[str, list[int]] = {}
    folded: dict[str, list[str]] = {}
    for row, goals in db.execute("SELECT rowid, goals FROM entry WHERE goals <> ''"):
        words = folded.get(goals)
        if words is None:
            words = folded[goals] = list(dict.fromkeys(map(fold, listed(goals))))
        for goal in words:
            found.setdefault(goal, []).append(row)
    return found


def entries_of_goal(db: sqlite3.Connection, goal: str, today: date) -> dict[str, tuple[int, str]]:
    """For everyone in entries of a goal up to today: how many, and the day of the last."""
    found: dict[str, tuple[int, str]] = {}
    rows = db.execute(
        "SELECT e.contact, e.with_, e.day FROM entry e"
        " WHERE e.goals <> '' AND instr(e.goals, ?) AND +e.day <= ?",
        (f"\n{goal}\n", today.isoformat()),
    )
    for contact, with_, day in rows:
        for who in {contact, *listed(with_)} if with_ else (contact,):
            count, last = found.get(who, (0, ""))
            found[who] = (count + 1, day if day > last else last)
    return found
