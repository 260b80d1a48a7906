"""Parse dates in words ("last fri", "14 mar", "in 3 weeks"), alone or inside a sentence.

Past dates look back (``fri`` is the latest Friday strictly before today, ``14 mar`` the latest
14 March up to today), due dates look ahead (the earliest Friday strictly after today, the earliest
14 March from today on). Explicit words hold either way: ``tomorrow``, ``in 3 days``, a year. What is
ambiguous (``1/11``, ``next fri`` in some weeks, ``at 3``) is refused with both readings; what names
more than one day (``last week``) is refused with a request for the day.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from netui.domain.model.dates import Span, day_of
from netui.domain.natural_dates.foreign import language_hint
from netui.domain.natural_dates.misspellings import misspelt_at
from netui.domain.natural_dates.relative import day_at
from netui.domain.natural_dates.tokens import (
    NUMBERS,
    ONE_DAY,
    Clock,
    ParsedDate,
    Word,
    WordTranslator,
    is_closed,
    key_at,
    matches_phrase,
    parse_word,
    span_at,
    split_words,
    word_set,
)
from netui.domain.natural_dates.vague import PLURAL_WEEKDAYS

_TIME = r"(\d{1,2}):(\d{2})(am|pm|a\.m|p\.m)?\Z"
_HOUR = r"(\d{1,2})(?:\.(\d{2}))?(am|pm|a\.m|p\.m)\Z"
_DOTTED = r"(\d{1,2})[.h](\d{2})()\Z"
_COMPACT = r"([01]\d|2[0-3])([0-5]\d)()\Z"
_SPAN = r"(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?[-–](\d{1,2})(?:[:.h](\d{2}))?(am|pm)?\Z"
_HALVES = ("am", "pm", "a.m", "p.m")
_BETWEEN = ("to", "until", "till", "and", "&", "-", "–", "or", "/")
_OCCASIONS = ("day", "birthday", "bday", "anniversary", "eve")
_EACH = ("all", "every", "each")
_SPOKEN = {"half", "quarter", "twenty", "twenty-five", *NUMBERS}
_ZONES = word_set("et est edt ct cst cdt mt pt pst pdt gmt utc bst cet cest ist")
_LEADS = ("by", "until", "till", "til", "on", "for", "before", "due")


NO_SUCH_TIME = "there is no such time: write it as in 14:30 or 3pm"


class DateMatch(NamedTuple):
    """A date phrase in a text: its offsets, and its value or why it was refused."""

    start: int
    end: int
    value: date | None
    problem: str = ""
    sure: bool = True


def read(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The date, with its time if there is one, at word ``i``; None when there is no date.

    Due dates are days: a time after one is not part of it.
    """
    try:
        return _read(cut, i, clock)
    except (OverflowError, ValueError):  # before year 1, or after 9999
        return ParsedDate(i + 1, None, "no calendar has that day: write the date")


