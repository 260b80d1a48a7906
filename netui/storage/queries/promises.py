"""Queries over promises: all or those open, those near, one by its id; the long past come last."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from netui.storage.queries.rows import OPEN_PROMISE, PROMISE_COLUMNS, LazyRows, PromiseSide, promise_from

if TYPE_CHECKING:
    from netui.domain.model.entry import Promise

_ALIVE = "NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = contact AND c.died)"
_PRESENT = "NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = contact AND (c.archived IN (1, 2) OR c.died))"
_DUE = f"{OPEN_PROMISE} AND (due IS NULL OR due <= ?) AND {_PRESENT}"


class PromiseReader:
    """Promises of either side."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def all(
        self,
        *,
        contact: str | None = None,
        goal: str | None = None,
        open_only: bool = True,
        sunk: date = date.min,
    ) -> "LazyRows[Promise]":
        """Promises, of one contact or goal or of all; the earliest due first, undated ones last.

        With ``open_only`` neither the kept nor the dropped, nor those of the dead. After ``sunk`` come those
        that were due before that day, the latest first.
        """
        wanted = {"contact": contact, "goal": goal}
        conditions = [f"{column} = ?" for column, value in wanted.items() if value]
        conditions += [OPEN_PROMISE, _ALIVE] if open_only else []
        return self._read(" AND ".join(conditions) or "1", [v for v in wanted.values() if v], sunk)

    def due(self, until: date, sunk: date = date.min) -> "LazyRows[Promise]":
        """Open promises that are undated or due up to that day, without those of archived contacts."""
        return self._read(_DUE, (until.isoformat(),), sunk)

    def sides_due(self, until: date) -> list[PromiseSide]:
        """For each of :meth:`due`, whose it is."""
        rows = self._db.execute(f"SELECT contact, by FROM promise WHERE {_DUE}", (until.isoformat(),))
        return list(rows)

    def _read(self, condition: str, values: Sequence[object], sunk: date = date.min) -> "LazyRows[Promise]":
        long_past = f"due < '{sunk.isoformat()}'"
        rows = self._db.execute(
            f"SELECT {PROMISE_COLUMNS} FROM promise WHERE {condition} ORDER BY coalesce({long_past}, 0),"
            f" due IS NULL, CASE WHEN {long_past} THEN due END DESC, due, contact, id",
            tuple(values),
        )
        return LazyRows(rows.fetchall(), promise_from)

    def with_id(self, ident: str) -> "LazyRows[Promise]":
        """The promises with this id: several if a file was copied by hand."""
        return self._read("id = ?", (ident,))

    def has(self, ident: str) -> bool:
        """Whether there is a promise with this id."""
        return self._db.execute("SELECT 1 FROM promise WHERE id = ?", (ident,)).fetchone() is not None

    def count_open(self) -> int:
        """The number of open promises of both sides, as many as :meth:`all` lists."""
        counted = f"SELECT count(*) FROM promise WHERE {OPEN_PROMISE} AND {_ALIVE}"
        return int(self._db.execute(counted).fetchone()[0])

    def count_own_due(self, first: date, until: date) -> int:
        """The number of the user's own open promises due from one day to another."""
        counted = (
            f"SELECT count(*) FROM promise WHERE by = 'me' AND {OPEN_PROMISE} AND due >= ? AND due <= ?"
            f" AND {_PRESENT}"
        )
        return int(self._db.execute(counted, (first.isoformat(), until.isoformat())).fetchone()[0])
