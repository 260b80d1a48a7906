"""Vague dates, which name more than one day: ``2-3 days ago``, ``in a week or so``, ``early November``."""

import re
from collections.abc import Sequence

from netui.domain.model.dates import full_day
from netui.domain.natural_dates.tokens import (
    BEHIND,
    MONTHS,
    NUMBERS,
    UNITS,
    WEEKDAYS,
    Clock,
    ParsedDate,
    Word,
    is_closed,
    key_at,
    shift,
    word_set,
)

HEDGES = word_set("""
    about around roughly approximately approx almost nearly over under just maybe
""")
"""Words before a span that make it vague."""
_COUNTS = word_set("few couple several some many good half dozen odd")
_INNER = word_set("of or so to and - – more than less like the last")
_RANGE = re.compile(r"(\d{1,3})(?:[-–](\d{1,3}))?(?:ish|-ish|\+)?\Z")
_AGES = (
    "ages", "moments", "decades", "weekend", "weekends", "summers", "winters", "while", "yonks", "eons",
    "aeons", "terms", "semesters", "seasons", "forever", "centuries",
)  # fmt: skip
SPAN_WORDS = HEDGES | _COUNTS | frozenset(_AGES)
"""Words that a vague span can begin with, besides numbers and units."""
PLURAL_WEEKDAYS = frozenset(f"{name}s" for name in WEEKDAYS)
_BACK = ("ago", "back", "earlier", "prior")
_LONGEST = 9
_NIGHTS = ("night", "nights", "evening", "evenings")
"""Spans of a day each: a night or two ago."""
_BESIDE_A_DAY = word_set("before after of that when the we they he she i it")
"""Words behind a day that has no date of its own: the night of the storm, the day the clocks changed."""
_DECADES = ("fifties", "sixties", "seventies", "eighties", "nineties", "noughties", "tens")
AROUND = word_set("early late mid middle beginning start end")
"""Words before a month or week that name a part of it."""


_SHORT_UNITS = {
    "wk": "week", "mth": "month", "yr": "year", "wkend": "weekend", "wknd": "weekend", "qtr": "quarter",
}  # fmt: skip


def shortened(phrases: Sequence[str]) -> list[str]:
    """The phrases of which the last word is a unit, with that in short: ``last yr``."""
    split = [phrase.rpartition(" ") for phrase in phrases]
    shorts = _SHORT_UNITS.items()
    return [f"{lead} {short}" for lead, _, said in split for short, unit in shorts if lead and said == unit]


def starts_span(key: str) -> bool:
    """Whether a vague span may begin with the word."""
    return key in SPAN_WORDS or key in NUMBERS or key in UNITS


