"""Calendar dates: the nearest day and month, years, and which of two numbers is the day."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.dates import full_day, month_length
from netui.domain.natural_dates import parse
from netui.domain.natural_dates.calendar import JUST_AHEAD, NEARBY

NOW = datetime(2026, 11, 21, 10, 0)  # a Saturday


def test_which_comes_first_is_the_users_to_say():
    assert parse.parse_past_date("1/11", NOW, day_first=True) == date(2026, 11, 1)
    assert parse.parse_past_date("1/11", NOW, day_first=False) == date(2026, 1, 11)
    with pytest.raises(ValueError, match="1 Nov or 11 Jan"):
        parse.parse_past_date("1/11", NOW)


@given(st.dates(date(1970, 1, 1), date(2200, 1, 1)), st.dates(date(2024, 1, 1), date(2024, 12, 31)))
@settings(deadline=None)
def test_a_day_and_month_is_the_nearest_in_its_direction_or_asked_about(today, day):
    now = datetime.combine(today, datetime.min.time())
    text = " ".join(full_day(day).split()[1:3])
    past, due = parse.find_date(text, now), parse.find_date(text, now, ahead=True)
    assert past is not None and due is not None
    if past.value is not None:
        away = (past.value - today).days
        assert -366 <= away <= JUST_AHEAD and (past.value.month, past.value.day) == (day.month, day.day)
    if due.value is not None:
        assert due.value >= today and (due.value.month, due.value.day) == (day.month, day.day)
    elsewhere = [abs((day.replace(year=year) - today).days) for year in _years(today, day)]
    assert (past.value and due.value) or min(elsewhere, default=0) <= NEARBY or day.day == 29


def _years(today: date, day: date) -> list[int]:
    return [
        year
        for year in (today.year - 1, today.year, today.year + 1)
        if day.day <= month_length(year, day.month)
    ]


def test_a_day_just_ahead_is_not_put_a_year_back():
    assert parse.parse_past_date("4 dec", NOW) == date(2026, 12, 4)
    with pytest.raises(ValueError, match="10 Dec 2025 or Thu 10 Dec 2026"):
        parse.parse_past_date("10 dec", NOW)
    with pytest.raises(ValueError, match="Fri 20 Nov 2026 lies behind"):
        parse.parse_due_date("20 nov", NOW)


def test_a_day_of_the_month_that_comes_soon_is_asked_about():
    with pytest.raises(ValueError, match="24 Oct 2026 or Tue 24 Nov 2026"):
        parse.parse_past_date("the 24th", NOW)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.dates(date(1970, 1, 1), date(2200, 1, 1)))
@settings(deadline=None)
def test_iso_dates_and_dates_with_a_year_read_back_in_every_year(day, today):
    now = datetime.combine(today, datetime.min.time())
    assert parse.parse_past_date(day.isoformat(), now) == parse.parse_due_date(day.isoformat(), now) == day
    if 1900 <= day.year <= 2099:
        assert parse.parse_past_date(full_day(day), now) == day
