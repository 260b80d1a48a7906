"""Queries of the reader: timelines, plans and the order of entries."""

from datetime import date, timedelta

import pytest

from tests.support.indexed_network import PEOPLE, TODAY, Net, reader


def test_timelines_plans_and_places(net: Net) -> None:
    people = {
        "a": 'name = "A"\n[[timeline]]\nid = "1"\non = 2026-11-20\nkind = "lunch"\nplace = "Blue Bottle"\n'
        'with = ["b", "b", "a"]\n[[timeline]]\nid = "2"\non = 2026-12-01\nkind = "call"\n'
        '[[timeline]]\non = 2026-11-01\nkind = "note"\n',
        "b": 'name = "B"\n[[timeline]]\nid = "3"\non = 2026-11-20T09:00:00\nkind = "call"\n',
    }
    read = reader(net, people)
    assert [e.id for e in read.timeline("a")] == ["2", "1", "#2"]
    assert [(e.contact, e.id) for e in read.timeline("b")] == [("b", "3"), ("a", "1")]
    assert [e.id for e in read.plans.ahead(TODAY, 14)] == ["2"] and read.plans.ahead(TODAY, 5) == []
    assert read.last_logged(TODAY) == date(2026, 11, 20)
    assert read.contacts_between(TODAY - timedelta(30), TODAY) == 1 + 2
    counted = {enough: read.contacts_between(TODAY - timedelta(30), TODAY, enough) for enough in (0, 1, 3, 4)}
    assert [count >= enough for enough, count in counted.items()] == [True, True, True, False]
    assert read.is_place("blue bottle") and not read.is_place("blue")
    assert read.contacts_by_month("b", date(2026, 1, 1), TODAY) == {"2026-11": 2}


def test_the_source_of_an_import_leads_to_its_contact(net: Net) -> None:
    read = reader(net, PEOPLE)
    assert read.contact_by_source("friends", "Ada B") == "ada-byron"
    assert read.contact_by_source("vcard", "Ada B") is None


def same_day(*entries: str) -> str:
    return 'name = "X"\n' + "".join(f"[[timeline]]\nkind = 'call'\n{entry}\n" for entry in entries)


ONE_DAY = {
    "ada": same_day(
        'id = "a1"\non = 2026-11-20', 'id = "a2"\non = 2026-11-20T18:00:00', 'id = "a3"\non = 2026-11-20',
        'id = "a4"\non = 2026-11-20T09:30:00', 'id = "a5"\non = 2026-11-21',
    ),
    "bob": same_day(
        'id = "b1"\non = 2026-11-20\nwith = ["ada"]', 'id = "b2"\non = 2026-11-20T12:00:00\nwith = ["ada"]'
    ),
    "aaa": same_day('id = "c1"\non = 2026-11-20\nwith = ["ada"]'),
}  # fmt: skip
IN_ORDER = ["a5", "a2", "b2", "a4", "c1", "a3", "a1", "b1"]


def test_entries_of_one_day_go_by_their_time_then_by_file_and_the_last_written_first(net: Net) -> None:
    read = reader(net, ONE_DAY)
    assert [entry.id for entry in read.timeline("ada")] == IN_ORDER
    assert [entry.id for entry in read.entries_until(TODAY)] == IN_ORDER


@pytest.mark.parametrize("again", ["ada", "bob", "aaa"])
def test_that_order_does_not_depend_on_which_file_was_read_last(net: Net, again: str) -> None:
    read = reader(net, ONE_DAY)
    with (net.folder / "contacts" / f"{again}.toml").open("a") as file:
        file.write('[rhythm]\nevery = "3w"\n')
    read._index.refresh(TODAY)
    assert [entry.id for entry in read.timeline("ada")] == IN_ORDER
