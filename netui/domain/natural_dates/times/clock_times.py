"""Times of day: ``at 3pm``, ``14:30``, ``0930``, ``around 8``, ``~3pm``, ``8ish``, ``just after five``."""

import re
from collections.abc import Sequence
from datetime import time

from netui.domain.natural_dates.times.clock_face import (
    HALVES,
    NO_SUCH_TIME,
    Hour,
    may_end,
    may_lead,
    on_face,
)
from netui.domain.natural_dates.times.spoken_times import spoken_time
from netui.domain.natural_dates.times.time_ranges import time_range
from netui.domain.natural_dates.tokens import Word, is_closed, key_at, word_set

_CLOCK = re.compile(r"(\d{1,2})(?:([:.h])([0-9]{2})(?::[0-5]\d)?)?(am|pm|a\.m|p\.m|[ap])?\Z")
_COMPACT = re.compile(r"([01]\d|2[0-3])([0-5]\d)\Z|([1-9])([0-5]\d)\Z")
_WHOLE = re.compile(r"(\d{1,2})h(?:rs?)?\Z")
_GLUED = re.compile(r"(\d{1,2})([0-5]\d)([ap])\.?m\Z")
_ABOUT = word_set("around about circa ca approx approximately roughly abt c ~ after before gone")
_HEDGES = word_set("just shortly right soon exactly precisely nearly almost like")
"""Words before or behind ``at``, ``after`` and the like that add nothing to a time."""
_NUMBERED = word_set("""
    flight train bus tram room gate code number no invoice ext extension pin order ticket page of the about
    tail platform # unit line apartment apt suite exit
""")
"""Words before digits that are no time: ``flight 0930``."""
_LASTED = word_set("in of under sub pb time")
"""Words before how long it took: ``ran 10k in 52:30``."""
_LONGEST = 12


def time_at(cut: Sequence[Word], i: int, *, behind_day: bool = False) -> Hour | None:
    """The time of day at word ``i``, with the words that introduce it; None where there is none."""
    at, lead = _lead(cut, i)
    key = cut[at].key
    rough = key.startswith("~") or key.endswith("ish")
    begins = (i == 0 or behind_day) and (rough or bool(lead))
    if rough:
        bare = key.strip("~").removesuffix("ish").rstrip("-")
        near = [cut[at]._replace(key=bare), *cut[at + 1 : at + _LONGEST]]
        found = _time(near, 0, "about", behind_day, begins) if bare else None
        found = found._replace(end=found.end + at) if found is not None else None
    else:
        half = key_at(cut, at + 1) in HALVES
        apart = key_at(cut, at + 1 + half) in ("ish", "onwards", "onward")
        found = _time(cut, at, lead or "about" * apart, behind_day, begins)
    if found is None:
        return None
    end = found.end + (key_at(cut, found.end) in ("ish", "sharp"))
    return found._replace(end=end, spans=(i, end) if found.spans else None)


def _lead(cut: Sequence[Word], i: int) -> tuple[int, str]:
    """The index after the words at ``i`` that introduce a time, and which kind they are; "" without."""
    at, lead = i, ""
    while at < min(i + 4, len(cut) - 1):
        word = cut[at]
        if word.stops and not (word.key in ("ca", "c", "approx", "abt") and word.after == "."):
            break
        if word.key in ("from", "between") or word.key in ("at", "um"):
            if lead or (word.key == "um" and not cut[at + 1].key[:1].isdigit()):
                break
            lead = "at" if word.key == "um" else word.key
        elif word.key in _ABOUT and (word.key != "c" or word.after):
            lead = lead or "about"
        elif word.key not in _HEDGES:
            break
        at += 1
    return (at, lead) if lead else (i, "")


def _time(cut: Sequence[Word], at: int, lead: str, behind_day: bool, begins: bool) -> Hour | None:
    fraction = lead not in ("from", "between") and cut[at].key.isalpha() and key_at(cut, at + 1) == "to"
    spoken = spoken_time(cut, at, led=bool(lead)) if fraction else None  # ten to six
    stretch = time_range(cut, at, lead, expected=behind_day, begins=begins) if spoken is None else None
    if stretch is not None:
        return stretch._replace(spans=(at, stretch.end))
    ordinal = cut[at].after.startswith(".") and at + 1 < len(cut)  # from 14. to 16 November
    if lead == "between" or (lead == "from" and ordinal):
        return None
    begins = begins and lead not in ("from", "between")
    spoken = spoken or spoken_time(cut, at, led=bool(lead), begins=begins)
    if spoken is not None:
        return spoken
    key, end = cut[at].key, at + 1
    if key in ("noon", "midday"):
        return Hour(end, time(12))
    if key == "midnight" and lead:
        problem = "midnight can be the start or the end of the day: write 00:00 or 23:59"
        return Hour(end, None, problem, (time(0), time(23, 59)))
    if not key[:1].isdigit():
        return None
    return _compact(cut, at, lead, behind_day) or _digits(cut, at, lead, behind_day, begins)


