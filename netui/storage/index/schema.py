"""Schema of the index, and its SQLite file: path, generations, pragmas, version, connection.

The file is derived from the network folder and may be deleted at any time. If it cannot be used (damaged,
foreign, older, not writable) a new generation is made under a new name, or the index is kept in memory.
"""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from netui.domain.model.contact_row import ContactRow, fold
from netui.storage.files.stat import StrPath, make_private_folder, network_key

VERSION = 21
"""To be raised with every change of the schema or of what rows hold: the index is then rebuilt."""
LOCK_SECONDS = 5.0
"""How long one waits for another program that writes to the index."""
_SUFFIX = ".sqlite"
CONTACT_COLUMNS = ", ".join(f'"{field}"' for field in ContactRow._fields)
HAS_CONFLICT = "instr(keys, 'conflict') > 0"
"""SQL: a contact's file holds conflicts."""
HAPPENED = "counts IS NOT NULL"
"""SQL: an entry is no plan that nobody has confirmed yet, of which ``counts`` is NULL."""
HAYSTACK = "(named || char(10) || notes)"
"""SQL: a contact's folded text, in which free words of a query are looked for."""

_DDL = f"""
CREATE TABLE contact(rid INTEGER PRIMARY KEY, stamp INT, digest INT,
  may_be_due_from INT NOT NULL DEFAULT 0, {CONTACT_COLUMNS.replace('"id"', '"id" TEXT UNIQUE NOT NULL')});
CREATE INDEX contact_file ON contact(id, stamp);
CREATE INDEX contact_unlearned ON contact(id) WHERE learned_on = 0;
CREATE INDEX contact_planned ON contact(planned_on, id) WHERE planned_on > 0;
CREATE INDEX contact_last ON contact(last, id) WHERE last > 0;
CREATE INDEX contact_met ON contact(last, id) WHERE contact_days <= 2 AND every = '' AND last > 0;
CREATE INDEX contact_every ON contact(every, archived, died, mode) WHERE every <> '';
CREATE INDEX contact_may_be_due ON contact(may_be_due_from) WHERE may_be_due_from > 0;
CREATE INDEX contact_error ON contact(id, error) WHERE error <> '';
CREATE INDEX contact_conflict ON contact(id, name) WHERE {HAS_CONFLICT};
CREATE TABLE detail(rid INTEGER PRIMARY KEY, head TEXT, named TEXT, notes TEXT, topics TEXT,
  facts TEXT, signs TEXT);
CREATE TABLE name(words TEXT NOT NULL, rid INT NOT NULL, whole INT NOT NULL);
CREATE INDEX name_words ON name(words);
CREATE INDEX name_rid ON name(rid);
CREATE TABLE entry(rowid INTEGER PRIMARY KEY, contact TEXT NOT NULL, id TEXT, day TEXT, on_ TEXT,
  kind TEXT, with_ TEXT, place TEXT, tags TEXT, goals TEXT, gave TEXT, got TEXT, body TEXT,
  counts INT, people INT, rest TEXT, signs TEXT);
CREATE INDEX entry_contact ON entry(contact, day);
CREATE INDEX entry_day ON entry(day, counts, people);
CREATE INDEX entry_plan ON entry(day) WHERE counts IS NULL;
CREATE INDEX entry_place ON entry(place COLLATE NOCASE) WHERE place <> '';
CREATE INDEX entry_goals ON entry(goals, kind, day, contact, with_) WHERE goals <> '';
CREATE INDEX entry_tags ON entry(tags, kind, day) WHERE tags <> '';
CREATE TABLE presence(contact TEXT NOT NULL, entry INT NOT NULL, PRIMARY KEY(contact, entry)) WITHOUT ROWID;
CREATE INDEX presence_entry ON presence(entry);
CREATE TABLE promise(contact TEXT NOT NULL, id TEXT, by TEXT, text TEXT, made TEXT, due TEXT, done TEXT,
  goal TEXT, dropped TEXT);
CREATE INDEX promise_contact ON promise(contact);
CREATE TABLE date(contact TEXT NOT NULL, what TEXT, on_ TEXT, month_day TEXT, lead INT);
CREATE INDEX date_contact ON date(contact);
CREATE INDEX date_month_day ON date(month_day);
CREATE TABLE opportunity(contact TEXT NOT NULL, id TEXT, status TEXT, goal TEXT, rest TEXT);
CREATE INDEX opportunity_contact ON opportunity(contact);
CREATE TABLE link(contact TEXT NOT NULL, other TEXT, words TEXT NOT NULL, how TEXT, label TEXT);
CREATE INDEX link_contact ON link(contact);
CREATE INDEX link_words ON link(words);
CREATE TABLE goal(id TEXT PRIMARY KEY, stamp INT, body TEXT, error TEXT);
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE cache(key TEXT PRIMARY KEY, value TEXT, until_change INT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_text USING fts5(body, signs, content='entry', content_rowid='rowid',
  tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE contact_text USING fts5(named, notes, facts, signs, content='detail',
  content_rowid='rid', tokenize='unicode61 remove_diacritics 2');
"""


