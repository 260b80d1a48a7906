"""Schema of the index, and its SQLite file: path, generations, pragmas, version.

The file is derived from the network folder and may be deleted at any time. If it cannot be used (damaged,
foreign, older, not writable) a new generation is made under a new name, or the index is kept in memory.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from netui.domain.model.contact_row import ContactRow, fold
from netui.storage.files.stat import StrPath

VERSION = 15
"""To be raised with every change of the schema or of what rows hold: the index is then rebuilt."""
_SUFFIX = ".sqlite"
CONTACT_COLUMNS = ", ".join(f'"{field}"' for field in ContactRow._fields)
HAS_CONFLICT = "instr(keys, 'conflict') > 0"
"""SQL: a contact's file holds conflicts."""
HAYSTACK = "(named || char(10) || notes)"
"""SQL: a contact's folded text, in which free words of a query are looked for."""

_DDL = f"""
CREATE TABLE contact(rid INTEGER PRIMARY KEY, stamp INT,
  may_be_due_from INT NOT NULL DEFAULT 0, {CONTACT_COLUMNS.replace('"id"', '"id" TEXT UNIQUE NOT NULL')});
CREATE INDEX contact_file ON contact(id, stamp);
CREATE INDEX contact_unlearned ON contact(id) WHERE learned_on = 0;
CREATE INDEX contact_planned ON contact(planned_on, id) WHERE planned_on > 0;
CREATE INDEX contact_last ON contact(last, id) WHERE last > 0;
CREATE INDEX contact_every ON contact(every, archived, died, mode) WHERE every <> '';
CREATE INDEX contact_may_be_due ON contact(may_be_due_from) WHERE may_be_due_from > 0;
CREATE INDEX contact_error ON contact(id, error) WHERE error <> '';
CREATE INDEX contact_conflict ON contact(id, name) WHERE {HAS_CONFLICT};
CREATE TABLE detail(rid INTEGER PRIMARY KEY, head TEXT, named TEXT, notes TEXT, topics TEXT,
  signs TEXT);
CREATE TABLE name(words TEXT NOT NULL, rid INT NOT NULL, whole INT NOT NULL);
CREATE INDEX name_words ON name(words);
CREATE INDEX name_rid ON name(rid);
CREATE TABLE entry(rowid INTEGER PRIMARY KEY, contact TEXT NOT NULL, id TEXT, day TEXT, on_ TEXT,
  kind TEXT, with_ TEXT, place TEXT, tags TEXT, goals TEXT, gave TEXT, got TEXT, body TEXT,
  counts INT, people INT, rest TEXT, signs TEXT);
CREATE INDEX entry_contact ON entry(contact, day);
CREATE INDEX entry_day ON entry(day, counts, people);
CREATE INDEX entry_place ON entry(place COLLATE NOCASE) WHERE place <> '';
CREATE INDEX entry_goals ON entry(goals, kind, day, contact, with_) WHERE goals <> '';
CREATE INDEX entry_tags ON entry(tags, kind, day) WHERE tags <> '';
CREATE TABLE presence(contact TEXT NOT NULL, entry INT NOT NULL, PRIMARY KEY(contact, entry)) WITHOUT ROWID;
CREATE INDEX presence_entry ON presence(entry);
CREATE TABLE promise(contact TEXT NOT NULL, id TEXT, by TEXT, text TEXT, made TEXT, due TEXT, done TEXT,
  goal TEXT);
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
CREATE VIRTUAL TABLE contact_text USING fts5(named, notes, signs, content='detail', content_rowid='rid',
  tokenize='unicode61 remove_diacritics 2');
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
        key = crc32(os.fsencode(os.path.realpath(network)))
        self._stem = f"index-{key:08x}-v{VERSION}-"

    def connect(self, *, fresh: bool = False) -> tuple[sqlite3.Connection, str | None]:
        """A connection for the caller to close, and its path (None in memory); ``fresh`` skips the newest."""
        if self._cache is not None:
            try:
                os.makedirs(self._cache, mode=0o700, exist_ok=True)
                generation = self._newest() + (1 if fresh else 0)
                for number in range(generation, generation + 3):
                    path = os.path.join(self._cache, f"{self._stem}{number}{_SUFFIX}")
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
            except (OSError, sqlite3.Error):
                pass
        return _prepared(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)), None

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
        connection = sqlite3.connect(path, isolation_level=None, timeout=5, check_same_thread=False)
        return _prepared(connection)


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