def _digits(cut: Sequence[Word], at: int, lead: str, behind_day: bool, begins: bool) -> Hour | None:
    """``3pm``, ``3 p.m.``, ``14:30``, ``15h30``, ``at 14.30``, ``at 17``."""
    found, end = _CLOCK.match(cut[at].key), at + 1
    if found is None:
        return _bare(cut, at, expected=bool(lead) or behind_day)
    half, sign = found[4] or "", found[2]
    if len(half) == 1 and not (lead or sign):
        return None  # 2p
    if not half and key_at(cut, end) in HALVES:
        half, end = cut[end].key, end + 1
    hour, minute = int(found[1]), int(found[3] or 0)
    if half:
        if not 1 <= hour <= 12 or minute > 59:
            return Hour(end, None, NO_SUCH_TIME)
        return Hour(end, time(hour % 12 + 12 * half.startswith("p"), minute))
    expected = bool(lead) or behind_day
    if not lead and at > 0 and cut[at - 1].key in _LASTED:
        return None
    if not sign:
        return _whole(cut, at, hour, lead, begins)
    loose = sign != ":" and not expected
    if loose and (sign == "." or hour < 7 or not is_closed(cut, end)):
        return None
    if hour > 23 or minute > 59:
        return Hour(end, None, NO_SUCH_TIME) if lead == "at" or sign == ":" else None
    if sign == "h" or not 1 <= hour <= 12 or found[1].startswith("0"):
        return Hour(end, time(hour, minute), loose=loose)
    score = not expected and hour < 7 and at > 0  # 1:58 may be how long it took
    return on_face(end, hour, minute, written=True)._replace(loose=score)


def _whole(cut: Sequence[Word], at: int, hour: int, lead: str, begins: bool) -> Hour | None:
    """``at 17``; hours of the clock face are read as those in words are."""
    if not lead or not (may_end(cut, at + 1) or (begins and may_lead(cut, at + 1))):
        return None
    if 12 < hour < 24:
        return Hour(at + 1, time(hour))
    ends = lead == "at" and at + 1 >= len(cut)
    return Hour(at + 1, None, NO_SUCH_TIME) if ends and hour > 23 else None


def _bare(cut: Sequence[Word], at: int, *, expected: bool) -> Hour | None:
    """``14h``, a time where it ends a clause; ``8h`` may be how long it took."""
    found = _WHOLE.match(cut[at].key)
    hour = int(found[1]) if found is not None and is_closed(cut, at + 1) else 0
    if 12 < hour < 24 or (expected and 6 < hour < 13):
        return Hour(at + 1, time(hour), loose=not expected)
    if not 6 < hour < 13 or not (at and cut[at - 1].stops):
        return None
    problem = f"it can be when it was or how long it took: write {hour}:00 or {hour} hours"
    return Hour(at + 1, None, problem, (time(hour),), loose=True)


def _compact(cut: Sequence[Word], at: int, lead: str, behind_day: bool) -> Hour | None:
    """``0930``, ``at 1430``, ``at 430``, ``430pm``."""
    glued = _GLUED.match(cut[at].key)
    if glued is not None and 1 <= int(glued[1]) <= 12:
        return Hour(at + 1, time(int(glued[1]) % 12 + 12 * (glued[3] == "p"), int(glued[2])))
    found = _COMPACT.match(cut[at].key)
    zero = cut[at].key.startswith("0")
    ends = may_end(cut, at + 1) or ((zero or at == 0 or behind_day) and may_lead(cut, at + 1))
    if found is None or not (lead == "at" or ends):
        return None
    if found[3]:
        return on_face(at + 1, int(found[3]), int(found[4]), written=True) if lead else None
    expected = bool(lead) or behind_day
    before = cut[at - 1].key if at else ""
    if not expected and (found[1] in ("19", "20") or before in _NUMBERED or before.isdecimal()):
        return None  # a year, flight 0930, a number of a telephone
    if before == "about" and found[1] in ("19", "20") and not behind_day and key_at(cut, at - 2) != "at":
        return None  # a call about 2027
    loose = not expected and not zero
    return Hour(at + 1, time(int(found[1]), int(found[2])), loose=loose)
