"""Dates in words: today, a weekday, a day, a year, each where it is enough."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.dates import PartialDate, use_date_style
from netui.presentation.dates import day_and_weekday, full_date, in_days, long_day, month_heading, short_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (date(2026, 11, 27), "Fri 27 Nov"), (date(2027, 1, 2), "Sat 2 Jan 2027"),
        (datetime(2026, 11, 27, 9, 5), "Fri 27 Nov 09:05"),
    ],
)  # fmt: skip
def test_long(when: date, words: str) -> None:
    assert long_day(when, TODAY) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (TODAY, "today"), (date(2026, 11, 27), "Fri"), (date(2026, 11, 28), "28 Nov"),
        (date(2026, 11, 20), "20 Nov"), (date(2028, 2, 3), "Feb 2028"), (datetime(2026, 11, 21, 9), "today"),
    ],
)  # fmt: skip
def test_short(when: date, words: str) -> None:
    assert short_day(when, TODAY) == words


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("day-month", ("Fri 27 Nov", "Sat 2 Jan 2027", "28 Nov", "Sat 24 Dec 2022", "3 May, each year")),
        ("month-day", ("Fri Nov 27", "Sat Jan 2, 2027", "Nov 28", "Sat Dec 24, 2022", "May 3, each year")),
        ("iso", ("Fri 11-27", "Sat 2027-01-02", "11-28", "Sat 2022-12-24", "05-03, each year")),
    ],
)
def test_days_are_written_in_the_style_of_the_settings(style: str, words: tuple[str, ...]) -> None:
    try:
        use_date_style(style)
        found = (
            long_day(date(2026, 11, 27), TODAY),
            long_day(date(2027, 1, 2), TODAY),
            short_day(date(2026, 11, 28), TODAY),
            full_date(date(2022, 12, 24)),
            full_date(PartialDate(None, 5, 3)),
        )
    finally:
        use_date_style("day-month")
    assert found == words


def test_headings() -> None:
    assert day_and_weekday(date(2026, 9, 24)) == "24 Thu"
    assert month_heading(date(2026, 9, 24), TODAY) == "September"
    assert month_heading(date(2025, 9, 24), TODAY) == "September 2025"
    assert [in_days(days) for days in (0, 1, 3)] == ["today", "tomorrow", "in 3 days"]


@given(st.integers(-4000, 4000), st.integers(-4000, 4000))
def test_days_of_one_year_that_differ_are_said_differently(one: int, other: int) -> None:
    first, second = TODAY + timedelta(one), TODAY + timedelta(other)
    assert (long_day(first, TODAY) == long_day(second, TODAY)) == (first == second)
