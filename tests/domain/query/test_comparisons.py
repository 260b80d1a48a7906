"""Comparison operators with durations and dates, as ranges of days."""

from datetime import date

import pytest

from netui.domain.query.comparisons import Bound

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (">90d", "0001-01-01", "2026-08-22"),
        (">=90d", "0001-01-01", "2026-08-23"),
        ("<90d", "2026-08-24", "2026-11-21"),
        ("<=90d", "2026-08-23", "2026-11-21"),
        ("90d", "2026-08-23", "2026-11-21"),
        ("<=1m", "2026-10-21", "2026-11-21"),
        ("<2026-01-01", "0001-01-01", "2025-12-31"),
        ("<=2026-02", "0001-01-01", "2026-02-28"),
        (">2026-02", "2026-03-01", "9999-12-31"),
        (">=2026-02", "2026-02-01", "9999-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-11-09", "2026-11-09", "2026-11-09"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_bounds_as_days(text, first, last):
    days = Bound.parse(text).days(TODAY)
    assert tuple(map(date.fromordinal, days)) == (date.fromisoformat(first), date.fromisoformat(last))


def test_bounds_beyond_the_calendar():
    first, last = Bound.parse(">99999y").days(TODAY)
    assert last < first
    assert Bound.parse("<99999y").days(TODAY) == (1, TODAY.toordinal())
    assert Bound.parse("<=99999y").days(TODAY) == (1, TODAY.toordinal())
    first, last = Bound.parse("<0001").days(TODAY)
    assert last < first
