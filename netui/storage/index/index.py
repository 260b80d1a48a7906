"""The index: a cache of the network folder in SQLite, kept in step with the files by their stat.

A row is valid as long as the file's mtime, ctime, size and inode are those of the moment it was read, and
that moment lay well after the file's last change (time stamps are coarse); otherwise the file is read again.
Where its bytes have the same digest, the row stays and only the stamp is renewed. Where much has changed,
the next generation is built beside this one, which answers until then.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING
from zlib import crc32

from netui.domain.model.folders import CONTACTS, GOALS
from netui.domain.model.kinds import Kinds
from netui.storage.concurrency import yielding
from netui.storage.errors import Busy
from netui.storage.files.stat import StrPath, compare, status_of, survey
from netui.storage.files.survey import SUFFIX, Survey, fingerprint
from netui.storage.index.refresh_result import Refreshed
from netui.storage.index.schema import IndexConnection, is_locked, transaction

if TYPE_CHECKING:
    from netui.storage.files.transaction import FolderTimes, Written
    from netui.storage.index.contact_reader import ContactReading

FOLDER_TICK_NS = 100_000_000
"""A folder that changed within this time (100 ms) may change again under the same mtime."""
CHUNK = 1000
"""Changed files per transaction."""
FEW = 20
"""Up to this many uncertain rows are read again at once; more wait for the stat of all files."""
BUILD_WAIT = 60.0
"""Seconds to wait for the first build of another process."""
_MANY = 200
"""More changed files than this are worth loading the fast extraction, and a look at their digests first."""
_REBUILD_SHARE = 5
"""If more than one file in so many has changed, rebuilding all is quicker than changing the rows."""

Progress = Callable[[int, int], None]


class Index(IndexConnection):
    """One connection to the index of a network folder; each thread opens its own. Close it when done."""

    def __init__(self, network: StrPath, cache: StrPath | None, kinds: Kinds):
        super().__init__(network, cache, f"tomli {_parser()} {sorted(kinds.contact.items())}")
        self._kinds = kinds
        self._just_read: Survey = {}
        """Status of files read by :meth:`refresh_some`; a survey that finds it need not read them again."""
        self._copies: Collection[str] = ()
        """The stems of conflict copies at the last look at all files."""
        self._today = 0
        self._doubted: dict[str, int] = {}
        """The digests of files that this connection read in doubt: their rows are no news."""

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
        self,
        today: date,
        progress: Progress | None = None,
        contacts: Survey | None = None,
        *,
        heals: bool = True,
    ) -> Refreshed:
        """Stats every file and reads those that changed; rebuilds an index that is damaged or held by others.

        ``contacts`` is a survey of their folder, if one was just made. Without ``heals`` such an index
        raises sqlite3.DatabaseError. Of several processes one does a first build, and the others wait for it:
        a row whose full text is still to be written must not be dropped.
        """
        self.follow()
        if not self.built and self.path is not None:
            from netui.storage.files.locks import locked

            with suppress(Busy), locked(os.path.dirname(self.path), BUILD_WAIT):
                self.follow()
                return self._heal(today, progress, contacts, heals=heals)
        return self._heal(today, progress, contacts, heals=heals)

    def _heal(
        self, today: date, progress: Progress | None, contacts: Survey | None, *, heals: bool
    ) -> Refreshed:
        try:
            return self._refresh(today, progress, contacts)
        except (sqlite3.DatabaseError, ValueError) as error:
            if not heals and isinstance(error, sqlite3.DatabaseError):
                raise
            self.reset()
            return self._refresh(today, progress)

    def count_stale(self, contacts: Survey) -> int:
        """How many files of a survey :meth:`refresh` would read."""
        if self.matches_survey(fingerprint(contacts)):
            return 0
        return len(compare(contacts, self._known())[0])

    def _known(self) -> Survey:
        return dict(self.db.execute("SELECT id || '.toml', stamp FROM contact"))

    def _refresh(self, today: date, progress: Progress | None, contacts: Survey | None = None) -> Refreshed:
        stamps, now = self._folder_stamps(), time.time_ns()
        self._today = today.toordinal()
        found = survey(self.network, CONTACTS) if contacts is None else contacts
        seen = fingerprint(found)
        changed: list[str] = []
        gone: list[str] = []
        if not self.matches_survey(seen):
            known = self._known()
            # What was just read is younger than a given survey, unless its rows were discarded since.
            is_younger = contacts is not None and self.built
            stale, gone = compare(found, {**known, **self._just_read} if is_younger else known)
            if contacts is not None:  # nor is one gone that was added since the survey
                gone = [stem for stem in gone if self._status(stem) is None]
            copies = self._find_copies(found)
            stale = [stem for stem in stale if stem not in copies]
            gone += [stem for stem in copies if stem + SUFFIX in known]
            if not self.built:
                changed = self._build(stale, gone, progress)
            else:
                if len(stale) > _MANY and self.path and self._differ_widely(stale, progress):
                    with suppress(OSError):  # no room for another generation
                        return self._rebuild(today, progress)
                changed = self._read_stale(stale, gone, progress)
            seen = self._fingerprint(found, [*stale, *(name[: -len(SUFFIX)] for name in self._just_read)])
        self._just_read.clear()
        goals = self.refresh_goals()
        self.relearn(today)
        settled = all(now - stamp > FOLDER_TICK_NS for stamp in stamps)
        self._set_meta(key=self._key, folders=_joined(stamps) if settled else "", survey=seen)
        return Refreshed(tuple(dict.fromkeys(changed)), tuple(gone), goals)

    def _find_copies(self, found: Survey) -> Collection[str]:
        from netui.storage.files.conflict_copies import find_copies

        self._copies = find_copies(self.network, CONTACTS, found)
        return self._copies

    def _fingerprint(self, found: Survey, read: Sequence[str]) -> str:
        """The fingerprint of the survey after reading some files; "" if the row of one is uncertain."""
        known = self._known() if len(read) > _MANY else {stem + SUFFIX: self._stamp(stem) for stem in read}
        for stem in read:
            stamp = known.get(stem + SUFFIX)
            if not stamp:
                return ""
            found[stem + SUFFIX] = stamp
        return fingerprint(found)

    def _stamp(self, stem: str) -> int | None:
        """The stamp of a contact's row, 0 where it is uncertain; None without a row."""
        row = self.db.execute("SELECT stamp FROM contact WHERE id = ?", (stem,)).fetchone()
        return row[0] if row else None

    def refresh_some(self, stems: Iterable[str], today: date) -> Refreshed:
        """Stats the files of these contacts alone and reads those that changed."""
        self._today = today.toordinal()
        stale, gone = [], []
        for stem in stems:
            known, status = self._stamp(stem), self._status(stem)
            if status is None:
                gone += [stem] if known is not None else []
            elif known != status:
                stale.append(stem)
                self._just_read[stem + SUFFIX] = status
        if not stale and not gone:
            return Refreshed()
        self._set_meta(survey="")
        return Refreshed(tuple(self._read_stale(stale, gone, None)), tuple(gone))

    def reread_uncertain(self, today: date) -> Refreshed | None:
        """Reads again the contacts whose rows are uncertain; None if they are more than :data:`FEW`."""
        rows = self.db.execute("SELECT id FROM contact WHERE stamp = 0 LIMIT ?", (FEW + 1,)).fetchall()
        return self.refresh_some([stem for (stem,) in rows], today) if len(rows) <= FEW else None

    def _build(self, stale: Sequence[str], gone: Sequence[str], progress: Progress | None) -> list[str]:
        """The first build, or the rest of one that was cut off."""
        from netui.storage.index.bulk_build import build
        from netui.storage.index.writer import drop_rows

        self._store([], gone)
        self._expire_cache()
        self._set_meta(begun=self._key)
        drop = partial(drop_rows, self.db)
        built = build(self.db, self.network, self._kinds, stale, drop, self._today, progress)
        self._doubted = dict(self.db.execute("SELECT id, digest FROM contact WHERE stamp = 0"))
        return built

    def _read_stale(self, stale: Sequence[str], gone: Sequence[str], progress: Progress | None) -> list[str]:
        changed = [stem for stem in self._store([], gone) if stem not in gone]
        if stale:
            from netui.storage.index.contact_reader import read_contact

            fast = len(stale) > _MANY
            for start in range(0, len(stale), CHUNK):
                chunk = stale[start : start + CHUNK]
                readings = [
                    read_contact(self.network, stem, self._kinds, fast=fast, known=self._digest(stem))
                    for stem in yielding(chunk)
                ]
                changed += self._store([reading for reading in readings if reading], [])
                if progress:
                    progress(start + len(chunk), len(stale))
        return changed

    def _digest(self, stem: str) -> int | None:
        row = self.db.execute("SELECT digest FROM contact WHERE id = ?", (stem,)).fetchone()
        return row[0] if row else None

    def _differ_widely(self, stale: Sequence[str], progress: Progress | None) -> bool:
        """Whether so many of these files hold something new that rebuilding all is quicker."""
        from netui.storage.index.contact_reader import read_file

        rows = self.db.execute("SELECT count(*) FROM contact").fetchone()[0]
        most, new = max(_MANY, rows // _REBUILD_SHARE), 0
        for at, stem in enumerate(yielding(stale)):
            known = self._digest(stem)
            found = read_file(self.network, CONTACTS, stem) if known is not None else None
            new += found is None or found.digest != known
            if new > most:
                return True
            if progress and not at % CHUNK:
                progress(0, len(stale))
        return False

    def _rebuild(self, today: date, progress: Progress | None) -> Refreshed:
        """Builds the next generation beside this one and switches to it; keeps what was cached for good."""
        from tempfile import TemporaryDirectory

        from netui.storage.index.bulk_build import PARTS, sweep

        cache = os.path.dirname(self.path or "")
        sweep(cache)
        before = {ident for (ident,) in self.db.execute("SELECT id FROM contact")}
        with TemporaryDirectory(prefix=PARTS, dir=cache, ignore_cleanup_errors=True) as folder:
            other = Index(self.network, folder, self._kinds)
            try:
                if other.path is None:
                    raise OSError("the index can only be kept in memory")
                found = other._refresh(today, progress)
                kept = self.db.execute("SELECT key, value, until_change FROM cache WHERE NOT until_change")
                other.db.executemany("INSERT OR REPLACE INTO cache VALUES(?, ?, ?)", kept.fetchall())
            finally:
                other.close()
            self.db.close()
            self._doubted = other._doubted
            self._adopt(self._file.adopt(other.path))
        return found._replace(gone=tuple(before.difference(found.changed)), goals=True)

    def _folder_stamps(self) -> list[int]:
        stamps = []
        for folder in (CONTACTS, GOALS):
            try:
                stamps.append(os.stat(os.path.join(self.network, folder)).st_mtime_ns)
            except OSError:
                stamps.append(0)
        return stamps

    # ------------------------------------------------------------------ writing rows

    def absorb(
        self, files: "Iterable[Written]", folders: "Iterable[FolderTimes]", today: date
    ) -> Refreshed | None:
        """Updates the rows of files that the store has just written, without a look at any other.

        If a folder's mtime was the stored one before the write, the mtime after it is stored. Never fails,
        as the files are saved: None where the rows have to wait for the next refresh.
        """
        if not self.built:
            return None
        try:
            return self._absorb(list(files), list(folders), today)
        except (sqlite3.DatabaseError, ValueError) as error:
            if is_locked(error):
                return None
            self.reset()
            if self.on_reset is not None:
                return None
            return self._refresh(today, None)

    def _absorb(self, files: "Sequence[Written]", folders: "Sequence[FolderTimes]", today: date) -> Refreshed:
        from netui.storage.index.contact_reader import digest, parse_contact

        readings, gone, goals = [], [], False
        for file, data, _, document in files:
            if file.folder == GOALS:
                goals = True
            elif data is None:
                gone.append(file.stem)
            else:
                reading = parse_contact(file.stem, 0, data, self._kinds, document=document)
                readings.append(reading._replace(digest=digest(data)))
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
        from netui.storage.index.writer import drop_rows, renew_stamps, replace_rows

        touched: dict[str, None] = {}
        with transaction(self.db):
            known = [each for each in readings if each.is_known]
            touched.update(dict.fromkeys(each.stem for each in known if self._is_news(each)))
            is_same = not gone and len(known) == len(readings)
            renew_stamps(self.db, known)
            # Another writer may have stored a newer reading since: never replace it by an older one.
            readings = [each for each in readings if not each.is_known and self._is_current(each)]
            gone = [stem for stem in gone if stem in self._copies or self._status(stem) is None]
            for stem in gone:
                touched.update(dict.fromkeys(drop_rows(self.db, stem)))
            for reading in readings:
                touched.update(replace_rows(self.db, reading))
            if not is_same:
                update_learned(self.db, touched, self._today)
                self._expire_cache()
            self._doubted.update((each.stem, each.digest) for each in readings if not each.stamp)
        return list(touched)

    def _is_news(self, reading: "ContactReading") -> bool:
        """Whether the row of a file whose bytes are known is another program's, so that nobody was told."""
        return self._stamp(reading.stem) == 0 and self._doubted.get(reading.stem) != reading.digest

    def _status(self, stem: str) -> int | None:
        return status_of(self.network, CONTACTS, stem)

    def _is_current(self, reading: "ContactReading") -> bool:
        return reading.status in (None, self._status(reading.stem))

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

    # ------------------------------------------------------------------ goals

    def refresh_goals(self) -> bool:
        """Stats the goals, which are few, and reads those that changed; whether any did."""
        known = dict(self.db.execute("SELECT id || '.toml', stamp FROM goal"))
        found = survey(self.network, GOALS)
        stale, gone = compare(found, known)
        if not stale and not gone:
            return False
        from netui.storage.index.goal_reader import store_goals

        return store_goals(self.db, self.network, found, stale, gone)


def _joined(stamps: Iterable[int]) -> str:
    return " ".join(map(str, stamps))


def _parser() -> int:
    """A checksum of the file that names the version of tomli, whose import takes a twentieth of a command."""
    spec = PathFinder.find_spec("tomli")
    for folder in spec.submodule_search_locations or () if spec else ():
        with suppress(OSError), open(os.path.join(folder, "__init__.py"), "rb") as file:
            return crc32(file.read())
    return 0  # as in a program packed into one file
