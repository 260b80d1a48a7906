"""A pause of logging in a network: nobody is newly flagged anywhere, and what ends it."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from netui.services.people.contact_list import ContactList
from netui.services.people.ranking import rank_contacts
from netui.services.reminders.agenda import catch_up_offer
from tests.support.quiet_network import Network, contact, each

LAST = date(2026, 10, 1)
"""The day on which anything was logged last."""


def day(number: int) -> date:
    return LAST + timedelta(number)


def network(base: Path) -> Network:
    """Twelve people of whom three are quiet on day 13 and eleven on day 40."""
    people: dict[str, Any] = {f"p{n}": contact(f"P{n}", each(7, 15, day(-2 * n))) for n in range(11)}
    people["set"] = contact("Set", [LAST], rhythm={"every": "3w"})
    return Network(base, people, LAST, pauses=True)


def quiet(found: Network) -> list[str]:
    """Who is quiet, which a list loaded whole, a lazy one and the fast path agree on."""
    loaded = sorted(person.row.id for person in found.people.quiet())
    lazy = ContactList(found.workspace)
    assert sorted(person.row.id for person in lazy.quiet()) == loaded and lazy.count_quiet() == len(loaded)
    ranked = [
        known[0].id
        for _, _, _, state, _, known in rank_contacts(found.workspace)
        if state == "quiet" and known
    ]
    assert sorted(ranked) == loaded
    return loaded


def test_states_stay_as_they_were_on_the_thirteenth_day(tmp_path: Path) -> None:
    net = network(tmp_path)
    before = quiet(net.at(day(13)))
    assert len(before) == 2 and net.workspace.pauses.current() is None
    for later in (14, 22, 40):
        assert quiet(net.at(day(later))) == before
        assert net.state("set") == "warm" and net.days("set") == later
    assert net.people["p0"].status.chance != net.at(day(41)).people["p0"].status.chance, "figures go on"
    assert net.workspace.quiet.held_on == day(13).toordinal()
    assert catch_up_offer(net.workspace) == "nothing logged since 1 Oct: catch up?"


def test_closing_catch_up_ends_it(tmp_path: Path) -> None:
    net = network(tmp_path).at(day(40))
    net.workspace.pauses.close()
    net.took_nothing()
    assert len(quiet(net)) == 12 and catch_up_offer(net.workspace) == ""
    assert len(quiet(net.at(day(53)))) == 12
    assert net.at(day(54)).workspace.quiet.held_on == day(53).toordinal()


def test_put_off_it_is_offered_again_on_its_day(tmp_path: Path) -> None:
    net = network(tmp_path).at(day(40))
    net.workspace.pauses.put_off(day(45))
    assert len(quiet(net.at(day(40)))) == 12 and catch_up_offer(net.workspace) == ""
    net.at(day(41)).log("p0", day(41))
    assert catch_up_offer(net.at(day(44)).workspace) == ""
    assert catch_up_offer(net.at(day(45)).workspace) == "nothing logged between 1 Oct and 11 Nov: catch up?"
    assert net.workspace.pauses.current() is None
    net.workspace.pauses.close()
    assert net.workspace.pauses.to_catch_up() is None


@pytest.mark.parametrize("on", [40, 39, 30, 20])
def test_it_lasts_two_days_more_once_something_is_logged_be_it_for_an_earlier_day(
    tmp_path: Path, on: int
) -> None:
    net = network(tmp_path).at(day(40))
    before = quiet(net)
    net.log("p0", day(on))
    net.assert_nothing_drifted()
    assert set(quiet(net)) <= set(before)
    assert set(quiet(net.at(day(41)))) <= set(before)
    assert catch_up_offer(net.workspace) == "nothing logged between 1 Oct and 10 Nov: catch up?"
    net.log("set", day(41))
    assert len(quiet(net.at(day(42)))) >= 9
    assert net.people["set"].status.state == "warm"


def test_what_is_planned_ends_nothing(tmp_path: Path) -> None:
    net = network(tmp_path).at(day(40))
    net.log("p0", day(43), "dinner")
    assert catch_up_offer(net.workspace) == "nothing logged since 1 Oct: catch up?"


def test_the_open_list_follows_when_a_pause_ends_by_a_change(tmp_path: Path) -> None:
    net = network(tmp_path).at(day(13))
    net.clock.set(day(40))
    net.log("set", day(41), "note")
    net.people.update(["set"])
    net.assert_nothing_drifted()


def test_a_history_just_imported_starts_no_pause(tmp_path: Path) -> None:
    net = network(tmp_path).at(day(40))
    net.workspace.pauses.note_import()
    assert len(quiet(net.at(day(40)))) == 12 == len(quiet(net.at(day(53))))
    assert net.at(day(54)).workspace.quiet.held_on


@pytest.mark.parametrize(
    "text", ["", "[]", '{"active": "x"}', '{"active": -4, "later": 99999999999}', "\xff"]
)
def test_marks_that_cannot_be_read_are_none(tmp_path: Path, text: str) -> None:
    net = network(tmp_path).at(day(40))
    net.workspace.pauses.close()
    (kept,) = (tmp_path / "state" / "pause").iterdir()
    kept.write_text(text, encoding="latin-1")
    assert net.at(day(40)).workspace.quiet.held_on
