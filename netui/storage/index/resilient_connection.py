"""A connection that lives on when its file is harmed, for the thread of the app that answers keys.

The file may be truncated, overwritten or deleted by anyone while the app is open. An error that came out of
a query wherever one is made would end the app; so queries are answered from a new generation of the index.
"""

import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Protocol

    class Resettable(Protocol):
        """An index, of which a new generation can be begun."""

        db: sqlite3.Connection

        def reset(self) -> None:
            """Begins a new generation, to which ``db`` is the connection then."""


_NOT_DAMAGE = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.DataError)
_LOCK_SECONDS = 1
_OPEN_FILES = "/proc/self/fd"
_SHM, _DELETED = ".sqlite-shm", " (deleted)"
_SHM_BYTES = 1 << 20
"""A size that SQLite's map of the log in the shared memory never reaches here; the file has holes."""
_MOST_FAULTS = 100
"""Faults in a row that no file explains: then they are not of the index."""


_HANDLERS: list[object] = []
"""What the C library may call, for as long as the process lives."""


class ResilientConnection(sqlite3.Connection):
    """Queries (SELECT) do not fail for what happened to the file: ``index`` is reset, and asked instead."""

    index: "Resettable | None" = None

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{**settings, "timeout": _LOCK_SECONDS})

    def cursor(self, *_: Any) -> "ResilientCursor":  # type: ignore[override]  # of one class only
        """A cursor whose rows end where the file is harmed."""
        return super().cursor(ResilientCursor)

    @property
    def is_replaced(self) -> bool:
        """Whether another connection has taken the place of this one, which some caller still holds."""
        return self.index is not None and self.index.db is not self

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        """Executes a statement; a query that the file cannot answer is put to the index after its reset."""
        if self.is_replaced:
            return self.replacement().execute(sql, parameters)
        try:
            return self.cursor().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            if self.in_transaction or not sql.startswith("SELECT") or isinstance(error, _NOT_DAMAGE):
                raise
            return self.replacement().execute(sql, parameters)

    def replacement(self) -> sqlite3.Connection:
        """The connection that takes the place of this one, which is of no use any more."""
        assert self.index is not None
        if not self.is_replaced:
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
        if connection.is_replaced:
            return
        if isinstance(error, _NOT_DAMAGE) or connection.in_transaction:
            raise error
        connection.replacement()


def survive_truncation() -> None:
    """Lets this process live on where a ``-shm`` file of its index is truncated, on Linux.

    SQLite has that file mapped into memory, and the system ends (SIGBUS) who reads of a map what the file no
    longer has. The handler gives the file a size again, so that the same instruction goes on, over zeros. As
    it may have seen some pages of before and some of after, the index is removed, to be rebuilt.
    """
    try:
        import ctypes

        libc, number = ctypes.CDLL(None), signal.SIGBUS
    except (ImportError, OSError, AttributeError):
        return
    unexplained = 0

    def give_size(_: int) -> None:
        # Python's own handlers run after the instruction that is interrupted: this one would fail for ever.
        nonlocal unexplained
        unexplained += 1
        for name in os.listdir(_OPEN_FILES):
            with suppress(OSError):
                path = os.readlink(f"{_OPEN_FILES}/{name}").removesuffix(_DELETED)
                if path.endswith(_SHM) and os.fstat(int(name)).st_size < _SHM_BYTES:
                    os.truncate(int(name), _SHM_BYTES)
                    unexplained = 0
                    os.unlink(path.removesuffix("-shm"))
        if unexplained > _MOST_FAULTS:
            libc.signal(number, None)

    libc.signal.argtypes = (ctypes.c_int, ctypes.c_void_p)
    handler = ctypes.CFUNCTYPE(None, ctypes.c_int)(give_size)
    if os.path.isdir(_OPEN_FILES):
        libc.signal(number, ctypes.cast(handler, ctypes.c_void_p))
        _HANDLERS.append(handler)
