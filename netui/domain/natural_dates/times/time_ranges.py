"""Stretches of time: ``3-4pm``, ``10:00-10:30``, ``from two to three``, ``between 3 and 4``, ``2 till 4``."""

import re
from collections.abc import Sequence
from datetime import time

from netui.domain.named_tuple import NamedTuple
from netui.domain.natural_dates.times.clock_face import HALVES, NO_SUCH_TIME, Hour, may_end, may_lead, on_face
from netui.domain.natural_dates.tokens import NUMBERS, Word, key_at

_SIDE = re.compile(r"(\d{1,2})(?:([:.h])(\d\d))?h?(am|pm|a\.m|p\.m)?\Z")
_COMPACT = re.compile(r"([01]\d|2[0-3])([0-5]\d)()\Z")
_DASHES = re.compile("[-–—]")
_UNTIL = ("until", "till", "til")
_AND = ("and", "&", "+")
_TO = ("to", "-", "–", "—", "or", *_AND, *_UNTIL)
_ROUGHLY = ("gone", "past", "after", "about", "around", "nearly", "almost", "well")
_NAMED = {"noon": "12pm", "midday": "12pm", "midnight": "12am"}


class _Side(NamedTuple):
    """One end of a stretch; ``written`` behind a colon or h; ``compact`` is 0930, ``dotted`` 9.30."""

    hour: int
    minute: int
    half: str
    written: bool = False
    compact: bool = False
    dotted: bool = False


def time_range(cut: Sequence[Word], at: int, lead: str, *, expected: bool, begins: bool) -> Hour | None:
    """The time at which a stretch that begins at word ``at`` begins; None where there is none.

    ``lead`` is the word before it, ``expected`` whether a day is, ``begins`` whether any word may follow.
    """
    split = _split(cut, at)
    if split is None:
        return None
    left, right, joint, end = split
    first, last = _side(left), _side(right)
    if first is None or last is None or (joint in _AND and lead != "between"):
        return None
    exact = bool(first.half or last.half or first.written or last.written)
    closed = may_end(cut, end) or (begins and may_lead(cut, end))
    if not closed and (not exact or not (last.half or last.written)):
        return None
    loose = not (exact or lead or joint in _UNTIL or (expected and joint not in ("", "or")))
    timed = (first.compact and last.compact) or (first.dotted and last.dotted) or 12 < first.hour < last.hour
    if loose and joint != "to" and not (joint == "" and timed):
        return None
    if max(first.hour, last.hour) > 24 or max(first.minute, last.minute) > 59:
        return Hour(end, None, NO_SUCH_TIME) if exact else None
    if first.compact and last.compact and left[:2] in ("19", "20") and right[:2] in ("19", "20"):
        return None  # 2019-2021
    if not (exact or first.compact) and (last.hour - first.hour) % 12 not in range(1, 10):
        return None
    if joint == "or":
        some = [each for side in (first, last) for each in _options(side)]
        return Hour(end, None, "that is more than one time: write one", tuple(dict.fromkeys(some)))
    if loose and first.hour > 12 and not first.compact:  # 19-22 may be a score
        return on_face(end, first.hour - 12, first.minute)._replace(loose=True)
    found = _beginning(end, first, last)
    return found._replace(loose=loose) if found is not None else None


def _split(cut: Sequence[Word], at: int) -> tuple[str, str, str, int] | None:
    """Both ends of a stretch at ``at``, the word that joins them ("" for a hyphen), the index after it."""
    left, end, joint = cut[at].key, at + 1, ""
    if not left[:1].isdigit() and left not in NUMBERS and left not in _NAMED:
        return None
    parts = _DASHES.split(left)
    if len(parts) == 2:
        left, right = parts
    else:
        if key_at(cut, end) in HALVES:
            left, end = left + cut[end].key, end + 1
        joint = key_at(cut, end)
        end += joint in _UNTIL and key_at(cut, end + 1) in _ROUGHLY
        right = key_at(cut, end + 1)
        if joint not in _TO or len(parts) > 2 or not right:
            return None
        end += 2
    if key_at(cut, end) in HALVES:
        right, end = right + cut[end].key, end + 1
    return left, right, joint, end


def _side(text: str) -> _Side | None:
    text = _NAMED.get(text, text)
    number = NUMBERS.get(text) if len(text) > 2 else None
    compact = _COMPACT.match(text)
    if compact is not None:
        return _Side(int(compact[1]), int(compact[2]), "", compact=True)
    found = _SIDE.match(str(number) if number is not None else text)
    if found is None or (found[4] and not 1 <= int(found[1]) <= 12):
        return None
    minute, zero = int(found[3] or 0), text.startswith("0")
    written = found[2] in (":", "h") or text.endswith("h")
    half, dotted = (found[4] or "")[:1], found[2] == "."
    return _Side(int(found[1]), minute, half, written, zero and bool(found[3]), dotted)


def _options(side: _Side) -> tuple[time, ...]:
    if side.half or side.compact or side.hour > 12:
        return (time(_on_day(side), side.minute),)
    return on_face(0, side.hour, side.minute).options


def _on_day(side: _Side) -> int:
    return side.hour % 12 + 12 * (side.half == "p") if side.half else side.hour % 24


def _beginning(end: int, first: _Side, last: _Side) -> Hour | None:
    """When a stretch begins: half of the day and clock are those of its end where it has none."""
    if first.half or first.compact or not 1 <= first.hour <= 12:
        return Hour(end, time(_on_day(first), first.minute))
    if last.half:
        start, late = _on_day(first._replace(half=last.half)), _on_day(last)
        if (start, first.minute) >= (late, last.minute):  # 11-1pm
            start = (start + 12) % 24
        return Hour(end, time(start, first.minute))
    if last.hour > 12:
        return Hour(end, time(first.hour, first.minute))
    return on_face(end, first.hour, first.minute, written=first.written)
