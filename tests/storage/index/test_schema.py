"""The SQLite file of the index: whatever is wrong with it, a new generation takes its place."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netui.storage.index import schema
from netui.storage.index.schema import damage, indices, sqlite_version, tables, transaction
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
def test_a_harmed_index_is_rebuilt(net: Net, harm: Callable[[Path], None]) -> None:
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


def zeroed(path: Path) -> None:
    with open(path, "r+b") as file:
        file.seek(4096)
        file.write(b"\0" * (path.stat().st_size // 3))


def dropped(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE contact")


def deleted(path: Path) -> None:
    path.unlink()


def untouched(path: Path) -> None:
    """The file is as it was."""


@pytest.mark.parametrize(
    "harm", [garbage, truncated, emptied, zeroed, dropped, deleted, folder, flipped, untouched]
)
def test_the_index_of_an_open_app_may_be_harmed(net: Net, harm: Callable[[Path], None]) -> None:
    for number in range(300):
        net.person(f"person-{number}", met("2026-11-01"), more='notes = "some words"\n')
    index, watching = net.fresh(), net.index()
    asked: list[bool] = []
    index.survive(lambda: asked.append(True))
    index.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    harm(Path(str(index.path)))
    net.person("new")
    read = Reader(index)
    read.contact_rows()
    list(read.haystacks())
    read.timeline("person-3")
    read.search("words")
    read.goals()
    index.cache_set("place", "here")
    watching.refresh(TODAY)
    index.follow(complete=True)
    assert Reader(index).count() == 301 and Reader(watching).count() == 301
    assert content(watching) == content(net.fresh(memory=True))


def test_a_file_replaced_while_it_is_opened_is_not_taken_for_the_other(
    net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = net.fresh()
    prepared = schema._prepared

    def replace(connection: sqlite3.Connection) -> sqlite3.Connection:
        monkeypatch.undo()
        path = Path(str(index.path))
        path.rename(path.with_suffix(".aside"))
        path.touch()
        return prepared(connection)

    monkeypatch.setattr(schema, "_prepared", replace)
    other = net.index()
    net.person("ada")
    index.refresh(TODAY)
    other.follow()
    other.refresh(TODAY)
    assert other.path == index.path and content(index) == content(other)


def test_an_index_that_another_program_holds_is_left_to_it(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.index.schema.LOCK_SECONDS", 0.05)
    net.person("ada")
    index = net.fresh()
    with closing(sqlite3.connect(str(index.path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        net.person("bob")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            index.refresh(TODAY, heals=False)
        index.refresh(TODAY)
        assert Reader(index).count() == 2
        assert Reader(net.fresh()).count() == 2
    assert content(index) == content(net.fresh(memory=True))


def test_where_nothing_can_be_kept_memory_will_do(net: Net) -> None:
    net.person("ada")
    net.cache.write_text("a file in the way")
    index = net.fresh()
    assert index.path is None and Reader(index).count() == 1


def test_older_generations_are_removed(net: Net) -> None:
    net.person("ada")
    first = net.fresh()
    first.reset()
    first.refresh(TODAY)
    assert [path.name for path in net.cache.glob("*.sqlite")] == [Path(str(first.path)).name]


def test_a_transaction_is_rolled_back_by_an_error() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t(n)")
        with pytest.raises(KeyboardInterrupt), transaction(connection):
            connection.execute("INSERT INTO t VALUES(1)")
            raise KeyboardInterrupt
        with transaction(connection):
            connection.execute("INSERT INTO t VALUES(2)")
        assert connection.execute("SELECT n FROM t").fetchall() == [(2,)]


def test_tables_and_indices_are_found_in_the_schema() -> None:
    assert any(statement.startswith("CREATE TABLE contact(") for statement in tables())
    assert not any("VIRTUAL" in statement or "INDEX" in statement for statement in tables())
    assert indices()["name_words"] == " ON name(words)"


def test_damage_is_told_in_the_words_of_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE t(a); CREATE INDEX i ON t(a);")
        connection.executemany("INSERT INTO t VALUES(?)", [(f"{number:0100d}",) for number in range(500)])
        connection.commit()
    assert damage(str(path)) == ""
    data = bytearray(path.read_bytes())
    data[4096 * 5 : 4096 * 8] = bytes(4096 * 3)
    path.write_bytes(data)
    assert damage(str(path))


def test_the_version_of_sqlite_says_if_it_cannot_search() -> None:
    assert sqlite_version() == sqlite3.sqlite_version
