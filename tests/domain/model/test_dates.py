"""Partial dates and spans of time agree with the calendar."""

from calendar import monthrange

from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.dates import month_length


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_as_long_as_the_calendar_has_them(year: int, month: int) -> None:
    assert month_length(year, month) == monthrange(year, month)[1]