def _read(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    on = int(cut[i].key == "on" and not cut[i].stops and i + 1 < len(cut))
    day = day_at(cut, i + on, clock) or (day_at(cut, i, clock) if on else None)
    if day is None and on:
        return _some_day(cut, i + 1)
    if day is None:
        return None if clock.ahead else _time_first(cut, i, clock)
    if on:
        day = day._replace(sure=True)
    if day.value is None or isinstance(day.value, datetime):
        return day._replace(value=day_of(day.value)) if clock.ahead and day.value is not None else day
    unclear = _qualified(cut, day) or _until(cut, day.end, clock)
    if unclear is not None or clock.ahead:
        return unclear or day
    if day.end < len(cut) and cut[day.end - 1].after in ("", ","):
        hour = _time(cut, day.end, behind_day=True)
        if hour is not None:
            return _at_hour(cut, day, hour, hour.end)
    return day


def _until(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """A second day joined to the first at ``i`` (``to friday``, ``or tuesday``): more than one."""
    last = day_at(cut, i + 1, clock) if key_at(cut, i) in _BETWEEN and i + 1 < len(cut) else None
    return ParsedDate(last.end, None, ONE_DAY) if last is not None and last.value is not None else None


def _some_day(cut: Sequence[Word], i: int) -> ParsedDate | None:
    """``on Labor Day``, ``on his birthday``, ``on Mondays``: a day that has no date here."""
    if key_at(cut, i) in PLURAL_WEEKDAYS and is_closed(cut, i + 1):
        return ParsedDate(i + 1, None, "which date is that? Write it", sure=False)
    for at in range(i, i + 4):
        key = key_at(cut, at)
        if not key or key in ("a", "an", "with", "and", "at"):
            return None
        if at == i and (key.endswith("-day") or key == "bday"):
            return ParsedDate(at + 1, None, "which date is that? Write it", sure=False)
        if (
            at > i
            and key in ("day", "birthday", "bday", "anniversary", "eve")
            and key_at(cut, at - 1) not in _EACH
        ):
            return ParsedDate(at + 1, None, "which date is that? Write it", sure=False)
    return None


def _qualified(cut: Sequence[Word], day: ParsedDate) -> ParsedDate | None:
    """A problem where words behind a day say which one in a way that is not known."""
    follower, then = key_at(cut, day.end), key_at(cut, day.end + 1)
    last = day.end + 1
    if follower in ("before", "after") and then in ("last", "next", "that"):
        last += 1
    elif follower in ("of", "in") and then in ("last", "this", "next", "the"):
        if key_at(cut, day.end + 2) not in ("week", "weekend", "month", "year"):
            return None
        last += 2
    elif not (
        follower in ("week", "weeks", "fortnight", "ago", "ish") or (follower == "or" and then == "so")
    ):
        return None
    return ParsedDate(last, None, "that can be read two ways: write the date")


def _at_hour(cut: Sequence[Word], day: ParsedDate, hour: "_Hour", end: int) -> ParsedDate:
    """A day with its time; the small hours of a night are those of the next morning."""
    if hour.value is None or day.value is None:
        on = day.value
        some = tuple(datetime.combine(on, each) for each in hour.options) if on is not None else ()
        return ParsedDate(end, None, hour.problem or day.problem, options=some or day.options)
    value = day.value
    night = cut[day.end - 1].key in ("night", "tonight", "nite")
    if night and hour.value.hour < 6:
        if key_at(cut, day.end - 2) != "last" or cut[day.end - 1].key == "tonight":
            return ParsedDate(end, None, "is that the night before or after? Write the date")
        value += timedelta(1)
    return ParsedDate(end, datetime.combine(value, hour.value), spans=hour.spans)


class _Hour(NamedTuple):
    """A time of day; ``options``: what a refused one can be; ``spans``: the words of a stretch of time."""

    end: int
    value: time | None
    problem: str = ""
    options: tuple[time, ...] = ()
    spans: tuple[int, int] | None = None


def _time_first(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``at 14:30``, ``at 3pm yesterday``."""
    hour = _time(cut, i)
    if hour is None:
        return None
    end, day = hour.end, None
    if end < len(cut) and (cut[end - 1].after in ("", ",") or cut[end - 1].key in _HALVES):
        on = int(cut[end].key == "on" and not cut[end].stops and end + 1 < len(cut))
        zone = int(on == 0 and cut[end].key in _ZONES and end + 1 < len(cut))
        day = day_at(cut, end + on + zone, clock)
        if zone and day is not None and day.value is not None:
            hours = (hour.value,) if hour.value is not None else hour.options
            days = tuple(datetime.combine(day.value, each) for each in hours)
            return ParsedDate(day.end, None, "write the day before the time", options=days)
    if day is not None and type(day.value) is not datetime:
        return _at_hour(cut, day, hour, day.end)
    value = datetime.combine(clock.today, hour.value) if hour.value is not None else None
    some = tuple(datetime.combine(clock.today, each) for each in hour.options)
    return ParsedDate(end, value, hour.problem, sure=False, hour=True, options=some, spans=hour.spans)


def _time(cut: Sequence[Word], i: int, *, behind_day: bool = False) -> _Hour | None:
    span = _time_span(cut, i)
    if span is not None:
        return span
    led = not cut[i].stops and i + 1 < len(cut)
    at = led and (cut[i].key == "at" or (cut[i].key == "um" and cut[i + 1].key[:1].isdigit()))
    around = led and not at and cut[i].key in ("around", "about")
    spoken = _spoken(cut, i + (at or around), led=at or around)
    if spoken is not None:
        return spoken
    i += at or (around and _exact(cut[i + 1].key))
    key, end = cut[i].key, i + 1
    if key in ("noon", "midday"):
        return _Hour(end, time(12))
    if key == "midnight" and at:
        problem = "midnight can be the start or the end of the day: write 00:00 or 23:59"
        return _Hour(end, None, problem, (time(0), time(23, 59)))
    found = _match_time(cut, i, at=at, behind_day=behind_day) if key[:1].isdigit() else None
    if found is None:
        return None
    half = found[3] or ""
    if not half and key_at(cut, end) in _HALVES:
        half, end = cut[end].key, end + 1
    hour, minute = int(found[1]), int(found[2] or 0)
    if half:
        if not 1 <= hour <= 12 or minute > 59:
            return _Hour(end, None, NO_SUCH_TIME)
        return _Hour(end, time(hour % 12 + 12 * half.startswith("p"), minute))
    if not found[2]:
        return _bare_hour(cut, i) if at else None
    if hour > 23 or minute > 59:
        return _Hour(end, None, NO_SUCH_TIME) if at or ":" in key else None
    if 1 <= hour <= 6 and len(found[1]) == 1:
        problem = f"{key} can be early or late: write 0{key} or {hour + 12}:{found[2]}"
        return _Hour(end, None, problem, (time(hour, minute), time(hour + 12, minute)))
    return _Hour(end, time(hour, minute))


def _match_time(cut: Sequence[Word], i: int, *, at: bool, behind_day: bool) -> re.Match[str] | None:
    """The word at ``i`` as hour, minute, half of the day; doubtful ones only where a time is expected."""
    key = cut[i].key
    if found := re.match(_TIME, key) or re.match(_HOUR, key):
        return found
    if (at or behind_day) and (found := re.match(_DOTTED, key)):
        return found
    if (at or (behind_day and is_closed(cut, i + 1))) and (found := re.match(_COMPACT, key)):
        return found
    return re.match("(.+)()()", key) if key.isdecimal() and len(key) < 3 else None


def _time_span(cut: Sequence[Word], i: int) -> _Hour | None:
    """``3-4pm``, ``12:30–13:30``, ``from 3pm to 4pm``: the time at which it begins."""
    led = cut[i].key in ("from", "between", "at") and not cut[i].stops and i + 1 < len(cut)
    end, text = _span_text(cut, i + led)
    found = re.match(_SPAN, text)
    if found is None:
        return None
    if led and cut[i].key != "at" and not any(found.group(2, 3, 5, 6)):
        return _whole_hours(cut, end, int(found[1]), int(found[4]))
    if not (found[6] or (found[2] and found[5]) or (found[3] and led)):
        return None
    first, last = int(found[1]), int(found[4])
    minutes = int(found[2] or 0), int(found[5] or 0)
    if max(first, last) > 23 or max(minutes) > 59 or (found[6] and not 1 <= last <= 12):
        return _Hour(end, None, NO_SUCH_TIME)
    half = found[3] or (found[6] if first <= 12 else "")
    start = first % 12 + 12 * (half == "pm") if half else first
    if half and not found[3]:
        late = last % 12 + 12 * (half == "pm"), minutes[1]
        if (start, minutes[0]) >= late:  # 11-1pm
            start = (start + 12) % 24
    return _Hour(end, time(start, minutes[0]), spans=(i, end))


def _span_text(cut: Sequence[Word], at: int) -> tuple[int, str]:
    """Where the words of a stretch of time at ``at`` end, and they as ``3pm-4pm``; "" where there is none."""
    if not cut[at].key[:1].isdigit():
        return at, ""
    end, text = at + 1, cut[at].key.replace("a.m", "am").replace("p.m", "pm")
    if "-" not in text and "–" not in text:
        if key_at(cut, end) in ("am", "pm"):
            text, end = text + cut[end].key, end + 1
        to = key_at(cut, end) in ("to", "-", "–", "until", "till", "and")
        if not to or not key_at(cut, end + 1)[:1].isdigit():
            return at, ""
        text, end = f"{text}-{cut[end + 1].key}", end + 2
    if key_at(cut, end) in ("am", "pm"):
        text, end = text + cut[end].key, end + 1
    return end, text


def _whole_hours(cut: Sequence[Word], end: int, first: int, last: int) -> "_Hour | None":
    """``from 2 to 3``: hours where nothing follows that they could count; in doubt without their half."""
    closed = is_closed(cut, end) or key_at(cut, end) in ("yesterday", "today", "tomorrow", "last")
    if not closed or not first < last <= 24 or last - first > 12:
        return None
    if first > 12:
        return _Hour(end, time(first))
    problem = f"“{first} to {last}” can be early or late: write {first}am or {first}pm"
    return _Hour(end, None, problem, (time(first % 12), time(first % 12 + 12)))


def _exact(key: str) -> bool:
    return key == "noon" or re.match(_TIME, key) is not None or re.match(_HOUR, key) is not None


def _bare_hour(cut: Sequence[Word], i: int) -> _Hour | None:
    """``at 3`` not followed by something it could count: refused, with both readings."""
    last = (
        i + 1 >= len(cut) or cut[i].stops or key_at(cut, i + 1) in ("with", "and", "on", "today", "yesterday")
    )
    hour = int(cut[i].key)
    if not last:
        return None
    if hour > 23:
        return _Hour(i + 1, None, NO_SUCH_TIME) if hour < 100 and i + 1 >= len(cut) else None
    if 1 <= hour <= 12:
        return _early_or_late(i + 1, hour)
    return _Hour(i + 1, None, f"“at {hour}” needs minutes: write {hour:02d}:00", (time(hour),))


def _early_or_late(end: int, hour: int, minute: int = 0) -> _Hour:
    """An hour of the clock face without its half of the day."""
    said = f"{hour}:{minute:02d}" if minute else f"{hour}"
    problem = f"“at {said}” can be early or late: write {said}am or {said}pm"
    return _Hour(end, None, problem, (time(hour % 12, minute), time(hour % 12 + 12, minute)))


def _spoken(cut: Sequence[Word], i: int, *, led: bool) -> _Hour | None:
    """``half past two``, ``at four``, ``8ish``, behind ``at`` or the like where ``led``."""
    key = cut[i].key
    if key not in _SPOKEN and not key.endswith("ish") and not key[:1].isdigit():
        return None
    from netui.domain.natural_dates.spoken_times import spoken_time

    found = spoken_time(cut, i, led=led)
    if found is None:
        return None
    end, value, sure = found
    return _Hour(end, value) if sure else _early_or_late(end, value.hour or 12, value.minute)


def find_date(
    text: str,
    now: datetime,
    *,
    ahead: bool = False,
    day_first: bool | None = None,
    translator: WordTranslator | None = None,
) -> DateMatch | None:
    """The first date phrase in ``text``; ``ahead`` for what is due, else for what happened."""
    cut, clock = split_words(text, translator), Clock(now, ahead, day_first)
    for i in range(len(cut)):
        found = read(cut, i, clock)
        if found is not None:
            return DateMatch(cut[i].start, cut[found.end - 1].end, found.value, found.problem, found.sure)
    return None


class UnclearDate(ValueError):
    """A text that is no one date; ``options`` are the days that it can be, ``meant`` the words it may be."""

    def __init__(self, message: str, options: tuple[date, ...] = (), meant: str = ""):
        super().__init__(message)
        self.options, self.meant = options, meant


def _parse_whole(text: str, clock: Clock, cut: Sequence[Word], start: int) -> date:
    found = read(cut, start, clock) if start < len(cut) else None
    if found is not None and found.value is None:
        from netui.domain.natural_dates.choices import day_choices

        choices = day_choices(found, cut[start : found.end], clock)
        named = f"“{text.strip()}”"
        told = found.problem if found.problem.startswith(named) else f"{named}: {found.problem}"
        raise UnclearDate(told, choices)
    if found is None or found.value is None or found.end != len(cut):
        hint = (
            "fri, in 3 weeks, 14 mar, end of month"
            if clock.ahead
            else "yesterday, last fri, 14 mar, 3 days ago"
        )
        meant = misspelt_at(cut, start) if start < len(cut) else None
        if meant is not None and meant[0] == len(cut):
            hint = language_hint(word.key for word in cut)
            message = f"“{text.strip()}” is no date I can read: did you mean “{meant[1]}”?{hint}"
            raise UnclearDate(message, meant=meant[1])
        raise ValueError(f"“{text.strip()}” is no date I can read (try {hint} or 2026-11-09)")
    return found.value


def parse_past_date(
    text: str, now: datetime, *, day_first: bool | None = None, translator: WordTranslator | None = None
) -> date:
    """The past date (or date-time) that the whole of ``text`` is; raises ValueError with the reason."""
    return _parse_whole(text, Clock(now, False, day_first), split_words(text, translator), 0)


def parse_due_date(
    text: str, now: datetime, *, day_first: bool | None = None, translator: WordTranslator | None = None
) -> date:
    """The due day that the whole of ``text`` is: a date in words or a span (``2w``).

    Raises ValueError with the reason and what to write instead.
    """
    cut, clock = split_words(text, translator), Clock(now, True, day_first)
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
    "UnclearDate",
    "Word",
    "find_date",
    "matches_phrase",
    "parse_due_date",
    "parse_past_date",
    "parse_word",
    "read",
    "span_at",
    "split_words",
]
