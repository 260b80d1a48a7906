"""The index is the folder: whatever happens to files, to the clock or to the index itself."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.kinds import BUILT_IN, Kinds
from netui.domain.quiet import stand
from netui.storage import bulk
from netui.storage.index import Index, Refreshed
from netui.storage.lookups import Reader

TODAY = date(2026, 11, 21)


class Net:
    """A network folder, written by hand, and its index."""

    def __init__(self, base: Path) -> None:
        self.folder, self.cache = base / "net", base / "cache"
        self._open: list[Index] = []

    def write(self, ident: str, text: str, folder: str = "contacts") -> None:
        path = self.folder / folder / f"{ident}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def person(self, ident: str, *entries: str, more: str = "") -> None:
        self.write(
            ident, f'name = "{ident.title()}"\n{more}' + "".join(f"\n[[timeline]]\n{e}\n" for e in entries)
        )

    def remove(self, ident: str, folder: str = "contacts") -> None:
        (self.folder / folder / f"{ident}.toml").unlink()

    def index(self, *, memory: bool = False, kinds: Kinds = BUILT_IN) -> Index:
        index = Index(self.folder, None if memory else self.cache, kinds)
        self._open.append(index)
        return index

    def fresh(self, today: date = TODAY, **settings: Any) -> Index:
        index = self.index(**settings)
        index.refresh(today)
        return index

    def close(self) -> None:
        for index in self._open:
            index.close()


@pytest.fixture
def net(tmp_path: Path) -> Iterator[Net]:
    net = Net(tmp_path)
    yield net
    net.close()


def met(day: str, *others: str, kind: str = "coffee") -> str:
    with_ = f"\nwith = [{', '.join(map(repr, others))}]" if others else ""
    return f'id = "x{day}{kind}"\non = {day}\nkind = "{kind}"\ntext = "words of {day}"{with_}'


def content(index: Index) -> dict[str, list[tuple[Any, ...]]]:
    """All that the index says, without row numbers and file signatures."""
    tables = {
        "contact": "SELECT * FROM contact ORDER BY id",
        "detail": "SELECT c.id, d.* FROM detail d JOIN contact c USING(rid) ORDER BY 1",
        "name": "SELECT c.id, words, whole FROM name JOIN contact c USING(rid) ORDER BY 1, 2, 3",
        "entry": "SELECT * FROM entry ORDER BY contact, id",
        "presence": "SELECT p.contact, e.contact, e.id FROM presence p JOIN entry e ON e.rowid = p.entry"
        " ORDER BY 1, 2, 3",
        "promise": "SELECT * FROM promise ORDER BY contact, id",
        "date": "SELECT * FROM date ORDER BY contact, what",
        "link": "SELECT * FROM link ORDER BY contact, other",
        "goal": "SELECT id, body, error FROM goal ORDER BY id",
    }
    skipped = {"rid", "rowid", "stamp", "learned_on"}
    found = {}
    for table, query in tables.items():
        cursor = index.db.execute(query)
        keep = [at for at, column in enumerate(cursor.description) if column[0] not in skipped]
        found[table] = [tuple(row[at] for at in keep) for row in cursor]
    for table in ("entry_text", "contact_text"):
        index.db.execute(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', 1)")
    return found


def test_a_first_look_reads_all(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.files.RACY_NS", 0)
    net.person("ada", met("2026-11-01", "grace"))
    net.person("grace")
    net.write("cto", 'title = "CTO"\n', "goals")
    index = net.index()
    assert not index.built
    seen: list[tuple[int, int]] = []
    found = index.refresh(TODAY, lambda done, total: seen.append((done, total)))
    assert sorted(found.changed) == ["ada", "grace"] and found.goals and seen[-1] == (2, 2)
    assert index.built and not index.refresh(TODAY)
    assert Reader(index).summary("grace").last == date(2026, 11, 1).toordinal()  # type: ignore[union-attr]


def test_no_folder_is_an_empty_one(net: Net) -> None:
    assert net.index().refresh(TODAY) == Refreshed()
    assert Reader(net.fresh()).summaries() == []


def test_changed_added_removed_and_renamed_files(net: Net) -> None:
    for ident in ("ada", "grace", "mary"):
        net.person(ident)
    index = net.fresh()
    net.person("ada", more='org = "Engines"\n')
    net.remove("grace")
    net.person("zoe")
    os.rename(net.folder / "contacts/mary.toml", net.folder / "contacts/mary-s.toml")
    found = index.refresh(TODAY)
    assert set(found.changed) == {"ada", "zoe", "mary-s"} and set(found.gone) == {"grace", "mary"}
    assert Reader(index).summary("ada").org == "Engines"  # type: ignore[union-attr]
    assert content(index) == content(net.fresh(memory=True))


def test_an_edit_of_the_same_size_at_the_same_second_is_seen(net: Net) -> None:
    net.person("ada", more='org = "one"\n')
    index = net.fresh()
    path = net.folder / "contacts/ada.toml"
    stamp = path.stat().st_mtime_ns
    path.write_text(path.read_text().replace("one", "two"))
    os.utime(path, ns=(stamp, stamp))
    assert index.refresh(TODAY).changed == ("ada",)
    assert Reader(index).summary("ada").org == "two"  # type: ignore[union-attr]


def test_conflict_copies_and_backups_are_not_people(net: Net) -> None:
    net.person("ada")
    for name in ("ada.sync-conflict-20261101-x.toml", ".ada.toml", "ada.toml~", "notes.txt", "ada.toml.orig"):
        (net.folder / "contacts" / name).write_text('name = "No"\n')
    assert [row.id for row in Reader(net.fresh()).summaries()] == ["ada"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name = "Ada\n', 1),
        ("", 1),
        ('name = "Ada"\n\n[[timeline]]\nid = "a"\non = 2026-02-30\n', 5),
        ('name = "Ada"\ntags = "x"\n', 2),
        ('name = "Ada"\n[rhythm]\nevery = "often"\n', 3),
        ('name = "Ada"\n[[date]]\nwhat = "birthday"\non = "soon"\n', 4),
        ('name = "Ada"\n[[timeline]]\nid = "a"\n', 2),
    ],
)
def test_a_broken_file_stays_listed_with_its_place(net: Net, text: str, line: int) -> None:
    net.person("ada", met("2026-11-01", "grace"))
    net.person("grace")
    index = net.fresh()
    net.write("ada", text)
    assert set(index.refresh(TODAY).changed) == {"ada", "grace"}
    row = Reader(index).summary("ada")
    assert row is not None and row.error.startswith(f"contacts/ada.toml, line {line}")
    assert stand(row, TODAY).state == "broken"
    assert Reader(index).summary("grace").last == 0  # type: ignore[union-attr]
    assert content(index) == content(net.fresh(memory=True))
    net.person("ada", met("2026-11-01", "grace"))
    index.refresh(TODAY)
    assert Reader(index).broken() == [] and content(index) == content(net.fresh(memory=True))


def test_what_is_no_plain_file_is_told(net: Net) -> None:
    net.person("ada")
    (net.folder / "contacts/folder.toml").mkdir()
    os.mkfifo(net.folder / "contacts/fifo.toml")
    (net.folder / "contacts/nowhere.toml").symlink_to("gone.toml")
    (net.folder / "contacts/latin.toml").write_bytes(b'name = "Andr\xe9"\n')
    index = net.fresh()
    errors = dict(Reader(index).broken())
    assert {"folder", "fifo", "latin"} <= errors.keys() and "UTF-8" in errors["latin"]
    assert Reader(index).summary("ada") is not None


def test_a_shared_entry_is_learned_by_the_other_too(net: Net) -> None:
    net.person("ada", met("2026-11-01"))
    net.person("grace")
    index = net.fresh()
    net.person("ada", met("2026-11-01"), met("2026-11-10", "grace"))
    assert set(index.refresh(TODAY).changed) == {"ada", "grace"}
    grace = Reader(index).summary("grace")
    assert grace is not None and (grace.contact_days, grace.last) == (1, date(2026, 11, 10).toordinal())
    net.remove("ada")
    assert "grace" in index.refresh(TODAY).changed
    assert Reader(index).summary("grace").contact_days == 0  # type: ignore[union-attr]


def test_a_plan_counts_from_its_day_on(net: Net) -> None:
    net.person("ada", met("2026-11-01"), met("2026-11-24", "grace"))
    net.person("grace")
    index = net.fresh()
    day = date(2026, 11, 24)
    for who, before in (("ada", date(2026, 11, 1).toordinal()), ("grace", 0)):
        row = Reader(index).summary(who)
        assert row is not None and (row.last, row.planned_on) == (before, day.toordinal())
    assert index.relearn(day - timedelta(1)) == ()
    assert set(index.relearn(day)) == {"ada", "grace"}
    assert Reader(index).summary("grace").last == day.toordinal()  # type: ignore[union-attr]


def test_a_clock_set_back_forgets_what_has_not_happened(net: Net) -> None:
    net.person("ada", met("2026-10-01"), met("2026-11-20"))
    index = net.fresh()
    assert index.relearn(date(2026, 10, 15)) == ("ada",)
    row = Reader(index).summary("ada")
    assert row is not None and (row.contact_days, row.last) == (1, date(2026, 10, 1).toordinal())
    assert content(index) == content(net.fresh(date(2026, 10, 15), memory=True))


def test_other_kinds_of_the_settings_build_it_anew(net: Net) -> None:
    net.person("ada", met("2026-11-01", kind="podcast"))
    assert Reader(net.fresh()).summary("ada").contact_days == 1  # type: ignore[union-attr]
    kinds = BUILT_IN._replace(contact={**BUILT_IN.contact, "podcast": False})
    index = net.index(kinds=kinds)
    assert not index.built
    index.refresh(TODAY)
    assert Reader(index).summary("ada").contact_days == 0  # type: ignore[union-attr]


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
    harm(path)
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


def test_the_folder_is_known_until_it_changes(net: Net) -> None:
    net.person("ada")
    old = (net.folder / "contacts").stat().st_mtime_ns - 10**9
    os.utime(net.folder / "contacts", ns=(old, old))
    index = net.fresh()
    assert index.folder_is_known()
    net.person("grace")
    assert not index.folder_is_known()
    index.refresh(TODAY)
    assert not index.folder_is_known(), "what has just changed may change again under the same stamp"


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
    monkeypatch.setattr(bulk, "FIRST_CHUNK", 7)

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
    monkeypatch.setattr(bulk, "FIRST_CHUNK", 7)
    monkeypatch.setattr(bulk, "CHUNK", 5)
    alone = content(net.fresh(memory=True))
    monkeypatch.setattr(bulk, "_MANY", 1)
    monkeypatch.setattr(bulk.threading, "active_count", lambda: 1)
    monkeypatch.setattr(bulk.os, "cpu_count", lambda: 2)
    assert content(net.fresh()) == alone


IDS = ("ada", "grace", "mary", "zoe")
DAYS = ("2026-09-01", "2026-10-12", "2026-11-20", "2026-12-24")
entry = st.builds(
    met,
    st.sampled_from(DAYS),
    *[st.sampled_from(IDS)],
    kind=st.sampled_from(("coffee", "note", "call")),
)
step = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(IDS), st.lists(entry, max_size=3, unique=True)),
    st.tuples(st.just("remove"), st.sampled_from(IDS), st.just([])),
    st.tuples(st.just("break"), st.sampled_from(IDS), st.just([])),
    st.tuples(st.just("look"), st.sampled_from(DAYS), st.just([])),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(step, max_size=12))
def test_after_any_changes_it_equals_one_built_anew(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, list[str]]]
) -> None:
    base = tmp_path_factory.mktemp("any")
    net = Net(base)
    (net.folder / "contacts").mkdir(parents=True)
    try:
        index, today = net.fresh(), TODAY
        for what, which, entries in steps:
            if what == "write":
                net.person(which, *entries, more='tags = ["x"]\n[rhythm]\nevery = "3w"\n')
            elif what == "break":
                net.write(which, "name = ")
            elif what == "remove" and (net.folder / "contacts" / f"{which}.toml").exists():
                net.remove(which)
            elif what == "look":
                today = date.fromisoformat(which)
                index.refresh(today)
        index.refresh(today)
        assert content(index) == content(net.fresh(today, memory=True))
        rows = Reader(index).summaries()
        stirring = {row.id for row in Reader(index).stirring(today)}
        assert {row.id for row in rows if stand(row, today).state in ("due", "quiet", "dormant")} <= stirring
    finally:
        net.close()
        shutil.rmtree(base)
