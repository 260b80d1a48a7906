"""Parse dates in words ("last fri", "14 mar", "in 3 weeks"), alone or inside a sentence.

Past dates look back (``fri`` is the latest Friday strictly before today, ``14 mar`` the latest
14 March up to today), due dates look ahead (the earliest Friday strictly after today, the earliest
14 March from today on). Explicit words hold either way: ``tomorrow``, ``in 3 days``, a year. What is
ambiguous (``1/11``, ``next fri`` in some weeks, ``at 3``) is refused with both readings; what names
more than one day (``last week``) is refused with a request for the day.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from netui.domain.model.contact_row import fold
from netui.domain.model.dates import Span, day_of
from netui.domain.natural_dates.relative import day_at
from netui.domain.natural_dates.tokens import (
    ONE_DAY,
    Clock,
    ParsedDate,
    Word,
    key_at,
    matches_phrase,
    span_at,
)

_WORD = re.compile(r"\S+")
_OPENING = "(\"'“‘[{«"
_CLOSING = ")\"'”’]}».,;:!?…"
_CURLY = str.maketrans("’‘ʼ", "'''")
_TIME = r"(\d{1,2}):(\d{2})(am|pm|a\.m|p\.m)?\Z"
_HOUR = r"(\d{1,2})(?:\.(\d{2}))?(am|pm|a\.m|p\.m)\Z"
_HALVES = ("am", "pm", "a.m", "p.m")
_BETWEEN = ("to", "until", "till", "and", "&", "-", "–", "or")
_LEADS = ("by", "until", "till", "til", "on", "for", "before", "due")


class DateMatch(NamedTuple):
    """A date phrase in a text: its offsets, and its value or why it was refused."""

    start: int
    end: int
    value: date | None
    problem: str = ""
    sure: bool = True


def parse_word(text: str, start: int = 0) -> Word:
    """A run of non-blanks at offset ``start`` as a :class:`Word`: its key and the punctuation after it."""
    bare = text.lstrip(_OPENING)
    core = bare.rstrip(_CLOSING)
    begin = start + len(text) - len(bare)
    return Word(fold(core).translate(_CURLY), begin, begin + len(core), bare[len(core) :])


def split_words(text: str) -> list[Word]:
    """The words of ``text``, in order."""
    return [parse_word(found[0], found.start()) for found in _WORD.finditer(text)]


def read(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The date, with its time if there is one, at word ``i``; None when there is no date.

    Due dates are days: a time after one is not part of it.
    """
    on = int(cut[i].key == "on" and not cut[i].stops and i + 1 < len(cut))
    day = day_at(cut, i + on, clock) or (day_at(cut, i, clock) if on else None)
    if day is None:
        return None if clock.ahead or on else _time_first(cut, i, clock)
    if on:
        day = day._replace(sure=True)
    if clock.ahead:
        return day._replace(value=day_of(day.value)) if day.value is not None else day
    if day.value is None or isinstance(day.value, datetime):
        return day
    if key_at(cut, day.end) in _BETWEEN and day.end + 1 < len(cut):
        until = day_at(cut, day.end + 1, clock)
        if until is not None and until.value is not None:
            return ParsedDate(until.end, None, ONE_DAY)
    if day.end < len(cut) and cut[day.end - 1].after in ("", ","):
        hour = _time(cut, day.end)
        if hour is not None:
            value = datetime.combine(day.value, hour.value) if hour.value is not None else None
            return ParsedDate(hour.end, value, hour.problem)
    return day


class _Hour(NamedTuple):
    end: int
    value: time | None
    problem: str = ""


