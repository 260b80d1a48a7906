"""Times of day in words: ``half past two``, ``at four``, ``4 in the morning``, ``16 Uhr``."""

import re
from collections.abc import Sequence
from datetime import time

from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.times.clock_face import Hour, hour_of, may_end, may_lead, on_face
from netui.domain.natural_dates.tokens import Word, key_at

_MINUTES = {
    "half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25,
    "5": 5, "10": 10, "15": 15, "20": 20, "25": 25,
}  # fmt: skip
_EXACT = re.compile(r"([01]?\d|2[0-3])(?:[:.]?([0-5]\d))?(h|hrs|uhr)\Z")
"""A time by the 24-hour clock: 19h, 1930h, 19.30 Uhr."""
_HALVES = {
    ("in", "the", "morning"): False, ("in", "the", "afternoon"): True, ("in", "the", "evening"): True,
    ("at", "night"): True, ("am",): False, ("a.m",): False, ("pm",): True, ("p.m",): True,
}  # fmt: skip


def spoken_time(cut: Sequence[Word], i: int, *, led: bool, begins: bool = False) -> Hour | None:
    """The time in words at ``i``.

    ``led``: ``at``, ``about`` or ``around`` stands before it. ``begins``: it is what the line begins with, so
    that any word may follow.
    """
    exact = _exact_time(cut, i, led=led)
    if exact is not None:
        return exact
    i += cut[i].key == "a" and key_at(cut, i + 1) in ("quarter", "half")
    found = _fraction(cut, i, led=led) or _whole_hour(cut, i, led=led)
    if found is None:
        return None
    late, close = (found.late, found.end) if found.late is not None else _half_of_day(cut, found.end)
    if late is not None:
        return Hour(close, time(found.hour % 12 + 12 * late, found.minute))
    if found.sure or may_end(cut, found.end) or (begins and may_lead(cut, found.end)):
        return on_face(found.end, found.hour or 12, found.minute)
    return None


class _Spoken(NamedTuple):
    """An hour of the clock face; ``sure`` where it is a time whatever follows, ``late`` where it says so."""

    end: int
    hour: int
    minute: int
    sure: bool = False
    late: bool | None = None


def _fraction(cut: Sequence[Word], i: int, *, led: bool) -> _Spoken | None:
    """``half past two``, ``quarter to five``, ``ten past one``, ``half two``."""
    key, side = cut[i].key, key_at(cut, i + 1)
    said, minute = key_at(cut, i + 2), _MINUTES.get(key, 0)
    late = {"am": False, "pm": True}.get(said[-2:])
    hour = hour_of(said if late is None else said[:-2])
    sure = key in ("half", "quarter")
    apart = led or sure or side == "past"  # else ten to four, as in a vote
    apart = apart or (i > 0 and cut[i - 1].stops and key.isalpha())
    if minute and hour and apart and side in ("past", "after"):
        return _Spoken(i + 3, hour, minute, sure, late)
    if minute and hour and apart and side in ("to", "before", "of", "til", "till"):
        return _Spoken(i + 3, hour - 1, 60 - minute, sure, late)
    return _Spoken(i + 2, hour_of(side), minute) if key == "half" and hour_of(side) else None


def _whole_hour(cut: Sequence[Word], i: int, *, led: bool) -> _Spoken | None:
    """``at four``, ``four thirty``, ``4 o'clock``, ``4 in the afternoon``."""
    key, _, glued = cut[i].key.partition("-")
    follower = glued or key_at(cut, i + 1)
    o_clock = follower in ("o'clock", "oclock")
    minute = {"fifteen": 15, "thirty": 30, "forty-five": 45}.get(follower, 0)
    hour = hour_of(key) if minute or not glued else 0
    end = i + 1 + (not glued and (o_clock or minute > 0))
    expected = led or o_clock or _half_of_day(cut, end)[0] is not None
    return _Spoken(end, hour, minute, o_clock) if hour and expected else None


def _exact_time(cut: Sequence[Word], i: int, *, led: bool) -> Hour | None:
    """``at 19h``, ``1930h``, ``16 Uhr``, in French ``à 15h``; ``19h`` alone may be how long it took."""
    french = cut[i].key == "a"
    at = i + french
    uhr = key_at(cut, at + 1) == "uhr"
    found = _EXACT.match(key_at(cut, at) + "uhr" * uhr)
    if found is None:
        return None
    begins = i == 0 and int(found[1]) > 6 and may_lead(cut, at + 1)  # 15h café avec Ada
    if found[3] == "h" and not (led or french or begins or len(found[0]) > 4):
        return None
    return Hour(at + 1 + uhr, time(int(found[1]), int(found[2] or 0)))


def _half_of_day(cut: Sequence[Word], at: int) -> tuple[bool | None, int]:
    """Whether words at ``at`` say it was late, as ``in the afternoon``, and the index after them."""
    for phrase, late in _HALVES.items():
        if tuple(key_at(cut, at + n) for n in range(len(phrase))) == phrase:
            return late, at + len(phrase)
    return None, at
