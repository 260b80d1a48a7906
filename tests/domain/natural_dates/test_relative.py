"""Weekdays and other relative dates, before and after today."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.dates import full_day
from netui.domain.natural_dates import parse

NOW = datetime(2026, 11, 21, 10, 0)  # a Saturday


def test_next_weekday_is_refused_where_it_can_be_two_days():
    monday = datetime(2026, 11, 16, 9, 0)
    with pytest.raises(ValueError, match="Fri 20 Nov 2026 or Fri 27 Nov 2026"):
        parse.parse_due_date("next fri", monday)
    assert parse.parse_due_date("next fri", NOW) == date(2026, 11, 27)


def test_this_weekday_is_refused_once_it_is_over():
    for ask in (parse.parse_past_date, parse.parse_due_date):
        with pytest.raises(ValueError, match="last monday"):
            ask("this monday", NOW)
        assert ask("this sunday", NOW) == date(2026, 11, 22)


@given(st.dates(date(1970, 1, 1), date(2200, 1, 1)), st.integers(0, 6))
@settings(deadline=None)
def test_a_weekday_is_strictly_before_or_after_and_within_a_week(today, weekday):
    now = datetime.combine(today, datetime.min.time())
    name = full_day(date(2026, 11, 16) + timedelta(weekday)).split()[0]
    assert 1 <= (today - parse.parse_past_date(name, now)).days <= 7
    assert 1 <= (parse.parse_due_date(name, now) - today).days <= 7
    assert parse.parse_past_date(name, now).weekday() == parse.parse_due_date(name, now).weekday() == weekday
