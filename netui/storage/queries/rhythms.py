"""Queries over contacts by their rhythm: set, or not to be told yet, as with those met once or twice."""

import sqlite3
from datetime import date
from itertools import repeat

from netui.domain.model.contact_row import ContactRow
from netui.storage.index.schema import CONTACT_COLUMNS


class RhythmReader:
    """Reads contacts of one index by their rhythm."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def contacts_met(self, first: date | None, until: date, limit: int = -1) -> list[ContactRow]:
        """Those with one or two contact-days, the last of them on these days, and no rhythm; latest first."""
        days = (until.toordinal(), first.toordinal() if first else 1, limit)
        rows = self._db.execute(
            f"SELECT {CONTACT_COLUMNS} FROM contact INDEXED BY contact_met WHERE last BETWEEN ?2 AND ?1"
            " AND contact_days <= 2 AND every = '' AND mode = '' AND error = '' AND NOT archived AND NOT died"
            " AND last > 0 ORDER BY last DESC, id LIMIT ?3",
            days,
        )
        return list(map(tuple.__new__, repeat(ContactRow), rows))

    def contact_days(self, ident: str, until: date) -> list[int]:
        """The days of contact with somebody up to a day, as ascending ordinals."""
        rows = self._db.execute(
            "SELECT day FROM entry WHERE contact = ?1 AND counts AND day <= ?2"
            " UNION SELECT e.day FROM presence p JOIN entry e ON e.rowid = p.entry"
            " WHERE p.contact = ?1 AND e.counts AND e.day <= ?2 ORDER BY 1",
            (ident, until.isoformat()),
        )
        return [date.fromisoformat(day).toordinal() for (day,) in rows]

    def contacts_without_rhythm(self) -> list[ContactRow]:
        """Those met at most twice whose file says nothing of a rhythm; the latest met first, then by name."""
        rows = self._db.execute(
            f"SELECT {CONTACT_COLUMNS} FROM contact WHERE contact_days <= 2 AND error = '' AND NOT archived"
            " AND NOT died AND instr(' ' || keys || ' ', ' rhythm ') = 0 ORDER BY last DESC, fold(name), id"
        )
        return list(map(tuple.__new__, repeat(ContactRow), rows))

    def rhythm_counts(self) -> dict[str, int]:
        """For how many contacts each rhythm is set (``3w``); without the archived, the dead and the muted."""
        counted = (
            "SELECT every, count(*) FROM contact WHERE every <> '' AND NOT archived AND NOT died"
            " AND mode NOT IN ('off', 'ambient') GROUP BY every"
        )
        return dict(self._db.execute(counted).fetchall())

    def contacts_with_rhythm(self) -> list[ContactRow]:
        """The contacts with a rhythm set in their file."""
        rows = self._db.execute(f"SELECT {CONTACT_COLUMNS} FROM contact WHERE every <> ''")
        return list(map(tuple.__new__, repeat(ContactRow), rows))