def vague_ago(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``a day or two ago``, ``10ish days back``, ``over a week ago``; hours and minutes ago are today."""
    for j in range(i, min(i + _LONGEST, len(words))):
        if key_at(words, j) in _BACK and j > i and not words[j - 1].stops:
            return _span(words, i, j, j + 1, clock, -1)
        if not _inside(words[j]):
            return None
    return None


def vague_ahead(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``in a week or two``, ``within 2-3 days``; ``i`` is the word after the preposition."""
    last = 0
    for j in range(i, min(i + _LONGEST, len(words))):
        if not _inside(words[j]):
            break
        last = j + 1 if words[j].key in UNITS or words[j].key == "so" else last
        if words[j].stops:
            break
    if last and key_at(words, last) in ("two", "three", "so"):
        last += 1
    counted = last and key_at(words, i) not in UNITS and key_at(words, i) not in _AGES
    return _span(words, i, last, last, clock, 1) if counted else None


def _inside(word: Word) -> bool:
    key = word.key
    return (
        key in _NIGHTS
        or starts_span(key)
        or key in _INNER
        or key in PLURAL_WEEKDAYS
        or _RANGE.match(key) is not None
    )


def _span(words: Sequence[Word], i: int, stop: int, end: int, clock: Clock, sign: int) -> ParsedDate | None:
    keys = [word.key for word in words[i:stop]]
    units = [UNITS[key] for key in keys if key in UNITS and len(key) > 1] + [
        "d" for key in keys if key in _NIGHTS
    ]
    units = units or ["y" for key in keys if key in _AGES or key in PLURAL_WEEKDAYS]
    if not units or any(word.stops for word in words[i : stop - 1]):
        return None
    if set(units) <= {"h", "n"} and "moments" not in keys:
        return ParsedDate(end, clock.today)
    said = " ".join(word.key for word in words[i:end])
    counts: list[int] = []
    for key in keys:
        found = _RANGE.match(key)
        counts += [int(part) for part in found.groups() if part] if found else []
        counts += [NUMBERS[key]] if key in NUMBERS else []
    if len(counts) == 2 and len(set(units)) == 1 and units[0] in "dw":
        one, other = (shift(clock, sign * count, units[0]) for count in counts)
        problem = f"it can be {full_day(one)} or {full_day(other)}: write the date"
        return ParsedDate(end, None, problem, options=(one, other))
    if clock.ahead and sign < 0:
        return ParsedDate(end, None, f"“{said}” {BEHIND}")
    hint = "‘last tue’ or ‘5 days ago’" if sign < 0 else "‘fri’ or ‘in 5 days’"
    return ParsedDate(end, None, f"“{said}” is no one day: say which, as in {hint}")


def lately(words: Sequence[Word], i: int, _clock: Clock) -> ParsedDate | None:
    """``recently``."""
    return ParsedDate(i + 1, None, f"“{words[i].key}” is no one day: say which", sure=False)


def unnamed_day(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``the day before`` what is no date, ``the night of the storm``; ``of`` stands at ``i``."""
    beside = key_at(words, i) in _BESIDE_A_DAY
    return ParsedDate(i + 1, None, "write the date", sure=False) if beside else None


def most_days(words: Sequence[Word], i: int, _clock: Clock) -> ParsedDate | None:
    """``most Tuesdays``, ``most weeks``."""
    follower = key_at(words, i + 1)
    often = follower in PLURAL_WEEKDAYS or follower in ("days", "nights", "weeks", "weekends", "months")
    return ParsedDate(i + 2, None, "that is no one day: say which", sure=False) if often else None


def part_of_month(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``early November``, ``mid-november``, ``the end of last month``: more than one day."""
    head, _, tail = words[i].key.partition("-")
    if tail:
        if head in AROUND and tail in MONTHS:
            return ParsedDate(i + 1, None, f"“{words[i].key}” is more than one day: say which")
        return None
    at = i + 1 + (key_at(words, i + 1) in ("of", "in"))
    qualified = key_at(words, at) in ("the", "this", "last", "next")
    key = key_at(words, at + qualified)
    unlike = key in ("may", "march", "mar") and at == i + 1  # early may, late march: other words too
    unlike = unlike and not (words[i].key == "mid" or is_closed(words, at + 1))
    if (key in MONTHS and len(key) > 2 and not unlike) or (
        at > i + 1 and key in ("week", "month", "year", "weekend", "summer", "quarter")
    ):
        return ParsedDate(at + qualified + 1, None, "that is more than one day: say which")
    return None


def nth_week(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``first week of November``, ``last days of the month``: more than one day."""
    parts = ("week", "weekend", "half", "days", "fortnight", "part")
    if key_at(words, i + 1) not in parts or key_at(words, i + 2) not in ("of", "in"):
        return None
    at = i + 3 + (key_at(words, i + 3) in ("the", "this", "last", "next"))
    if key_at(words, at) not in (*MONTHS, "month", "year"):
        return None
    return ParsedDate(at + 1, None, "that is more than one day: say which")


def numbered_week(words: Sequence[Word], i: int, _clock: Clock) -> ParsedDate | None:
    """``week 46``."""
    number = key_at(words, i + 1)
    if not number.isdecimal() or len(number) > 2 or not is_closed(words, i + 2):
        return None
    return ParsedDate(i + 2, None, "a week is more than one day: say which", sure=False)


def last_few(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``last two Saturdays``, ``past 3 weeks``."""
    count, counted = key_at(words, i + 1), key_at(words, i + 2)
    some = count in NUMBERS or count in _COUNTS or count.isdecimal()
    many = counted in PLURAL_WEEKDAYS or counted in ("days", "nights", "weeks", "weekends", "months")
    return ParsedDate(i + 3, None, "that is no one day: say which", sure=False) if some and many else None


def quarter(words: Sequence[Word], i: int, _clock: Clock) -> ParsedDate | None:
    """``Q4``."""
    problem = "a quarter is more than one day: say which"
    topic = i > 0 and words[i - 1].key in ("on", "to", "for", "until")
    return ParsedDate(i + 1, None, problem, sure=False) if is_closed(words, i + 1) and not topic else None


def period_at(words: Sequence[Word], i: int) -> ParsedDate | None:
    """``in 2025``, ``in '98``, ``in the 90s``, ``in the summer``: a span of time rather than a day."""
    at = i + 1 + (key_at(words, i + 1) == "the")
    key = key_at(words, at)
    season = key in ("spring", "summer", "autumn", "fall", "winter") or (
        key == "new" and key_at(words, at + 1) == "year"
    )
    year = at == i + 1 and re.fullmatch(r"(?:19|20)\d\d|['’]\d\d", key) is not None
    year = year or key in _DECADES or re.fullmatch(r"['’]?(?:19|20)?\d0s", key) is not None
    end = at + 1 + (key == "new")
    if (season or year) and is_closed(words, end):
        return ParsedDate(end, None, "that is more than one day: say which", sure=False)
    return None
