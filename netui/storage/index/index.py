"""The derived index: kept true to the folder, so that nothing else ever reads all files.

A row is trusted only while the file's mtime, ctime, size and inode are those of the moment it was
read, and that moment lay well after the file's last change (file systems stamp coarsely); any
doubt means reading the file again.
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
from netui.storage.files.stat import StrPath, Survey, compare, imprint, read_bytes, stamp, status_of, survey
from netui.storage.index.schema import IndexFile

if TYPE_CHECKING:
    from netui.storage.files.transaction import FolderTimes, Written
    from netui.storage.index.contact_reader import Reading

FOLDER_TICK_NS = 100_000_000
"""A folder that changed this shortly ago may change again under the same stamp."""
CHUNK = 1000
FEW = 20
"""So many readings in doubt are not worth a look at all files before there is an answer."""

Progress = Callable[[int, int], None]


class Refreshed(NamedTuple):
    """What a look at the folder found: ids of contacts that are new or other than before, and gone."""

    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    goals: bool = False

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.goals)


class Index:
    """One connection to the index of one network folder; each thread opens its own."""

    def __init__(self, network: StrPath, cache: StrPath | None, kinds: Kinds):
        self.network = network
        self._file = IndexFile(network, cache)
        self._kinds = kinds
        self._just_read: Survey = {}
        """How files looked that were read alone: the next survey, if it sees them so, need not doubt them."""
        self.db, self.path = self._file.connect()
        self._key = f"tomli {getattr(tomli, '__version__', '')} {sorted(kinds.contact.items())}"
        key = self._meta("key") or self._meta("begun")
        if key != self._key and (key or self.db.execute("SELECT 1 FROM contact LIMIT 1").fetchone()):
            self.reset()

    def close(self) -> None:
        """Closes the connection."""
        self.db.close()

    @property
    def built(self) -> bool:
        """Whether every file was read at least once."""
        return self._meta("key") == self._key

    # ------------------------------------------------------------------ freshness

    def folder_is_known(self) -> bool:
        """Whether no file was added, replaced or removed since the last look (two stats, for any size)."""
        return self.built and self._meta("folders") == _joined(self._folder_stamps())

    def is_true_to(self, contacts: str) -> bool:
        """Whether the contacts are known as the survey with this ``imprint`` found them."""
        return bool(contacts) and self.built and self._meta("survey") == contacts

    @property
    def surveyed(self) -> bool:
        """Whether all contacts were known when last looked at, so that they may well be still."""
        return self.built and bool(self._meta("survey"))

    def refresh(
        self, today: date, progress: Progress | None = None, contacts: Survey | None = None
    ) -> Refreshed:
        """Looks at every file's status, reads those that changed; a broken index is built anew.

        ``contacts`` is a survey of their folder that was just made, where there is one.
        """
        try:
            return self._refresh(today, progress, contacts)
        except (sqlite3.DatabaseError, ValueError) as error:
            if _is_locked(error):
                raise
            self.reset()
            return self._refresh(today, progress)

    def reset(self) -> None:
        """Gives up what is there; the next :meth:`refresh` reads every file."""
        self.db.close()
        self.db, self.path = self._file.connect(fresh=True)

    def _refresh(self, today: date, progress: Progress | None, contacts: Survey | None = None) -> Refreshed:
        stamps, now = self._folder_stamps(), time.time_ns()
        self._today = today.toordinal()
        found = survey(self.network, CONTACTS) if contacts is None else contacts
        seen = imprint(found)
        changed: list[str] = []
        gone: list[str] = []
        if not self.is_true_to(seen):
            known = dict(self.db.execute("SELECT id || '.toml', stamp FROM contact"))
            stale, gone = compare(found, {**known, **self._just_read} if contacts is not None else known)
            changed = self._read_stale(stale, gone, not self.built, progress)
            seen = self._imprint(found, [*stale, *(name[: -len(SUFFIX)] for name in self._just_read)])
        self._just_read.clear()
        goals = self.refresh_goals()
        self.relearn(today)
        settled = all(now - stamp > FOLDER_TICK_NS for stamp in stamps)
        self._set_meta(key=self._key, folders=_joined(stamps) if settled else "", survey=seen)
        return Refreshed(tuple(dict.fromkeys(changed)), tuple(gone), goals)

    def _imprint(self, found: Survey, read: Sequence[str]) -> str:
        """That of the contacts as they are known now that some were read; "" where one is in doubt."""
        for stem in read:
            row = self.db.execute("SELECT stamp FROM contact WHERE id = ?", (stem,)).fetchone()
            if row is None or not row[0]:
                return ""
            found[stem + SUFFIX] = row[0]
        return imprint(found)

    def refresh_some(self, stems: Iterable[str], today: date) -> Refreshed:
        """Looks at the files of these contacts alone, and reads those that changed."""
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
        """Reads again the few contacts whose last reading is in doubt; None where they are not few."""
        rows = self.db.execute("SELECT id FROM contact WHERE stamp = 0 LIMIT ?", (FEW + 1,)).fetchall()
        return self.refresh_some([stem for (stem,) in rows], today) if len(rows) <= FEW else None

    def _read_stale(
        self, stale: Sequence[str], gone: Sequence[str], bulk: bool, progress: Progress | None
    ) -> list[str]:
        changed: list[str] = []
        if gone:
            self._store([], gone)
        if bulk:
            from netui.storage.index.bulk_build import fill

            self._expire_cache()
            self._set_meta(begun=self._key)
            return fill(self.db, self.network, self._kinds, stale, self._drop, self._today, progress)
        if stale:
            from netui.storage.index.contact_reader import read_contact

            for start in range(0, len(stale), CHUNK):
                chunk = stale[start : start + CHUNK]
                readings = [read_contact(self.network, stem, self._kinds) for stem in chunk]
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
        """Takes in what the store has just written, without looking at anything else.

        Where a folder was the known one before our work, the folder after it is known too. What was
        saved is saved: an index that cannot take it in is made anew, or catches up at the next look.
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
        from netui.storage.index.contact_reader import reading_of

        readings, gone, goals = [], [], False
        for file, data, _ in files:
            if file.folder == GOALS:
                goals = True
            elif data is None:
                gone.append(file.stem)
            else:
                readings.append(reading_of(file.stem, 0, data, self._kinds))
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

    def _store(self, readings: "Sequence[Reading]", gone: Sequence[str]) -> list[str]:
        """Writes the rows of these files in one transaction; returns the ids of all contacts touched."""
        if not readings and not gone:
            return []
        from netui.storage.index.cadence_columns import learn_some
        from netui.storage.index.writer import write

        touched: dict[str, None] = {}
        self.db.execute("BEGIN IMMEDIATE")
        try:
            for stem in [*gone, *(reading.stem for reading in readings)]:
                touched.update(dict.fromkeys(self._drop(stem)))
            touched.update(write(self.db, readings))
            learn_some(self.db, touched, self._today)
            self._expire_cache()
            self.db.execute("COMMIT")
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        return list(touched)

    def _drop(self, stem: str) -> list[str]:
        """Removes a contact's rows; returns the ids whose timelines that touches."""
        db = self.db
        row = db.execute(
            "SELECT rid, hay FROM contact JOIN detail USING(rid) WHERE id = ?", (stem,)
        ).fetchone()
        if row is None:
            return []
        rid, hay = row
        others = db.execute(
            "SELECT DISTINCT p.contact FROM presence p JOIN entry e ON e.rowid = p.entry WHERE e.contact = ?",
            (stem,),
        ).fetchall()
        db.execute(
            "INSERT INTO entry_text(entry_text, rowid, body)"
            " SELECT 'delete', rowid, body FROM entry WHERE contact = ?",
            (stem,),
        )
        db.execute("INSERT INTO contact_text(contact_text, rowid, hay) VALUES('delete', ?, ?)", (rid, hay))
        db.execute("DELETE FROM presence WHERE entry IN (SELECT rowid FROM entry WHERE contact = ?)", (stem,))
        for table in ("entry", "promise", "date", "opportunity", "link"):
            db.execute(f"DELETE FROM {table} WHERE contact = ?", (stem,))
        for table in ("name", "detail", "contact"):
            db.execute(f"DELETE FROM {table} WHERE rid = ?", (rid,))
        return [stem, *(other for (other,) in others)]

    # ------------------------------------------------------------------ rhythms

    def relearn(self, today: date) -> tuple[str, ...]:
        """Learns anew where a planned day has come, or where the clock was set back; returns the ids."""
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
        from netui.storage.index.cadence_columns import learn_some

        ids = tuple(row[0] for row in rows)
        self.db.execute("BEGIN IMMEDIATE")
        try:
            learn_some(self.db, ids, self._today)
            self._expire_cache()
            self.db.execute("COMMIT")
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        return ids

    _today = 0

    # ------------------------------------------------------------------ goals

    def refresh_goals(self) -> bool:
        """Looks at the goals alone, which are few; whether any is new or other than before, or gone."""
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
        self.db.execute("BEGIN IMMEDIATE")
        self.db.executemany("INSERT OR REPLACE INTO goal VALUES(?, ?, ?, ?)", rows)
        self.db.executemany("DELETE FROM goal WHERE id = ?", gone)
        self.db.execute("COMMIT")
        return True

    # ------------------------------------------------------------------ meta

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
