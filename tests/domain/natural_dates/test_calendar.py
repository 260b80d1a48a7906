"""Calendar dates: the nearest day and month, years, and which of two numbers is the day."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.natural_dates import parse
from netui.domain.natural_dates.tokens import format_date

NOW = datetime(2026, 11, 21, 10, 0)  # a Saturday


def test_which_comes_first_is_the_users_to_say():
    assert parse.parse_past_date("1/11", NOW, day_first=True) == date(2026, 11, 1)
    assert parse.parse_past_date("1/11", NOW, day_first=False) == date(2026, 1, 11)
    with pytest.raises(ValueError, match="1 Nov or 11 Jan"):
        parse.parse_past_date("1/11", NOW)


@given(st.dates(date(1970, 1, 1), date(2200, 1, 1)), st.dates(date(2024, 1, 1), date(2024, 12, 31)))
@settings(deadline=None)
def test_a_day_and_month_is_the_nearest_in_its_direction(today, day):
    now = datetime.combine(today, datetime.min.time())
    text = " ".join(format_date(day).split()[1:3])
    past, due = parse.parse_past_date(text, now), parse.parse_due_date(text, now)
    assert past <= today <= due
    assert (past.month, past.day) == (due.month, due.day) == (day.month, day.day)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.dates(date(1970, 1, 1), date(2200, 1, 1)))
@settings(deadline=None)
def test_iso_dates_and_dates_with_a_year_read_back_in_every_year(day, today):
    now = datetime.combine(today, datetime.min.time())
    assert parse.parse_past_date(day.isoformat(), now) == parse.parse_due_date(day.isoformat(), now) == day
    if 1900 <= day.year <= 2099:
        assert parse.parse_past_date(format_date(day), now) == day
