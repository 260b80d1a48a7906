"""Queries over promises: those open, kept, dropped, near, and the order of those long past."""

from datetime import date, timedelta

from netui.domain.model.dates import UNKNOWN_DAY
from tests.support.indexed_network import TODAY, Net, reader


def person(*promises: tuple[str, str], more: str = "") -> str:
    tables = "".join(f'[[promise]]\nid = "{ident}"\ntext = "{ident}"\n{keys}\n' for ident, keys in promises)
    return f'name = "A"\n{more}\n{tables}'


def test_promises_in_order_and_those_that_are_near(net: Net) -> None:
    text = person(
        ("late", "due = 2026-12-06"), ("soon", "due = 2026-12-05"), ("never", ""),
        ("kept", "done = 2026-11-01"), ("ticked", "done = true"), ("dropped", "dropped = 2026-11-02"),
    )  # fmt: skip
    read = reader(net, {"a": text}).promises
    assert [p.id for p in read.all()] == ["soon", "late", "never"]
    assert [p.id for p in read.due(TODAY + timedelta(14))] == ["soon", "never"]
    assert len(read.all(contact="a", open_only=False)) == 6
    assert read.has("kept") and not read.has("x")
    (ticked,), (dropped,) = read.with_id("ticked"), read.with_id("dropped")
    assert ticked.done == UNKNOWN_DAY and not ticked.is_open
    assert dropped.dropped == date(2026, 11, 2) and not dropped.is_open


def test_the_long_past_come_last_the_latest_of_them_first(net: Net) -> None:
    text = person(
        ("old", "due = 2026-01-01"), ("older", "due = 2025-01-01"), ("past", "due = 2026-11-01"),
        ("never", ""), ("soon", "due = 2026-12-01"),
    )  # fmt: skip
    read = reader(net, {"a": text}).promises
    sunk = TODAY - timedelta(30)
    assert [p.id for p in read.all(sunk=sunk)] == ["past", "soon", "never", "old", "older"]
    assert [p.id for p in read.due(TODAY, sunk)] == ["past", "never", "old", "older"]
    assert read.count_own_due(sunk, TODAY + timedelta(14)) == 2


def test_the_dead_owe_nothing_and_nothing_is_owed_to_them(net: Net) -> None:
    promise = ("p", "due = 2026-11-22")
    read = reader(net, {"a": person(promise, more='died = "2026"'), "b": person(promise)}).promises
    assert [p.contact for p in read.all()] == ["b"] and read.count_own_due(TODAY, TODAY + timedelta(9)) == 1
    assert len(read.all(contact="a", open_only=False)) == 1
