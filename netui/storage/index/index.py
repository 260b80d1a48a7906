"""The index: a cache of the network folder in SQLite, kept in step with the files by their stat.

A row is valid as long as the file's mtime, ctime, size and inode are those of the moment it was read, and
that moment lay well after the file's last change (time stamps are coarse); otherwise the file is read again.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import tomli

from netui.domain.model.folders import CONTACTS, GOALS
from netui.domain.model.kinds import Kinds
from netui.storage.errors import Unreadable
from netui.storage.files.filenames import SUFFIX
from netui.storage.files.stat import (
    StrPath,
    Survey,
    compare,
    fingerprint,
    read_bytes,
    stamp,
    status_of,
    survey,
)
from netui.storage.index.schema import IndexFile, transaction

if TYPE_CHECKING:
    from netui.storage.files.transaction import FolderTimes, Written
    from netui.storage.index.contact_reader import ContactReading

FOLDER_TICK_NS = 100_000_000
"""A folder that changed within this time (100 ms) may change again under the same mtime."""
CHUNK = 1000
"""Changed files per transaction."""
FEW = 20
"""Up to this many uncertain rows are read again at once; more wait for the stat of all files."""
_MANY = 200
"""More changed files than this are worth loading the fast extraction."""

Progress = Callable[[int, int], None]


class Refreshed(NamedTuple):
    """What a refresh found: ids of contacts that are new or changed, of those gone; whether goals changed."""

    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    goals: bool = False

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.goals)


class Index:
    """One connection to the index of a network folder; each thread opens its own. Close it when done."""

    def __init__(self, network: StrPath, cache: StrPath | None, kinds: Kinds):
        self.network = network
        self._file = IndexFile(network, cache)
        self._kinds = kinds
        self._just_read: Survey = {}
        """Status of files read by :meth:`refresh_some`; a survey that finds it need not read them again."""
        self.db, self.path = self._file.connect()
        self._key = f"tomli {getattr(tomli, '__version__', '')} {sorted(kinds.contact.items())}"
        """What the rows depend on beside the files; rows of another key are discarded."""
        try:
            key = self._meta("key") or self._meta("begun")
            if key != self._key and (key or self.db.execute("SELECT 1 FROM contact LIMIT 1").fetchone()):
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

    # ------------------------------------------------------------------ freshness

    def is_folder_unchanged(self) -> bool:
        """Whether no file was added, replaced or removed since the last refresh; costs two calls of stat."""
        return self.built and self._meta("folders") == _joined(self._folder_stamps())

    def matches_survey(self, fingerprint: str) -> bool:
        """Whether the rows are those of the survey with this fingerprint."""
        return bool(fingerprint) and self.built and self._meta("survey") == fingerprint

    @property
    def surveyed(self) -> bool:
        """Whether the last refresh left no row uncertain, so that the rows are probably valid still."""
        return self.built and bool(self._meta("survey"))

    def refresh(
        self, today: date, progress: Progress | None = None, contacts: Survey | None = None
    ) -> Refreshed:
        """Stats every file and reads those that changed; rebuilds a damaged index.

        ``contacts`` is a survey of their folder, if one was just made.
        """
        try:
            return self._refresh(today, progress, contacts)
        except (sqlite3.DatabaseError, ValueError) as error:
            if _is_locked(error):
                raise
            self.reset()
            return self._refresh(today, progress)

    def reset(self) -> None:
        """Discards all rows, for a rebuild: the next :meth:`refresh` reads every file."""
        self.db.close()
        self.db, self.path = self._file.connect(fresh=True)

    def _refresh(self, today: date, progress: Progress | None, contacts: Survey | None = None) -> Refreshed:
        stamps, now = self._folder_stamps(), time.time_ns()
        self._today = today.toordinal()
        found = survey(self.network, CONTACTS) if contacts is None else contacts
        seen = fingerprint(found)
        changed: list[str] = []
        gone: list[str] = []
        if not self.matches_survey(seen):
            known = dict(self.db.execute("SELECT id || '.toml', stamp FROM contact"))
            stale, gone = compare(found, {**known, **self._just_read} if contacts is not None else known)
            changed = self._read_stale(stale, gone, not self.built, progress)
            seen = self._fingerprint(found, [*stale, *(name[: -len(SUFFIX)] for name in self._just_read)])
        self._just_read.clear()
        goals = self.refresh_goals()
        self.relearn(today)
        settled = all(now - stamp > FOLDER_TICK_NS for stamp in stamps)
        self._set_meta(key=self._key, folders=_joined(stamps) if settled else "", survey=seen)
        return Refreshed(tuple(dict.fromkeys(changed)), tuple(gone), goals)

    def _fingerprint(self, found: Survey, read: Sequence[str]) -> str:
        """The fingerprint of the survey after reading some files; "" if the row of one is uncertain."""
        for stem in read:
            row = self.db.execute("SELECT stamp FROM contact WHERE id = ?", (stem,)).fetchone()
            if row is None or not row[0]:
                return ""
            found[stem + SUFFIX] = row[0]
        return fingerprint(found)

    def refresh_some(self, stems: Iterable[str], today: date) -> Refreshed:
        """Stats the files of these contacts alone and reads those that changed."""
        self._today = today.toordinal()
        stale, gone = [], []
        for stem in stems:
            row = self.db.execute("SELECT stamp FROM contact WHERE id = ?", (stem,)).fetchone()
            status = status_of(self.network, CONTACTS, stem)
            if status is None:
                gone += [stem] if row else []
            elif row is None or row[0] != status:
                stale.append(stem)
                self._just_read[stem + SUFFIX] = status
        if not stale and not gone:
            return Refreshed()
        self._set_meta(survey="")
        return Refreshed(tuple(self._read_stale(stale, gone, False, None)), tuple(gone))

    def reread_uncertain(self, today: date) -> Refreshed | None:
        """Reads again the contacts whose rows are uncertain; None if they are more than :data:`FEW`."""
        rows = self.db.execute("SELECT id FROM contact WHERE stamp = 0 LIMIT ?", (FEW + 1,)).fetchall()
        return self.refresh_some([stem for (stem,) in rows], today) if len(rows) <= FEW else None

    def _read_stale(
        self, stale: Sequence[str], gone: Sequence[str], bulk: bool, progress: Progress | None
    ) -> list[str]:
        changed: list[str] = []
        if gone:
            self._store([], gone)
        if bulk:
            from netui.storage.index.bulk_build import build

            self._expire_cache()
            self._set_meta(begun=self._key)
            return build(self.db, self.network, self._kinds, stale, self._drop, self._today, progress)
        if stale:
            from netui.storage.index.contact_reader import read_contact

            fast = len(stale) > _MANY
            for start in range(0, len(stale), CHUNK):
                chunk = stale[start : start + CHUNK]
                readings = [read_contact(self.network, stem, self._kinds, fast=fast) for stem in chunk]
                changed += self._store([reading for reading in readings if reading], [])
                if progress:
                    progress(start + len(chunk), len(stale))
        return changed

    def _folder_stamps(self) -> list[int]:
        stamps = []
        for folder in (CONTACTS, GOALS):
            try:
                stamps.append(os.stat(os.path.join(self.network, folder)).st_mtime_ns)
            except OSError:
                stamps.append(0)
        return stamps

    # ------------------------------------------------------------------ writing rows

    def absorb(self, files: "Iterable[Written]", folders: "Iterable[FolderTimes]", today: date) -> Refreshed:
        """Updates the rows of files that the store has just written, without a look at any other.

        If a folder's mtime was the stored one before the write, the mtime after it is stored. Never fails:
        the files are saved, so a damaged index is rebuilt and a locked one catches up at the next refresh.
        """
        files, folders = list(files), list(folders)
        if self.built:
            try:
                return self._absorb(files, folders, today)
            except (sqlite3.DatabaseError, ValueError) as error:
                if not _is_locked(error):
                    self.reset()
                    self._refresh(today, None)
        contacts = [(each.file.stem, each.data) for each in files if each.file.folder == CONTACTS]
        return Refreshed(
            tuple(stem for stem, data in contacts if data is not None),
            tuple(stem for stem, data in contacts if data is None),
            any(each.file.folder == GOALS for each in files),
        )

    def _absorb(self, files: "Sequence[Written]", folders: "Sequence[FolderTimes]", today: date) -> Refreshed:
        from netui.storage.index.contact_reader import parse_contact

        readings, gone, goals = [], [], False
        for file, data, _, document in files:
            if file.folder == GOALS:
                goals = True
            elif data is None:
                gone.append(file.stem)
            else:
                readings.append(parse_contact(file.stem, 0, data, self._kinds, document=document))
        self._today = today.toordinal()
        changed = self._store(readings, gone)
        goals = goals and self.refresh_goals()
        self.relearn(today)
        stamps = list(map(int, (self._meta("folders") or "").split()))
        for folder, before, after in folders:
            at = (CONTACTS, GOALS).index(folder)
            if stamps:
                stamps = [*stamps[:at], after, *stamps[at + 1 :]] if stamps[at] == before else []
        self._set_meta(folders=_joined(stamps), survey="")
        return Refreshed(tuple(changed), tuple(gone), goals)

    def _store(self, readings: "Sequence[ContactReading]", gone: Sequence[str]) -> list[str]:
        """Replaces the rows of these files in one transaction; returns the ids of all contacts touched."""
        if not readings and not gone:
            return []
        from netui.storage.index.cadence_columns import update_learned
        from netui.storage.index.writer import write_rows

        touched: dict[str, None] = {}
        with transaction(self.db):
            # Another writer may have stored a newer reading since: never replace it by an older one.
            readings = [each for each in readings if self._is_current(each)]
            gone = [stem for stem in gone if status_of(self.network, CONTACTS, stem) is None]
            for stem in [*gone, *(reading.stem for reading in readings)]:
                touched.update(dict.fromkeys(self._drop(stem)))
            touched.update(write_rows(self.db, readings))
            update_learned(self.db, touched, self._today)
            self._expire_cache()
        return list(touched)

    def _is_current(self, reading: "ContactReading") -> bool:
        return reading.status in (None, status_of(self.network, CONTACTS, reading.stem))

    def _drop(self, stem: str) -> list[str]:
        """Deletes a contact's rows; returns the ids of everyone whose timeline changes by that."""
        db = self.db
        row = db.execute(
            "SELECT rid, named, notes, signs FROM contact JOIN detail USING(rid) WHERE id = ?", (stem,)
        ).fetchone()
        if row is None:
            return []
        rid = row[0]
        others = db.execute(
            "SELECT DISTINCT p.contact FROM presence p JOIN entry e ON e.rowid = p.entry WHERE e.contact = ?",
            (stem,),
        ).fetchall()
        db.execute(
            "INSERT INTO entry_text(entry_text, rowid, body, signs)"
            " SELECT 'delete', rowid, body, signs FROM entry WHERE contact = ?",
            (stem,),
        )
        db.execute(
            "INSERT INTO contact_text(contact_text, rowid, named, notes, signs) VALUES('delete', ?, ?, ?, ?)",
            row,
        )
        db.execute("DELETE FROM presence WHERE entry IN (SELECT rowid FROM entry WHERE contact = ?)", (stem,))
        for table in ("entry", "promise", "date", "opportunity", "link"):
            db.execute(f"DELETE FROM {table} WHERE contact = ?", (stem,))
        for table in ("name", "detail", "contact"):
            db.execute(f"DELETE FROM {table} WHERE rid = ?", (rid,))
        return [stem, *(other for (other,) in others)]

    # ------------------------------------------------------------------ rhythms

    def relearn(self, today: date) -> tuple[str, ...]:
        """Updates the learned columns where a planned day has come or the clock was set back; returns ids."""
        day = today.toordinal()
        self._today = day
        rows = self.db.execute(
            "SELECT id FROM contact WHERE learned_on = 0"
            " UNION SELECT id FROM contact WHERE planned_on > 0 AND planned_on <= ?1"
            " UNION SELECT id FROM contact WHERE last > 0 AND last > ?1",
            (day,),
        ).fetchall()
        if not rows:
            return ()
        from netui.storage.index.cadence_columns import update_learned

        ids = tuple(row[0] for row in rows)
        with transaction(self.db):
            update_learned(self.db, ids, self._today)
            self._expire_cache()
        return ids

    _today = 0

    # ------------------------------------------------------------------ goals

    def refresh_goals(self) -> bool:
        """Stats the goals, which are few, and reads those that changed; whether any did."""
        known = dict(self.db.execute("SELECT id || '.toml', stamp FROM goal"))
        stale, left = compare(survey(self.network, GOALS), known)
        rows = []
        if stale:
            import json

            from netui.storage.toml.document import load
        for stem in stale:
            body, error, seen = "{}", "", 0
            try:
                signature, data = read_bytes(self.network, GOALS, stem)
                seen = stamp(signature, time.time_ns())
                body = json.dumps(load(data, f"{GOALS}/{stem}.toml"), ensure_ascii=False, default=str)
            except FileNotFoundError:
                continue
            except (OSError, Unreadable) as problem:
                error = str(problem)
            rows.append((stem, seen, body, error))
        gone = [(stem,) for stem in left]
        if not rows and not gone:
            return False
        with transaction(self.db):
            self.db.executemany("INSERT OR REPLACE INTO goal VALUES(?, ?, ?, ?)", rows)
            self.db.executemany("DELETE FROM goal WHERE id = ?", gone)
        return True

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


def _joined(stamps: Iterable[int]) -> str:
    return " ".join(map(str, stamps))


def _is_locked(error: Exception) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
