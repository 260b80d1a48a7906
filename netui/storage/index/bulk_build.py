"""Bulk build: the first build of an index; several processes read the files, one writes the database."""

import gc
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from itertools import islice

from netui.domain.model.kinds import Kinds
from netui.storage.files.stat import StrPath
from netui.storage.index.cadence_columns import all_contact_days, learned_rows, store_learned
from netui.storage.index.contact_reader import read_contact
from netui.storage.index.schema import indices, tables, transaction
from netui.storage.index.writer import copy_rows, rebuild_text, write_rows

FIRST_CHUNK, CHUNK = 100, 400
"""Files per transaction; the first is small so that the list shows something soon."""
_BATCH = 32
"""Files whose rows are written at once: those of more do not fit the processor's cache."""
_MANY = 1500
"""The least number of files for which worker processes are worth their start."""
_WORKERS = 4
PARTS = "parts-"
"""What the names of folders begin with in which a build keeps its files."""
_KILLED_SECONDS = 86_400
"""No build takes a day: an older folder of parts was left by a killed one."""
_ROW_INDICES = (
    "name_words",
    "name_rid",
    "entry_day",
    "entry_place",
    "entry_goals",
    "entry_tags",
    "link_words",
)
_LEARNED_INDICES = ("contact_unlearned", "contact_planned", "contact_last", "contact_may_be_due")
"""Indices that the build itself does not use: creating them at the end is quicker than row by row."""


def build(
    db: sqlite3.Connection,
    network: StrPath,
    kinds: Kinds,
    stems: Sequence[str],
    drop: Callable[[str], object],
    today: int,
    progress: Callable[[int, int], None] | None,
) -> list[str]:
    """Reads these contacts and writes their rows, chunk by chunk; returns ``stems``, sorted.

    ``drop`` removes a contact's rows that an interrupted build left. The columns learned from days of
    contact are computed at the end, from the days up to ``today`` (an ordinal).
    """
    stems = sorted(stems)
    done = 0
    with _without_durability(db):
        with closing(_parts(db, network, kinds, _chunks(stems))) as parts:
            for chunk, rows in parts:
                with rows as write_chunk, transaction(db):
                    for stem in chunk:
                        drop(stem)
                    write_chunk()
                done += len(chunk)
                if progress:
                    progress(done, len(stems))
        _learn(db, today)
    return stems


def _learn(db: sqlite3.Connection, today: int) -> None:
    """Computes the learned columns while SQLite, without the GIL, creates indices and the full text."""
    from concurrent.futures import ThreadPoolExecutor

    def derive() -> None:
        _create_indices(db, _ROW_INDICES)
        with transaction(db):
            rebuild_text(db)

    file = _file_of(db)
    with ThreadPoolExecutor(1) as thread:
        if file:  # a second connection reads while the first is busy
            derived = thread.submit(derive)
            with closing(sqlite3.connect(file, isolation_level=None)) as reading:
                days, every = all_contact_days(reading), _rhythms_set(reading)
        else:
            days, every = all_contact_days(db), _rhythms_set(db)
            derived = thread.submit(derive)
        rows = learned_rows(days, every, today)
        derived.result()
    with transaction(db):
        store_learned(db, rows, today)


def _rhythms_set(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("SELECT id, every FROM contact WHERE every <> ''").fetchall())


def _file_of(db: sqlite3.Connection) -> str:
    """The path of the database; "" in memory."""
    return str(db.execute("PRAGMA database_list").fetchone()[2])


def _chunks(stems: Sequence[str]) -> list[Sequence[str]]:
    starts = [0, *range(FIRST_CHUNK, len(stems), CHUNK)]
    return [stems[start:end] for start, end in zip(starts, [*starts[1:], len(stems)], strict=True)]


# ---------------------------------------------------------------------- chunks, here or in processes

_Rows = AbstractContextManager[Callable[[], object]]
_Parts = Generator[tuple[Sequence[str], _Rows], None, None]
"""Each chunk's stems with a context that gives the function which writes its rows."""


