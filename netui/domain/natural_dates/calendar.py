"""Parse calendar dates with a day and month: ``14 mar``, ``March 14th, 2026``, ``2026-11-09``, ``14/3``."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from netui.domain.model.dates import full_day, month_length
from netui.domain.natural_dates.tokens import (
    MONTHS,
    NO_SUCH_DAY,
    NUMBERED,
    ONE_DAY,
    SHORT_MONTHS,
    UNITS,
    Clock,
    ParsedDate,
    Word,
    explicit_year,
    is_closed,
    key_at,
    span_at,
    word_set,
)

_ISO = r"(\d{4})-(\d{2})-(\d{2})(?:t(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?\Z"
_NUMERIC = r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\Z|(\d{1,2})/(\d{1,2})\Z"
_YEAR_FIRST = r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\Z"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?(?:am|pm)\Z|\d{1,2}:\d\d\Z"
_YEAR_WEEK = r"\d{4}-?w\d{1,2}\Z"
_GLUED = r"(\d{1,2})(?:st|nd|rd|th)?[-/.]?([a-z]{3,9})[-/.]?(\d{4}|\d\d)?\Z"
_DAY = r"(\d{1,2})(st|nd|rd|th)?\Z"
_BEHIND_ORDINAL = word_set("- – — -- with w/ w re about regarding at @ in over for")
"""Behind these ``14th`` alone may be a day: lunch 14th with Ada."""
_RANKED = ("row", "series", "line", "race", "queue", "league", "running")
"""In these something is the fourth: 4th in a row."""
_MONTH_GLUED = r"([a-z]{3,9})[-/.,]?((?:19|20)\d\d|\d{1,2})(?:st|nd|rd|th)?\Z"
_YEAR_MONTH = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])\Z"
_MEASURES = word_set(
    "km k mi mile miles kg lb lbs stone percent dollars euros pounds quid bucks each laps points stars"
)
_COMPACT = r"((?:19|20)\d\d)(\d\d)(\d\d)\Z"
_ANY_YEAR = r"1[5-9]\d\d|20\d\d"
_EARLY_YEAR = r"1[78]\d\d|\d\d[6-9]\d"
"""Four digits behind a month that are a year rather than a time, or cannot be a time."""
_DIGITS = (
    r"(?P<d>\d\d)(?P<m>\d\d)(?P<y>20\d\d)\Z", r"(?P<m>\d\d)(?P<d>\d\d)(?P<y>20\d\d)\Z",
    r"(?P<y>\d\d)(?P<m>\d\d)(?P<d>\d\d)\Z", r"(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d\d)\Z",
)  # fmt: skip
_RANGE = r"\d{1,2}(?:(?:st|nd|rd|th)?[-–]|(?:st|nd|rd|th)/)\d{1,2}(?:st|nd|rd|th)?\Z"
_UNCLEAR = r"(\d{1,2})([.-])(\d{1,2})\Z"
_FAR = 4
"""Years from now beyond which one of two digits is asked about: 26-11-18 may be of 2026."""
JUST_AHEAD = 14
"""Days ahead within which a day and month without a year is the coming one."""
NEARBY = 31
"""Days within which a date in the other direction may be meant as well, and is asked about."""
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_ONES = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = {
    **{word: number for number, word in enumerate(f"{_ONES} {_TEENS} twentieth".split(), 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_ONES.split(), 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""Ordinal numbers in letters, for days of the month."""
_NUMBERED = word_set("""
    avenue ave street st road rd floor time round edition birthday anniversary grade district
    century attempt try interview week year half quarter place one person child kid son daughter
    baby class grader degree generation wedding wife husband date row storey job visit season draft
    version gear
""")
"""Nouns that an ordinal number counts: ``on 5th Avenue``, ``the 2nd time``."""


