"""The learned columns of the index: what the days of contact say of each pair's rhythm."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from netui.domain.quiet import stirs_on
from netui.domain.rhythm import learn

_LEARNED = (
    "UPDATE contact SET contact_days = ?, last = ?, anchor = ?, weight = ?, log_sum = ?, log_squares = ?,"
    " gaps = ?, learned_on = ?, planned_on = ?, entries = ?,"
    " stirs_on = ? WHERE id = ?"
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


def learn_all(db: sqlite3.Connection, today: int) -> None:
    """Sets them for all contacts, in one pass over all entries."""
    every = dict(db.execute("SELECT id, every FROM contact WHERE every <> ''").fetchall())
    days: dict[str, list[tuple[int, int]]] = {}
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
    db.execute("BEGIN IMMEDIATE")
    learned = (_learned(stem, found, every.get(stem, ""), today) for stem, found in days.items())
    db.executemany(_LEARNED, learned)
    db.execute("UPDATE contact SET learned_on = ? WHERE learned_on = 0", (today,))
    db.execute("COMMIT")


def _learned(stem: str, days: list[tuple[int, int]], every: str, today: int) -> tuple[Any, ...]:
    rhythm = learn(day for day in days if day[0] <= today)
    ahead = min((day for day, _ in days if day > today), default=0)
    stirs = stirs_on(every, rhythm)
    return (*rhythm, today, ahead, len(days), stirs, stem)