def _time_first(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``at 14:30``, ``at 3pm yesterday``."""
    hour = _time(cut, i)
    if hour is None:
        return None
    end, day = hour.end, None
    if end < len(cut) and (cut[end - 1].after in ("", ",") or cut[end - 1].key in _HALVES):
        on = int(cut[end].key == "on" and not cut[end].stops and end + 1 < len(cut))
        day = day_at(cut, end + on, clock)
    if day is not None and type(day.value) is not datetime:
        if day.value is None or hour.value is None:
            return ParsedDate(day.end, None, hour.problem or day.problem)
        return ParsedDate(day.end, datetime.combine(day.value, hour.value))
    value = datetime.combine(clock.today, hour.value) if hour.value is not None else None
    return ParsedDate(end, value, hour.problem, sure=False, hour=True)


def _time(cut: Sequence[Word], i: int) -> _Hour | None:
    at = cut[i].key == "at" and not cut[i].stops and i + 1 < len(cut)
    i += at
    key, half, end = cut[i].key, "", i + 1
    if key in ("noon", "midday"):
        return _Hour(end, time(12))
    if key == "midnight" and at:
        return _Hour(end, None, "midnight can be the start or the end of the day: write 00:00 or 23:59")
    if not key[:1].isdigit():
        return None
    found = re.match(_TIME, key) or re.match(_HOUR, key)
    if found is None and key.isdecimal() and len(key) < 3:
        found = re.match("(.+)()()", key)
    if found is None:
        return None
    half = found[3] or ""
    if not half and key_at(cut, end) in _HALVES:
        half, end = cut[end].key, end + 1
    if not half and not found[2]:
        return _bare_hour(cut, i) if at else None
    hour, minute = int(found[1]), int(found[2] or 0)
    if half:
        if not 1 <= hour <= 12 or minute > 59:
            return None
        return _Hour(end, time(hour % 12 + 12 * half.startswith("p"), minute))
    if hour > 23 or minute > 59:
        return None
    if 1 <= hour <= 6 and len(found[1]) == 1:
        return _Hour(end, None, f"{key} can be early or late: write 0{key} or {hour + 12}:{found[2]}")
    return _Hour(end, time(hour, minute))


def _bare_hour(cut: Sequence[Word], i: int) -> _Hour | None:
    """``at 3`` not followed by something it could count: refused, with both readings."""
    last = (
        i + 1 >= len(cut) or cut[i].stops or key_at(cut, i + 1) in ("with", "and", "on", "today", "yesterday")
    )
    hour = int(cut[i].key)
    if not last or not 0 <= hour <= 23:
        return None
    if 1 <= hour <= 12:
        return _Hour(i + 1, None, f"“at {hour}” can be early or late: write {hour}am or {hour}pm")
    return _Hour(i + 1, None, f"“at {hour}” needs minutes: write {hour:02d}:00")


def find_date(
    text: str, now: datetime, *, ahead: bool = False, day_first: bool | None = None
) -> DateMatch | None:
    """The first date phrase in ``text``; ``ahead`` for what is due, else for what happened."""
    cut, clock = split_words(text), Clock(now, ahead, day_first)
    for i in range(len(cut)):
        found = read(cut, i, clock)
        if found is not None:
            return DateMatch(cut[i].start, cut[found.end - 1].end, found.value, found.problem, found.sure)
    return None


def _parse_whole(text: str, clock: Clock, cut: Sequence[Word], start: int) -> date:
    found = read(cut, start, clock) if start < len(cut) else None
    if found is not None and found.value is None:
        raise ValueError(f"“{text.strip()}”: {found.problem}")
    if found is None or found.value is None or found.end != len(cut):
        hint = (
            "fri, in 3 weeks, 14 mar, end of month"
            if clock.ahead
            else "yesterday, last fri, 14 mar, 3 days ago"
        )
        raise ValueError(f"“{text.strip()}” is no date I can read (try {hint} or 2026-11-09)")
    return found.value


def parse_past_date(text: str, now: datetime, *, day_first: bool | None = None) -> date:
    """The past date (or date-time) that the whole of ``text`` is; raises ValueError with the reason."""
    return _parse_whole(text, Clock(now, False, day_first), split_words(text), 0)


def parse_due_date(text: str, now: datetime, *, day_first: bool | None = None) -> date:
    """The due day that the whole of ``text`` is: a date in words or a span (``2w``).

    Raises ValueError with the reason and what to write instead.
    """
    cut, clock = split_words(text), Clock(now, True, day_first)
    start = int(len(cut) > 1 and cut[0].key in _LEADS)
    span = span_at(cut, start)
    if span is not None and span[2] == len(cut) and span[1] in "dwmy" and span[0]:
        try:
            return Span(span[0], span[1]).after(clock.today)
        except ValueError as error:
            raise ValueError(f"“{text.strip()}”: {error}") from error
    return _parse_whole(text, clock, cut, start)


__all__ = [
    "Clock",
    "DateMatch",
    "ParsedDate",
    "Word",
    "find_date",
    "matches_phrase",
    "parse_due_date",
    "parse_past_date",
    "parse_word",
    "read",
    "split_words",
]
