"""The index is made anew whatever harmed it, by however many at once."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from netui.storage.index import bulk_build
from netui.storage.queries.reader import Reader
from tests.support.indexed_network import TODAY, Net, content, met


def garbage(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to be taken for one" * 200)


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 + 17)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mail(id)")
    other.close()


def newer(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(4096 * 3, len(data), 997):
        data[at] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [garbage, truncated, emptied, foreign, newer, folder, flipped])
def test_a_harmed_index_is_made_anew(net: Net, harm: Callable[[Path], None]) -> None:
    for number in range(30):
        net.person(f"person-{number}", met("2026-11-01"), more='notes = "some words"\n')
    index = net.fresh()
    path = index.path
    assert path is not None
    wanted = content(index)
    index.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    index.close()
    harm(Path(path))
    net.person("person-3", met("2026-11-02"))
    again = net.fresh()
    net.person("person-3", met("2026-11-01"), more='notes = "some words"\n')
    again.refresh(TODAY)
    assert content(again) == wanted


def test_where_nothing_can_be_kept_memory_will_do(net: Net) -> None:
    net.person("ada")
    net.cache.write_text("a file in the way")
    index = net.fresh()
    assert index.path is None and Reader(index).count() == 1


def test_several_threads_build_the_same(net: Net) -> None:
    for number in range(200):
        net.person(f"person-{number}", met("2026-11-01", f"person-{number + 1}"))
    failures: list[BaseException] = []

    def build() -> None:
        try:
            index = net.index()
            index.refresh(TODAY)
            assert Reader(index).count() == 200
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=build) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert content(net.fresh()) == content(net.fresh(memory=True))


def test_a_build_cut_off_goes_on(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        net.person(f"person-{number}", met("2026-11-01"))
    index = net.index()
    monkeypatch.setattr(bulk_build, "FIRST_CHUNK", 7)

    def cut_off(done: int, total: int) -> None:
        assert (done, total) == (7, 20)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        index.refresh(TODAY, cut_off)
    index.db.execute("DROP INDEX name_words")  # as a killed process would leave it
    index.close()
    again = net.index()
    assert Reader(again).count() == 7 and not again.built
    again.refresh(TODAY)
    assert content(again) == content(net.fresh(memory=True))
    assert again.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'name_words'").fetchone()


def test_several_processes_read_what_one_would(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        net.person(f"person-{number}", met("2026-11-01", f"person-{number + 1}"))
    (net.folder / "contacts" / "broken.toml").write_text("name = ")
    monkeypatch.setattr(bulk_build, "FIRST_CHUNK", 7)
    monkeypatch.setattr(bulk_build, "CHUNK", 5)
    alone = content(net.fresh(memory=True))
    monkeypatch.setattr(bulk_build, "_MANY", 1)
    monkeypatch.setattr(bulk_build.threading, "active_count", lambda: 1)
    monkeypatch.setattr(bulk_build.os, "cpu_count", lambda: 2)
    cache = Path(str(net.index().path)).parent
    for name, age in (("parts-killed", 2 * 86_400), ("parts-underway", 60)):
        (cache / name).mkdir()
        (cache / name / "0.sqlite").write_text("rows")
        os.utime(cache / name, (time.time() - age,) * 2)
    assert content(net.fresh()) == alone
    assert [path.name for path in cache.glob("parts-*")] == ["parts-underway"]
