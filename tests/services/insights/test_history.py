"""Insights from a scan of all entries: past states, former ties, balance, events, what was learned."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from netui.services.insights.history import ActivityHistory, build_history, month_ends
from netui.services.insights.summary import Insights
from tests.support.app import entry
from tests.support.insights_network import CONTACTS, TODAY, opened, weekly


def test_who_left_the_circle(tmp_path: Path) -> None:
    contacts: dict[str, Any] = {
        "here": {"name": "Here", "timeline": weekly(TODAY - timedelta(300), 2)},
        "left": {"name": "Left", "timeline": weekly(TODAY - timedelta(400), 2)},
        "long-gone": {"name": "Long gone", "timeline": weekly(TODAY - timedelta(900), 2)},
        "away": {"name": "Away", "archived": True, "timeline": weekly(TODAY, 2)},
    }
    workspace, _ = opened(tmp_path, contacts)
    past = build_history(workspace)
    assert past is not None
    assert past.former == {
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
    past = build_history(workspace)
    assert past is not None
    (event,) = past.events
    assert (event.on, event.place.casefold(), event.words) == (date(2026, 9, 5), "pycon", "Ada spoke.")
    assert {guest.id: (guest.first, guest.since) for guest in event.people} == {
        "ada": (True, 1),
        "bob": (False, 0),
        "cy": (True, 0),
    }


def test_who_begins_and_what_was_given_and_got(both: tuple[Insights, ActivityHistory]) -> None:
    _, past = both
    assert past.started == {"ada": (1, 2)}
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
    diary = {"name": "Me", "timeline": [{**each, "kind": "note"} for each in weekly(TODAY, 60)]}
    workspace, _ = opened(tmp_path, {"ada": {"name": "Ada", "timeline": weekly(last, 12)}, "me": diary})
    past = build_history(workspace)
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
    past = build_history(workspace)
    assert past is not None
    counts = people.counts()
    assert {state: months[-1] for state, months in past.states.items()} == {
        state: counts.get(state, 0) for state in past.states
    }


def test_nobody_waits(tmp_path: Path) -> None:
    workspace, _ = opened(tmp_path, CONTACTS)
    assert build_history(workspace, lambda: False) is None


def test_month_ends_across_the_year_and_on_the_last_day() -> None:
    assert month_ends(date(2024, 3, 31))[-3:] == (date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31))
    assert len(set(month_ends(date(2026, 1, 1)))) == 12


def test_new_is_who_was_met_in_the_year_and_not_whom_an_import_brought(tmp_path: Path) -> None:
    source = [{"kind": "vcard", "uid": "x"}]
    recent = weekly(TODAY, 2)
    contacts: dict[str, Any] = {
        "fresh": {"name": "Fresh", "timeline": recent},
        "old": {"name": "Old", "met": {"on": "2009"}, "timeline": recent},
        "said": {"name": "Said", "met": {"on": "2026-05"}, "source": source, "timeline": recent},
        "brought": {"name": "Brought", "source": source, "timeline": recent},
        "vague": {"name": "Vague", "met": {"on": "--05-01"}, "timeline": recent},
    }
    workspace, _ = opened(tmp_path, contacts)
    past = build_history(workspace)
    assert past is not None
    assert {who: tie.since for who, tie in past.ties.items()} == {
        "fresh": TODAY - timedelta(7),
        "old": date(2009, 1, 1),
        "said": date(2026, 5, 1),
        "brought": None,
        "vague": None,
    }
    (year,) = past.years
    assert (year.year, year.contacts, year.people, year.new) == (2026, 10, 5, 2)


def test_years_stand_side_by_side_and_requests_are_what_was_given_when_asked(tmp_path: Path) -> None:
    contacts: dict[str, Any] = {
        "ada": {
            "name": "Ada",
            "timeline": [
                entry("2024-05-01", "call", started_by="them", gave=["advice"]),
                entry("2025-05-01", "call", started_by="them", gave=["advice"], got=["lead", "gift"]),
                entry("2025-06-01", "call", started_by="me", gave=["intro"]),
            ],
        },
        "bob": {"name": "Bob", "timeline": [entry("2025-07-01", "call", started_by="them", gave=["advice"])]},
    }
    workspace, _ = opened(tmp_path, contacts)
    past = build_history(workspace)
    assert past is not None
    assert [(y.year, y.contacts, y.people, y.new, y.gave, y.got) for y in past.years] == [
        (2024, 1, 1, 1, 1, 0),
        (2025, 3, 2, 1, 3, 2),
    ]
    assert past.requests == (("advice", 3, ("ada", "bob")),)
