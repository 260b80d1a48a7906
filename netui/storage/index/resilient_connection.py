"""A connection that lives on when its file is harmed, for the thread of the app that answers keys.

The file may be truncated, overwritten or deleted by anyone while the app is open. An error that came out of
a query wherever one is made would end the app; so queries are answered from a new generation of the index.
"""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netui.storage.index.schema import IndexConnection

_NOT_DAMAGE = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.DataError)
_LOCK_SECONDS = 1


class ResilientConnection(sqlite3.Connection):
    """Queries (SELECT) do not fail for what happened to the file: ``index`` is reset, and asked instead."""

    index: "IndexConnection | None" = None

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{**settings, "timeout": _LOCK_SECONDS})

    def cursor(self, *_: Any) -> "ResilientCursor":  # type: ignore[override]  # of one class only
        """A cursor whose rows end where the file is harmed."""
        return super().cursor(ResilientCursor)

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        """Executes a statement; a query that the file cannot answer is put to the index after its reset."""
        try:
            return self.cursor().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            if self.in_transaction or not sql.startswith("SELECT") or isinstance(error, _NOT_DAMAGE):
                raise
            return self.replacement().cursor().execute(sql, parameters)

    def replacement(self) -> sqlite3.Connection:
        """The connection that takes the place of this one, which is of no use any more."""
        assert self.index is not None
        if self.index.db is self:
            self.index.reset()
        return self.index.db


class ResilientCursor(sqlite3.Cursor):
    """The rows of a query; they end where the file is harmed."""

    def fetchone(self) -> Any:
        """The next row, None at the end."""
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            self._give_up(error)
            return None

    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        try:
            return super().fetchall()
        except sqlite3.DatabaseError as error:
            self._give_up(error)
            return []

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # the rows are all that is asked of it
        try:
            yield from iter(super().__next__, None)
        except sqlite3.DatabaseError as error:
            self._give_up(error)

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        connection = self.connection
        assert isinstance(connection, ResilientConnection)
        if isinstance(error, _NOT_DAMAGE) or connection.in_transaction:
            raise error
        connection.replacement()
