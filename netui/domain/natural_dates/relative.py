"""Parse relative dates ("yesterday", "last fri", "in 3 weeks", "end of month"), and refuse vague ones.

Works on tokenized words (:class:`Word`) and a given today. A phrase that names a day gives a
:class:`ParsedDate` with a value; one that leaves open which day gives one with a problem; anything
else gives None.
"""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from netui.domain.model.dates import Span
from netui.domain.natural_dates.calendar import (
    ORDINALS,
    day_of_month,
    glued_month,
    month_first,
    numeric_date,
    ordinal_date,
    yearly_date,
)
from netui.domain.natural_dates.holidays import FIRST_WORDS, holiday_at
from netui.domain.natural_dates.period_end import period_end
from netui.domain.natural_dates.tokens import (
    BEHIND,
    MONTHS,
    NO_SUCH_DAY,
    NUMBERS,
    ONE_DAY,
    UNITS,
    WEEKDAYS,
    Clock,
    ParsedDate,
    Word,
    is_closed,
    key_at,
    matches_phrase,
    phrase_table,
    phrases_with,
    shift,
    span_at,
)
from netui.domain.natural_dates.vague import (
    AROUND,
    SPAN_WORDS,
    last_few,
    lately,
    most_days,
    nth_week,
    numbered_week,
    part_of_month,
    period_at,
    quarter,
    shortened,
    starts_span,
    unnamed_day,
    vague_ago,
    vague_ahead,
)
from netui.domain.natural_dates.weekdays import (
    PARTS,
    in_week,
    last_weekday,
    next_weekday,
    nights_at,
    nth_day,
    nth_weekday,
    penultimate_weekday,
    qualified_weekday,
    the_date,
    this_weekday,
    weekday_after,
    weekday_at,
    weekday_before,
    weekdays_ago,
)

_OFFSETS = {
    "today": 0, "tonight": 0, "just now": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "this am": 0, "this pm": 0, "this aft": 0, "this arvo": 0,
    "earlier today": 0, "later today": 0, "yesterday": -1, "last night": -1, "last evening": -1,
    "tomorrow": 1, "tmrw": 1,
    "tmr": 1, "tmw": 1, "tomoz": 1, "2moro": 1, "2day": 0, "2nite": 0, "yday": -1, "y'day": -1, "yest": -1,
    "tonite": 0, "last nite": -1, "last nt": -1,
    "yesterday week": -8, "tomorrow week": 8, "today week": 7,
    **{f"{the}{part} before last": -2 for the in ("", "the ")
       for part in ("night", "evening", "afternoon", "morning")},
    "day before yesterday": -2, "the day before yesterday": -2, "ereyesterday": -2, "overmorrow": 2,
    "day after tomorrow": 2, "the day after tomorrow": 2,
}  # fmt: skip
_DUE_OFFSETS = {"eod": 0, "end of day": 0, "end of the day": 0, "end of today": 0}
_VAGUE = (
    "last week", "this week", "next week", "last month", "this month", "next month", "last year",
    "this year", "next year", "last weekend", "this weekend", "next weekend", "over the weekend",
    "at the weekend", "on the weekend", "the weekend", "end of week", "end of the week", "eow",
    "end of next week", "the other day", "a few days ago", "few days ago", "a couple of days ago",
    "a couple of weeks ago", "couple of weeks ago", "a few weeks ago", "few weeks ago",
    "some time ago", "a while ago", "a while back", "last quarter", "next quarter", "earlier this week",
    "earlier this month", "later this week", "later this month", "a couple days ago", "couple of days ago",
    "the week before last", "week before last", "the month before last", "month before last",
    "the weekend before last", "weekend before last", "the weekend after next", "the week after next",
    "week after next", "the other night", "the other evening", "the other morning", "the other week",
    "the other afternoon", "the other weekend", "long ago", "earlier this year", "later this year", "midweek",
    "mid-week", "last summer",
    "last winter", "last spring", "last autumn", "last fall", "this summer", "this winter",
    "this spring", "this autumn", "next summer", "next winter", "next spring", "next autumn",
)  # fmt: skip
_WHICH = ("last", "this", "next", "the", "a", "every", "that")
_WINDOW = 7
"""Words of a date that another one counts from: bounded, so that a chain of them is read in linear time."""
_COMING = ("coming", "upcoming")
_NEAREST = (*_COMING, "past", "recent", "latest")
"""Words between "the" and a weekday, the nearest one: the past Tuesday, the most recent Friday."""
_DAYTIMES = ("day", "night", "evening", "afternoon", "morning")
_PERIODS = (*_DAYTIMES, "week", "weekend", "month")


