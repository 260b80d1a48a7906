"""Parse weekdays: ``fri``, ``last fri``, ``Monday before last``, ``Tuesday of last week``, ``tue 10``."""

from collections.abc import Sequence
from datetime import date, timedelta

from netui.domain.model.dates import day_of, full_day, month_length
from netui.domain.natural_dates.calendar import (
    ORDINALS,
    day_of_month,
    month_first,
    numbered_day,
    numeric_date,
    ordinal_date,
    yearly_date,
)
from netui.domain.natural_dates.tokens import (
    BEHIND,
    MONTHS,
    NUMBERS,
    UNITS,
    WEEKDAYS,
    Clock,
    ParsedDate,
    Word,
    explicit_year,
    is_closed,
    key_at,
    matches_phrase,
    span_at,
    word_set,
)

_PLAIN = ("tue", "tues", "weds", "thu", "thur", "fri")
"""Short weekdays that are no other words, as sat, sun, wed and mon are."""
PARTS = word_set("""
    morning afternoon arvo aft evening eve night nite lunchtime teatime mid-morning mid-afternoon am pm
""")
"""Parts of a day, which follow the day's name."""
_WEEKS = {
    "last week": -1, "this week": 0, "next week": 1, "the week before last": -2, "week before last": -2,
    "the week after next": 2, "week after next": 2,
}  # fmt: skip
_LONGEST = 9
"""Words from a weekday on that may say which one it is."""
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 0}


def in_week(today: date, weeks: int, weekday: int) -> date:
    """That weekday of the week (Monday to Sunday) ``weeks`` from this one."""
    return today + timedelta(7 * weeks + weekday - today.weekday())


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday strictly before ``day``."""
    return day - timedelta((day.weekday() - weekday - 1) % 7 + 1)


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday strictly after ``day``."""
    return day + timedelta((weekday - day.weekday() - 1) % 7 + 1)