def _parts(db: sqlite3.Connection, network: StrPath, kinds: Kinds, chunks: Sequence[Sequence[str]]) -> _Parts:
    """The chunks in order: the first at once, the others read by worker processes where that is worth it.

    That is with many files and several processors, and without threads: such a process must not be forked.
    """
    alone = ((chunk, nullcontext(partial(_read_and_write, db, network, kinds, chunk))) for chunk in chunks)
    yield from islice(alone, 1)
    file = _file_of(db)
    workers = min(os.cpu_count() or 1, _WORKERS)
    has_threads = threading.active_count() > 1
    is_worth_it = workers > 1 and sum(map(len, chunks)) >= _MANY
    if not (is_worth_it and file) or has_threads or not hasattr(os, "fork"):
        yield from alone
        return
    from multiprocessing import get_context
    from tempfile import TemporaryDirectory

    sweep(os.path.dirname(file))
    try:
        folder = TemporaryDirectory(prefix=PARTS, dir=os.path.dirname(file), ignore_cleanup_errors=True)
        with _signals_held():
            pool = get_context("fork").Pool(workers, _leave_signals_to_the_parent)
    except (OSError, ImportError):
        yield from alone
        return
    with folder, pool:
        others = chunks[1:]
        paths = pool.imap(partial(_make_part, folder.name, network, kinds), enumerate(others))
        yield from ((chunk, _attached(db, path)) for chunk, path in zip(others, paths, strict=True))


@contextmanager
def _signals_held() -> Iterator[None]:
    """Holds back signals that end a process: from the workers that are forked meanwhile, and from this one.

    A worker that is not needed any more is ended while it still starts. The handler that it inherited would
    answer for it then, and what that raises in a hook of a fork is lost: the worker would wait for ever.
    """
    import signal

    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTERM, signal.SIGHUP, signal.SIGINT))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_signals_to_the_parent() -> None:
    """Has a worker end at once where the parent ends it, and say nothing of ctrl+c, which the parent answers.

    A handler that it inherited would be called late, or never where the worker waits for its next task.
    """
    import signal

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGTERM, signal.SIGHUP, signal.SIGINT))


def sweep(cache: str) -> None:
    """Removes the folders that killed builds left."""
    from shutil import rmtree

    for name in os.listdir(cache):
        path = os.path.join(cache, name)
        if name.startswith(PARTS) and time.time() - os.stat(path).st_mtime > _KILLED_SECONDS:
            rmtree(path, ignore_errors=True)


def _read_and_write(db: sqlite3.Connection, network: StrPath, kinds: Kinds, stems: Sequence[str]) -> None:
    for start in range(0, len(stems), _BATCH):
        readings = (read_contact(network, stem, kinds, fast=True) for stem in stems[start : start + _BATCH])
        write_rows(db, (reading for reading in readings if reading), with_text=False)


def _make_part(folder: str, network: StrPath, kinds: Kinds, chunk: tuple[int, Sequence[str]]) -> str:
    """Writes the rows of these files to a database of their own (quicker than pickling); returns its path."""
    number, stems = chunk
    path = os.path.join(folder, f"{number}.sqlite")
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA synchronous=OFF")
        with transaction(db):
            for statement in tables():
                db.execute(statement)
            _read_and_write(db, network, kinds, stems)
    finally:
        db.close()
    return path


@contextmanager
def _attached(db: sqlite3.Connection, path: str) -> Iterator[Callable[[], None]]:
    db.execute("ATTACH ? AS part", (path,))
    try:
        yield partial(copy_rows, db, "part")
    finally:
        db.execute("DETACH part")
        os.unlink(path)


@contextmanager
def _without_durability(db: sqlite3.Connection) -> Iterator[None]:
    """No fsync, no garbage collection and few indices meanwhile: an interrupted build is repeated anyway."""
    collecting = gc.isenabled()
    gc.disable()  # rows hold no cycles, and there are millions
    db.execute("PRAGMA synchronous=OFF")
    db.execute("PRAGMA cache_size=-65536")
    with transaction(db):
        for name in (*_ROW_INDICES, *_LEARNED_INDICES):
            db.execute(f"DROP INDEX IF EXISTS {name}")
    try:
        yield
    finally:
        _create_indices(db, (*_ROW_INDICES, *_LEARNED_INDICES))
        db.execute("PRAGMA cache_size=-400")
        db.execute("PRAGMA synchronous=NORMAL")
        if collecting:
            gc.enable()


def _create_indices(db: sqlite3.Connection, names: Sequence[str]) -> None:
    definitions = indices()
    with transaction(db):
        for name in names:
            db.execute(f"CREATE INDEX IF NOT EXISTS {name}{definitions[name]}")
