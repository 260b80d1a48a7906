"""The index is harmed while the app is open: it lives on, and sees what changes afterwards."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netui.storage.index.spare_folder import remove_spare_folder
from tests.support.app import Driver, driving, write_network


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to be taken for one" * 200)


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def zeroed(path: Path) -> None:
    with open(path, "r+b") as file:
        file.write(b"\0" * (path.stat().st_size // 3))


def without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        for table in ("contact", "entry", "goal", "promise"):
            other.execute(f"DROP TABLE {table}")


def deleted(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARMS = [garbage, truncated, emptied, zeroed, without_tables, deleted, folder]


async def live_on(me: Driver, home: Path) -> None:
    """Moves, finds, logs and undoes; then another program adds somebody."""
    await me.press("j", "k", "G", "g", "2", "3", "1", "i", "escape", "f", *"horses", "escape", "v", "v", "v")
    write_network(home / "net", {"zoe": {"name": "Zoe Later"}})
    await me.sees("Zoe Later")
    await me.sees("Grace Hopper")
    await me.press("n")
    await me.enter("coffee with @zoe: she is here")
    await me.sees("she is here")
    await me.press("u")
    await me.hears("undid")
    assert me.app.is_running


@pytest.mark.parametrize("harm", HARMS)
async def test_the_app_lives_on_and_sees_later_changes(home: Path, harm: Callable[[Path], None]) -> None:
    async with driving(home) as me:
        index = me.app.workspace.index
        index.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        harm(Path(str(index.path)))
        await live_on(me, home)


def overwritten(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


@pytest.mark.parametrize("harm", [deleted, zeroed, overwritten, truncated, emptied])
@pytest.mark.parametrize("beside", ["-wal", "-shm"])
async def test_the_app_lives_on_where_what_lies_beside_the_index_is_harmed(
    home: Path, harm: Callable[[Path], None], beside: str
) -> None:
    async with driving(home) as me:
        harm(Path(f"{me.app.workspace.index.path}{beside}"))
        await live_on(me, home)


def cache_folder(home: Path) -> Path:
    """The cache folder with the index in it."""
    return next((home / "cache").rglob("*.sqlite")).parent


def become_file(cache: Path) -> None:
    shutil.rmtree(cache)
    cache.write_text("a file in the way")


def become_dangling_link(cache: Path) -> None:
    cache.rename(cache.with_name("aside"))
    cache.symlink_to(cache.with_name("nowhere"))


def become_link_to_full_device(cache: Path) -> None:
    shutil.rmtree(cache)
    cache.symlink_to("/dev/full")


def be_deleted(cache: Path) -> None:
    shutil.rmtree(cache)


FOLDER_HARMS = [become_file, become_dangling_link, become_link_to_full_device, be_deleted]


@pytest.mark.parametrize("harm", FOLDER_HARMS)
async def test_the_app_lives_on_without_its_cache_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None]
) -> None:
    temporary = home / "tmp"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    async with driving(home) as me:
        harm(cache_folder(home))
        await live_on(me, home)
    remove_spare_folder()
    assert list(temporary.iterdir()) == []


async def test_an_index_held_by_another_program_is_left_to_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netui.storage.index.schema.LOCK_SECONDS", 0.05)
    monkeypatch.setattr("netui.storage.index.resilient_connection._LOCK_SECONDS", 0.05)
    async with driving(home) as me:
        path = str(me.app.workspace.index.path)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await live_on(me, home)