def tables() -> list[str]:
    """The statements that create the tables, without indices and full text."""
    return re.findall(r"^CREATE TABLE .*?;$", _DDL, re.MULTILINE | re.DOTALL)


def indices() -> dict[str, str]:
    """The definition of each index by its name: what follows ``CREATE INDEX name``."""
    return dict(re.findall(r"^(?:CREATE INDEX )(\w+)( ON .*?);$", _DDL, re.MULTILINE | re.DOTALL))


class IndexFile:
    """The generations of one folder's index file: opens the newest that is usable, or creates the next."""

    def __init__(self, network: StrPath, cache: StrPath | None):
        self._cache = cache
        self.factory = sqlite3.Connection
        """The class of its connections."""
        self.has_spare = False
        """Whether a temporary folder takes the place of a cache folder that cannot be used (any more)."""
        self.inode = 0
        """The inode of the file that was connected to last; 0 in memory."""
        self._stem = f"index-{network_key(network)}-v{VERSION}-"

    def connect(self, *, fresh: bool = False) -> tuple[sqlite3.Connection, str | None]:
        """A connection for the caller to close, and its path (None in memory); ``fresh`` skips the newest."""
        found = None if self.is_superseded else self._connect_newest(fresh)
        if found is None and self.has_spare and self._cache is not None:
            from netui.storage.index.spare_folder import spare_folder

            with suppress(OSError):
                self._cache = spare_folder()
                found = self._connect_newest(fresh)
        if found is None:
            self.inode = 0
            return _prepared(self._connect(":memory:")), None
        return found

    @property
    def is_superseded(self) -> bool:
        """Whether another connection of this process has gone over to the spare folder."""
        if not self.has_spare:
            return False
        from netui.storage.index.spare_folder import known_spare

        return known_spare() not in ("", self._cache)

    def _connect_newest(self, fresh: bool) -> tuple[sqlite3.Connection, str] | None:
        """As :meth:`connect`; None where the cache folder cannot be used."""
        if self._cache is None:
            return None
        with suppress(OSError, sqlite3.Error):
            make_private_folder(self._cache)
            generation = self._newest()
            if fresh or self._is_remnant(generation):
                generation += 1
            for number in range(generation, generation + 3):
                path = self._path(number)
                try:
                    connection = self._open(path)
                except sqlite3.OperationalError as error:
                    if "locked" in str(error):
                        raise
                except (sqlite3.DatabaseError, UnicodeError):
                    pass  # the message of a damaged file may not even be text
                else:
                    self._sweep(number)
                    return connection, path
        return None

    def adopt(self, path: StrPath) -> tuple[sqlite3.Connection, str | None]:
        """Makes a complete index, whose connections are closed, the newest generation; as :meth:`connect`."""
        os.rename(path, self._path(self._newest() + 1))
        return self.connect()

    def _path(self, number: int) -> str:
        return os.path.join(self._cache or "", f"{self._stem}{number}{_SUFFIX}")

    def _is_remnant(self, number: int) -> bool:
        """Whether a file was deleted and its log left, which would be taken for that of a new file."""
        path = self._path(number)
        return os.path.exists(f"{path}-wal") and not os.path.exists(path)

    def _newest(self) -> int:
        return max((number for _, number in self._generations()), default=0)

    def _generations(self) -> list[tuple[str, int]]:
        """The names of this folder's index files, with their numbers."""
        assert self._cache is not None
        found = []
        for name in os.listdir(self._cache):
            number, suffix, _ = name.removeprefix(self._stem).partition(_SUFFIX)
            if name.startswith(self._stem) and suffix and number.isdecimal():
                found.append((name, int(number)))
        return found

    def _sweep(self, current: int) -> None:
        """Removes older generations, as far as that is possible."""
        for name, number in self._generations():
            if number < current:
                try:
                    os.unlink(os.path.join(self._cache or "", name))
                except OSError:
                    continue

    def _open(self, path: str) -> sqlite3.Connection:
        if not os.path.exists(path):
            os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600))
        self.inode = inode_of(path)
        connection = _prepared(self._connect(path))
        if inode_of(path) != self.inode:  # another program or thread rebuilt it in between
            connection.close()
            raise sqlite3.DatabaseError("replaced while it was opened")
        return connection

    def _connect(self, path: str) -> sqlite3.Connection:
        return sqlite3.connect(
            path, isolation_level=None, timeout=LOCK_SECONDS, check_same_thread=False, factory=self.factory
        )


def inode_of(path: StrPath | None) -> int:
    """The inode of the index's file; 0 where there is none, as in memory."""
    try:
        return os.stat(path).st_ino if path is not None else 0
    except OSError:
        return 0