def _is_spaced(words: Sequence[Word], i: int) -> bool:
    """Whether three numbers at ``i`` may be a day, a month and a year of about now: ``5 11 26``."""
    keys = [word.key for word in words[i : i + 3]]
    apart = any(word.after for word in words[i : i + 2])
    return (
        len(keys) == 3
        and not apart
        and is_closed(words, i + 3)
        and all(map(str.isdecimal, keys))
        and (len(keys[2]) in (2, 4) and max(map(len, keys[:2])) <= 2)
    )


def numeric_date(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The date at ``i`` that begins with a digit."""
    key = words[i].key
    year_first = re.match(_YEAR_FIRST, key)
    if year_first:
        return ParsedDate(i + 1, date(int(year_first[1]), int(year_first[3]), int(year_first[4])))
    iso = re.match(_ISO, key)
    if iso:
        day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        return ParsedDate(i + 1, datetime.fromisoformat(f"{day}T{iso[4]}") if iso[4] else day)
    numeric = re.match(_NUMERIC, key)
    if numeric and key != "24/7":
        return _numeric(words, i, clock, numeric)
    glued = re.match(_GLUED, key)
    if glued and glued[2] in MONTHS:
        year = int(glued[3]) + (2000 if len(glued[3]) == 2 else 0) if glued[3] else None
        return _calendar(words, i + 1, clock, MONTHS[glued[2]], int(glued[1]), year)
    month = key_at(words, i + 1) in MONTHS
    if re.match(_RANGE, key) and (month or not key[-1].isdecimal()):
        return ParsedDate(i + 1 + month, None, ONE_DAY)
    if re.match(_YEAR_MONTH, key) or re.match(_YEAR_WEEK, key):
        return ParsedDate(i + 1, None, f"“{key}” is more than one day: say which")
    compact = re.match(_COMPACT, key)
    if compact:
        return ParsedDate(i + 1, date(int(compact[1]), int(compact[2]), int(compact[3])))
    digits = _all_digits(key, i, clock)
    if digits is not None:
        return digits
    on = i > 0 and words[i - 1].key == "on"
    unclear = re.match(_UNCLEAR, key)
    if unclear:
        return _dotted(words, i, clock, unclear, on=on)
    spaced = (
        re.match(_NUMERIC, "/".join(word.key for word in words[i : i + 3])) if _is_spaced(words, i) else None
    )
    if spaced:
        whole = words[i + 2]._replace(key=spaced[0])
        return _numeric([*words[: i + 2], whole, *words[i + 3 :]], i + 2, clock, spaced)  # 5 11 26
    found = re.match(_DAY, key)
    if found is None:
        return None
    follower = key_at(words, i + 1)
    if follower in ("to", "and", "&", "-", "–", "or"):
        last = numeric_date(words, i + 2, clock) if key_at(words, i + 2)[:1].isdigit() else None
        if last is not None:
            return ParsedDate(last.end, None, ONE_DAY)
    return _bare_number(words, i, clock, found, on=on) if follower not in ("to", "and", "&", "or") else None


def _bare_number(
    words: Sequence[Word], i: int, clock: Clock, found: re.Match[str], *, on: bool
) -> ParsedDate | None:
    """``14``, ``14th`` or ``14.`` at ``i``, before a month or, as an ordinal, alone."""
    if found[2] is not None and key_at(words, i + 1) in ("inst", "ult", "prox"):
        return ParsedDate(i + 2, None, "write the month")
    at = i + 1 + (key_at(words, i + 1) == "of")
    dotted = words[i].after == "." and at < len(words)
    if key_at(words, at) in MONTHS or (dotted and words[at].key in MONTHS):
        return _calendar(words, at + 1, clock, MONTHS[words[at].key], int(found[1]), None)
    month = key_at(words, i + 1) == "of" and key_at(words, i + 3) == "month"
    alone = found[2] is not None and (on or month or _ends_ordinal(words, i + 1))
    nearest = day_of_month(words, i, clock) if alone else None
    return nearest._replace(sure=on) if nearest is not None else None


def _ends_ordinal(words: Sequence[Word], end: int) -> bool:
    """Whether ``14th`` before ``end`` may be a day with nothing else: ``14th with``, not ``4th in a row``."""
    follower = key_at(words, end)
    ranked = follower == "in" and key_at(words, end + 2) in _RANKED
    if re.match(_CLOCK, follower):
        return True  # 21st 9pm
    return not follower or (follower in _BEHIND_ORDINAL and not ranked)


def _all_digits(key: str, i: int, clock: Clock) -> ParsedDate | None:
    """``14112026`` and ``261114``, which may be a day: asked."""
    for pattern in _DIGITS:
        found = re.match(pattern, key)
        if found is None:
            continue
        year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
        month, day = int(found["m"]), int(found["d"])
        if 1 <= month <= 12 and 1 <= day <= month_length(year, month) and abs(year - clock.today.year) < 3:
            meant = date(year, month, day)
            return ParsedDate(i + 1, None, f"if that is a day, write {meant}", sure=False, options=(meant,))
    return None


_WHOLE_MONTHS = word_set("""
    january february march april may june july august september october november december
""")
_WHOLE = 100
"""What two shares come to: 60/40."""


def _numeric(words: Sequence[Word], i: int, clock: Clock, found: re.Match[str]) -> ParsedDate | None:
    first, second = int(found[1] or found[5]), int(found[3] or found[6])
    year = (int(found[4]) + (2000 if len(found[4]) == 2 else 0)) if found[4] else None
    short = found[4] and len(found[4]) == 2 and found[2] != "."  # with dots the day comes first
    if year is not None and short and abs(year - clock.today.year) > _FAR:
        return ParsedDate(i + 1, None, "write the year with four digits")
    day_first = clock.day_first
    if found[2] == "." and day_first is None:
        day_first = True
    if day_first is None and first != second:
        if first <= 12 and second <= 12:
            both = [
                _calendar(words, i + 1, clock, *pair, year) for pair in ((first, second), (second, first))
            ]
            meant = [each for each in both if each.value and each.value.weekday() == clock.weekday]
            if len(meant) == 1:
                return meant[0]  # Mon 6/7
            return ParsedDate(
                max(either.end for either in both),
                None,
                f"“{words[i].key}” can be {first} {SHORT_MONTHS[second - 1]} or "
                f"{second} {SHORT_MONTHS[first - 1]}: write the month in letters, "
                "or set which comes first in the config",
                options=tuple(either.value for either in both if either.value is not None),
            )
        day_first = first > 12
    day, month = (first, second) if day_first is not False else (second, first)
    if year is None and first + second == _WHOLE:
        return None  # split 50/50
    fraction = year is None and words[i].key in ("9/11", "1/2", "1/3", "2/3", "1/4", "3/4")
    return _calendar(words, i + 1, clock, month, day, year)._replace(sure=not fraction)


def _dotted(
    words: Sequence[Word], i: int, clock: Clock, found: re.Match[str], *, on: bool
) -> ParsedDate | None:
    """``14.11.`` is a date; ``14.11`` and ``11-14`` may be one, or a number, a time or a score: asked.

    ``27.11`` before a comma or the end is no time, and is read as a date.
    """
    first, second = int(found[1]), int(found[3])
    day, month = (second, first) if second > 12 or clock.day_first is False else (first, second)
    dotted = found[2] == "." and second <= 12 and words[i].after.startswith(".")
    dotted = dotted and not (i and words[i - 1].key in NUMBERED)  # room 4.12.
    if dotted and 1 <= month <= 12 and day > month_length(2000, month):
        return ParsedDate(i + 1, None, NO_SUCH_DAY, sure=on)
    if not 1 <= month <= 12 or not 1 <= day <= month_length(2000, month):
        if on:
            return ParsedDate(i + 1, None, "write the month in letters, as in 9 nov")
        begins = i == 0 and key_at(words, 1)[:1].isalpha() and key_at(words, 1) not in UNITS
        clock_like = found[2] == "." and first < 24 and len(found[3]) == 2 and second < 60
        hour = clock_like and (begins or is_closed(words, i + 1))
        told = f"if “{words[i].key}” is a time, write {first:02d}:{found[3]}"
        return ParsedDate(i + 1, None, told, sure=False) if hour else None
    no_hour = found[2] == "." and first > 24 and len(found[3]) == 2 and is_closed(words, i + 1)
    if dotted or no_hour or (on and found[2] == "." and first > 12):
        return _calendar(words, i + 1, clock, month, day, None)
    follower = key_at(words, i + 1)
    measured = follower in UNITS and not (follower == "w" and key_at(words, i + 2))  # w Ada, with Ada
    counts = measured or follower in _MEASURES or not follower[:1].isalpha()
    as_day = i == 0 or (found[2] == "." and len(found[3]) == 2)  # lunch 18.11 Ada, not rated it 4.5 there
    if not on and not is_closed(words, i + 1) and (counts or not as_day):
        return None
    told = f"if “{words[i].key}” is a day, write {day} {SHORT_MONTHS[month - 1]}"
    day_meant = yearly_date(i + 1, clock, month, day).value
    return ParsedDate(i + 1, None, told, sure=on, options=(day_meant,) if day_meant is not None else ())


def glued_month(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``nov14``, ``dec-24``; ``oct-2026`` is more than one day."""
    found = re.match(_MONTH_GLUED, words[i].key)
    if found is None or found[1] not in MONTHS:
        return None
    if len(found[2]) == 4:
        return ParsedDate(i + 1, None, f"“{words[i].key}” is more than one day: say which")
    return _calendar(words, i + 1, clock, MONTHS[found[1]], int(found[2]), None)


def month_first(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``march 14``, ``mar 14th, 2026``."""
    if words[i].after not in ("", ".") or i + 1 >= len(words):
        return _month_alone(words, i)
    the = int(words[i + 1].key == "the" and i + 2 < len(words))
    at = i + 1 + the
    if words[at].key in ORDINALS:
        return _calendar(words, at + 1, clock, MONTHS[words[i].key], ORDINALS[words[at].key], None)
    found = re.match(_DAY, words[at].key)
    if re.match(_RANGE, words[at].key):
        return ParsedDate(at + 1, None, ONE_DAY)
    if re.fullmatch(_ANY_YEAR, words[at].key):
        year, month = int(words[at].key), MONTHS[words[i].key]
        some = tuple(date(year, month, day) for day in (1, 15, month_length(year, month)))
        said = f"{words[i].key} {year}"
        return ParsedDate(at + 1, None, f"“{said}” is more than one day: say which", options=some)
    if found is None or span_at(words, at) is not None or (the and found[2] is None):
        return None
    joined = key_at(words, at + 1) in ("to", "and", "&", "-", "–", "or")
    if joined and re.match(_DAY, key_at(words, at + 2)) and is_closed(words, at + 3):
        return ParsedDate(at + 3, None, ONE_DAY)
    return _calendar(words, at + 1, clock, MONTHS[words[i].key], int(found[1]), None)


def _month_alone(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``november`` alone: more than one day, unless the word is also a name or a verb."""
    if len(words[i].key) < 4 or words[i].key in ("march", "april", "june", "august"):
        return None
    return ParsedDate(i + 1, None, f"“{words[i].key}” is more than one day: say which", sure=False)


def ordinal_date(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``second of may``."""
    at = i + 1 + (key_at(words, i + 1) == "of")
    if at > i + 1 and key_at(words, at + 1) == "month":
        return _day_of_month(words, i, ORDINALS[words[i].key], clock)
    if key_at(words, at) not in MONTHS:
        return None
    return _calendar(words, at + 1, clock, MONTHS[words[at].key], ORDINALS[words[i].key], None)


def _goes_on(word: Word) -> bool:
    """Whether a year may follow a word: ``Nov.`` may have a dot before it, ``20 May.`` ends a sentence."""
    return not word.after or (word.after == "." and word.key not in _WHOLE_MONTHS)


def _calendar(
    words: Sequence[Word], end: int, clock: Clock, month: int, day: int, year: int | None
) -> ParsedDate:
    """The date of a day and month, with the year if one follows; else the nearest in clock direction."""
    follower = words[end].key if end < len(words) and words[end - 1].after in ("", ",", ".") else ""
    written, after_year = explicit_year(words, end)
    if year is None and written is not None:
        year, end = written, after_year
    elif year is None and _goes_on(words[end - 1]) and re.fullmatch(r"'?\d\d", follower):
        short = 2000 + int(follower.lstrip("'"))
        if abs(short - clock.today.year) > 1 or not is_closed(words, end + 1):
            return ParsedDate(end + 1, None, "write the year with four digits")
        year, end = short, end + 1
    elif year is None and follower in ("last", "this", "next") and key_at(words, end + 1) == "year":
        year = clock.today.year + {"last": -1, "this": 0, "next": 1}[follower]
        end += 2
    if year is not None:
        return ParsedDate(end, date(year, month, day))
    if re.fullmatch(_EARLY_YEAR, follower):
        return ParsedDate(
            end + 1, None, f"is {follower} a year, or a time? Write it as in 1815-12-10 or 18:15"
        )
    if not 1 <= month <= 12 or not 1 <= day <= month_length(2000, month):
        return ParsedDate(end, None, NO_SUCH_DAY)
    return yearly_date(end, clock, month, day)


def _anniversary(today: date, month: int, day: int, step: int) -> date | None:
    """The nearest such day from ``today`` on (``step`` 1) or up to it (-1)."""
    for year in range(today.year, today.year + 9 * step, step):
        if 1 <= year <= 9999 and day <= month_length(year, month):
            value = date(year, month, day)
            if (value >= today) if step > 0 else (value <= today):
                return value
    return None


def yearly_date(end: int, clock: Clock, month: int, day: int) -> ParsedDate:
    """A day and month without a year: the nearest in the clock's direction.

    One that lies only just in the other direction is not put a year away: what happens within
    :data:`JUST_AHEAD` days is the coming one; else, within :data:`NEARBY` days, it is asked about.
    """
    today = clock.today
    past, coming = _anniversary(today, month, day, -1), _anniversary(today, month, day, 1)
    return _choose(end, clock, past, coming) if past != coming else ParsedDate(end, past)


def _choose(end: int, clock: Clock, past: date | None, coming: date | None) -> ParsedDate:
    today, chosen = clock.today, coming if clock.ahead else past
    other = past if clock.ahead else coming
    if clock.weekday is not None:
        fits = [value for value in (chosen, other) if value and value.weekday() == clock.weekday]
        if fits and (fits[0] == chosen or (not clock.ahead and (fits[0] - today).days <= 3 * NEARBY)):
            return ParsedDate(end, fits[0])
    if chosen is None:
        return ParsedDate(end, None, NO_SUCH_DAY)
    away = abs((other - today).days) if other is not None else NEARBY + 1
    if other is None or away > NEARBY:
        if not clock.ahead and (today - chosen).days > 366:
            problem = f"the last one was {full_day(chosen)}: write the year"
            return ParsedDate(end, None, problem, options=(chosen,))
        return ParsedDate(end, chosen)
    if clock.ahead:
        problem = f"{full_day(other)} lies behind: write the year if you mean {full_day(chosen)}"
        return ParsedDate(end, None, problem, options=(chosen,))
    if away <= JUST_AHEAD:
        return ParsedDate(end, other)
    problem = f"it can be {full_day(chosen)} or {full_day(other)}: write the year"
    return ParsedDate(end, None, problem, options=(chosen, other))


def day_of_month(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``14th``, after ``the``: the nearest such day in the clock's direction, today included.

    One that comes within :data:`JUST_AHEAD` days of this month is asked about: it or the last may be meant.
    """
    found = re.match(_DAY, words[i].key)
    if found is None or found[2] is None or key_at(words, i + 1) in _NUMBERED:
        return None
    if int(found[1]) > 31 and i > 0 and words[i - 1].key.endswith(("'s", "s'")):
        return None  # dinner for Ada's 40th
    if key_at(words, i + 1) == "of" and key_at(words, i + 3) == "month":
        named = _day_of_month(words, i, int(found[1]), clock)
        if named is not None:
            return named
    if key_at(words, i + 1) == "of" and key_at(words, i + 2) not in MONTHS:
        return ParsedDate(i + 1, None, "write the date")  # on the 2nd of their three days here
    past, coming = _monthly(clock, int(found[1]), -1), _monthly(clock, int(found[1]), 1)
    if clock.weekday is not None and not clock.ahead:
        fits = [value for value in (past, coming) if value and value.weekday() == clock.weekday]
        if fits:
            return _one_of(i + 1, fits, clock)
    value = coming if clock.ahead else past
    if value is None:
        return ParsedDate(i + 1, None, NO_SUCH_DAY)
    away = (coming - clock.today).days if coming is not None else 0
    near = coming is not None and (away <= JUST_AHEAD if coming.month == clock.today.month else away <= 5)
    if not clock.ahead and coming is not None and away > 0 and near:
        problem = f"it can be {full_day(value)} or {full_day(coming)}: write the month"
        return ParsedDate(i + 1, None, problem, options=(value, coming))
    return ParsedDate(i + 1, value)


def _day_of_month(words: Sequence[Word], i: int, day: int, clock: Clock) -> ParsedDate | None:
    """``14th of last month``, ``first of the month``."""
    steps = {"last": -1, "this": 0, "the": 0, "next": 1}.get(key_at(words, i + 2))
    if steps is None:
        return None
    year, month = divmod(clock.today.year * 12 + clock.today.month - 1 + steps, 12)
    return ParsedDate(i + 4, date(year, month + 1, day))


def numbered_day(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The bare day of the month behind a weekday (``tue 10``); None where the number counts something."""
    key = words[i].key
    if not key.isdecimal() or not 1 <= len(key) <= 2 or not 1 <= int(key) <= 31 or clock.weekday is None:
        return None
    if span_at(words, i) is not None or key_at(words, i + 1) in ("am", "pm", "a.m", "p.m", "o'clock"):
        return None
    near = [_monthly(clock, int(key), step) for step in ((1, -1) if clock.ahead else (-1, 1))]
    fits = [day for day in near if day and day.weekday() == clock.weekday]
    if clock.ahead:
        fits = [day for day in fits if day >= clock.today]
    timed = re.fullmatch(r"\d{1,2}(?:[:.]\d\d)?[ap]m", key_at(words, i + 1)) is not None  # tue 6 8pm
    if not (timed or is_closed(words, i + 1)):
        return ParsedDate(i + 1, None, f"is {key} the day of the month? Write the month") if fits else None
    if not fits:
        return ParsedDate(i + 1, None, f"the {key} is another weekday: write the month")
    return _one_of(i + 1, fits, clock)


def _one_of(end: int, fits: Sequence[date], clock: Clock) -> ParsedDate:
    """The first of ``fits``; asked about where another is days ahead: Sat 14 of February or March."""
    away = (fits[-1] - clock.today).days
    if len(fits) < 2 or clock.ahead or not 0 < away <= 5:
        return ParsedDate(end, fits[0])
    problem = f"it can be {full_day(fits[0])} or {full_day(fits[-1])}: write the month"
    return ParsedDate(end, None, problem, options=tuple(fits))


def _monthly(clock: Clock, day: int, step: int) -> date | None:
    """The nearest day of the month with that number, from today on (``step`` 1) or up to today (-1)."""
    today = clock.today
    for months in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + months * step, 12)
        if 1 <= year <= 9999 and 1 <= day <= month_length(year, month + 1):
            value = date(year, month + 1, day)
            if (value >= today) if step > 0 else (value <= today):
                return value
    return None
