"""Queries over plans: what is ahead, and what went by unconfirmed."""

from tests.support.indexed_network import TODAY, Net, reader


def entries(*given: tuple[str, str, str]) -> str:
    return 'name = "X"\n' + "".join(
        f'[[timeline]]\nid = "{ident}"\non = {on}\nkind = "call"\n{more}\n' for ident, on, more in given
    )


def test_ahead_and_unconfirmed(net: Net) -> None:
    text = entries(
        ("old", "2026-10-01", "planned = true"), ("new", "2026-11-20", "planned = true"),
        ("was", "2026-11-20", ""), ("now", "2026-11-21", "planned = true"), ("today", "2026-11-21", ""),
        ("soon", "2026-11-24", "planned = true"), ("hand", "2026-11-25", ""), ("far", "2027-01-01", ""),
    )  # fmt: skip
    read = reader(net, {"a": text})
    assert [e.id for e in read.plans.ahead(TODAY, 14)] == ["now", "soon", "hand"]
    assert [e.id for e in read.plans.unconfirmed(TODAY)] == ["new", "old"]
    assert (row := read.row("a")) is not None
    assert (row.contact_days, row.planned_on) == (2, TODAY.toordinal() + 3)


def test_plans_with_nobody_left_are_no_plans(net: Net) -> None:
    gone = entries(("1", "2026-11-20", 'planned = true\nwith = ["b"]'), ("2", "2026-11-25", "planned = true"))
    read = reader(net, {"a": f"archived = true\n{gone}", "b": 'name = "B"\n'})
    assert [e.id for e in read.plans.unconfirmed(TODAY)] == ["1"]
    assert read.plans.ahead(TODAY, 14) == []