_UNSURE = (
    "during the week", "one day", "one evening", "one night", "one morning", "one afternoon", "some day",
    "sometime", "some time", "at some point", "weekend", "wknd",
)  # fmt: skip
"""Vague too, but as often part of what was said: asked about only where a day is expected."""


_FIXED = phrase_table([*_OFFSETS, *_DUE_OFFSETS, *_VAGUE, *shortened(_VAGUE), *_UNSURE])


def day_at(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The day that the words at ``i`` name; in ``clock``'s direction where they leave it open."""
    key = words[i].key
    if not key:
        return None
    try:
        return _read(words, i, key, clock)
    except (ValueError, OverflowError):
        end = min(i + 3, len(words))
        return ParsedDate(end, None, NO_SUCH_DAY)


def _read(words: Sequence[Word], i: int, key: str, clock: Clock) -> ParsedDate | None:
    found = _fixed(words, i, clock) or holiday_at(words, i, clock) or nth_weekday(words, i, clock)
    found = found or nth_day(words, i, clock)
    if found is not None:
        return found
    if key[0].isdigit():
        return _spanned(words, i, clock) or numeric_date(words, i, clock)
    reader = _READERS.get(key)
    if reader is not None:
        return reader(words, i, clock)
    if key[-1].isdigit():
        return glued_month(words, i, clock)
    if starts_span(key):
        return vague_ago(words, i, clock) or (period_at(words, i) if key == "over" else None)
    return _joined(words, i) if "-" in key or "/" in key else None


def _joined(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``mon/tue``, ``fri-sun``, ``mid-november``: several days."""
    parts = words[i].key.replace("/", "-").split("-")
    if parts[-1] == "ish" and (parts[0] in WEEKDAYS or parts[0] in _OFFSETS):
        return ParsedDate(i + 1, None, "that is no one day: write the date")
    if all(part in WEEKDAYS for part in parts):
        return ParsedDate(i + 1, None, ONE_DAY)
    return part_of_month(words, i) if "-" in words[i].key else None


def _fixed(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    for phrase in phrases_with(words[i].key, _FIXED):
        if not matches_phrase(words, i, phrase):
            continue
        text, end = " ".join(phrase), i + len(phrase)
        offset = _OFFSETS.get(text, _DUE_OFFSETS.get(text) if clock.ahead else None)
        if offset is not None:
            if clock.ahead and offset < 0:
                return ParsedDate(end, None, f"“{text}” {BEHIND}")
            if text == "last night" and key_at(words, end) == "of":
                return None
            if key_at(words, end) in PARTS:
                end += 1
            return ParsedDate(end, clock.today + timedelta(offset))
        if text in _DUE_OFFSETS or (text in ("weekend", "wknd") and not _is_alone(words, i)):
            return None
        return _vague(words, i, phrase, clock)
    return None


def _is_alone(words: Sequence[Word], i: int) -> bool:
    """Whether no other words say which the word at ``i`` is, as in ``from last weekend``, a weekend trip."""
    return is_closed(words, i + 1) and (i == 0 or words[i - 1].key not in _WHICH)


def _vague(words: Sequence[Word], i: int, phrase: tuple[str, ...], clock: Clock) -> ParsedDate:
    text, end = " ".join(phrase), i + len(phrase)
    weeks = {"last week": -1, "this week": 0, "next week": 1}.get(text)
    follower = end + (key_at(words, end) == "on")
    if weeks is not None and key_at(words, follower) in WEEKDAYS:
        day = in_week(clock.today, weeks, WEEKDAYS[words[follower].key])
        if clock.ahead and day < clock.today:
            return ParsedDate(follower + 1, None, f"that {BEHIND}")
        return ParsedDate(follower + 1 + (key_at(words, follower + 1) in PARTS), day)
    if clock.ahead and phrase[0] == "next" and phrase[1] in UNITS:
        return ParsedDate(end, Span(1, UNITS[phrase[1]]).after(clock.today))
    hint = "‘fri’ or ‘sun’" if clock.ahead else "‘last tue’ or ‘5 days ago’"
    return ParsedDate(
        end, None, f"“{text}” is more than one day: say which, as in {hint}", sure=text not in _UNSURE
    )


def _the(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``the 14th``, ``the Monday before last``, ``the day after Christmas``, ``the end of the month``."""
    if words[i].stops or i + 1 >= len(words):
        return None
    key = words[i + 1].key
    if key in WEEKDAYS:
        led = i > 0 and words[i - 1].key == "on"
        unclear = ParsedDate(i + 2, None, f"which {key}? Write the date") if led else None
        unclear = unclear or unnamed_day(words, i + 2)
        return _beside(words, i + 1, clock) or qualified_weekday(words, i + 1, clock) or unclear
    nth = nth_weekday(words, i + 1, clock) or nth_day(words, i + 1, clock) or nth_week(words, i + 1)
    if nth is not None:
        return nth
    at = i + 1 + (key == "most")
    if key_at(words, at) in _NEAREST and key_at(words, at + 1) in WEEKDAYS:
        return (next_weekday if words[at].key in _COMING else last_weekday)(words, at, clock)
    named = _led(words, i + 3, clock) if key in _DAYTIMES and key_at(words, i + 2) == "of" else None
    if named is not None and named.value is not None:
        return named  # the night of the 28th
    if key in _PERIODS:
        day = _day(words, i + 1, clock) if key in _DAYTIMES else _week_around(words, i + 1, clock)
        return day or unnamed_day(words, i + 2)
    follower = key_at(words, i + 2)
    told = follower in _PERIODS or follower in WEEKDAYS
    unsaid = told and key in ("first", "second", "third", "fourth", "fifth")
    if unsaid or (told and key in ("next", "following", "previous", "preceding", "same", "other")):
        return ParsedDate(i + 3, None, "write the date", sure=False)
    if ORDINALS.get(key, 0) > 3 and is_closed(words, i + 2):
        number = words[i + 1]._replace(key=f"{ORDINALS[key]}th")
        return day_of_month([*words[: i + 1], number, *words[i + 2 :]], i + 1, clock)
    if key in AROUND:
        return (period_end(words, i + 1, clock) if key == "end" else None) or part_of_month(words, i + 1)
    return the_date(words, i, clock)


def _week_around(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``the week of the 9th``: more than one day."""
    day = _led(words, i + 2, clock) if key_at(words, i + 1) == "of" else None
    return day._replace(value=None, problem=ONE_DAY) if day is not None else None


def _week(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``week 46``; ``week before`` is unclear."""
    return numbered_week(words, i, clock) or (_day(words, i, clock) if words[i].key == "week" else None)


def _weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    return _beside(words, i, clock) or weekday_at(words, i, clock)


def _beside(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``Friday before Christmas``, ``Monday after Easter Sunday``."""
    anchor = _anchor(words, i + 1, clock)
    if anchor is None or anchor.value is None:
        return anchor
    weekday, value = WEEKDAYS[words[i].key], anchor.value
    before = key_at(words, i + 1) == "before"
    day = weekday_before(value, weekday) if before else weekday_after(value, weekday)
    return ParsedDate(anchor.end, day)


def _day(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``day before Christmas``, ``day after 14 mar``; ``night before`` is unclear."""
    key, beside = words[i].key, key_at(words, i + 1) in ("on", "yesterday", *WEEKDAYS)
    if key in PARTS and beside and not (i and words[i - 1].key in _WHICH):
        return _led(words, i + 1, clock)  # lunchtime yesterday
    number, apart = key_at(words, i + 1), i > 0 and words[i - 1].stops
    if key == "day" and not apart and (number in NUMBERS or (number.isdecimal() and len(number) < 3)):
        return ParsedDate(i + 2, None, "which date is that? Write it", sure=False)  # on day two of the trip
    anchor = _anchor(words, i + 1, clock) if key == "day" else None
    if anchor is None and is_closed(words, i + 2):
        return unnamed_day(words, i + 1)
    if anchor is None or anchor.value is None:
        return anchor
    return ParsedDate(anchor.end, anchor.value + timedelta(-1 if key_at(words, i + 1) == "before" else 1))


def _anchor(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The date behind ``before`` or ``after`` at ``i``; other words there are text."""
    if key_at(words, i) not in ("before", "after") or words[i].stops or i + 1 >= len(words):
        return None
    at = i + 1
    if words[at].key in ("last", "next") and key_at(words, at + 1) not in WEEKDAYS:
        return None
    if words[at].key in ("christmas", "xmas") and key_at(words, at + 1) not in ("eve", "day"):
        return yearly_date(at + 1, clock, 12, 25)
    near = words[i : at + _WINDOW]  # with what leads to it: after Halloween
    found = _read(near, 1, near[1].key, clock) if near[1].key else None
    found = found._replace(end=found.end + i) if found is not None else None
    return found if found is not None and found.sure else None


def _spanned(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``3 days ago``, ``2w from now``, ``two Mondays ago``, ``a week before Christmas``."""
    found = weekdays_ago(words, i, clock)
    if found is not None:
        return found
    span = span_at(words, i) or nights_at(words, i)
    if span is None:
        return vague_ago(words, i, clock)
    count, unit, end = span
    follower, then = key_at(words, end), key_at(words, end + 1)
    if follower in ("ago", "back") or (follower == "since" and (end + 1 >= len(words) or words[end].stops)):
        if clock.ahead:
            return ParsedDate(end + 1, None, f"“{follower}” {BEHIND}")
        then = key_at(words, end + 2) if then == "on" else then
        if then in WEEKDAYS or then in ("last", "yesterday"):
            at = end + 1 + (key_at(words, end + 1) == "on")
            return ParsedDate(at + 1, None, f"“ago {then}” can be read two ways: write the date")
        if then == "or" or then == "ish":
            return ParsedDate(end + 2, None, "that is no one day: write the date")
        return ParsedDate(end + 1 + (then == "today"), shift(clock, -count, unit))
    if follower == "from" and then in ("now", "today"):
        return ParsedDate(end + 2, shift(clock, count, unit))
    if unit == "w" and follower in ("tomorrow", "yesterday", "today", "on", "last", *WEEKDAYS):
        return _weeks_and(words, end, clock, count)
    if follower in ("from", "after") and (then == "tomorrow" or then in WEEKDAYS):
        return ParsedDate(end + 2, None, f"“{follower} {then}” can be read two ways: write the date")
    anchor = _anchor(words, end, clock) if unit in "dwmy" else None
    if anchor is not None and anchor.value is not None:
        sign = -1 if follower == "before" else 1
        base = clock._replace(now=clock.now.combine(anchor.value, clock.now.time()))
        return ParsedDate(anchor.end, shift(base, sign * count, unit))
    if follower in ("before", "after") and unit in "dwm" and i > 0 and not words[i - 1].stops:
        return anchor or ParsedDate(end + 1, None, "write the date", sure=False)
    return anchor or vague_ago(words, i, clock)


def _weeks_and(words: Sequence[Word], at: int, clock: Clock, weeks: int) -> ParsedDate | None:
    """``a week tomorrow``, ``two weeks yesterday``; ``a week (on|last) Friday`` is unclear."""
    key = words[at].key
    if key in ("tomorrow", "yesterday"):
        sign = 1 if key == "tomorrow" else -1
        if clock.ahead and sign < 0:
            return ParsedDate(at + 1, None, f"“{key}” {BEHIND}")
        return ParsedDate(at + 1, clock.today + timedelta(sign * (7 * weeks + 1)))
    last = at + (key in ("on", "last"))
    if key == "today" and clock.ahead:
        return ParsedDate(at + 1, clock.today + timedelta(7 * weeks))
    if key == "today" or key_at(words, last) in WEEKDAYS:
        return ParsedDate(last + 1, None, "that can be read two ways: write the date")
    return None


def _in(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``in 3 weeks``; ``in march`` leaves the day open."""
    if i > 0 and words[i - 1].key in ("time", "times", "once", "one"):
        return None
    if words[i].key == "within" and not clock.ahead:
        return None  # called back within the hour
    found = span_at(words, i + 1) if not words[i].stops else None
    if found is not None:
        count, unit, end = found
        if key_at(words, end) == "time":
            end += 1
        return ParsedDate(end, shift(clock, count, unit))
    vague = vague_ahead(words, i + 1, clock) if not words[i].stops else None
    if vague is not None:
        return vague
    key = key_at(words, i + 1)
    week = nth_week(words, i + 1 + (key == "the")) if key else None
    if week is not None:
        return week
    if key in MONTHS and words[i].key == "in":
        return ParsedDate(i + 2, None, f"“in {key}” is more than one day: say which", sure=False)
    around = part_of_month(words, i + 1) if key in AROUND or key.partition("-")[0] in AROUND else None
    return around or period_at(words, i)


def _around(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``end of month``, ``early November``; ``late last night`` is that night."""
    day = _led(words, i + 1, clock) if words[i].key in ("early", "late") else None
    return day or period_end(words, i, clock) or part_of_month(words, i)


def _led(words: Sequence[Word], i: int, clock: Clock, *, asked: bool = False) -> ParsedDate | None:
    """The one day behind ``late`` or ``first thing``, with or without "on"; ``asked``: or of several."""
    at = i + (key_at(words, i) == "on")
    if not key_at(words, at) or words[i - 1].after or words[at].key in MONTHS:
        return None
    near = words[at : at + _WINDOW]
    day = _read(near, 0, near[0].key, clock)
    known = day is not None and (day.value is not None or (asked and day.options))
    return day._replace(end=day.end + at) if day is not None and known else None


def _thing(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``first thing on Monday``, ``last thing yesterday``."""
    thing = key_at(words, i + 1) == "thing" and not clock.ahead
    day = _led(words, i + 2, clock) if thing else None
    if words[i].key == "last":
        return day or last_few(words, i) or last_weekday(words, i, clock)
    return day or ordinal_date(words, i, clock)


def _near(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``around Monday``, ``about the 14th``: no one day; ``about Monday`` is what was spoken of."""
    span = vague_ago(words, i, clock)
    topic = words[i].key == "about" and key_at(words, i + 1) != "the"
    day = None if span is not None or clock.ahead or topic else _led(words, i + 1, clock, asked=True)
    if day is None or (words[i].key == "about" and i and not is_closed(words, day.end)):
        return span
    if day.value is None:
        return day  # about the 20th, of which month
    return day._replace(value=None, problem="that is no one day: write the date", options=(day.value,))


def _lately_on(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``earlier on Monday``, ``just yesterday``; ``just now`` and ``earlier this week`` are phrases."""
    plain = words[i].key in ("just", "only")
    day = (
        None if clock.ahead or (plain and key_at(words, i + 1) != "yesterday") else _led(words, i + 1, clock)
    )
    return day or vague_ago(words, i, clock)


def _between(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``between Monday and Wednesday``: more than one day."""
    first = _led(words, i + 1, clock)
    joined = first is not None and key_at(words, first.end) in ("and", "&", "to", "-")
    last = _led(words, first.end + 1, clock) if first is not None and joined else None
    return ParsedDate(last.end, None, ONE_DAY) if last is not None else None


_Reader = Callable[[Sequence[Word], int, Clock], ParsedDate | None]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(MONTHS, month_first),
    **dict.fromkeys((*NUMBERS, "half"), _spanned),
    **dict.fromkeys(("eom", "eoq", "eoy", *AROUND), _around),
    **dict.fromkeys(WEEKDAYS, _weekday),
    "penultimate": penultimate_weekday,
    "past": lambda words, i, clock: last_few(words, i) or last_weekday(words, i, clock),
    "next": next_weekday, **dict.fromkeys(_COMING, next_weekday),
    **dict.fromkeys(("week", "wk", "kw", "cw"), _week),
    **dict.fromkeys(("recently", "lately"), lately),
    "this": this_weekday, "in": _in, "within": _in, "the": _the,
    **dict.fromkeys(("during", "throughout"), lambda words, i, _clock: period_at(words, i)),
    **dict.fromkeys((*_DAYTIMES, "weekend", "lunchtime", "teatime", "mid-morning", "mid-afternoon"), _day),
    **dict.fromkeys(("exactly", "precisely"), lambda words, i, clock: _led(words, i + 1, clock)),
    **dict.fromkeys(ORDINALS, ordinal_date),
    **dict.fromkeys(("first", "last"), _thing),
    **dict.fromkeys(("about", "around", "roughly", "approximately", "approx", "circa"), _near),
    **dict.fromkeys(("earlier", "later", "just", "only"), _lately_on),
    **dict.fromkeys(("q1", "q2", "q3", "q4"), quarter),
    "between": _between, "most": most_days,
}  # fmt: skip
DATE_WORDS = frozenset(
    re.split(r"[\W\d]", key)[0] for key in (*_READERS, *_FIXED, *FIRST_WORDS, *SPAN_WORDS, "on")
) - {""}
"""The letters that date phrases can begin with."""
