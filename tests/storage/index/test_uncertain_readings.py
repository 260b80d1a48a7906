"""Readings that a later write could have left the stamps of: they are repeated until they are certain."""

import os
import time

import pytest

from netui.storage.files.stat import survey
from netui.storage.index.index import Index
from netui.storage.queries.reader import Reader
from tests.support.indexed_network import TODAY, Net, edit_in_place


def test_an_edit_of_the_same_size_at_the_same_second_is_seen(net: Net) -> None:
    net.person("ada", more='org = "one"\n')
    index = net.fresh()
    path = net.folder / "contacts/ada.toml"
    stamp = path.stat().st_mtime_ns
    path.write_text(path.read_text().replace("one", "two"))
    os.utime(path, ns=(stamp, stamp))
    assert index.refresh(TODAY).changed == ("ada",)
    assert Reader(index).row("ada").org == "two"  # type: ignore[union-attr]


def test_a_reading_in_doubt_is_repeated_and_no_news_where_it_says_the_same(net: Net, coarse: None) -> None:
    net.person("ada")
    index = net.fresh()
    index.cache_set("quiet", "nobody", until_change=True)
    assert not index.surveyed and not index.refresh(TODAY)
    assert index.cache_get("quiet") == "nobody"
    edit_in_place(net.folder / "contacts/ada.toml", "Ada", "Ida")
    assert index.refresh(TODAY).changed == ("ada",)


def test_dates_ahead_are_read_once(net: Net, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        net.person(f"person-{number}")
    index = net.fresh()
    index.refresh(TODAY)
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    ahead = time.time_ns() + 86_400 * 10**9
    for number in range(30):
        os.utime(net.folder / f"contacts/person-{number}.toml", ns=(ahead, ahead))
    assert not index.refresh(TODAY), "the bytes are the same"
    assert index.surveyed

    def compared(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(Index, "_read_stale", compared)
    index.refresh(TODAY)


def test_a_survey_that_sees_what_was_just_read_need_not_doubt_it(net: Net, coarse: None) -> None:
    for ident in ("ada", "grace"):
        net.person(ident, more='org = "one"\n')
    net.fresh()
    index = net.index()
    edit_in_place(net.folder / "contacts/ada.toml", "one", "six")
    found = index.reread_uncertain(TODAY)
    assert found is not None and set(found.changed) == {"ada", "grace"}, "another wrote the row of Grace"
    assert not index.refresh(TODAY, contacts=survey(net.folder, "contacts"))
    assert not index.surveyed, "the next one doubts them still"
    index.reread_uncertain(TODAY)
    edit_in_place(net.folder / "contacts/ada.toml", "six", "two")
    assert index.refresh(TODAY, contacts=survey(net.folder, "contacts")).changed == ("ada",)
    assert not net.fresh().surveyed


def test_what_was_just_read_is_read_again_where_its_rows_were_discarded_since(net: Net, coarse: None) -> None:
    net.person("ada")
    net.fresh()
    index = net.index()
    edit_in_place(net.folder / "contacts/ada.toml", "Ada", "Eda")
    index.reread_uncertain(TODAY)
    index.reset()
    index.refresh(TODAY, contacts=survey(net.folder, "contacts"))
    assert [name for (name,) in index.db.execute("SELECT name FROM contact")] == ["Eda"]


def test_after_a_while_nothing_is_in_doubt(net: Net, coarse: None, monkeypatch: pytest.MonkeyPatch) -> None:
    net.person("ada")
    net.fresh()
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    index = net.index()
    assert not index.surveyed and index.reread_uncertain(TODAY)
    assert not index.refresh(TODAY, contacts=survey(net.folder, "contacts")) and index.surveyed


def test_many_doubts_are_not_cleared_one_by_one(net: Net, coarse: None) -> None:
    for number in range(21):
        net.person(f"person-{number}")
    assert net.fresh().reread_uncertain(TODAY) is None
