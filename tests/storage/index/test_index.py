"""The index is the folder: whatever happens to files or to the clock."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.cadence.status import status_of
from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.storage.files.stat import survey
from netui.storage.files.survey import fingerprint
from netui.storage.index.contact_reader import ContactReading, read_contact
from netui.storage.index.index import Index
from netui.storage.index.refresh_result import Refreshed
from netui.storage.queries.reader import Reader
from tests.support.indexed_network import TODAY, Net, content, edit_in_place, met


def test_a_first_look_reads_all(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    net.person("ada", met("2026-11-01", "grace"))
    net.person("grace")
    net.write("cto", 'title = "CTO"\n', "goals")
    index = net.index()
    assert not index.built
    seen: list[tuple[int, int]] = []
    found = index.refresh(TODAY, lambda done, total: seen.append((done, total)))
    assert sorted(found.changed) == ["ada", "grace"] and found.goals and seen[-1] == (2, 2)
    assert index.built and not index.refresh(TODAY)
    assert Reader(index).row("grace").last == date(2026, 11, 1).toordinal()  # type: ignore[union-attr]


def test_no_folder_is_an_empty_one(net: Net) -> None:
    assert net.index().refresh(TODAY) == Refreshed()
    assert Reader(net.fresh()).contact_rows() == []


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
    assert Reader(index).row("ada").org == "Engines"  # type: ignore[union-attr]
    assert content(index) == content(net.fresh(memory=True))


def test_while_all_files_look_the_same_none_is_compared(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    for ident in ("ada", "grace"):
        net.person(ident, more='org = "one"\n')
    net.write("ada.sync-conflict-20261101-x", 'name = "Ada"\n')
    index = net.fresh()
    assert index.surveyed

    def compared(*_: object) -> None:
        raise AssertionError("compared")

    with monkeypatch.context() as patch:
        patch.setattr(Index, "_read_stale", compared)
        assert not net.index().refresh(TODAY)
    edit_in_place(net.folder / "contacts/ada.toml", "one", "two")
    assert index.refresh(TODAY).changed == ("ada",) and index.surveyed
    assert Reader(index).row("ada").org == "two"  # type: ignore[union-attr]
    net.remove("grace")
    assert index.refresh(TODAY).gone == ("grace",) and index.surveyed


def test_after_reading_many_all_are_known_too(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    monkeypatch.setattr("netui.storage.index.index._MANY", 1)
    for ident in ("ada", "grace", "zoe"):
        net.person(ident)
    index = net.fresh()
    assert index.matches_survey(fingerprint(survey(net.folder, "contacts")))


def test_where_much_is_new_the_next_index_is_built_beside_this_one(
    net: Net, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netui.storage.index.index._MANY", 5)
    for number in range(30):
        net.person(f"person-{number}", met("2026-11-01", "person-1"))
    index, other = net.fresh(), net.index()
    index.cache_set("place", "here")
    index.cache_set("quiet", "nobody", until_change=True)
    first = index.path
    for number in range(10, 30):
        net.person(f"person-{number}", met("2026-11-02"), more='org = "Engines"\n')
    net.remove("person-0")
    net.person("new")
    seen: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        seen.append((done, total))
        assert Reader(other).row("person-0") is not None, "this one answers meanwhile"

    found = index.refresh(TODAY, progress)
    assert seen[-1] == (30, 30) and found.gone == ("person-0",) and "new" in found.changed
    assert index.path != first and index.built
    assert (index.cache_get("place"), index.cache_get("quiet")) == ("here", None)
    assert content(index) == content(net.fresh(memory=True))
    assert other.is_replaced
    other.follow(complete=True)
    assert other.path == index.path and Reader(other).row("new") is not None


def test_many_files_with_new_dates_only_keep_their_rows(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.index.index._MANY", 5)
    for number in range(30):
        net.person(f"person-{number}")
    index = net.fresh()
    path = index.path
    for number in range(30):
        os.utime(net.folder / f"contacts/person-{number}.toml", ns=(1, 1))
    net.person("person-3", more='org = "Engines"\n')
    assert index.refresh(TODAY).changed == ("person-3",) and index.path == path
    assert content(index) == content(net.fresh(memory=True))


def test_an_unfinished_index_is_not_switched_to(net: Net) -> None:
    net.person("ada")
    index = net.fresh()
    os.unlink(str(index.path))
    index.follow(complete=True)
    assert Reader(index).row("ada") is not None
    net.fresh()
    index.follow(complete=True)
    assert not index.is_replaced and Reader(index).row("ada") is not None


def test_a_slow_reading_never_replaces_a_newer_one(
    net: Net, coarse: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    net.person("ada")
    net.person("bob")
    index, other = net.fresh(), net.index()
    read: list[str] = []

    def read_and_then_changed(
        network: Path, stem: str, kinds: Kinds, *, fast: bool = False, known: int | None = None
    ) -> ContactReading | None:
        reading = read_contact(network, stem, kinds, fast=fast, known=known)
        read.append(stem)
        if len(read) == 2:
            monkeypatch.setattr("netui.storage.index.contact_reader.read_contact", read_contact)
            net.person("ada", more='org = "Engines"\n')
            net.remove("bob")
            other.refresh(TODAY)
        return reading

    net.person("ada", more='title = "Countess"\n')
    monkeypatch.setattr("netui.storage.index.contact_reader.read_contact", read_and_then_changed)
    index.refresh(TODAY)
    assert Reader(index).row("ada").org == "Engines"  # type: ignore[union-attr]
    assert Reader(index).row("bob") is None
    assert content(index) == content(net.fresh(memory=True))


def test_some_files_can_be_looked_at_alone(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    for ident in ("ada", "grace", "mary"):
        net.person(ident, more='org = "one"\n')
    index = net.fresh()
    for ident in ("ada", "grace"):
        edit_in_place(net.folder / f"contacts/{ident}.toml", "one", "two")
    net.remove("mary")
    found = index.refresh_some(["ada", "mary", "nobody"], TODAY)
    assert (found.changed, found.gone) == (("ada",), ("mary",))
    orgs = {row.id: row.org for row in Reader(index).contact_rows()}
    assert orgs == {"ada": "two", "grace": "one"}
    assert not index.surveyed and not index.refresh_some(["ada"], TODAY)
    assert index.refresh(TODAY).changed == ("grace",)


def test_a_shared_entry_is_learned_by_the_other_too(net: Net) -> None:
    net.person("ada", met("2026-11-01"))
    net.person("grace")
    index = net.fresh()
    net.person("ada", met("2026-11-01"), met("2026-11-10", "grace"))
    assert set(index.refresh(TODAY).changed) == {"ada", "grace"}
    grace = Reader(index).row("grace")
    assert grace is not None and (grace.contact_days, grace.last) == (1, date(2026, 11, 10).toordinal())
    net.remove("ada")
    assert "grace" in index.refresh(TODAY).changed
    assert Reader(index).row("grace").contact_days == 0  # type: ignore[union-attr]


def test_a_plan_counts_from_its_day_on(net: Net) -> None:
    net.person("ada", met("2026-11-01"), met("2026-11-24", "grace"))
    net.person("grace")
    index = net.fresh()
    day = date(2026, 11, 24)
    for who, before in (("ada", date(2026, 11, 1).toordinal()), ("grace", 0)):
        row = Reader(index).row(who)
        assert row is not None and (row.last, row.planned_on) == (before, day.toordinal())
    assert index.relearn(day - timedelta(1)) == ()
    assert set(index.relearn(day)) == {"ada", "grace"}
    assert Reader(index).row("grace").last == day.toordinal()  # type: ignore[union-attr]


def test_a_clock_set_back_forgets_what_has_not_happened(net: Net) -> None:
    net.person("ada", met("2026-10-01"), met("2026-11-20"))
    index = net.fresh()
    assert index.relearn(date(2026, 10, 15)) == ("ada",)
    row = Reader(index).row("ada")
    assert row is not None and (row.contact_days, row.last) == (1, date(2026, 10, 1).toordinal())
    assert content(index) == content(net.fresh(date(2026, 10, 15), memory=True))


def test_another_version_of_the_parser_rebuilds_it(
    net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    net.write("ada", 'name = "Ada"\n')
    net.index().refresh(TODAY)
    assert net.index().built
    other = tmp_path / "packages" / "tomli"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text('__version__ = "99"\n')
    monkeypatch.syspath_prepend(other.parent)
    assert not net.index().built


def test_other_kinds_of_the_settings_rebuild_it(net: Net) -> None:
    net.person("ada", met("2026-11-01", kind="podcast"))
    assert Reader(net.fresh()).row("ada").contact_days == 1  # type: ignore[union-attr]
    kinds = BUILT_IN._replace(contact={**BUILT_IN.contact, "podcast": False})
    index = net.index(kinds=kinds)
    assert not index.built
    index.refresh(TODAY)
    assert Reader(index).row("ada").contact_days == 0  # type: ignore[union-attr]


def test_the_folder_is_known_until_it_changes(net: Net) -> None:
    net.person("ada")
    old = (net.folder / "contacts").stat().st_mtime_ns - 10**9
    os.utime(net.folder / "contacts", ns=(old, old))
    index = net.fresh()
    assert index.is_folder_unchanged()
    net.person("grace")
    assert not index.is_folder_unchanged()
    index.refresh(TODAY)
    assert not index.is_folder_unchanged(), "what has just changed may change again under the same stamp"


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


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(step, max_size=12))
def test_after_any_changes_it_equals_one_rebuilt(
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
        rows = Reader(index).contact_rows()
        quiet_candidates = {row.id for row in Reader(index).quiet_candidates(today)}
        assert {
            row.id for row in rows if status_of(row, today).state in ("due", "quiet", "dormant")
        } <= quiet_candidates
        calm = [name for name, _, _ in Reader(index).on_track_contacts(today)]
        others = [row.name for row in Reader(index).flagged_contacts(today)]
        assert sorted(calm + others) == sorted(row.name for row in rows)
        assert {row.name for row in rows if status_of(row, today).state not in ("warm", "met", "new")} <= set(
            others
        )
    finally:
        net.close()
        shutil.rmtree(base)


def test_the_cache_keeps_values_across_connections_and_some_until_a_change(net: Net) -> None:
    net.person("ada")
    index = net.fresh()
    index.cache_set("place", "here")
    index.cache_set("quiet", "nobody", until_change=True)
    again = net.index()
    assert (again.cache_get("place"), again.cache_get("quiet"), again.cache_get("other")) == (
        "here",
        "nobody",
        None,
    )
    net.person("ada", more='org = "Engines"\n')
    again.refresh(TODAY)
    assert (again.cache_get("place"), again.cache_get("quiet")) == ("here", None)
    again.reset()
    assert again.cache_get("place") is None and not again.built
