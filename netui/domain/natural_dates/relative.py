"""Parse relative dates ("yesterday", "last fri", "in 3 weeks", "end of month"), and refuse vague ones.

Works on tokenized words (:class:`Word`) and a given today. A phrase that names a day gives a
:class:`ParsedDate` with a value; one that leaves open which day gives one with a problem; anything
else gives None.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from netui.domain.model.dates import Span, month_length
from netui.domain.natural_dates.calendar import (
    ORDINALS,
    day_of_month,
    month_first,
    numeric_date,
    ordinal_date,
)
from netui.domain.natural_dates.tokens import (
    MONTHS,
    NO_SUCH_DAY,
    NUMBERS,
    UNITS,
    WEEKDAYS,
    Clock,
    ParsedDate,
    Word,
    format_date,
    key_at,
    matches_phrase,
    shift,
    span_at,
)

_PARTS = {"morning", "afternoon", "evening", "night", "lunchtime"}
_OFFSETS = {
    "today": 0, "tonight": 0, "just now": 0, "this morning": 0, "this afternoon": 0, "this evening": 0,
    "earlier today": 0, "later today": 0, "yesterday": -1, "last night": -1, "tomorrow": 1, "tmrw": 1,
    "day before yesterday": -2, "the day before yesterday": -2,
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
    "at christmas", "over christmas", "christmas day", "christmas eve", "boxing day", "new year's eve",
    "new year's day", "at easter", "over easter", "on thanksgiving", "on halloween", "last summer",
    "last winter", "last spring", "last autumn", "last fall", "this summer", "this winter",
    "this spring", "this autumn", "next summer", "next winter", "next spring", "next autumn",
)  # fmt: skip
_ENDS = {"eom": "month", "eoq": "quarter", "eoy": "year"}


def _phrases(texts: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(texts, key=lambda text: -len(text.split())):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return table


_FIXED = _phrases([*_OFFSETS, *_DUE_OFFSETS, *_VAGUE])


def day_at(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The day that the words at ``i`` name; in ``clock``'s direction where they leave it open."""
    key = words[i].key
    if not key:
        return None
    try:
        fixed = _fixed(words, i, clock)
        if fixed is not None:
            return fixed
        if key[0].isdigit():
            return _spanned(words, i, clock) or numeric_date(words, i, clock)
        reader = _READERS.get(key)
        return reader(words, i, clock) if reader else None
    except (ValueError, OverflowError):
        end = min(i + 3, len(words))
        return ParsedDate(end, None, NO_SUCH_DAY)


