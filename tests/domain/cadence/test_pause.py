"""A pause of logging: from when to when it lasts, and which day it holds."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from netui.domain.cadence.pause import Pause, PauseMarks, find_pause

DAY = date(2026, 3, 1)


def day(number: int) -> date:
    return DAY + timedelta(number)


class Log:
    """Days on which something was logged, counted from :data:`DAY`."""

    def __init__(self, days: Iterable[int]) -> None:
        self.days = [day(number) for number in days]

    def last_logged(self, until: date) -> date | None:
        return max((one for one in self.days if one <= until), default=None)

    def count_logged_days(self, first: date, last: date) -> int:
        return len({one for one in self.days if first <= one <= last})

    def first_logged(self, since: date) -> date | None:
        return min((one for one in self.days if one >= since), default=None)


HABIT = (-9, -6, -3)
"""Days on which something was logged before each of these logs."""


def held(days: Iterable[int], today: int, marks: PauseMarks = PauseMarks()) -> int | None:  # noqa: B008
    """The day held today, counted from :data:`DAY`; None in no pause."""
    found = find_pause(Log([*HABIT, *days] if days else []), day(today), marks)
    return (found.held_on - DAY).days if found else None


def test_a_pause_holds_from_the_fourteenth_day_on() -> None:
    assert [held([0], today) for today in (0, 12, 13, 14, 15, 400)] == [None, None, None, 13, 13, 13]
    assert held([], 50) is None


@pytest.mark.parametrize(("today", "expected"), [(40, 13), (41, 13), (42, None), (53, None), (54, 53)])
def test_it_lasts_for_two_days_once_something_is_logged_again(today: int, expected: int | None) -> None:
    assert held([0, 40], today) == expected


def test_for_whoever_logs_seldom_it_ends_with_the_entry() -> None:
    assert find_pause(Log([-70, -30, -6, 0]), day(14)) == Pause(day(0), None, day(13))
    assert find_pause(Log([-70, -30, -6, 0, 40]), day(40)) is None


def test_what_is_said_of_it() -> None:
    assert find_pause(Log([0]), day(30)) == Pause(day(0), None, day(13))
    assert find_pause(Log([*HABIT, 0, 30]), day(31)) == Pause(day(0), day(30), day(13))


def test_a_gap_of_thirteen_days_is_none() -> None:
    assert [held([0, 13], today) for today in (13, 14)] == [None, None]
    assert [held([0, 14], today) for today in (14, 15, 16)] == [13, 13, None]


def test_closing_catch_up_ends_it_and_the_next_one_begins_two_weeks_later() -> None:
    closed = PauseMarks(active=day(30).toordinal())
    assert [held([0], today, closed) for today in (29, 30, 43, 44)] == [13, None, None, 43]
    assert [held([0, 31], today, closed) for today in (31, 44, 45)] == [None, None, 44]


def test_a_line_dated_into_the_pause_ends_it_two_days_after_it_was_logged() -> None:
    resumed = PauseMarks(resumed=day(30).toordinal(), held_on=day(13).toordinal())
    assert [held([0, 20], today, resumed) for today in (30, 31, 32)] == [13, 13, None]
    assert find_pause(Log([0, 20]), day(30), resumed) == Pause(day(0), day(30), day(13))


def test_the_ends_of_the_calendar_break_nothing() -> None:
    for today in (date.min, date.max):
        log = Log([])
        log.days = [date.min]
        assert find_pause(log, today, PauseMarks(1, 1, 1, 1, 1)) is None or today == date.max
