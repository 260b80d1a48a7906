"""Hours of the clock face: early or late, and whether what follows a bare number lets it be an hour."""

from collections.abc import Sequence
from datetime import time

from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.tokens import MONTHS, NUMBERS, WEEKDAYS, Word, is_closed, key_at, word_set

NO_SUCH_TIME = "there is no such time: write it as in 14:30 or 3pm"
HALVES = ("am", "pm", "a.m", "p.m")
_BEHIND = word_set("""
    today yesterday tomorrow tonight tonite last this sharp ish onwards onward w near outside inside opposite
    behind beside before after until till because so when as but again during without i we he she they it
    instead had went met rang saw came got took drove lost won drew beat ran sat ate spoke
""") | frozenset(WEEKDAYS)
_ADDRESS = word_set("""
    street st road rd avenue ave lane ln court square place hill park club bar house plaza way drive close rue
    blvd boulevard
""")
_COUNTED = word_set("""
    people percent euro men women children hundred thousand million grand
    failed missed wasted attempted rejected cancelled canceled aborted delayed repeated unanswered abandoned
    unreturned ignored extended heated crowded packed shared combined
""")
_LATE = {
    "afternoon": range(12, 20), "evening": range(16, 24), "night": range(18, 24),
    "tonight": range(16, 24), "nite": range(18, 24), "tonite": range(16, 24),
}  # fmt: skip
"""The hours, past noon, of each part of the day."""


class Hour(NamedTuple):
    """A time of day that ends before word ``end``.

    ``options``: what a refused one can be, or the time of either half of the day where the value is the
    likelier one. ``spans``: the words of a stretch of time. ``loose``: a number that is a time only where
    one is expected.
    """

    end: int
    value: time | None
    problem: str = ""
    options: tuple[time, ...] = ()
    spans: tuple[int, int] | None = None
    loose: bool = False


def on_face(end: int, hour: int, minute: int = 0, *, written: bool = False) -> Hour:
    """An hour of the clock face without its half of the day; ``written`` with its minutes, as in 7:30."""
    both = time(hour % 12, minute), time(hour % 12 + 12, minute)
    if written and hour >= 7:
        return Hour(end, time(hour, minute), options=both)
    said = f"{hour}:{minute:02d}" if minute else f"{hour}"
    return Hour(end, None, f"“{said}” can be early or late: write {said}am or {said}pm", both)


def hour_of(key: str) -> int:
    """The hour of the clock face that ``key`` says in letters or digits, else 0."""
    hour = int(key) if key.isdecimal() and len(key) < 3 else NUMBERS.get(key, 0) if len(key) > 2 else 0
    return hour if hour <= 12 else 0


def may_end(cut: Sequence[Word], end: int) -> bool:
    """Whether nothing follows that a number before ``end`` could count: ``at four shops``."""
    follower = key_at(cut, end)
    if follower == "to":
        return not (hour_of(key_at(cut, end + 1)) or key_at(cut, end + 1)[:1].isdigit())
    if end < len(cut) and cut[end].key in MONTHS:
        return False  # 16. November
    if follower.endswith("ed") and follower not in _COUNTED:
        return True  # at 4 called Ada; not: after three failed attempts
    return is_closed(cut, end) or follower in _BEHIND or key_at(cut, end + 1) == "time"  # at 5 my time


def may_lead(cut: Sequence[Word], end: int) -> bool:
    """Whether a clause may follow a number that is its hour: ``at 4 coffee with Ada``; no address does."""
    follower = key_at(cut, end)
    if cut[end - 1].key == "one":
        return False  # at one point
    if not follower[:1].isalpha() or not _ADDRESS.isdisjoint(key_at(cut, end + n) for n in range(3)):
        return False
    return len(follower) > 2 and follower not in _COUNTED and not follower.endswith("s")


def pick_half(parts: Sequence[str], options: Sequence[time]) -> time | None:
    """The one of two times that lies in a part of the day among ``parts`` (``morning``); None without."""
    if len(options) != 2 or options[0].hour + 12 != options[1].hour:
        return None
    for part in parts:
        if part == "morning" and options[0].hour:
            return options[0]
        if options[1].hour in _LATE.get(part, ()):
            return options[1] if options[0].hour or part == "afternoon" else None
    return None
