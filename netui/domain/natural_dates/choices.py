"""Choices for a date that is no one day: the days that ``last week`` or ``tue or wed`` can mean.

Loaded only once such a date is refused, so that one of them can be picked.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from netui.domain.model.dates import month_length
from netui.domain.natural_dates.calendar import yearly_date
from netui.domain.natural_dates.holidays import easter
from netui.domain.natural_dates.tokens import (
    MONTHS,
    NUMBERS,
    UNITS,
    WEEKDAYS,
    Clock,
    ParsedDate,
    Word,
    shift,
)
from netui.domain.natural_dates.weekdays import in_week, nth_weekday_of, weekday_after, weekday_before

MOST = 7
"""How many days are offered at most."""
_EARLY, _MIDDLE, _LATE = (1, 5, 10), (10, 15, 20), (20, 25, 31)
_PARTS_OF_MONTH = {
    "early": _EARLY, "beginning": _EARLY, "start": _EARLY, "mid": _MIDDLE, "middle": _MIDDLE,
    "late": _LATE, "end": _LATE,
}  # fmt: skip
_WHOLE_MONTH = (1, 15, 31)
_AGO = {"few": (2, 3, 4), "some": (2, 3, 4), "several": (3, 4, 5), "couple": (2, 3)}
_LATELY = ("recently", "lately", "other")


def day_choices(found: ParsedDate, words: Sequence[Word], clock: Clock) -> tuple[date, ...]:
    """The days that a refused date can be: those it names itself, else those that its ``words`` can mean."""
    if found.options or found.hour:
        return found.options
    keys = [part for word in words for part in re.split(r"[\s/–-]+", word.key) if part]
    try:
        days = _weeks(keys, clock) or _listed(keys, clock) or _months(keys, clock) or _spans(keys, clock)
        days = days or _feasts(keys, clock)
    except (ValueError, OverflowError):  # before year 1, or after 9999
        return ()
    ahead = [day for day in days if day >= clock.today or not clock.ahead]
    return tuple(dict.fromkeys(ahead))[:MOST]


def _listed(keys: Sequence[str], clock: Clock) -> list[date]:
    """``tue or wed``, ``13-15 nov``, ``31 june``: the days that are named, and those between two."""
    month = next((MONTHS[key] for key in keys if key in MONTHS), None)
    numbers = [int(found[1]) for key in keys if (found := re.match(r"(\d{1,2})(?:st|nd|rd|th)?\Z", key))]
    numbers = [number for number in numbers if 1 <= number <= 31]
    if month is not None and numbers:
        last = numbers[-1] if len(numbers) == 2 and 0 < numbers[-1] - numbers[0] < MOST else 0
        some = [_in_month(month, number, clock) for number in (range(numbers[0], last + 1) or numbers)]
        beyond = max(numbers) > month_length(2000, month)
        return some + ([_in_month(month % 12 + 1, 1, clock)] if beyond else [])
    weekdays = [WEEKDAYS[key] for key in keys if key in WEEKDAYS]
    toward = weekday_after if clock.ahead else weekday_before
    named = [toward(clock.today, weekday) for weekday in weekdays]
    if len(named) == 2 and "or" not in keys and "and" not in keys and named[0] < named[1]:
        return [named[0] + timedelta(step) for step in range((named[1] - named[0]).days + 1)]
    return named


def _in_month(month: int, day: int, clock: Clock) -> date:
    """A day of a month in the clock's direction; of one that is too short the last. Raises ValueError."""
    found = yearly_date(1, clock, month, min(day, month_length(clock.today.year, month)))
    days = [found.value] if found.value is not None else list(found.options)
    if not days:
        raise ValueError("no calendar has that day")
    return days[0]


def _weeks(keys: Sequence[str], clock: Clock) -> list[date]:
    """The days of ``last week``, ``the week before last``, ``over the weekend``."""
    today, weekend = clock.today, not {"weekend", "wkend", "wknd"}.isdisjoint(keys)
    if not weekend and not {"week", "wk", "midweek"} & set(keys) - {"ago"}:
        return []
    if {"ago", "back", "other"} & set(keys):
        return []
    weeks = -1 if "last" in keys else 1 if "next" in keys else 0
    weeks += ("before" in keys and weeks < 0) * -1 + ("after" in keys and weeks > 0)
    days = [in_week(today, weeks, weekday) for weekday in range(7)]
    if weekend and not weeks and not clock.ahead:
        return [in_week(today, -1, 5), in_week(today, -1, 6), *(day for day in days[5:] if day <= today)]
    if weekend:
        return days[5:]
    return [day for day in days if weeks or clock.ahead or day <= today]


def _months(keys: Sequence[str], clock: Clock) -> list[date]:
    """Three days of ``in may``, ``early november``, ``last month``."""
    days = next((_PARTS_OF_MONTH[key] for key in keys if key in _PARTS_OF_MONTH), _WHOLE_MONTH)
    month = next((MONTHS[key] for key in keys if key in MONTHS), None)
    if month is not None:
        return [_in_month(month, day, clock) for day in days]
    if "month" not in keys or "ago" in keys:
        return []
    step = -1 if "last" in keys else 1 if "next" in keys else 0
    year, number = divmod(clock.today.year * 12 + clock.today.month - 1 + step, 12)
    return [date(year, number + 1, min(day, month_length(year, number + 1))) for day in days]


def _spans(keys: Sequence[str], clock: Clock) -> list[date]:
    """``a few days ago``, ``10ish days back``, ``the other day``."""
    sign = 1 if clock.ahead else -1
    if any(key in _LATELY for key in keys):
        return [clock.today + timedelta(sign * days) for days in (2, 3, 4)]
    unit = next((UNITS[key] for key in keys if key in UNITS and len(key) > 1), "")
    counted = not {"ago", "back", "earlier", "prior", "in", "within"}.isdisjoint(keys)  # some day is none
    if not counted or not unit or unit in "hn":
        return []
    counts = next((_AGO[key] for key in keys if key in _AGO), ())
    for key in keys if not counts else ():
        found = re.match(r"\d{1,3}", key)
        number = int(found[0]) if found else NUMBERS.get(key, 0)
        if number:
            counts = tuple(range(max(number - 1, 1), number + 2))
            break
    return [shift(clock, sign * count, unit) for count in counts]


def _feasts(keys: Sequence[str], clock: Clock) -> list[date]:
    """The days of feasts that last several, or differ by country."""
    year = clock.today.year
    if {"christmas", "xmas"} & set(keys):
        return [_in_month(12, day, clock) for day in (24, 25, 26)]
    if "thanksgiving" in keys:
        near = [
            nth_weekday_of(year + step, *each) for step in (-1, 0, 1) for each in ((11, 4, 3), (10, 2, 0))
        ]
        return sorted(near, key=lambda day: abs((day - clock.today).days))[:3]
    if "easter" in keys:
        near = [easter(year + step) for step in (-1, 0, 1)]
        sunday = min(near, key=lambda day: abs((day - clock.today).days))
        return [sunday + timedelta(step) for step in (-2, -1, 0, 1)]
    return []
