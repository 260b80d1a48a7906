"""Values in JSON: what commands print of dates fits the patterns of the schema, and nothing else does."""

import re
from datetime import date, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.cli.output import iso
from netui.cli.shapes.values import Moment, PartialDay
from netui.domain.model.dates import PartialDate


def pattern(shape: Any) -> str:
    _, (_, found) = get_args(shape)
    return str(found)


@given(st.dates() | st.datetimes())
def test_each_day_and_each_moment_fits(when: date) -> None:
    assert re.search(pattern(Moment), iso(when) or "")
    assert re.search(pattern(PartialDay), str(PartialDate.parse(when)))


@pytest.mark.parametrize("text", ["2026", "--12-10", "2026-11-21T09:00+01:00", "21 nov", "2026-11-21 09:00"])
def test_what_is_no_moment_does_not(text: str) -> None:
    assert not re.search(pattern(Moment), text)


@pytest.mark.parametrize("text", ["2026", "2026-11", "2026-11-21", "--12-10"])
def test_a_partial_date_fits(text: str) -> None:
    assert re.search(pattern(PartialDay), text) and str(PartialDate.parse(text)) == text


def test_a_moment_is_told_to_the_minute_where_there_are_no_seconds() -> None:
    assert iso(datetime(2026, 11, 21, 9)) == "2026-11-21T09:00"
