"""Times of day in words: ``half past two``, ``at four``, ``8ish``, ``4 in the morning``."""

import re
from collections.abc import Sequence
from datetime import time
from typing import NamedTuple

from netui.domain.natural_dates.tokens import NUMBERS, Word, is_closed, key_at

_MINUTES = {
    "half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25,
    "5": 5, "10": 10, "15": 15, "20": 20, "25": 25,
}  # fmt: skip
_HOURS = {word: hour for word, hour in NUMBERS.items() if word not in ("a", "an")}
_EXACT = re.compile(r"([01]?\d|2[0-3])(?:[:.]?([0-5]\d))?(h|hrs|uhr)\Z")
"""A time by the 24-hour clock: 19h, 1930h, 19.30 Uhr."""
_DAYS = ("today", "yesterday", "tomorrow", "last")
_HALVES = {
    ("in", "the", "morning"): False, ("in", "the", "afternoon"): True, ("in", "the", "evening"): True,
    ("at", "night"): True,
}  # fmt: skip


def spoken_time(cut: Sequence[Word], i: int, *, led: bool) -> tuple[int, time, bool] | None:
    """The index after a time in words at ``i``, the time, and whether its half of the day was said.

    ``led``: ``at``, ``about`` or ``around`` stands before it. Without its half it is that of the morning.
    """
    exact = _exact_time(cut, i, led=led)
    if exact is not None:
        return exact
    i += cut[i].key == "a" and key_at(cut, i + 1) == "quarter"
    found = _fraction(cut, i, led=led) or _whole_hour(cut, i, led=led)
    if found is None:
        return None
    late, close = _half_of_day(cut, found.end)
    if late is None and not found.sure and not _is_closed(cut, found.end):
        return None
    return close, time(found.hour % 12 + 12 * bool(late), found.minute), late is not None


class _Spoken(NamedTuple):
    """An hour of the clock face; ``sure`` where it is a time whatever follows."""

    end: int
    hour: int
    minute: int
    sure: bool = False


def _fraction(cut: Sequence[Word], i: int, *, led: bool) -> _Spoken | None:
    """``half past two``, ``quarter to five``, ``ten past one``, ``half two``."""
    key, side = cut[i].key, key_at(cut, i + 1)
    minute, hour = _MINUTES.get(key, 0), _hour(key_at(cut, i + 2))
    sure = key in ("half", "quarter")
    apart = led or sure or side == "past" or (i > 0 and cut[i - 1].stops)  # else ten to four, as in a vote
    if minute and hour and apart and side in ("past", "after"):
        return _Spoken(i + 3, hour, minute, sure)
    if minute and hour and apart and side in ("to", "before"):
        return _Spoken(i + 3, hour - 1, 60 - minute, sure)
    return _Spoken(i + 2, _hour(side), minute) if key == "half" and _hour(side) else None


def _whole_hour(cut: Sequence[Word], i: int, *, led: bool) -> _Spoken | None:
    """``at four``, ``8ish``, ``7:30ish``, ``4 o'clock``, ``4 in the afternoon``."""
    about = re.fullmatch(r"(\w+?)(?::([0-5]\d))?-?ish", cut[i].key)
    o_clock = key_at(cut, i + 1) in ("o'clock", "oclock")
    hour, end = _hour(about[1] if about is not None else cut[i].key), i + 1 + o_clock
    expected = led or about is not None or o_clock or _half_of_day(cut, end)[0] is not None
    return _Spoken(end, hour, int((about and about[2]) or 0)) if hour and expected else None


def _exact_time(cut: Sequence[Word], i: int, *, led: bool) -> tuple[int, time, bool] | None:
    """``at 19h``, ``1930h``, ``16 Uhr``, in French ``à 15h``; ``19h`` alone may be how long it took."""
    french = cut[i].key == "a"
    at = i + french
    uhr = key_at(cut, at + 1) == "uhr"
    found = _EXACT.match(key_at(cut, at) + "uhr" * uhr)
    if found is None or (found[3] == "h" and not (led or french or len(found[0]) > 4)):
        return None
    return at + 1 + uhr, time(int(found[1]), int(found[2] or 0)), True


def _hour(key: str) -> int:
    """The hour of the clock face that ``key`` says in letters or digits, else 0."""
    hour = int(key) if key.isdecimal() and len(key) < 3 else _HOURS.get(key, 0)
    return hour if hour <= 12 else 0


def _is_closed(cut: Sequence[Word], end: int) -> bool:
    """Whether nothing follows that the last word could count: ``at four shops``."""
    follower = key_at(cut, end)
    return (is_closed(cut, end) and follower not in ("to", "by")) or follower in (*_DAYS, "sharp")


def _half_of_day(cut: Sequence[Word], at: int) -> tuple[bool | None, int]:
    """Whether words at ``at`` say it was late, as ``in the afternoon``, and the index after them."""
    for phrase, late in _HALVES.items():
        if tuple(key_at(cut, at + n) for n in range(len(phrase))) == phrase:
            return late, at + len(phrase)
    return None, at
