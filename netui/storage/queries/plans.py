"""Queries over planned meetings: what is ahead, and what went by without anybody confirming it."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from netui.domain.model.contact_row import ONESELF
from netui.domain.model.dates import shift
from netui.domain.model.entry import Entry
from netui.storage.queries.rows import ENTRY_COLUMNS, entry_from

_PRESENT = f"c.archived IN (0, {ONESELF}) AND NOT c.died"
_STANDS = (
    f"(EXISTS (SELECT 1 FROM contact c WHERE c.id = e.contact AND {_PRESENT})"
    " OR EXISTS (SELECT 1 FROM presence p JOIN contact c ON c.id = p.contact"
    f" WHERE p.entry = e.rowid AND {_PRESENT}))"
)
"""SQL: somebody in the entry is neither archived nor dead."""


class PlanReader:
    """Planned entries; those of the archived and the dead alone are left out."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def ahead(self, today: date, days: int) -> list[Entry]:
        """Entries dated within the next ``days``, and today's unconfirmed plans; soonest first."""
        ahead = "e.day >= ?1 AND e.day <= ?2 AND (e.day > ?1 OR e.counts IS NULL)"
        return self._read(ahead, (today.isoformat(), shift(today, days).isoformat()), "")

    def unconfirmed(self, today: date) -> list[Entry]:
        """Plans whose day has passed, and of which nobody said whether they happened; newest first."""
        return self._read("e.counts IS NULL AND e.day < ?1", (today.isoformat(),), "DESC")

    def ids(self) -> list[str]:
        """The ids of all plans that nobody has confirmed."""
        return [ident for (ident,) in self._db.execute("SELECT id FROM entry WHERE counts IS NULL")]

    def _read(self, condition: str, values: Sequence[object], order: str) -> list[Entry]:
        rows = self._db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE {condition} AND {_STANDS}"
            f" ORDER BY e.on_ {order}, e.contact, e.rowid",
            values,
        )
        return [entry_from(row) for row in rows]
