"""The first build of an index: every file read by several processes, written by one."""

import gc
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial

from netui.domain.model.kinds import Kinds
from netui.storage.files.stat import StrPath
from netui.storage.index.cadence_columns import days_of_all, keep, lessons
from netui.storage.index.contact_reader import read_contact
from netui.storage.index.schema import indices, tables
from netui.storage.index.writer import add_all, make_text, write

FIRST_CHUNK, CHUNK = 100, 400
"""Files read at once; the first few soon, for there is a list to be shown."""
_MANY = 1500
"""From how many files on further processes are worth their start."""
_WORKERS = 4
_PARTS = "parts-"
_KILLED_SECONDS = 86_400
"""No build takes a day: what is older was left behind."""
_LATER = ("name_words", "name_rid", "entry_day", "entry_place", "entry_goals", "entry_tags", "link_words")
_LEARNED = ("contact_unlearned", "contact_planned", "contact_last", "contact_may_be_due")
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
        with _parts(db, network, kinds, _chunks(stems)) as parts:
            for chunk, add in parts:
                with add as write_rows, _transaction(db):
                    for stem in chunk:
                        drop(stem)
                    write_rows()
                done += len(chunk)
                if progress:
                    progress(done, len(stems))
        _learn(db, today)
    return stems


def _learn(db: sqlite3.Connection, today: int) -> None:
    """Rhythms are learned while SQLite, which needs no Python for it, makes what is derived from the rows."""
    from concurrent.futures import ThreadPoolExecutor

    days = days_of_all(db)
    every = dict(db.execute("SELECT id, every FROM contact WHERE every <> ''").fetchall())

    def derive() -> None:
        _make(db, _LATER)
        with _transaction(db):
            make_text(db)

    with ThreadPoolExecutor(1) as aside:
        made = aside.submit(derive)
        rows = lessons(days, every, today)
        made.result()
    with _transaction(db):
        keep(db, rows, today)


def _chunks(stems: Sequence[str]) -> list[Sequence[str]]:
    starts = [0, *range(FIRST_CHUNK, len(stems), CHUNK)]
    return [stems[start:end] for start, end in zip(starts, [*starts[1:], len(stems)], strict=True)]


# ---------------------------------------------------------------------- reading, a part at a time

_Rows = AbstractContextManager[Callable[[], object]]
_Parts = Iterator[tuple[Sequence[str], _Rows]]
"""Files, and what has their rows at hand: it gives a function that writes them."""


@contextmanager
def _parts(
    db: sqlite3.Connection, network: StrPath, kinds: Kinds, chunks: Sequence[Sequence[str]]
) -> Iterator[_Parts]:
    """The chunks in order: read, and made into rows, by other processes where that pays and can be had."""
    alone: _Parts = ((chunk, nullcontext(partial(_write, db, network, kinds, chunk))) for chunk in chunks)
    file = db.execute("PRAGMA database_list").fetchone()[2]
    workers = min(os.cpu_count() or 1, _WORKERS)
    has_threads = threading.active_count() > 1  # a process with threads must not be forked
    is_worth_it = workers > 1 and sum(map(len, chunks)) >= _MANY
    if not (is_worth_it and file) or has_threads or not hasattr(os, "fork"):
        yield alone
        return
    from multiprocessing import get_context
    from tempfile import TemporaryDirectory

    _sweep(os.path.dirname(file))
    try:
        folder = TemporaryDirectory(prefix=_PARTS, dir=os.path.dirname(file), ignore_cleanup_errors=True)
        pool = get_context("fork").Pool(workers)
    except (OSError, ImportError):
        yield alone
        return
    with folder, pool:
        made = pool.imap(partial(_make_part, folder.name, network, kinds), enumerate(chunks))
        yield ((chunk, _attached(db, path)) for chunk, path in zip(chunks, made, strict=True))


def _sweep(cache: str) -> None:
    """Removes the parts of builds that were killed."""
    from shutil import rmtree

    for name in os.listdir(cache):
        path = os.path.join(cache, name)
        if name.startswith(_PARTS) and time.time() - os.stat(path).st_mtime > _KILLED_SECONDS:
            rmtree(path, ignore_errors=True)


def _write(db: sqlite3.Connection, network: StrPath, kinds: Kinds, stems: Sequence[str]) -> None:
    readings = (read_contact(network, stem, kinds) for stem in stems)
    write(db, (reading for reading in readings if reading), with_text=False)


def _make_part(folder: str, network: StrPath, kinds: Kinds, chunk: tuple[int, Sequence[str]]) -> str:
    """A database of the rows of these files alone: to hand them over so is quicker than one by one."""
    number, stems = chunk
    path = os.path.join(folder, f"{number}.sqlite")
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA synchronous=OFF")
        with _transaction(db):
            for statement in tables():
                db.execute(statement)
            _write(db, network, kinds, stems)
    finally:
        db.close()
    return path


@contextmanager
def _attached(db: sqlite3.Connection, path: str) -> Iterator[Callable[[], None]]:
    db.execute("ATTACH ? AS part", (path,))
    try:
        yield partial(add_all, db, "part")
    finally:
        db.execute("DETACH part")
        os.unlink(path)


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
