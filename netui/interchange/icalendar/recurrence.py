"""Recurrence rules of iCalendar (RRULE, RFC 5545 3.3.10), expanded up to a last day.

Our own, since the work must be bounded by the days asked for, whatever a file says: libraries look for a
rule that never fits until the year 9999. A rule that repeats within a day counts once a day.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice, product
from typing import Any

from netui.domain.named_tuple import NamedTuple

_DAY = timedelta(days=1)
_SECONDS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
_A_DAY = 86400
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST_TIMES = 24
"""The most times within one day that are kept; more of them are no meetings."""


class Rule(NamedTuple):
    """A recurrence rule; ``limit`` is how often it occurs at most.

    ``weekdays`` are pairs of which one (0: each, -1: the last) and the weekday, Monday 0. ``until`` is a
    local date-time, inclusive. ``times`` are the times of day, none for that of the start.
    """

    frequency: str
    interval: int = 1
    limit: int | None = None
    until: datetime | None = None
    months: frozenset[int] = frozenset()
    weeks: frozenset[int] = frozenset()
    year_days: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    weekdays: tuple[tuple[int, int], ...] = ()
    positions: frozenset[int] = frozenset()
    week_start: int = 0
    times: tuple[time, ...] = ()


def parse_rule(parts: Mapping[str, Any], local: Callable[[Any], datetime], start: datetime) -> Rule:
    """A rule from its parts (``{"FREQ": ["WEEKLY"], "BYDAY": ["MO"], …}``).

    ``local`` makes of UNTIL's date or date-time a local one. Raises ValueError where the parts make no rule.
    """
    frequency = str(_first(parts, "FREQ", "")).upper()
    interval = max(int(_first(parts, "INTERVAL", 1)), 1)
    count = _first(parts, "COUNT", None)
    count = None if count is None else max(int(count), 1)
    if frequency in _SECONDS:
        seconds = interval * _SECONDS[frequency]
        if count is not None and seconds < _A_DAY:
            passed = start.hour * 3600 + start.minute * 60 + start.second
            count = ((count - 1) * seconds + passed) // _A_DAY + 1
        frequency, interval = "DAILY", max(seconds // _A_DAY, 1)
        parts = {key: value for key, value in parts.items() if key not in _CLOCK}
    elif frequency not in _PERIODS:
        raise ValueError(f"{frequency or 'nothing'} is no frequency of a recurrence rule")
    return Rule(
        frequency,
        interval,
        count,
        _until(_first(parts, "UNTIL", None), local),
        _numbers(parts, "BYMONTH"),
        _numbers(parts, "BYWEEKNO"),
        _numbers(parts, "BYYEARDAY"),
        _numbers(parts, "BYMONTHDAY"),
        tuple(_weekday(str(each)) for each in _list(parts, "BYDAY")),
        _numbers(parts, "BYSETPOS"),
        _weekday(str(_first(parts, "WKST", "MO")))[1],
        _times(parts, start),
    )


def expand(rule: Rule, start: datetime, first: date, last: date) -> Iterator[datetime]:
    """The occurrences of ``rule`` for an event at ``start``, in order, from the day ``first`` to ``last``.

    All times are local. The start itself is among them only where the rule fits it.
    """
    if rule.until is not None:
        last = min(last, rule.until.date())
    # Without a count, nothing before the first day matters.
    periods = _PERIODS[rule.frequency](rule, start.date(), start.date() if rule.limit else first, last)
    times = rule.times or (start.time(),)
    found = (
        moment
        for days in periods
        for moment in _at_positions(sorted(datetime.combine(*each) for each in product(days, times)), rule)
        if moment >= start and (rule.until is None or moment <= rule.until)
    )
    for moment in islice(found, rule.limit):
        if moment.date() > last:
            return
        if moment.date() >= first:
            yield moment


_Periods = Iterator[list[date]]


def _years(rule: Rule, start: date, first: date, last: date) -> _Periods:
    for year in range(_aligned(start.year, first.year - 1, rule.interval), last.year + 1, rule.interval):
        yield _days_of_year(rule, start, year)


def _months(rule: Rule, start: date, first: date, last: date) -> _Periods:
    begin = start.year * 12 + start.month - 1
    end = last.year * 12 + last.month
    for number in range(
        _aligned(begin, first.year * 12 + first.month - 2, rule.interval), end, rule.interval
    ):
        year, month = divmod(number, 12)
        fits = not rule.months or month + 1 in rule.months
        yield _days_of_month(rule, start, year, month + 1) if fits else []


def _weeks(rule: Rule, start: date, first: date, last: date) -> _Periods:
    begin = start.toordinal() - (start.weekday() - rule.week_start) % 7
    wanted = sorted(
        (weekday - rule.week_start) % 7 for _, weekday in rule.weekdays or ((0, start.weekday()),)
    )
    step = 7 * rule.interval
    for number in range(_aligned(begin, first.toordinal() - 7, step), last.toordinal() + 1, step):
        days = (date.fromordinal(number + each) for each in dict.fromkeys(wanted) if _is_day(number + each))
        yield [day for day in days if _fits_month(rule, day)]


def _days(rule: Rule, start: date, first: date, last: date) -> _Periods:
    weekdays = {weekday for _, weekday in rule.weekdays}
    begin = _aligned(start.toordinal(), first.toordinal(), rule.interval)
    for number in range(begin, last.toordinal() + 1, rule.interval):
        day = date.fromordinal(number)
        if (not weekdays or day.weekday() in weekdays) and _fits_month(rule, day):
            yield [day]


_PERIODS: dict[str, Callable[[Rule, date, date, date], _Periods]] = {
    "YEARLY": _years,
    "MONTHLY": _months,
    "WEEKLY": _weeks,
    "DAILY": _days,
}
_CLOCK = ("BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS")


def _days_of_year(rule: Rule, start: date, year: int) -> list[date]:
    if rule.weeks or rule.year_days:
        return _days_by_number(rule, start, year)
    if rule.months or rule.month_days or not rule.weekdays:
        months = sorted(rule.months) or (range(1, 13) if rule.month_days else (start.month,))
        return [day for month in months for day in _days_of_month(rule, start, year, month)]
    return _weekdays_within(rule, date(year, 1, 1), date(year, 12, 31))


def _days_by_number(rule: Rule, start: date, year: int) -> list[date]:
    """The days of a year by the numbers of weeks or of days, less those that other parts leave out."""
    days: Iterable[date] = (date.fromordinal(each) for each in _ordinals(year))
    length = len(_ordinals(year))
    if rule.year_days:
        numbers = {each if each > 0 else length + 1 + each for each in rule.year_days}
        days = [day for day in days if day.timetuple().tm_yday in numbers]
    weekdays = {weekday for _, weekday in rule.weekdays}
    if rule.weeks:
        days = [day for day in days if _is_in_week(rule, day, year)]
        weekdays = weekdays or (set() if rule.year_days or rule.month_days else {start.weekday()})
    return [day for day in days if (not weekdays or day.weekday() in weekdays) and _fits_month(rule, day)]


def _is_in_week(rule: Rule, day: date, year: int) -> bool:
    """Whether a day of ``year`` is in one of the rule's weeks; at both ends, in one of the year beside it."""
    first, count = _weeks_of(rule, year)
    number = (day.toordinal() - first) // 7 + 1
    if number > count:
        return 1 in rule.weeks
    if number < 1:
        number = count = _weeks_of(rule, year - 1)[1] if year > 1 else 0
    return not rule.weeks.isdisjoint((number, number - count - 1))


