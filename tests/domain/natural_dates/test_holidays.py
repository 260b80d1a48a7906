"""Holidays: Easter by known dates, and names that a day word or a party shares."""

from datetime import date, datetime

import pytest

from netui.domain.natural_dates import parse
from netui.domain.natural_dates.holidays import easter, feast_gone_by

NOW = datetime(2026, 11, 21, 10, 0)


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2026, "04-05"), (2038, "04-25")]
)
def test_easter_sunday_is_that_of_the_almanac(year, day):
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


def test_a_holiday_looks_back_for_the_past_and_ahead_for_what_is_due():
    assert parse.parse_past_date("Christmas Eve", NOW) == date(2025, 12, 24)
    assert parse.parse_due_date("Christmas Eve", NOW) == date(2026, 12, 24)
    assert parse.parse_due_date("by christmas", NOW) == date(2026, 12, 25)
    assert parse.parse_past_date("St. Patrick's Day 2020", NOW) == date(2020, 3, 17)


def test_a_holiday_of_several_days_or_countries_is_refused():
    for text in ("at Christmas", "Mother's Day", "over Easter"):
        with pytest.raises(ValueError, match="write the date"):
            parse.parse_past_date(text, NOW)


@pytest.mark.parametrize(
    ("feast", "today", "day"),
    [
        ("christmas", "2026-12-28", "2026-12-25"),
        ("christmas", "2027-01-03", "2026-12-25"),
        ("christmas", "2027-01-15", "2026-12-25"),
        ("christmas", "2027-01-16", None),
        ("christmas", "2026-12-25", None),
        ("year", "2027-01-02", "2027-01-01"),
        ("easter", "2026-04-06", "2026-04-05"),
        ("thanksgiving", "2026-11-29", "2026-11-26"),
        ("thanksgiving", "2022-11-26", "2022-11-24"),
        ("diwali", "2026-11-10", None),
    ],
)
def test_a_feast_is_told_of_for_three_weeks(feast, today, day):
    found = feast_gone_by(feast, date.fromisoformat(today))
    assert found == (date.fromisoformat(day) if day else None)