class IndexConnection:
    """A connection to the newest generation of an index; a base of :class:`netui.storage.index.index.Index`.

    ``key`` is what the rows depend on beside the files; rows of another key are discarded.
    """

    def __init__(self, network: StrPath, cache: StrPath | None, key: str):
        self.network = network
        self._file = IndexFile(network, cache)
        self._key = key
        self.on_reset: Callable[[], object] | None = None
        """Called after a reset, instead of a rebuild at once: for the thread that answers keys."""
        self._adopt(self._file.connect())
        try:
            key_found = self._meta("key") or self._meta("begun")
            if key_found != self._key and (
                key_found or self.db.execute("SELECT 1 FROM contact LIMIT 1").fetchone()
            ):
                self.reset()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Closes the connection."""
        self.db.close()

    @property
    def built(self) -> bool:
        """Whether a first build was completed."""
        return self._meta("key") == self._key

    def _adopt(self, connected: tuple[sqlite3.Connection, str | None]) -> None:
        self.db, self.path = connected
        self._inode = self._file.inode
        if self.on_reset is not None:
            from netui.storage.index.resilient_connection import ResilientConnection

            assert isinstance(self.db, ResilientConnection)
            self.db.index = self

    @property
    def is_replaced(self) -> bool:
        """Whether its file was deleted or another has taken its place; costs one call of stat."""
        is_other = self._file.is_superseded or inode_of(self.path) != self._inode
        return self.path is not None and is_other

    def survive(self, on_reset: Callable[[], object]) -> None:
        """From now on a harmed file raises nothing where it is read, and nobody is waited for for long.

        The answers come from a new generation then, which is empty until it was refreshed; ``on_reset`` is
        called to have that done. For a program that lives long.
        """
        from netui.storage.index.resilient_connection import ResilientConnection

        self.on_reset = on_reset
        self._file.factory = ResilientConnection
        self.use_spare()

    def use_spare(self) -> None:
        """From now on a temporary folder takes the place of a cache folder that cannot be used."""
        self._file.has_spare = True
        self.db.close()
        self._adopt(self._file.connect())

    def follow(self, *, complete: bool = False) -> None:
        """Switches to the file that has taken the place of this one; if ``complete``, once all is in it."""
        if not self.is_replaced:
            return
        found, path = self._file.connect()
        if complete:
            key = found.execute("SELECT value FROM meta WHERE key = 'key'").fetchone()
            if path is None or key != (self._key,):
                found.close()
                return
        self.db.close()
        self._adopt((found, path))

    def reset(self) -> None:
        """Discards all rows, for a rebuild: the next :meth:`refresh` reads every file."""
        self.db.close()
        self._adopt(self._file.connect(fresh=not self.is_replaced))
        if self.on_reset is not None:
            self.on_reset()

    # ------------------------------------------------------------------ cache and meta

    def cache_get(self, key: str) -> str | None:
        """The value that :meth:`cache_set` stored under ``key``; None for a miss or a damaged row."""
        try:
            row = self.db.execute("SELECT value FROM cache WHERE key = ?", (key,)).fetchone()
        except (sqlite3.DatabaseError, UnicodeError):
            return None
        return row[0] if row else None

    def cache_set(self, key: str, value: str, *, until_change: bool = False) -> None:
        """Stores a derived value, which is lost with the index.

        With ``until_change`` it is also dropped as soon as any contact changes.
        """
        if self.cache_get(key) != value:
            with suppress(sqlite3.DatabaseError):
                self.db.execute("INSERT OR REPLACE INTO cache VALUES(?, ?, ?)", (key, value, until_change))

    def _expire_cache(self) -> None:
        self.db.execute("DELETE FROM cache WHERE until_change")

    def _meta(self, key: str) -> str | None:
        try:
            row = self.db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        except (sqlite3.DatabaseError, UnicodeError):
            return "unreadable"
        return row[0] if row else None

    def _set_meta(self, **values: str) -> None:
        if any(self._meta(key) != value for key, value in values.items()):
            self.db.executemany("INSERT OR REPLACE INTO meta VALUES(?, ?)", list(values.items()))


def is_locked(error: Exception) -> bool:
    """Whether another program holds the index for longer than one waits."""
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)


def damage(path: str) -> str:
    """What SQLite's check of its pages finds wrong with the index file; "" if nothing."""
    connection = sqlite3.connect(path)
    try:
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except (sqlite3.DatabaseError, UnicodeError) as error:
        return str(error)
    finally:
        connection.close()
    return "" if found == "ok" else found


def sqlite_version() -> str:
    """The version of SQLite, followed by " without FTS5" where it lacks full-text search."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5(a)")
    except sqlite3.OperationalError:
        return f"{sqlite3.sqlite_version} without FTS5"
    finally:
        connection.close()
    return sqlite3.sqlite_version


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """A write transaction: commits at the end, rolls back on an error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def register_functions(connection: sqlite3.Connection) -> None:
    """Registers the SQL function ``fold``, which the conditions of queries call."""
    connection.create_function("fold", 1, lambda text: fold(text) if text else "", deterministic=True)


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Sets pragmas and creates missing tables; closes the connection if it is no index of this version."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA cache_size=-400")  # KiB; the system's page cache serves all connections
        register_functions(connection)
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            with transaction(connection):
                _create_tables(connection)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            raise sqlite3.DatabaseError(f"an index of version {version}")
    except BaseException:
        connection.close()
        raise
    return connection


def _create_tables(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] != 0:
        return  # another process was quicker
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise sqlite3.DatabaseError("not an index of netui")
    for statement in _DDL.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={VERSION}")
