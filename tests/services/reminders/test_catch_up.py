"""Catching up after a logging break: who was probably met, and whether the rhythms set can be kept."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from netui.services.reminders.agenda import build_agenda, catch_up_offer
from netui.services.reminders.catch_up import build_catch_up
from netui.storage.state.config import Config, RhythmConfig
from tests.support.app import write_network
from tests.support.quiet_network import Contact, Network, contact, each

TODAY = date(2026, 11, 21)
LAST = date(2026, 10, 20)
"""The day on which anything was logged last."""


def someone(name: str = "Ada", step: int = 9, last: date = LAST, **more: Any) -> Contact:
    return contact(name, each(step, 12, last), **more)


def away(base: Path, people: dict[str, Contact], goals: dict[str, Any] | None = None) -> Network:
    """A network in which nothing was logged for a month."""
    write_network(base / "net", {}, goals)
    people = {"zoe": contact("Zoe", [LAST]), **people}
    return Network(base, people, TODAY, pauses=True).at(TODAY)


def why(network: Network) -> dict[str, str]:
    return {found.contact: found.why for found in build_catch_up(network.workspace, network.people).people}


# ---------------------------------------------------------------------- who was probably met


def test_since_when(tmp_path: Path) -> None:
    network = away(tmp_path, {})
    assert build_catch_up(network.workspace, network.people).since == LAST
    assert catch_up_offer(network.workspace) == "nothing logged since 20 Oct: catch up?"
    network.log("zoe", TODAY - timedelta(2), "note")
    assert build_catch_up(network.workspace, network.people).since == TODAY - timedelta(14)
    assert catch_up_offer(network.workspace) == ""


def test_habits_that_held_until_then(tmp_path: Path) -> None:
    people = {
        "weekly": someone("Weekly", 7),
        "monthly": someone("Monthly", 30, LAST - timedelta(20)),
        "quarterly": someone("Quarterly", 90),
        "lapsed": someone("Lapsed", 7, LAST - timedelta(40)),
        "twice": contact("Twice", each(7, 2, LAST)),
    }
    assert why(away(tmp_path, people)) == {
        "weekly": "usually every 7 days",
        "monthly": "usually every 30 days",
    }


def test_days_that_came(tmp_path: Path) -> None:
    people = {
        "promised": {
            "name": "Promised",
            "promise": [{"id": "p1", "by": "me", "text": "send the deck", "due": date(2026, 11, 3)}],
        },
        "kept": {
            "name": "StateFile",
            "promise": [
                {"id": "p2", "by": "me", "text": "x", "due": date(2026, 11, 3), "done": date(2026, 11, 4)}
            ],
        },
        "owed": {
            "name": "Owed",
            "promise": [{"id": "p3", "by": "them", "text": "an intro", "due": TODAY}],
        },
        "born": someone("Born", 90, date=[{"what": "birthday", "on": "1990-10-21"}]),
        "born-later": someone("Born Later", 90, date=[{"what": "birthday", "on": "--11-22"}]),
        "born-on-the-day": someone("Born Then", 90, date=[{"what": "birthday", "on": "--10-20"}]),
        "stranger": {"name": "Stranger", "date": [{"what": "birthday", "on": "--11-01"}]},
        "client": {
            "name": "Client",
            "opportunity": [
                {"id": "o1", "kind": "job", "text": "Y", "next": "Send offer", "next_on": date(2026, 11, 5)},
                {"id": "o2", "kind": "client", "text": "Won", "status": "won", "next_on": date(2026, 11, 6)},
            ],
        },
    }  # fmt: skip
    assert why(away(tmp_path, people)) == {
        "born": "21 Oct: birthday",
        "promised": "3 Nov: you promised: send the deck",
        "client": "5 Nov: next step: Send offer",
        "owed": "21 Nov: they promised: an intro",
    }


def test_a_leap_day_birthday(tmp_path: Path) -> None:
    last = date(2027, 2, 1)
    born = someone("Born", 90, last, date=[{"what": "birthday", "on": "--02-29"}])
    network = Network(tmp_path, {"born": born}, date(2027, 2, 28)).at(date(2027, 2, 28))
    assert why(network) == {"born": "28 Feb: birthday"}


def test_people_of_active_goals_in_touch_not_long_before(tmp_path: Path) -> None:
    people = {
        "near": someone("Near", 90, LAST - timedelta(3), goals=["dropped", "role"]),
        "far": someone("Far", 90, LAST - timedelta(80), goals=["role"]),
        "of-none": someone("Of None", 90, goals=["dropped", "gone"]),
    }
    goals = {"role": {"title": "A role"}, "dropped": {"title": "Old", "status": "dropped"}}
    assert why(away(tmp_path, people, goals)) == {"near": "part of: A role"}


def test_most_reasons_first_and_nobody_twice(tmp_path: Path) -> None:
    people = {
        "habit": someone("Habit", 6),
        "both": someone("Both", 10, date=[{"what": "birthday", "on": "--11-01"}], goals=["role"]),
    }
    found = why(away(tmp_path, people, {"role": {"title": "A role"}}))
    assert list(found.items()) == [
        ("both", "1 Nov: birthday; usually every 10 days; part of: A role"),
        ("habit", "usually every 6 days"),
    ]


@pytest.mark.parametrize(
    "fields",
    [{"rhythm": {"mode": "off"}}, {"rhythm": {"mode": "ambient"}}, {"archived": True}, {"died": "2026"}],
)
def test_nobody_who_wants_no_flags(tmp_path: Path, fields: dict[str, Any]) -> None:
    assert why(away(tmp_path, {"ada": someone(**fields)})) == {}


def test_whoever_was_logged_leaves_the_list_and_the_others_stay(tmp_path: Path) -> None:
    network = away(tmp_path, {"ada": someone(), "bob": someone("Bob", 10), "cy": someone("Cy", 11)})
    since = build_catch_up(network.workspace, network.people).since
    network.log("ada", TODAY - timedelta(3), "coffee", with_=("cy",))
    left = build_catch_up(network.workspace, network.people, since)
    assert [found.contact for found in left.people] == ["bob"] and left.since == since


# ---------------------------------------------------------------------- capacity


BEFORE = contact("First", [TODAY - timedelta(100)])
"""Somebody from the beginning of the log; a young log is not told that its rhythms cannot be kept."""


def test_rhythms_that_ask_for_more_than_happens(tmp_path: Path) -> None:
    people = {f"p{n}": contact(f"P {n}", [TODAY], rhythm={"every": "1w"}) for n in range(5)}
    people["p9"] = contact("P 9", [TODAY - timedelta(n) for n in range(1, 25)], rhythm={"every": "1d"})
    people["first"] = BEFORE
    network = Network(tmp_path, people, TODAY).at(TODAY)
    agenda = build_agenda(network.workspace, network.people)
    assert agenda.capacity == (
        "your set rhythms need 12 contacts a week; you average 2.4 these 12 weeks: relax P 9, P 0 or P 1?"
    )
    assert [person.row.id for person in agenda.relax] == ["p9", "p0", "p1"]


@pytest.mark.parametrize("every", ["2w", ""])
def test_rhythms_that_can_be_kept_are_not_spoken_of(tmp_path: Path, every: str) -> None:
    rhythm = {"every": every} if every else {}
    network = Network(tmp_path, {"ada": someone("Ada", 9, TODAY, rhythm=rhythm)}, TODAY).at(TODAY)
    agenda = build_agenda(network.workspace, network.people)
    assert (agenda.capacity, agenda.relax) == ("", ())


def test_rhythms_set_by_tag_are_counted(tmp_path: Path) -> None:
    people = {f"p{n}": contact(f"P {n}", [TODAY], tags=["club"]) for n in range(5)}
    people["first"] = BEFORE
    network = Network(tmp_path, people, TODAY, Config(rhythm=RhythmConfig(defaults={"club": "1w"}))).at(TODAY)
    assert build_agenda(network.workspace, network.people).capacity.startswith(
        "your set rhythms need 5 contacts a week"
    )


def test_capacity_is_not_spoken_of_while_nothing_is_logged(tmp_path: Path) -> None:
    network = away(tmp_path, {"ada": someone("Ada", 9, rhythm={"every": "1d"})})
    agenda = build_agenda(network.workspace, network.people)
    assert agenda.catch_up and not agenda.capacity
    network.log("ada", TODAY, "note")
    network.at(TODAY + timedelta(2))
    agenda = build_agenda(network.workspace, network.people)
    assert agenda.capacity and not agenda.catch_up
