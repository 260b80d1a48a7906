"""Parse dates in words ("last fri", "14 mar", "in 3 weeks"), alone or inside a sentence.

Past dates look back (``fri`` is the latest Friday strictly before today, ``14 mar`` the latest
14 March up to today), due dates look ahead (the earliest Friday strictly after today, the earliest
14 March from today on). Explicit words hold either way: ``tomorrow``, ``in 3 days``, a year. What is
ambiguous (``1/11``, ``next fri`` in some weeks, ``at 3``) is refused with both readings; what names
more than one day (``last week``) is refused with a request for the day.
"""

from collections.abc import Sequence
from datetime import date, datetime

from netui.domain.model.dates import Span, day_of
from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.foreign import language_hint
from netui.domain.natural_dates.misspellings import misspelt_at
from netui.domain.natural_dates.relative import day_at
from netui.domain.natural_dates.tokens import (
    NUMBERS,
    ONE_DAY,
    WEEKDAYS,
    WHICH_DAY,
    Clock,
    ParsedDate,
    Word,
    WordTranslator,
    is_closed,
    key_at,
    matches_phrase,
    parse_word,
    shift,
    span_at,
    split_words,
    word_set,
)
from netui.domain.natural_dates.vague import PLURAL_WEEKDAYS

_BETWEEN = ("to", "until", "till", "and", "&", "-", "–", "or", "/")
_OCCASIONS = ("day", "birthday", "bday", "anniversary", "eve")
_EACH = ("all", "every", "each")
_SPOKEN = {"half", "quarter", "twenty", "twenty-five", "noon", "midday", "midnight", *NUMBERS} - {"a", "an"}
_TIME_LEADS = word_set("""
    at um a from between around about circa ca approx approximately roughly abt c ~ just shortly right soon
    exactly precisely nearly almost like after before gone
""")
"""Words that may stand before a time of day."""
_LEADS = ("by", "until", "till", "til", "on", "for", "before", "due")


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
    if day is None and cut[i].key == "before":
        return _before_span(cut, i, clock)
    if day is None:
        if clock.ahead or not may_be_time(cut, i):
            return None
        from netui.domain.natural_dates.times.dated_times import time_first

        return time_first(cut, i, clock)
    if on:
        day = day._replace(sure=True)
    if day.value is None or isinstance(day.value, datetime):
        return day._replace(value=day_of(day.value)) if clock.ahead and day.value is not None else day
    unclear = _qualified(cut, day) or _until(cut, day, clock)
    if unclear is not None or clock.ahead:
        return unclear or day
    if day.end < len(cut) and cut[day.end - 1].after in ("", ",") and may_be_time(cut, day.end):
        from netui.domain.natural_dates.times.dated_times import time_behind_day

        return time_behind_day(cut, day) or day
    return day


def _until(cut: Sequence[Word], day: ParsedDate, clock: Clock) -> ParsedDate | None:
    """A second day joined to the first (``to friday``, ``or tuesday``): more than one."""
    i = day.end
    follower = _behind_dot(cut, i) or key_at(cut, i)
    last = day_at(cut, i + 1, clock) if follower in _BETWEEN and i + 1 < len(cut) else None
    if last is None or last.value is None:
        return None
    if follower == "or" and day.value is not None and not clock.ahead:
        return ParsedDate(last.end, None, WHICH_DAY, options=(day_of(day.value), day_of(last.value)))
    return ParsedDate(last.end, None, ONE_DAY)


def _before_span(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``before two weeks`` at ``i``, which may be meant for ``two weeks ago``: asked about."""
    span = span_at(cut, i + 1)
    if clock.ahead or span is None or span[1] not in "dwmy" or not is_closed(cut, span[2]):
        return None
    problem = "if it was so long ago, write ‘ago’ behind it"
    return ParsedDate(span[2], None, problem, options=(shift(clock, -span[0], span[1]),))


def _behind_dot(cut: Sequence[Word], i: int) -> str:
    """The word at ``i`` behind a weekday that is cut short by a dot: ``Wed. or Thurs.``; else ""."""
    before = cut[i - 1] if 0 < i < len(cut) else None
    short = before is not None and before.key in WEEKDAYS and not before.key.endswith("day")
    return cut[i].key if before is not None and short and before.after == "." else ""


def _some_day(cut: Sequence[Word], i: int) -> ParsedDate | None:
    """``on Labor Day``, ``on his birthday``, ``on Mondays``: a day that has no date here."""
    if key_at(cut, i) in PLURAL_WEEKDAYS and is_closed(cut, i + 1):
        return ParsedDate(i + 1, None, "which date is that? Write it", sure=False)
    for at in range(i, i + 4):
        key = key_at(cut, at)
        if not key or key in ("a", "an", "with", "and", "at"):
            return None
        if at == i and (key.endswith("-day") or key == "bday" or _names_day(cut, i)):
            return ParsedDate(at + 1, None, "which date is that? Write it", sure=False)
        if (
            at > i
            and key in ("day", "birthday", "bday", "anniversary", "eve")
            and key_at(cut, at - 1) not in _EACH
        ):
            return ParsedDate(at + 1, None, "which date is that? Write it", sure=False)
    return None


def _names_day(cut: Sequence[Word], i: int) -> bool:
    """Whether a word at ``i`` alone names a day without a date: ``payday``, no misspelt weekday."""
    if not (cut[i].key.endswith("day") and len(cut[i].key) > 5 and is_closed(cut, i + 1)):
        return False
    from netui.domain.natural_dates.misspellings import misspelt_at

    return misspelt_at(cut, i) is None


def _qualified(cut: Sequence[Word], day: ParsedDate) -> ParsedDate | None:
    """A problem where words behind a day say which one in a way that is not known."""
    follower, then = _behind_dot(cut, day.end) or key_at(cut, day.end), key_at(cut, day.end + 1)
    last = day.end + 1
    if follower in ("before", "after") and then in ("last", "next", "that") and is_closed(cut, last + 1):
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


def may_be_time(cut: Sequence[Word], i: int) -> bool:
    """Whether the words at ``i`` may say a time of day, for which another module is loaded."""
    for at in range(i, min(i + 5, len(cut))):
        key = cut[at].key
        if key[:1].isdigit() or key.partition("-")[0] in _SPOKEN or (key[:1] == "~" and key != "~"):
            return True
        if key not in _TIME_LEADS:
            return key.endswith("ish") and key[:-3].rstrip("-") in _SPOKEN
    return False


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
    "may_be_time",
    "parse_due_date",
    "parse_past_date",
    "parse_word",
    "read",
    "span_at",
    "split_words",
]
