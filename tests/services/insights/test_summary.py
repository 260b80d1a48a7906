"""The network as a whole: every figure from what was logged, each told of the days it is about."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.presentation.glyphs import glyphs
from netui.presentation.heatmap import heat_lines, thresholds
from netui.presentation.text import plain
from netui.services.insights.exchange import exchanged, learned
from netui.services.insights.history import ActivityHistory, hindsight, month_ends
from netui.services.insights.summary import Insights, effective_number, insights
from netui.services.people.contact_list import People
from netui.services.workspace import Workspace
from tests.support.app import NOW, entry, open_workspace, write_network

TODAY = NOW.date()


def weekly(last: date, count: int, **more: Any) -> list[dict[str, Any]]:
    return [entry((last - timedelta(7 * n)).isoformat(), "call", **more) for n in range(count)]


def opened(base: Path, contacts: dict[str, Any]) -> tuple[Workspace, People]:
    write_network(base / "net", contacts)
    workspace = open_workspace(base)
    workspace.refresh()
    return workspace, People(workspace).load()


CONTACTS: dict[str, Any] = {
    "ada": {
        "name": "Ada", "tags": ["maths", "london"], "roles": ["mentor"],
        "timeline": [
            entry("2026-11-21", "call", started_by="me", gave=["advice"], got=["lead", "advice"]),
            entry("2026-11-20", "lunch", started_by="them", **{"with": ["bob"]}, learned="Retainers."),
            entry("2026-11-19", "call", started_by="them", learned="Hush.", private=True),
            entry("2026-11-18", "note", started_by="them"),
            entry("2026-12-24", "call", got=["gift"]),
        ],
        "opportunity": [
            {"id": "o1", "kind": "job", "text": "Keeper", "status": "won", "via": "bob"},
            {"id": "o2", "kind": "job", "text": "Looms", "via": "bob"},
            {"id": "o3", "kind": "job", "text": "Bridge", "status": "lost", "via": "Someone else"},
        ],
    },
    "bob": {"name": "Bob", "tags": ["maths"], "timeline": [entry("2020-01-01", "call", started_by="me")]},
    "away": {"name": "Away", "tags": ["maths"], "archived": True, "timeline": weekly(TODAY, 3)},
}  # fmt: skip


@pytest.fixture
def both(tmp_path: Path) -> tuple[Insights, ActivityHistory]:
    workspace, people = opened(tmp_path, CONTACTS)
    past = hindsight(workspace)
    assert past is not None
    return insights(workspace, people), past


def test_days_states_fields_and_roles(both: tuple[Insights, ActivityHistory]) -> None:
    found, _ = both
    assert found.days == {TODAY: 2, date(2026, 11, 20): 1, date(2026, 11, 19): 1, date(2026, 11, 14): 1} | {
        date(2026, 11, 7): 1
    }
    assert [(s.word, set(s.people)) for s in found.fields] == [("maths", {"ada", "bob"}), ("london", {"ada"})]
    assert [(s.word, s.people) for s in found.roles] == [("mentor", ("ada",))]
    assert set(found.states) == {"warm"}


def test_who_vouched_and_what_came_of_it(both: tuple[Insights, ActivityHistory]) -> None:
    bob, other = both[1].vouchers
    assert (bob.id, len(bob.opened), bob.won, bob.introduced, bob.times) == ("bob", 2, 1, (), 0)
    assert (other.id, len(other.opened), other.won) == ("Someone else", 1, 0)


def test_introductions_by_id_and_by_name_and_good_words(tmp_path: Path) -> None:
    contacts: dict[str, Any] = {
        "ada": {"name": "Ada", "timeline": [entry("2026-10-01", "call", got=["intro", "advice"])]},
        "bob": {"name": "Bob Ray", "met": {"via": "ada"}, "timeline": weekly(TODAY, 2)},
        "cy": {"name": "Cy", "met": {"via": "Bob Ray"}, "timeline": weekly(TODAY - timedelta(500), 1)},
        "dee": {"name": "Dee", "met": {"via": "a friend"}},
    }
    workspace, _ = opened(tmp_path, contacts)
    past = hindsight(workspace)
    assert past is not None
    found = [(one.id, one.introduced, one.in_touch, one.times) for one in past.vouchers]
    assert found == [("ada", ("bob",), 1, 1), ("bob", ("cy",), 0, 0)]


def test_who_left_the_circle(tmp_path: Path) -> None:
    contacts: dict[str, Any] = {
        "here": {"name": "Here", "timeline": weekly(TODAY - timedelta(300), 2)},
        "left": {"name": "Left", "timeline": weekly(TODAY - timedelta(400), 2)},
        "long-gone": {"name": "Long gone", "timeline": weekly(TODAY - timedelta(900), 2)},
        "away": {"name": "Away", "archived": True, "timeline": weekly(TODAY, 2)},
    }
    workspace, _ = opened(tmp_path, contacts)
    past = hindsight(workspace)
    assert past is not None
    assert past.left == {
        "left": (TODAY - timedelta(400), False),
        "away": (TODAY, True),
    }


def test_an_event_noted_twice_is_one_and_knows_who_was_met_there(tmp_path: Path) -> None:
    day = "2026-09-05"
    contacts: dict[str, Any] = {
        "ada": {
            "name": "Ada",
            "timeline": [entry(day, "event", "Ada spoke.", place="PyCon"), *weekly(TODAY, 1)],
        },
        "bob": {
            "name": "Bob",
            "timeline": [
                entry("2026-01-05", "call"),
                entry(day, "event", place="Pycon", **{"with": ["cy"]}),
                entry("2024-09-05", "event", "Too long ago."),
            ],
        },
        "cy": {"name": "Cy"},
    }
    workspace, _ = opened(tmp_path, contacts)
    past = hindsight(workspace)
    assert past is not None
    (event,) = past.events
    assert (event.on, event.place.casefold(), event.words) == (date(2026, 9, 5), "pycon", "Ada spoke.")
    assert {guest.id: (guest.first, guest.since) for guest in event.people} == {
        "ada": (True, 1),
        "bob": (False, 0),
        "cy": (True, 0),
    }


def test_the_entries_behind_a_thing_and_behind_what_was_learned(tmp_path: Path) -> None:
    workspace, _ = opened(tmp_path, CONTACTS)
    found = exchanged(workspace, "advice")
    assert [(way, each.contact, each.on.isoformat()) for way, each in found] == [
        ("got", "ada", "2026-11-21"),
        ("gave", "ada", "2026-11-21"),
    ]
    assert exchanged(workspace, "gift") == []  # it lies ahead
    assert exchanged(workspace, "adv") == []
    assert [each.learned for each in learned(workspace)] == ["Retainers."]


def test_who_begins_and_what_was_given_and_got(both: tuple[Insights, ActivityHistory]) -> None:
    _, past = both
    assert past.begun == {"ada": (1, 2)}
    assert (past.gifts.gave, past.gifts.got) == ((("advice", 1),), (("lead", 1), ("advice", 1)))
    assert past.gifts.by_person == {"ada": (1, 2)}


def test_shared_entries_count_for_everyone_there_and_the_archived_for_nothing(
    both: tuple[Insights, ActivityHistory],
) -> None:
    ties = both[1].ties
    assert set(ties) == {"ada", "bob"}
    assert (ties["ada"].year, ties["bob"].year, ties["bob"].first) == (3, 1, date(2020, 1, 1))


def test_what_was_learned_without_what_is_private(both: tuple[Insights, ActivityHistory]) -> None:
    assert [(one.contact, one.words) for one in both[1].learned] == [("ada", "Retainers.")]


def test_states_are_those_that_would_have_been_told_then(tmp_path: Path) -> None:
    last = date(2026, 5, 20)
    workspace, _ = opened(tmp_path, {"ada": {"name": "Ada", "timeline": weekly(last, 12)}})
    past = hindsight(workspace)
    assert past is not None
    assert past.months[0] == date(2025, 12, 31)
    assert past.months[-1] == TODAY
    warm, quiet, dormant = (past.states[state] for state in ("warm", "quiet", "dormant"))
    assert warm[:6] == (0, 0, 0, 1, 1, 1)  # from the first contact in March to the last in May
    assert (quiet[7], dormant[-1]) == (1, 1)
    everything = zip(*past.states.values(), strict=True)
    assert all(sum(month) <= 1 for month in everything)


def test_today_is_what_the_list_says(tmp_path: Path) -> None:
    ends = (3, 20, 45, 80, 150, 300)
    contacts = {f"p{n}": {"name": f"P{n}", "timeline": weekly(TODAY - timedelta(n), 12)} for n in ends}
    workspace, people = opened(tmp_path, contacts)
    past = hindsight(workspace)
    assert past is not None
    counts = people.counts()
    assert {state: months[-1] for state, months in past.states.items()} == {
        state: counts.get(state, 0) for state in past.states
    }


def test_nobody_waits(tmp_path: Path) -> None:
    workspace, _ = opened(tmp_path, CONTACTS)
    assert hindsight(workspace, lambda: False) is None


def test_month_ends_across_the_year_and_on_the_last_day() -> None:
    assert month_ends(date(2024, 3, 31))[-3:] == (date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31))
    assert len(set(month_ends(date(2026, 1, 1)))) == 12


def test_diversity_is_the_number_of_equally_common_kinds() -> None:
    assert effective_number([]) == 0
    assert effective_number([7]) == pytest.approx(1)
    assert effective_number([3, 3, 3, 3]) == pytest.approx(4)
    assert 1 < effective_number([97, 1, 1, 1]) < 1.3


@given(st.lists(st.integers(0, 50)))
def test_each_darker_sign_takes_more(counts: list[int]) -> None:
    steps = thresholds(counts)
    assert len(steps) == 4
    assert steps[0] >= 1
    assert all(one < other for one, other in pairwise(steps))


def test_the_heat_map_has_a_row_for_each_weekday_and_ends_today() -> None:
    days = {TODAY: 9, TODAY - timedelta(1): 1, TODAY - timedelta(7): 4}
    lines = [plain(line) for line in heat_lines(days, TODAY, 80, glyphs(True))]
    saturday, friday, sunday = lines[6], lines[5], lines[7]
    assert TODAY.weekday() == 5
    assert len(saturday) == 6 + 53
    assert saturday[-2:] == "+#" or saturday[-2:] == "#@"
    assert friday[-1] == ":"
    assert sunday.endswith(". ")
    assert max(map(len, lines)) <= 80
    assert "Nov" in lines[0]
