"""Parse calendar dates with a day and month: ``14 mar``, ``March 14th, 2026``, ``2026-11-09``, ``14/3``."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from netui.domain.model.dates import month_length
from netui.domain.natural_dates.tokens import (
    MONTHS,
    NO_SUCH_DAY,
    ONE_DAY,
    SHORT_MONTHS,
    Clock,
    ParsedDate,
    Word,
    key_at,
    span_at,
)

_ISO = r"(\d{4})-(\d{2})-(\d{2})(?:t(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?\Z"
_NUMERIC = r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\Z|(\d{1,2})/(\d{1,2})\Z"
_YEAR_FIRST = r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\Z"
_GLUED = r"(\d{1,2})(?:st|nd|rd|th)?[-/.]?([a-z]{3,9})[-/.]?(\d{4})?\Z"
_DAY = r"(\d{1,2})(st|nd|rd|th)?\Z"
_RANGE = r"\d{1,2}[-–]\d{1,2}\Z"
_UNCLEAR = r"\d{1,2}[.-]\d{1,2}\Z"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_ONES = "first second third fourth fifth sixth seventh eighth ninth"
ORDINALS = {
    **{word: number for number, word in enumerate(f"{_ONES} {_TEENS} twentieth".split(), 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_ONES.split(), 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
"""Ordinal numbers in letters, for days of the month."""


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
        year = int(glued[3]) if glued[3] else None
        return _calendar(words, i + 1, clock, MONTHS[glued[2]], int(glued[1]), year)
    if re.match(_RANGE, key) and key_at(words, i + 1) in MONTHS:
        return ParsedDate(i + 2, None, ONE_DAY)
    on = i > 0 and words[i - 1].key == "on"
    if on and re.match(_UNCLEAR, key):
        return ParsedDate(i + 1, None, "write the month in letters, as in 9 nov")
    found = re.match(_DAY, key)
    if found is None:
        return None
    if key_at(words, i + 1) in ("to", "and", "&", "-", "–", "or"):
        last = numeric_date(words, i + 2, clock) if key_at(words, i + 2)[:1].isdigit() else None
        return ParsedDate(last.end, None, ONE_DAY) if last is not None else None
    at = i + 1 + (key_at(words, i + 1) == "of")
    if key_at(words, at) in MONTHS:
        return _calendar(words, at + 1, clock, MONTHS[words[at].key], int(found[1]), None)
    ended = i + 1 == len(words) or words[i].stops
    alone = found[2] is not None and (on or ended)
    nearest = day_of_month(words, i, clock) if alone else None
    return nearest._replace(sure=on) if nearest is not None else None


def _numeric(words: Sequence[Word], i: int, clock: Clock, found: re.Match[str]) -> ParsedDate:
    first, second = int(found[1] or found[5]), int(found[3] or found[6])
    year = (int(found[4]) + (2000 if len(found[4]) == 2 else 0)) if found[4] else None
    day_first = clock.day_first
    if found[2] == "." and day_first is None:
        day_first = True
    if day_first is None and first != second:
        if first <= 12 and second <= 12:
            return ParsedDate(
                i + 1,
                None,
                f"“{words[i].key}” can be {first} {SHORT_MONTHS[second - 1]} or "
                f"{second} {SHORT_MONTHS[first - 1]}: write the month in letters, "
                "or set which comes first in the config",
            )
        day_first = first > 12
    day, month = (first, second) if day_first is not False else (second, first)
    fraction = year is None and words[i].key in ("9/11", "1/2", "1/3", "2/3", "1/4", "3/4")
    return _calendar(words, i + 1, clock, month, day, year)._replace(sure=not fraction)


def month_first(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``march 14``, ``mar 14th, 2026``."""
    if words[i].after not in ("", ".") or i + 1 >= len(words):
        return _month_alone(words, i)
    if words[i + 1].key in ORDINALS:
        return _calendar(words, i + 2, clock, MONTHS[words[i].key], ORDINALS[words[i + 1].key], None)
    found = re.match(_DAY, words[i + 1].key)
    if found is None or span_at(words, i + 1) is not None:
        return None
    return _calendar(words, i + 2, clock, MONTHS[words[i].key], int(found[1]), None)


def _month_alone(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``november`` alone: more than one day, unless the word is also a name or a verb."""
    if len(words[i].key) < 4 or words[i].key in ("march", "april", "june", "august"):
        return None
    return ParsedDate(i + 1, None, f"“{words[i].key}” is more than one day: say which", sure=False)


def ordinal_date(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``second of may``."""
    at = i + 1 + (key_at(words, i + 1) == "of")
    if key_at(words, at) not in MONTHS:
        return None
    return _calendar(words, at + 1, clock, MONTHS[words[at].key], ORDINALS[words[i].key], None)


def _calendar(
    words: Sequence[Word], end: int, clock: Clock, month: int, day: int, year: int | None
) -> ParsedDate:
    """The date of a day and month, with the year if one follows; else the nearest in clock direction."""
    follower = words[end].key if end < len(words) and words[end - 1].after in ("", ",", ".") else ""
    if year is None and re.fullmatch(r"(?:19|20)\d\d", follower):
        year, end = int(follower), end + 1
    elif year is None and words[end - 1].after in ("", ".") and re.fullmatch(r"'?\d\d", follower):
        return ParsedDate(end + 1, None, "write the year with four digits")
    elif year is None and follower in ("last", "this", "next") and key_at(words, end + 1) == "year":
        year = clock.today.year + {"last": -1, "this": 0, "next": 1}[follower]
        end += 2
    if year is not None:
        return ParsedDate(end, date(year, month, day))
    if not 1 <= month <= 12 or not 1 <= day <= month_length(2000, month):
        return ParsedDate(end, None, NO_SUCH_DAY)
    step = 1 if clock.ahead else -1
    for near in range(clock.today.year, clock.today.year + 9 * step, step):
        if 1 <= near <= 9999 and day <= month_length(near, month):
            value = date(near, month, day)
            if (value >= clock.today) if clock.ahead else (value <= clock.today):
                return ParsedDate(end, value)
    return ParsedDate(end, None, NO_SUCH_DAY)


def day_of_month(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``14th``, after ``the``: the nearest such day in the clock's direction, today included."""
    found = re.match(_DAY, words[i].key)
    if found is None or found[2] is None:
        return None
    today, day = clock.today, int(found[1])
    for months in range(3):
        year, month = divmod(today.year * 12 + today.month - 1 + (months if clock.ahead else -months), 12)
        if 1 <= day <= month_length(year, month + 1):
            value = date(year, month + 1, day)
            if (value >= today) if clock.ahead else (value <= today):
                return ParsedDate(i + 1, value)
    return ParsedDate(i + 1, None, NO_SUCH_DAY)