def _weeks_of(rule: Rule, year: int) -> tuple[int, int]:
    """The ordinal of the first day of week 1, which has four days at least in ``year``; how many weeks."""
    first, last = (
        each.toordinal() - (each.weekday() - rule.week_start) % 7
        for each in (date(year, 1, 4), date(year, 12, 28))
    )
    return first, (last - first) // 7 + 1


def _days_of_month(rule: Rule, start: date, year: int, month: int) -> list[date]:
    length = monthrange(year, month)[1]
    if rule.month_days:
        numbers = {each if each > 0 else length + 1 + each for each in rule.month_days}
        days = [date(year, month, each) for each in sorted(numbers) if 1 <= each <= length]
        weekdays = _weekdays_within(rule, date(year, month, 1), date(year, month, length))
        return [day for day in days if day in weekdays] if rule.weekdays else days
    if rule.weekdays:
        return _weekdays_within(rule, date(year, month, 1), date(year, month, length))
    return [date(year, month, start.day)] if start.day <= length else []


def _weekdays_within(rule: Rule, first: date, last: date) -> list[date]:
    """The weekdays of the rule from one day to another, each, or the one that its number names."""
    found: set[date] = set()
    for which, weekday in rule.weekdays:
        at = first.toordinal() + (weekday - first.weekday()) % 7
        days = [date.fromordinal(each) for each in range(at, last.toordinal() + 1, 7)]
        found.update(days if not which else days[which - 1 : which] if which > 0 else days[which:][:1])
    return sorted(found)


def _fits_month(rule: Rule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if not rule.month_days:
        return True
    length = monthrange(day.year, day.month)[1]
    return not rule.month_days.isdisjoint((day.day, day.day - length - 1))


def _at_positions(moments: list[datetime], rule: Rule) -> Sequence[datetime]:
    if not rule.positions:
        return moments
    count = len(moments)
    places = {each - 1 if each > 0 else count + each for each in rule.positions}
    return [moments[each] for each in sorted(places) if 0 <= each < count]


def _aligned(begin: int, wanted: int, step: int) -> int:
    """The first number from ``wanted`` on that is whole steps behind ``begin``; never before ``begin``."""
    return begin if wanted <= begin else begin + -(-(wanted - begin) // step) * step


def _ordinals(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)


def _is_day(number: int) -> bool:
    return 1 <= number <= date.max.toordinal()


def _until(value: Any, local: Callable[[Any], datetime]) -> datetime | None:
    if isinstance(value, datetime) or value is None:
        return None if value is None else local(value)
    # A day alone is meant as a whole.
    return local(value) + _DAY - timedelta.resolution if value < date.max else datetime.max


def _times(parts: Mapping[str, Any], start: datetime) -> tuple[time, ...]:
    hours = [each for each in sorted(_numbers(parts, "BYHOUR")) if 0 <= each < 24] or [start.hour]
    minutes = [each for each in sorted(_numbers(parts, "BYMINUTE")) if 0 <= each < 60] or [start.minute]
    if hours == [start.hour] and minutes == [start.minute]:
        return ()
    return tuple(time(*each) for each in islice(product(hours, minutes), _MOST_TIMES))


def _weekday(text: str) -> tuple[int, int]:
    """``-1FR`` as which one and the weekday; raises ValueError."""
    text = text.strip().upper()
    return int(text[:-2] or 0), _WEEKDAYS.index(text[-2:])


def _list(parts: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = parts.get(key, ())
    return value if isinstance(value, (list, tuple)) else (value,)


def _first(parts: Mapping[str, Any], key: str, default: Any) -> Any:
    return next(iter(_list(parts, key)), default)


def _numbers(parts: Mapping[str, Any], key: str) -> frozenset[int]:
    return frozenset(int(each) for each in _list(parts, key))
