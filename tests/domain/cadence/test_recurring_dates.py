"""Recurring dates: whether the user acted on one already, ages and labels."""

from datetime import date

import pytest

from netui.domain.cadence.recurring_dates import Activity, day_words, is_acted_on, years_at
from netui.domain.model.dates import PartialDate

ON = date(2026, 12, 10)


def deed(day: str, kind: str = "message", words: str = "", *, counts: bool = True) -> Activity:
    return Activity(date.fromisoformat(day), kind, counts, words)


@pytest.mark.parametrize(
    ("done", "acted_on"),
    [
        (deed("2026-12-10"), True),
        (deed("2026-12-10", "attempt", counts=False), False),
        (deed("2026-12-07", words="the invoice"), False),
        (deed("2026-12-07", words="Happy BIRTHDAY!"), True),
        (deed("2026-12-03", words="birthday"), True),
        (deed("2026-12-02", words="birthday"), False),
        (deed("2026-12-11", words="birthday"), False),
        (deed("2025-12-10", words="birthday"), False),
        (deed("2026-12-05", "gift"), True),
        (deed("2026-12-05", "letter"), True),
        (deed("2026-12-05", "note", "birthday card bought", counts=False), True),
    ],
)
def test_a_day_is_acted_on_by_what_is_meant_for_it(done: Activity, acted_on: bool) -> None:
    assert is_acted_on("birthday", ON, 7, [done]) is acted_on


def test_an_occasion_of_several_words_needs_them_all_and_one_without_words_none() -> None:
    assert is_acted_on("wedding anniversary", ON, 7, [deed("2026-12-09", words="anniversary of the wedding")])
    assert not is_acted_on("wedding anniversary", ON, 7, [deed("2026-12-09", words="a wedding")])
    assert not is_acted_on("", ON, 7, [deed("2026-12-09", words="anything")])


@pytest.mark.parametrize(("lead", "acted_on"), [(0, False), (-3, False), (1, True), (400, True)])
def test_the_lead_is_the_window(lead: int, acted_on: bool) -> None:
    assert is_acted_on("birthday", ON, lead, [deed("2026-12-09", words="birthday")]) is acted_on


@pytest.mark.parametrize(
    ("partial", "on", "years", "words"),
    [
        ("1986-12-10", ON, 40, "birthday, turns 40"),
        ("--12-10", ON, None, "birthday"),
        ("2026-12-10", ON, None, "birthday"),
        ("2004-02-29", date(2027, 2, 28), 23, "birthday, turns 23"),
    ],
)
def test_an_age_is_said_only_where_the_year_is_known(
    partial: str, on: date, years: int | None, words: str
) -> None:
    assert years_at(PartialDate.parse(partial), on) == years
    assert day_words("birthday", years) == words


def test_other_days_have_years_but_nobody_turns() -> None:
    assert day_words("wedding", 10) == "wedding, 10 years"
    assert day_words("wedding", 1) == "wedding, 1 year"
