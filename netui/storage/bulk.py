"""The first build of an index: every file read by several processes, written by one."""

import gc
import marshal
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from netui.domain.kinds import Kinds
from netui.storage.digest import Digest
from netui.storage.files import StrPath
from netui.storage.learning import days_of_all, keep, lessons
from netui.storage.readings import Reading, read_contact
from netui.storage.rows import write
from netui.storage.schema import indices

FIRST_CHUNK, CHUNK = 100, 400
"""Files read at once; the first few soon, for there is a list to be shown."""
_MANY = 1500
"""From how many files on further processes are worth their start."""
_WORKERS = 4
_LATER = ("name_words", "name_rid", "entry_day", "entry_place", "entry_goals", "entry_tags", "link_words")
_LEARNED = ("contact_unlearned", "contact_planned", "contact_last", "contact_stirs")
"""Indices that nothing needs before the end; they are made quicker whole than row by row."""


def fill(
    db: sqlite3.Connection,
    network: StrPath,
    kinds: Kinds,
    stems: Sequence[str],
    drop: Callable[[str], object],
    today: int,
    progress: Callable[[int, int], None] | None,
) -> list[str]:
    """Reads these contacts and writes their rows, chunk by chunk; ``drop`` takes away what is half done.

    Rhythms are learned at the end, from the days up to ``today`` (an ordinal). Returns ``stems``.
    """
    stems = sorted(stems)
    done = 0
    with _hurrying(db):
        with _readings(network, kinds, _chunks(stems)) as chunks:
            for size, readings in chunks:
                with _transaction(db):
                    for reading in readings:
                        drop(reading.stem)
                    write(db, readings)
                done += size
                if progress:
                    progress(done, len(stems))
        _learn(db, today)
    return stems


def _learn(db: sqlite3.Connection, today: int) -> None:
    """Rhythms are learned while SQLite, which needs no Python for it, makes its indices."""
    from concurrent.futures import ThreadPoolExecutor

    days = days_of_all(db)
    every = dict(db.execute("SELECT id, every FROM contact WHERE every <> ''").fetchall())
    with ThreadPoolExecutor(1) as aside:
        made = aside.submit(_make, db, _LATER)
        rows = lessons(days, every, today)
        made.result()
    with _transaction(db):
        keep(db, rows, today)


def _chunks(stems: Sequence[str]) -> list[Sequence[str]]:
    starts = [0, *range(FIRST_CHUNK, len(stems), CHUNK)]
    return [stems[start:end] for start, end in zip(starts, [*starts[1:], len(stems)], strict=True)]


@contextmanager
def _readings(
    network: StrPath, kinds: Kinds, chunks: Sequence[Sequence[str]]
) -> Iterator[Iterator[tuple[int, list[Reading]]]]:
    """The chunks read, in order, by other processes where that pays and can be had."""
    read = partial(_read, network, kinds)
    workers = min(os.cpu_count() or 1, _WORKERS)
    alone = threading.active_count() > 1  # a process with threads must not be forked
    if workers < 2 or alone or sum(map(len, chunks)) < _MANY or not hasattr(os, "fork"):
        yield map(_unpacked, chunks, map(read, chunks))
        return
    from multiprocessing import get_context

    try:
        pool = get_context("fork").Pool(workers)
    except (OSError, ImportError):
        yield map(_unpacked, chunks, map(read, chunks))
        return
    with pool:
        yield map(_unpacked, chunks, pool.imap(read, chunks))


def _read(network: StrPath, kinds: Kinds, stems: Sequence[str]) -> bytes:
    readings = (read_contact(network, stem, kinds) for stem in stems)
    return marshal.dumps([(r.stem, r.stamp, r.digest and tuple(r.digest), r.error) for r in readings if r])


def _unpacked(stems: Sequence[str], packed: bytes) -> tuple[int, list[Reading]]:
    readings = marshal.loads(packed)
    return len(stems), [Reading(stem, at, d and Digest(*d), error) for stem, at, d, error in readings]


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


@contextmanager
def _hurrying(db: sqlite3.Connection) -> Iterator[None]:
    """Without the care that a build which can be done again does not need."""
    collecting = gc.isenabled()
    gc.disable()  # rows hold no cycles, and there are many
    db.execute("PRAGMA synchronous=OFF")
    db.execute("PRAGMA cache_size=-65536")
    for table in ("entry_text", "contact_text"):
        db.execute(f"INSERT INTO {table}({table}, rank) VALUES('hashsize', {16 << 20})")
    with _transaction(db):
        for name in (*_LATER, *_LEARNED):
            db.execute(f"DROP INDEX IF EXISTS {name}")
    try:
        yield
    finally:
        _make(db, (*_LATER, *_LEARNED))
        db.execute("PRAGMA cache_size=-400")
        db.execute("PRAGMA synchronous=NORMAL")
        if collecting:
            gc.enable()


def _make(db: sqlite3.Connection, names: Sequence[str]) -> None:
    definitions = indices()
    with _transaction(db):
        for name in names:
            db.execute(f"CREATE INDEX IF NOT EXISTS {name}{definitions[name]}")
