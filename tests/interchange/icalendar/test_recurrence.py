"""Recurrence rules, held against those of python-dateutil, which looks until the year 9999."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netui.interchange.icalendar.recurrence import Rule, expand, parse_rule

FREQUENCIES = {"YEARLY": YEARLY, "MONTHLY": MONTHLY, "WEEKLY": WEEKLY, "DAILY": DAILY}
START = datetime(2026, 1, 30, 9, 30)


def days(
    text: str, start: datetime = START, first: date = date.min, last: date = date(2027, 12, 31)
) -> list[str]:
    parts = {key: value.split(",") for key, value in (each.split("=") for each in text.split(";"))}
    until = [datetime.strptime(each, "%Y%m%d").date() for each in parts.pop("UNTIL", ())]
    rule = parse_rule(
        {**parts, "UNTIL": until}, lambda value: datetime(value.year, value.month, value.day), start
    )
    return [moment.strftime("%Y-%m-%d") for moment in expand(rule, start, max(first, start.date()), last)]


@st.composite
def rules(draw: st.DrawFn) -> tuple[Rule, datetime]:
    frequency = draw(st.sampled_from(tuple(FREQUENCIES)))
    some = lambda numbers, size=3: st.frozensets(numbers, max_size=size)  # noqa: E731
    signed = lambda last: st.integers(-last, last).filter(bool)  # noqa: E731
    by_number = frequency == "YEARLY" and draw(st.booleans())
    # dateutil takes what is numbered and what is not for two conditions, where a file means either.
    is_numbered = frequency in ("MONTHLY", "YEARLY") and not by_number and draw(st.booleans())
    which = st.integers(-2, 3).filter(bool) if is_numbered else st.just(0)
    weekdays = draw(st.lists(st.tuples(which, st.integers(0, 6)), max_size=3))
    if by_number and not weekdays:  # dateutil takes each day of a week, where the RFC has that of the start
        weekdays = [(0, draw(st.integers(0, 6)))]
    number = draw(st.sampled_from(("weeks", "year_days"))) if by_number else ""
    rule = Rule(
        frequency,
        draw(st.integers(1, 5)),
        draw(st.none() | st.integers(1, 30)),
        draw(st.none() | st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1))),
        frozenset() if by_number else draw(some(st.integers(1, 12))),
        draw(some(signed(53))) if number == "weeks" else frozenset(),
        draw(some(signed(366))) if number == "year_days" else frozenset(),
        # What never fits takes dateutil half a minute to find out.
        draw(some(signed(28)))
        if frequency in ("MONTHLY", "YEARLY") and not by_number and not weekdays
        else frozenset(),
        tuple(dict.fromkeys(weekdays)),
        draw(st.sampled_from((frozenset(), frozenset((1,)), frozenset((-1,))))),
        draw(st.integers(0, 6)),
        tuple(draw(st.lists(st.times().map(lambda t: time(t.hour, t.minute)), max_size=1))),
    )
    return rule, draw(st.datetimes(datetime(2023, 1, 1), datetime(2026, 12, 31))).replace(
        microsecond=0, second=0
    )


def by_dateutil(rule: Rule, start: datetime, last: datetime) -> list[datetime]:
    times = rule.times or (start.time(),)
    found = rrule(
        FREQUENCIES[rule.frequency], start, rule.interval, rule.week_start, None, rule.until,
        sorted(rule.positions) or None, sorted(rule.months) or None, sorted(rule.month_days) or None,
        sorted(rule.year_days) or None, None, sorted(rule.weeks) or None,
        [weekday(day, which or None) for which, day in rule.weekdays] or None,
        sorted({each.hour for each in times}), sorted({each.minute for each in times}), [0],
    )  # fmt: skip
    listed = []
    for moment in found:
        if moment > last or len(listed) == rule.limit:
            break
        listed.append(moment)
    return listed


LAST_WEEK = Rule("YEARLY", limit=3, weeks=frozenset((-1,)), weekdays=((0, 0),), week_start=1)
"""Its Mondays are mostly in the January after the year of that week."""


@given(rules(), st.integers(0, 900))
@example((LAST_WEEK, datetime(2023, 1, 1)), 0)
@settings(max_examples=100, deadline=None)
def test_occurrences_are_those_of_dateutil(made: tuple[Rule, datetime], later: int) -> None:
    rule, start = made
    last = start + timedelta(days=1500)
    wanted = by_dateutil(rule, start, datetime.combine(last.date(), time.max))
    assert list(expand(rule, start, start.date(), last.date())) == wanted
    first = start.date() + timedelta(days=later)
    assert list(expand(rule, start, first, last.date())) == [each for each in wanted if each.date() >= first]


def test_the_last_day_of_each_month_and_months_without_a_day() -> None:
    assert days("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3") == ["2026-01-31", "2026-02-28", "2026-03-31"]
    assert days("FREQ=MONTHLY;COUNT=3") == ["2026-01-30", "2026-03-30", "2026-04-30"]


def test_the_last_friday_of_the_month_and_every_second_week() -> None:
    assert days("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3") == ["2026-01-30", "2026-02-27", "2026-03-27"]
    assert days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4;WKST=MO") == [
        "2026-01-30", "2026-02-09", "2026-02-13", "2026-02-23",
    ]  # fmt: skip


def test_a_29th_of_february_comes_in_leap_years() -> None:
    start = datetime(2024, 2, 29, 12)
    assert days("FREQ=YEARLY", start, last=date(2033, 1, 1)) == ["2024-02-29", "2028-02-29", "2032-02-29"]


def test_what_repeats_within_a_day_counts_once_a_day() -> None:
    assert days("FREQ=HOURLY;COUNT=30") == ["2026-01-30", "2026-01-31"]
    assert days("FREQ=SECONDLY;UNTIL=20260131", last=date(2026, 2, 1)) == ["2026-01-30", "2026-01-31"]
    assert days("FREQ=HOURLY;INTERVAL=48;COUNT=2") == ["2026-01-30", "2026-02-01"]


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYSETPOS=100",
        "FREQ=WEEKLY;INTERVAL=999999999;BYDAY=MO",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=MONTHLY;BYDAY=9MO",
    ],
)
def test_a_rule_that_never_fits_ends_at_once(text: str) -> None:
    assert days(text, datetime(1, 1, 1), date(2026, 1, 1)) == []


@pytest.mark.parametrize(
    "text", ["FREQ=FORTNIGHTLY", "BYDAY=MO", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY;COUNT=many"]
)
def test_a_rule_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        days(text)