def weekday_at(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The day at ``i``, where a weekday stands."""
    key, today = words[i].key, clock.today
    weekday = WEEKDAYS[key]
    if key_at(words, i + 1) == "week":
        return ParsedDate(i + 2, None, f"“{key} week” can be read two ways: write the date")
    found = qualified_weekday(words, i, clock)
    if found is not None:
        return found
    part = key_at(words, i + 1) in PARTS and not words[i].after
    at = i + 1 + (part and not words[i + 1].after)  # Sat night the 27th
    dated = _dated(words, at, clock._replace(weekday=weekday))
    if dated is not None:
        if dated.value is not None and dated.value.weekday() != weekday:
            day = day_of(dated.value)
            near = min((day + timedelta(step) for step in range(-3, 4)), key=lambda d: d.weekday() != weekday)
            problem = f"{full_day(dated.value)} is not a {key}"
            return dated._replace(value=None, problem=problem, options=(day, near))
        return dated._replace(sure=True)
    day = weekday_after(today, weekday) if clock.ahead else weekday_before(today, weekday)
    return ParsedDate(i + 1 + part, day, sure=len(key) > 4 or key in _PLAIN or part)


def qualified_weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The weekday at ``i`` with words after it that say which; None where there are none."""
    key, today = words[i].key, clock.today
    weekday = WEEKDAYS[key]
    if key_at(words, i + 1) in PARTS:  # Monday evening last week
        found = qualified_weekday([words[i], *words[i + 2 : i + _LONGEST]], 0, clock)
        return found._replace(end=found.end + i + 1) if found is not None else None
    weeks = _week_of(words, i + 1)
    if weeks is not None:
        day = in_week(today, weeks[0], weekday)
        return _behind(weeks[1], day, clock) if day < today else ParsedDate(weeks[1], day)
    follower, then = key_at(words, i + 1), key_at(words, i + 2)
    if follower == "just" and then in ("past", "gone"):
        return _behind(i + 3, weekday_before(today, weekday), clock)
    if follower == "coming" and then not in ("up", "out", "down", "in", "through"):
        return ParsedDate(i + 2, weekday_after(today, weekday))
    closed = is_closed(words, i + 3)  # not: on Friday before last orders
    if (follower, then) == ("before", "last") and closed:
        return _behind(i + 3, weekday_before(today, weekday) - timedelta(7), clock)
    if (follower, then) == ("after", "next") and closed:
        near, far = weekday_after(today, weekday), in_week(today, 1, weekday)
        if near == far:
            return ParsedDate(i + 3, near + timedelta(7))
        return _either(i + 3, near + timedelta(7), far + timedelta(7))
    if (
        follower in ("last", "past", "next", "gone")
        and is_closed(words, i + 2)
        and key_at(words, i + 2) != "to"
    ):
        if follower == "next":
            return _coming(words, i, i + 2, clock)
        return _behind(i + 2, weekday_before(today, weekday), clock)
    if follower == "in" or (follower in NUMBERS or follower[:1].isdigit()):
        return _weeks_away(words, i, clock)
    return None


def _week_of(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """How many weeks from this one, and the index after it: ``of last week``, ``the week before last``."""
    i += key_at(words, i) in ("of", "in") or key_at(words, i) == "from"
    i += key_at(words, i) == "the" and key_at(words, i + 1) != "week"
    if not key_at(words, i):
        return None
    for name, weeks in _WEEKS.items():
        phrase = name.split()
        if matches_phrase(words, i, phrase):
            return weeks, i + len(phrase)
    return None


def _weeks_away(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``Friday two weeks ago``, ``Friday in two weeks``: refused where the two ways to count differ."""
    at = i + 1 + (key_at(words, i + 1) == "in")
    span = span_at(words, at) if key_at(words, at) else None
    if span is None or span[1] != "w" or span[0] > 520:
        return None
    back = at == i + 1
    if back and key_at(words, span[2]) not in ("ago", "back"):
        return None
    weekday, today = WEEKDAYS[words[i].key], clock.today
    if back:
        by_week, by_day = in_week(today, -span[0], weekday), weekday_before(today, weekday)
        by_day -= timedelta(7 * span[0])
    else:
        by_week, by_day = in_week(today, span[0], weekday), weekday_after(today, weekday)
        by_day += timedelta(7 * span[0] - 7)
    end = span[2] + back
    return ParsedDate(end, by_week) if by_week == by_day else _either(end, by_week, by_day)


def _behind(end: int, day: date, clock: Clock) -> ParsedDate:
    if clock.ahead:
        return ParsedDate(end, None, f"{full_day(day)} {BEHIND}")
    return ParsedDate(end, day)


def _either(end: int, one: date, other: date) -> ParsedDate:
    first, second = sorted((one, other))
    problem = f"it can be {full_day(first)} or {full_day(second)}: write the date"
    return ParsedDate(end, None, problem, options=(first, second))


def _dated(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The calendar date that may follow a weekday (``mon 9 nov``, ``Monday, 9 November``, ``tue 10``)."""
    if i >= len(words):
        return None
    if words[i].key[:1].isdigit():
        found = numeric_date(words, i, clock)
        if found is None and not words[i - 1].stops:
            return day_of_month(words, i, clock) or numbered_day(words, i, clock)
        return found
    if words[i].key in MONTHS:
        return month_first(words, i, clock)
    return the_date(words, i, clock) if words[i].key == "the" else None


def the_date(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``the 14th``, ``the 14th of march``, ``the second of may``."""
    if words[i].stops or i + 1 >= len(words):
        return None
    if words[i + 1].key in ORDINALS:
        named = ordinal_date(words, i + 1, clock)
        led = i > 0 and words[i - 1].key in ("on", "by", "before") and is_closed(words, i + 2)
        if named is not None or not (led or clock.weekday is not None):
            return named
        day = words[i + 1]._replace(key=f"{ORDINALS[words[i + 1].key]}th")
        found = day_of_month([day, *words[i + 2 : i + 3]], 0, clock)  # on the twentieth
        return found._replace(end=i + 2) if found is not None else None
    dated = numeric_date(words, i + 1, clock) if key_at(words, i + 2) in ("of", *MONTHS) else None
    found = dated or day_of_month(words, i + 1, clock)
    plain = words[i + 1].key.isdecimal() and i > 0 and words[i - 1].key == "on" and is_closed(words, i + 2)
    if found is None and plain and 1 <= int(words[i + 1].key) <= 31:
        day = words[i + 1]._replace(key=f"{words[i + 1].key}th")
        found = day_of_month([day], 0, clock)  # on the 15
        return found._replace(end=i + 2) if found is not None else None
    return found


def last_weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``last fri``; ``last march`` leaves the day open."""
    key = key_at(words, i + 1)
    if key in WEEKDAYS:
        end = i + 3 if key_at(words, i + 2) in PARTS else i + 2
        if key_at(words, i + 2) == "but" and key_at(words, i + 3) == "one":
            return _behind(i + 4, weekday_before(clock.today, WEEKDAYS[key]) - timedelta(7), clock)
        dated = _dated(words, i + 2, clock._replace(weekday=WEEKDAYS[key]))
        if dated is not None and dated.value is not None and dated.value.weekday() == WEEKDAYS[key]:
            return dated
        if clock.ahead:
            return ParsedDate(end, None, f"“last {key}” {BEHIND}")
        return ParsedDate(end, weekday_before(clock.today, WEEKDAYS[key]))
    if key in MONTHS:
        return ParsedDate(i + 2, None, f"“last {key}” is more than one day: say which")
    return None


def penultimate_weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``penultimate fri``: the one before the last."""
    key = key_at(words, i + 1)
    if key not in WEEKDAYS:
        return None
    return _behind(i + 2, weekday_before(clock.today, WEEKDAYS[key]) - timedelta(7), clock)


def next_weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``next fri``, ``coming fri``, ``next 14 dec``."""
    key, coming = key_at(words, i + 1), clock._replace(ahead=True)
    if words[i].key != "next" or key in ("coming", "upcoming"):
        at = i + 1 + (key in ("coming", "upcoming"))
        key = key_at(words, at)
        return ParsedDate(at + 1, weekday_after(clock.today, WEEKDAYS[key])) if key in WEEKDAYS else None
    if key in WEEKDAYS:
        return _coming(words, i + 1, i + 2, clock)
    if key in MONTHS or key[:1].isdigit():
        found = _dated(words, i + 1, coming)
        if found is not None and found.value is not None and found.value == clock.today:
            return found._replace(value=found.value.replace(year=clock.today.year + 1))
        return found
    return None


def _coming(words: Sequence[Word], i: int, end: int, clock: Clock) -> ParsedDate:
    """The next weekday of the name at ``i``; refused where it can be this week's or next week's."""
    key = words[i].key
    near, far = weekday_after(clock.today, WEEKDAYS[key]), in_week(clock.today, 1, WEEKDAYS[key])
    end += key_at(words, end) in PARTS
    if near == far:
        return ParsedDate(end, near)
    problem = f"“next {key}” can be {full_day(near)} or {full_day(far)}: write the date"
    return ParsedDate(end, None, problem, options=(near, far))


def this_weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """Reads ``this fri``, ``this past wed``; refused once the weekday of this week is over."""
    key = key_at(words, i + 1)
    if key in ("coming", "upcoming"):
        return next_weekday(words, i, clock)
    if key == "past" and key_at(words, i + 2) in WEEKDAYS:
        return ParsedDate(i + 3, weekday_before(clock.today, WEEKDAYS[words[i + 2].key]))
    if key not in WEEKDAYS:
        return None
    if key_at(words, i + 2) in ("gone", "past"):
        return ParsedDate(i + 3, weekday_before(clock.today, WEEKDAYS[key]))
    day = in_week(clock.today, 0, WEEKDAYS[key])
    if day < clock.today:
        problem = f"“this {key}” is over or still to come: write ‘last {key}’ or the date"
        return ParsedDate(i + 2, None, problem, options=(day, day + timedelta(7)))
    return ParsedDate(i + 2, day)


def weekdays_ago(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``two Mondays ago``: the last one counts as the first."""
    key = words[i].key
    count = int(key) if key.isdecimal() and len(key) < 4 else NUMBERS.get(key)
    weekday = WEEKDAYS.get(key_at(words, i + 1).removesuffix("s"), WEEKDAYS.get(key_at(words, i + 1)))
    if not count or weekday is None or key_at(words, i + 2) not in ("ago", "back"):
        return None
    day = weekday_before(clock.today, weekday) - timedelta(7 * (count - 1))
    return _behind(i + 3, day, clock)


def nights_at(words: Sequence[Word], i: int) -> tuple[int, str, int] | None:
    """``two nights`` before ``ago``, as a span of days."""
    key = words[i].key
    count = int(key) if key.isdecimal() and len(key) < 4 else NUMBERS.get(key)
    counted = key_at(words, i + 1) in ("night", "nights", "evenings", "mornings")
    return (count, "d", i + 2) if count and counted and key_at(words, i + 2) in ("ago", "back") else None


def nth_weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``first Monday of November``, ``last Friday in October 2025``, ``the 2nd Tuesday of the month``."""
    nth, weekday = _NTH.get(words[i].key), WEEKDAYS.get(key_at(words, i + 1))
    if nth is None or weekday is None or key_at(words, i + 2) not in ("of", "in"):
        return None
    key, today = key_at(words, i + 3), clock.today
    if key in MONTHS:
        year, end = explicit_year(words, i + 4)
        if year is not None:
            return ParsedDate(end, nth_weekday_of(year, MONTHS[key], nth, weekday))
        some = [nth_weekday_of(today.year + step, MONTHS[key], nth, weekday) for step in (-1, 0, 1)]
        past = max(day for day in some if day <= today)
        coming = min(day for day in some if day >= today)
        if not clock.ahead and 0 < (coming - today).days <= 31:
            return _either(end, past, coming)
        return ParsedDate(end, coming if clock.ahead else past)
    steps = {"the": 0, "this": 0, "last": -1, "next": 1}.get(key)
    unit = key_at(words, i + 4)
    if steps is None or unit not in UNITS:
        return None
    if unit != "month":
        return ParsedDate(i + 5, None, "write the date")
    year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
    day = nth_weekday_of(year, month + 1, nth, weekday)
    return _behind(i + 5, day, clock) if day < today else ParsedDate(i + 5, day)


def nth_day(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``last day of October``, ``first day of the month``."""
    first = words[i].key in ("first", "1st")
    said = (first or words[i].key == "last") and key_at(words, i + 1) == "day"
    if not said or key_at(words, i + 2) not in ("of", "in"):
        return None
    key, today = key_at(words, i + 3), clock.today
    if key in MONTHS:
        year, end = explicit_year(words, i + 4)
        day = 1 if first else month_length(year or today.year, MONTHS[key])
        return (
            ParsedDate(end, date(year, MONTHS[key], day))
            if year
            else yearly_date(end, clock, MONTHS[key], day)
        )
    steps = {"the": 0, "this": 0, "last": -1, "next": 1}.get(key)
    if steps is None or key_at(words, i + 4) != "month":
        return None
    year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
    found = date(year, month + 1, 1 if first else month_length(year, month + 1))
    return _behind(i + 5, found, clock) if found < today else ParsedDate(i + 5, found)


def nth_weekday_of(year: int, month: int, nth: int, weekday: int) -> date:
    """The ``nth`` such weekday of a month; the last where ``nth`` is 0."""
    if nth:
        return weekday_after(date(year, month, 1) - timedelta(1), weekday) + timedelta(7 * nth - 7)
    last = date(year, month, month_length(year, month))
    return weekday_before(last + timedelta(1), weekday)
