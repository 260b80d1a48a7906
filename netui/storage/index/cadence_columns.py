"""Cadence columns of the index: each contact's rhythm and last contact, learned from the days of contact."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from netui.domain.cadence.model import Rhythm, smallest_groups
from netui.domain.cadence.season import seasonal_silence
from netui.domain.cadence.status import may_be_due_from

_LEARNED = (
    "UPDATE contact SET contact_days = ?, last = ?, silence_start = ?, decayed_count = ?, log_sum = ?,"
    " log_squares = ?, gaps = ?, season = ?, learned_on = ?, planned_on = ?, entries = ?,"
    " may_be_due_from = ? WHERE id = ?"
)
_DAYS = "counts IS NOT 0"
"""SQL: an entry counts as contact, or is planned (:data:`netui.storage.index.schema.HAPPENED`)."""
_PEOPLE = "CASE WHEN counts THEN people ELSE 0 END"


def update_learned(db: sqlite3.Connection, ids: Iterable[str], today: int) -> None:
    """Updates the learned columns of these contacts from their days up to ``today`` (an ordinal)."""
    rows = []
    for stem in ids:
        days = db.execute(
            f"SELECT day, {_PEOPLE} FROM entry WHERE contact = ?1 AND {_DAYS}"
            f" UNION ALL SELECT e.day, {_PEOPLE} FROM presence p JOIN entry e ON e.rowid = p.entry"
            f" WHERE p.contact = ?1 AND {_DAYS}",
            (stem,),
        ).fetchall()
        every = db.execute("SELECT every FROM contact WHERE id = ?", (stem,)).fetchone()
        counted = [(date.fromisoformat(d).toordinal(), p) for d, p in days]
        rows.append(_learned(stem, counted, every[0] if every else "", today))
    db.executemany(_LEARNED, rows)


Days = dict[str, list[tuple[int, int]]]
"""By contact: each counting day as an ordinal, and how many people shared it; 0 for a planned one."""


def all_contact_days(db: sqlite3.Connection) -> Days:
    """The counting days of everyone, in one pass over all entries."""
    days: Days = {}
    ordinals: dict[str, int] = {}
    for query in (
        f"SELECT contact, day, {_PEOPLE} FROM entry WHERE {_DAYS}",
        f"SELECT p.contact, e.day, {_PEOPLE} FROM presence p JOIN entry e ON e.rowid = p.entry WHERE {_DAYS}",
    ):
        for stem, day, people in db.execute(query):
            ordinal = ordinals.get(day)
            if ordinal is None:
                ordinal = ordinals[day] = date.fromisoformat(day).toordinal()
            days.setdefault(stem, []).append((ordinal, people))
    return days


def learned_rows(days: Days, every: Mapping[str, str], today: int) -> list[tuple[Any, ...]]:
    """Values of the learned columns from the days up to ``today``; ``every`` holds the rhythms set."""
    return [_learned(stem, found, every.get(stem, ""), today) for stem, found in days.items()]


def store_learned(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]], today: int) -> None:
    """Stores the learned columns of everyone; a contact without a row has had no day of contact."""
    db.executemany(_LEARNED, rows)
    db.execute("UPDATE contact SET learned_on = ? WHERE learned_on = 0", (today,))


def _learned(stem: str, days: list[tuple[int, int]], every: str, today: int) -> tuple[Any, ...]:
    until = smallest_groups([each for each in days if each[1] and each[0] <= today])
    rhythm = Rhythm().extended(until)
    season = seasonal_silence([day for day, _ in until]) if until else 0
    later = [day for day, _ in days if day > today]
    counted = sum([1 for _, people in days if people])
    stirs = may_be_due_from(every, rhythm)
    return (*rhythm, season, today, min(later, default=0), counted, stirs, stem)
