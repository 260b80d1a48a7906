"""The learned columns of the index: what the days of contact say of each pair's rhythm."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from netui.domain.cadence.model import learn
from netui.domain.cadence.status import may_be_due_from

_LEARNED = (
    "UPDATE contact SET contact_days = ?, last = ?, silence_start = ?, decayed_count = ?, log_sum = ?,"
    " log_squares = ?, gaps = ?, learned_on = ?, planned_on = ?, entries = ?,"
    " may_be_due_from = ? WHERE id = ?"
)


def learn_some(db: sqlite3.Connection, ids: Iterable[str], today: int) -> None:
    """Sets the learned columns of these contacts, from their days up to ``today`` (an ordinal)."""
    rows = []
    for stem in ids:
        days = db.execute(
            "SELECT day, people FROM entry WHERE contact = ?1 AND counts UNION ALL SELECT e.day, e.people"
            " FROM presence p JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1 AND e.counts",
            (stem,),
        ).fetchall()
        every = db.execute("SELECT every FROM contact WHERE id = ?", (stem,)).fetchone()
        counted = [(date.fromisoformat(d).toordinal(), p) for d, p in days]
        rows.append(_learned(stem, counted, every[0] if every else "", today))
    db.executemany(_LEARNED, rows)


Days = dict[str, list[tuple[int, int]]]
"""The counting days of each contact: ordinals, and how many people shared each."""


def days_of_all(db: sqlite3.Connection) -> Days:
    """The days of everyone, in one pass over all entries."""
    days: Days = {}
    ordinals: dict[str, int] = {}
    for query in (
        "SELECT contact, day, people FROM entry WHERE counts",
        "SELECT p.contact, e.day, e.people FROM presence p JOIN entry e ON e.rowid = p.entry WHERE e.counts",
    ):
        for stem, day, people in db.execute(query):
            ordinal = ordinals.get(day)
            if ordinal is None:
                ordinal = ordinals[day] = date.fromisoformat(day).toordinal()
            days.setdefault(stem, []).append((ordinal, people))
    return days


def lessons(days: Days, every: Mapping[str, str], today: int) -> list[tuple[Any, ...]]:
    """What is learned of everyone from the days up to ``today``; ``every`` are the rhythms set."""
    return [_learned(stem, found, every.get(stem, ""), today) for stem, found in days.items()]


def keep(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]], today: int) -> None:
    """Sets the learned columns of everyone; of whom there is no row, there was no contact."""
    db.executemany(_LEARNED, rows)
    db.execute("UPDATE contact SET learned_on = ? WHERE learned_on = 0", (today,))


def _learned(stem: str, days: list[tuple[int, int]], every: str, today: int) -> tuple[Any, ...]:
    rhythm = learn(day for day in days if day[0] <= today)
    ahead = min((day for day, _ in days if day > today), default=0)
    stirs = may_be_due_from(every, rhythm)
    return (*rhythm, today, ahead, len(days), stirs, stem)