def _fixed(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    for phrase in _FIXED.get(words[i].key, ()):
        if not matches_phrase(words, i, phrase):
            continue
        text, end = " ".join(phrase), i + len(phrase)
        offset = _OFFSETS.get(text)
        if offset is None and clock.ahead:
            offset = _DUE_OFFSETS.get(text)
        if offset is not None:
            if clock.ahead and offset < 0:
                return ParsedDate(end, None, f"“{text}” lies behind; a due date lies ahead")
            if key_at(words, end) in _PARTS:
                end += 1
            return ParsedDate(end, clock.today + timedelta(offset))
        if text in _DUE_OFFSETS:
            return None
        return _vague(words, i, phrase, clock)
    return None


def _vague(words: Sequence[Word], i: int, phrase: tuple[str, ...], clock: Clock) -> ParsedDate:
    text, end = " ".join(phrase), i + len(phrase)
    weeks = {"last week": -1, "this week": 0, "next week": 1}.get(text)
    follower = end + (key_at(words, end) == "on")
    if weeks is not None and key_at(words, follower) in WEEKDAYS:
        return ParsedDate(follower + 1, _in_week(clock.today, weeks, WEEKDAYS[words[follower].key]))
    if clock.ahead and phrase[0] == "next" and phrase[1] in UNITS:
        return ParsedDate(end, Span(1, UNITS[phrase[1]]).after(clock.today))
    hint = "‘fri’ or ‘sun’" if clock.ahead else "‘last tue’ or ‘5 days ago’"
    return ParsedDate(end, None, f"“{text}” is more than one day: say which, as in {hint}")


def _the(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``the 14th``, ``the 14th of march``."""
    if words[i].stops or i + 1 >= len(words):
        return None
    if words[i + 1].key == "end":
        return _end(words, i + 1, clock)
    if words[i + 1].key in ORDINALS:
        return ordinal_date(words, i + 1, clock)
    dated = numeric_date(words, i + 1, clock) if key_at(words, i + 2) in ("of", *MONTHS) else None
    return dated or day_of_month(words, i + 1, clock)


def _in_week(today: date, weeks: int, weekday: int) -> date:
    """That weekday of the week (Monday to Sunday) ``weeks`` from this one."""
    return today + timedelta(7 * weeks + weekday - today.weekday())


def _weekday(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    key, today = words[i].key, clock.today
    weekday = WEEKDAYS[key]
    if key_at(words, i + 1) == "week":
        return ParsedDate(i + 2, None, f"“{key} week” can be read two ways: write the date")
    for weeks, name in ((-1, "last"), (1, "next")):
        if matches_phrase(words, i, (key, name, "week")):
            return ParsedDate(i + 3, _in_week(today, weeks, weekday))
    if key_at(words, i + 1) == "coming":
        return ParsedDate(i + 2, _weekday_after(today, weekday))
    dated = _dated(words, i + 1, clock)
    if dated is not None:
        if dated.value is not None and dated.value.weekday() != weekday:
            return dated._replace(value=None, problem=f"{format_date(dated.value)} is not a {key}")
        return dated
    day = _weekday_after(today, weekday) if clock.ahead else _weekday_before(today, weekday)
    end = i + 2 if key_at(words, i + 1) in _PARTS else i + 1
    return ParsedDate(end, day, sure=len(key) > 4 or end > i + 1)


def _dated(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """The calendar date that may follow a weekday (``mon 9 nov``, ``Monday, 9 November``)."""
    if i >= len(words):
        return None
    if words[i].key[:1].isdigit():
        return numeric_date(words, i, clock) or day_of_month(words, i, clock)
    if words[i].key in MONTHS:
        return month_first(words, i, clock)
    return _the(words, i, clock) if words[i].key == "the" else None


def _weekday_before(today: date, weekday: int) -> date:
    return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)


def _weekday_after(today: date, weekday: int) -> date:
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _last(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    key = key_at(words, i + 1)
    if key in WEEKDAYS:
        end = i + 3 if key_at(words, i + 2) in _PARTS else i + 2
        if clock.ahead:
            return ParsedDate(end, None, f"“last {key}” lies behind; a due date lies ahead")
        return ParsedDate(end, _weekday_before(clock.today, WEEKDAYS[key]))
    if key in MONTHS:
        return ParsedDate(i + 2, None, f"“last {key}” is more than one day: say which")
    return None


def _next(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    key, coming = key_at(words, i + 1), clock._replace(ahead=True)
    if words[i].key == "coming" or key == "coming":
        at = i + 1 + (key == "coming")
        key = key_at(words, at)
        return ParsedDate(at + 1, _weekday_after(clock.today, WEEKDAYS[key])) if key in WEEKDAYS else None
    if key in WEEKDAYS:
        near = _weekday_after(clock.today, WEEKDAYS[key])
        far = _in_week(clock.today, 1, WEEKDAYS[key])
        if near == far:
            return ParsedDate(i + 2, near)
        return ParsedDate(
            i + 2, None, f"“next {key}” can be {format_date(near)} or {format_date(far)}: write the date"
        )
    if key in MONTHS or key[:1].isdigit():
        found = _dated(words, i + 1, coming)
        if found is not None and found.value is not None and found.value == clock.today:
            return found._replace(value=found.value.replace(year=clock.today.year + 1))
        return found
    return None


def _this(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    key = key_at(words, i + 1)
    if key == "coming":
        return _next(words, i, clock)
    if key == "past" and key_at(words, i + 2) in WEEKDAYS:
        return ParsedDate(i + 3, _weekday_before(clock.today, WEEKDAYS[words[i + 2].key]))
    if key not in WEEKDAYS:
        return None
    day = _in_week(clock.today, 0, WEEKDAYS[key])
    if day < clock.today:
        return ParsedDate(
            i + 2, None, f"“this {key}” is over or still to come: write ‘last {key}’ or the date"
        )
    return ParsedDate(i + 2, day)


def _spanned(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``3 days ago``, ``2w from now``."""
    found = span_at(words, i)
    if found is None:
        return None
    count, unit, end = found
    follower, then = key_at(words, end), key_at(words, end + 1)
    if follower == "ago":
        if clock.ahead:
            return ParsedDate(end + 1, None, "“ago” lies behind; a due date lies ahead")
        if then in WEEKDAYS or then in ("last", "yesterday"):
            return ParsedDate(end + 2, None, f"“ago {then}” can be read two ways: write the date")
        return ParsedDate(end + 1 + (then == "today"), shift(clock, -count, unit))
    if follower == "from" and then in ("now", "today"):
        return ParsedDate(end + 2, shift(clock, count, unit))
    if follower in ("from", "after") and (then == "tomorrow" or then in WEEKDAYS):
        return ParsedDate(end + 2, None, f"“{follower} {then}” can be read two ways: write the date")
    return None


def _in(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``in 3 weeks``; ``in march`` leaves the day open."""
    found = span_at(words, i + 1) if not words[i].stops else None
    if found is not None:
        count, unit, end = found
        if key_at(words, end) == "time":
            end += 1
        return ParsedDate(end, shift(clock, count, unit))
    key = key_at(words, i + 1)
    if key in MONTHS and words[i].key == "in":
        return ParsedDate(i + 2, None, f"“in {key}” is more than one day: say which", sure=False)
    return None


def _end(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``end of (the|this|next) month|quarter|year``, ``end of march``, ``eom``; due dates only."""
    if not clock.ahead:
        return None
    key, at, ahead = words[i].key, i, 0
    if key in _ENDS:
        unit = _ENDS[key]
    else:
        at = i + 1 if key == "end" else i
        if key_at(words, at) == "of":
            at += 1
        if key_at(words, at) in ("the", "this", "next"):
            ahead = int(words[at].key == "next")
            at += 1
        unit = key_at(words, at)
    today = clock.today
    year, month = today.year, today.month
    if unit == "month":
        year, month = divmod(year * 12 + month - 1 + ahead, 12)
        month += 1
    elif unit == "quarter":
        year, month = divmod(year * 12 + (month - 1) // 3 * 3 + 2 + 3 * ahead, 12)
        month += 1
    elif unit == "year":
        year, month = year + ahead, 12
    elif unit in MONTHS and at > i + 1:
        month = MONTHS[unit]
        year += month < today.month
    else:
        return None
    return ParsedDate(at + 1, date(year, month, month_length(year, month)))


_Reader = Callable[[Sequence[Word], int, Clock], ParsedDate | None]
_READERS: dict[str, _Reader] = {
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(MONTHS, month_first),
    **dict.fromkeys((*NUMBERS, "half"), _spanned),
    **dict.fromkeys(("end", "eom", "eoq", "eoy"), _end),
    "last": _last, "past": _last, "next": _next, "coming": _next, "this": _this, "in": _in, "within": _in,
    "the": _the,
    **dict.fromkeys(ORDINALS, ordinal_date),
}  # fmt: skip
