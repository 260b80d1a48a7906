"""Times of day in words: ``half past two``, ``at four``, ``8ish``, ``4 in the morning``."""

import re
from collections.abc import Sequence
from datetime import time

from netui.domain.natural_dates.tokens import NUMBERS, Word, is_closed, key_at

_MINUTES = {
    "half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25,
    "5": 5, "10": 10, "15": 15, "20": 20, "25": 25,
}  # fmt: skip
_HOURS = {word: hour for word, hour in NUMBERS.items() if word not in ("a", "an")}
_DAYS = ("today", "yesterday", "tomorrow", "last")
_HALVES = {
    ("in", "the", "morning"): False, ("in", "the", "afternoon"): True, ("in", "the", "evening"): True,
    ("at", "night"): True,
}  # fmt: skip


def spoken_time(cut: Sequence[Word], i: int, *, led: bool) -> tuple[int, time, bool] | None:
    """The index after a time in words at ``i``, the time, and whether its half of the day was said.

    ``led``: ``at``, ``about`` or ``around`` stands before it. Without its half it is that of the morning.
    """
    i += cut[i].key == "a" and key_at(cut, i + 1) == "quarter"
    key, side = cut[i].key, key_at(cut, i + 1)
    minute, before = _MINUTES.get(key), side in ("to", "before")
    fraction = key in ("half", "quarter")
    if minute is not None and (before or side in ("past", "after")):
        hour, end = _hour(key_at(cut, i + 2)) - before, i + 3
        minute, named = 60 - minute if before else minute, led or fraction or side == "past"
        if not named or not _hour(key_at(cut, i + 2)):
            return None  # ten to four, as in a vote
    elif key == "half":
        hour, minute, end = _hour(side), 30, i + 2  # half two
    else:
        said = re.sub(r"-?ish\Z", "", key)
        o_clock = side in ("o'clock", "oclock")
        hour, minute, end = _hour(said), 0, i + 1 + o_clock
        fraction = said != key or o_clock
    if end <= i + 2 and not hour:
        return None
    late, close = _half_of_day(cut, end)
    whole = end == i + 3 and fraction
    if late is None and not whole and not ((led or fraction or end == i + 3) and _is_closed(cut, end)):
        return None
    return close, time(hour % 12 + 12 * bool(late), minute), late is not None


def _hour(key: str) -> int:
    """The hour of the clock face that ``key`` says in letters or digits, else 0."""
    hour = int(key) if key.isdecimal() and len(key) < 3 else _HOURS.get(key, 0)
    return hour if hour <= 12 else 0


def _is_closed(cut: Sequence[Word], end: int) -> bool:
    """Whether nothing follows that the last word could count: ``at four shops``."""
    follower = key_at(cut, end)
    return (is_closed(cut, end) and follower not in ("to", "by")) or follower in _DAYS


def _half_of_day(cut: Sequence[Word], at: int) -> tuple[bool | None, int]:
    """Whether words at ``at`` say it was late, as ``in the afternoon``, and the index after them."""
    for phrase, late in _HALVES.items():
        if tuple(key_at(cut, at + n) for n in range(len(phrase))) == phrase:
            return late, at + len(phrase)
    return None, at
