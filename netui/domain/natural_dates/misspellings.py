"""Misspelt date words ("yesteday", "3 nvo", "last weak"): a spelling suggestion by edit distance.

Date words of other languages ("gestern") are suggested in English.
"""

import re
from collections.abc import Sequence

from netui.domain.natural_dates.calendar import ORDINALS
from netui.domain.natural_dates.foreign import (
    FOREIGN_MONTHS,
    FOREIGN_NUMBERS,
    FOREIGN_PERIODS,
    FOREIGN_UNITS,
    FOREIGN_WHICH,
    english_day,
)
from netui.domain.natural_dates.tokens import (
    MONTHS,
    NUMBERS,
    SHORT_MONTHS,
    UNITS,
    WEEKDAYS,
    Word,
    is_closed,
    key_at,
    word_set,
)

_LONG = sorted(
    {"yesterday", "tomorrow", "tonight", "today"} | {name for name in (*MONTHS, *WEEKDAYS) if len(name) > 5}
)
_BY_LETTER = {letter: [word for word in _LONG if word[0] == letter] for letter in {word[0] for word in _LONG}}
_UNITS = (
    *("day", "week", "month", "year", "weekend", "night", "morning", "evening", "afternoon"),
    *(name for name in WEEKDAYS if len(name) > 5),
)
_SHORT_MONTHS = tuple(name for name in MONTHS if 3 <= len(name) <= 5)
_SLIPS = {
    swapped: word
    for word in ("yday", "thurs", "thur", "tues", "weds", "tmrw")
    for swapped in (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
    if swapped not in (word, "thru")
} | {"yda": "yesterday", "tomo": "tomorrow"}
"""Short names of days with two letters swapped, and one that may be somebody's: tomo."""
_HURRIED = {
    "y": ("yesterday", re.compile("ye?s?t?e?r?d?a?y?")),
    "t": ("tomorrow", re.compile("tmo?r?r?o?w?")),
}
"""By the first letter: a day of which letters are left out in haste, as in ystdy or tmrow."""
_WITHOUT_VOWELS = {
    re.sub("[aeiou]", "", word): word for word in ("thurs", "today", *(n for n in _LONG if n not in MONTHS))
}
"""Days as they are typed without vowels: thrs, wdnsdy, tmrrw."""
_REAL = word_set("""
    toady tony torrey moth mouth moths months weeks years nights night's knight weekends sundry
    mourning munday sundar sunda frida august augusta augustus augusto julia julian
""")
"""Words and names that lie near a date word and are none."""
_AHEAD = word_set("in dans dentro fra tra over em en binnen")
"""Words of several languages before a span that is still to come."""
_GLUED = re.compile(r"(\d{1,2})([a-z]{3,7})\Z")
_AT_HOUR = word_set("um om gegen alle vers a sobre")
"""Words of several languages before an hour."""
_O_CLOCK = ("uhr", "heures", "heure", "uur")
_AGO = ("ago", "back", "aog", "gao", "agoo", "agp", "afo", "aho", "agi", "sgo", "ag")
_SHORT_SLIPS = {
    "weak": "week", "wek": "week", "weke": "week", "weeek": "week", "dy": "day", "fortnite": "fortnight",
}  # fmt: skip
_WHICH_SLIPS = {
    **dict.fromkeys(("lst", "lats", "lsat", "laast", "lasst", "alst"), "last"),
    **dict.fromkeys(("nxt", "nex", "netx", "nextt"), "next"),
}  # fmt: skip
_MINUS = re.compile(r"[-–−](\d{1,2})([dw])\Z")
_COUNTED = re.compile(r"(?:t|d|today)([-–−+])(\d{1,2})\Z")
"""Days counted from today, as programmers and planners write them: t-2, d+1."""
_NAMES = "|".join(WEEKDAYS)
_JOINED = re.compile(rf"(last|next|this)-?(night|week|month|year|{_NAMES})\Z|({_NAMES})[.-](\d{{1,2}})\Z")
"""Words of a day written as one: lastnight, last-fri, sat-24."""
_YEAR = re.compile(r"'[0-3]\d\Z")
_WEEK = re.compile(r"k?w-?([1-9]|[1-4]\d|5[0-3])\Z")
_ROMAN = ("", "", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix", "", "xi", "xii")
"""Roman numbers of months, but those of one letter."""
_ROMAN_DATE = re.compile(r"(\d{1,2})[./-](iii?|i?v|vi{1,3}|i?x|xii?)\Z")
"""A day with its month in Roman numbers: 16/xi."""
_DIGITS = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\Z")


def misspelt_at(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    """The index after a date phrase at ``i`` that seems misspelt, and what was probably meant."""
    key, follower = words[i].key, key_at(words, i + 1)
    whole = _joined_at(words, i) or _slip_at(words, i)
    if whole is not None:
        return whole
    if key in ("last", "next", "this") and follower:
        meant = _unit(follower) or _weekday(follower)
        return (i + 2, f"{key} {meant}") if meant else None
    if follower.isalpha() and key_at(words, i + 2) in _AGO:
        counts = key in NUMBERS or key.isdecimal()
        meant = (
            _unit(follower.removesuffix("s"), counted=True) or _unit(follower, counted=True) if counts else ""
        )
        if not meant and counts and words[i + 2].key not in ("ago", "back"):
            meant = follower.removesuffix("s") if follower in UNITS else ""
        one = key in ("a", "an", "one", "1")
        return (i + 3, f"{key} {meant}{'' if one else 's'} ago") if meant else None
    if key in ("in", "within") and (follower in NUMBERS or follower.isdecimal()):
        unit = key_at(words, i + 2)
        meant = _unit(unit.removesuffix("s"), counted=True) if unit.isalpha() else ""
        return (i + 3, f"{key} {follower} {meant}s") if meant else None
    foreign = foreign_at(words, i)
    if foreign is not None:
        return foreign
    dotted = key == "am" and follower.isdecimal() and words[i + 1].after.startswith(".")
    ends = key in ("le", "el") and follower.isdecimal() and is_closed(words, i + 2)
    if (dotted or ends) and 0 < int(follower) < 32:
        return i + 2, f"the {follower}th"  # am 10., le 27
    spelled = f"to{key[1:]}" if key[:1] == "2" else ""  # 2morrow
    if spelled in _LONG:
        return i + 1, spelled
    glued = _GLUED.match(key)
    if glued is not None:
        meant = _unit(glued[2].removesuffix("s"))
        return (i + 1, f"{glued[1]} {meant}s ago") if meant else None
    if _DIGITS.match(key) and follower.isalpha():
        month = _month(follower)
        if follower in _ROMAN:
            month = SHORT_MONTHS[_ROMAN.index(follower) - 1].lower()
        return (i + 2, f"{key} {month}") if month else None
    if _DIGITS.match(follower) and key.isalpha() and _month(key):
        return i + 2, f"{_month(key)} {follower}"
    meant = _long(key)
    return (i + 1, meant) if meant else None


def _joined_at(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    """A day at ``i`` whose words are one, or apart: ``lastnight``, ``sat-24``, ``twenty fourth``."""
    key, follower = words[i].key, key_at(words, i + 1)
    joined, week = _JOINED.match(key), _WEEK.match(key)
    roman = _ROMAN_DATE.match(key)
    if roman is not None:
        months = ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
        return i + 1, f"{roman[1]} {SHORT_MONTHS[months.index(roman[2]) + 1].lower()}"
    if key[:1] == "~" and _DIGITS.match(key[1:]) and follower in MONTHS:
        return i + 2, f"{key[1:]} {follower}"
    if joined is not None:
        return i + 1, " ".join(filter(None, joined.groups()))
    if week is not None and is_closed(words, i + 1):
        return i + 1, f"week {week[1]}"
    if key in MONTHS and _YEAR.match(follower):
        return i + 2, f"{key} 20{follower[1:]}"  # Oct '26
    unit = _SHORT_SLIPS.get(key, key)
    if follower in _AGO and follower != "back" and unit in UNITS and len(unit) > 1 and unit[-1] != "s":
        return i + 2, f"a {unit} ago"
    spaced = i + (key == "the")
    if key_at(words, spaced) in ("twenty", "thirty"):
        ordinal = f"{words[spaced].key}-{key_at(words, spaced + 1)}"
        return (spaced + 2, f"the {ordinal}") if ordinal in ORDINALS else None
    return None


def _slip_at(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    """``lst week``, ``nxt tue``, ``-2d``, ``t-2``."""
    key, follower = words[i].key, key_at(words, i + 1)
    which = _WHICH_SLIPS.get(key, "")
    if which and (follower in _UNITS or follower in WEEKDAYS):
        return i + 2, f"{which} {follower}"
    ago = _MINUS.match(key)
    if ago is not None and is_closed(words, i + 1):
        return i + 1, f"{ago[1]} {'days' if ago[2] == 'd' else 'weeks'} ago"
    counted = _COUNTED.match(key)
    if counted is not None and (i == 0 or is_closed(words, i + 1)):
        span = f"{counted[2]} day" + "s" * (counted[2] != "1")
        return i + 1, f"in {span}" if counted[1] == "+" else f"{span} ago"
    return None


def foreign_at(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    """The index after a day in another language at ``i``, and the English for it."""
    key = FOREIGN_NUMBERS.get(words[i].key, words[i].key)
    if _DIGITS.match(key):
        at = i + 1 + (key_at(words, i + 1) in ("de", "di"))
        follower = key_at(words, at) if words[i].after != "." else words[at].key if at < len(words) else ""
        if follower in FOREIGN_UNITS:
            span = f"{key} {FOREIGN_UNITS[follower]}"
            ahead = i > 0 and words[i - 1].key in _AHEAD
            return at + 1, f"in {span}" if ahead else f"{span} ago"
        return (at + 1, f"{key} {FOREIGN_MONTHS[follower]}") if follower in FOREIGN_MONTHS else None
    if key in _AT_HOUR and (hour := _foreign_hour(words, i)) is not None:
        return hour
    meant = english_day(key)
    which = _last_or_next(words, i, meant)
    return which or ((i + 1, meant) if meant else None)


def _foreign_hour(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    """``um vier``, ``um halb vier``, ``a las tres``, ``à trois heures``, ``alle 15``."""
    at = i + 1 + (words[i].key in ("a", "sobre") and key_at(words, i + 1) in ("las", "la"))
    if at == i + 1 and words[i].key == "a" and key_at(words, at + 1) not in _O_CLOCK:
        return None
    half = key_at(words, at) in ("halb", "half")
    key = key_at(words, at + half).removesuffix("h")
    hour = int(FOREIGN_NUMBERS.get(key) or (key if key.isdecimal() and len(key) < 3 else 0))
    if not 1 <= hour <= 23:
        return None
    end = at + half + 1 + (key_at(words, at + half + 1) in _O_CLOCK)
    said = f"half past {(hour - 2) % 12 + 1}" if half else f"{hour}"
    return end, f"at {said}"


def _last_or_next(words: Sequence[Word], i: int, day: str) -> tuple[int, str] | None:
    """``letzte Woche``, ``lundi prochain``, ``viernes que viene``; ``day`` is the first word in English."""
    key, follower = words[i].key, key_at(words, i + 1)
    if key in FOREIGN_WHICH:
        meant = FOREIGN_PERIODS.get(follower) or english_day(follower)
        known = follower in FOREIGN_PERIODS or meant in WEEKDAYS
        return (i + 2, f"{FOREIGN_WHICH[key]} {meant}") if known else None
    meant = FOREIGN_PERIODS.get(key) or (day if day in WEEKDAYS else "")
    if meant and follower == "que" and key_at(words, i + 2) in ("viene", "vem"):
        return i + 3, f"next {meant}"
    return (i + 2, f"{FOREIGN_WHICH[follower]} {meant}") if meant and follower in FOREIGN_WHICH else None


def _weekday(key: str) -> str:
    """A weekday with one wrong letter, behind ``last`` or ``next``, where it need not be a name."""
    near = (name for name in WEEKDAYS if len(name) > 5 and name[0] == key[0])
    return next((name for name in near if distance(key, name) == 1), "")


def _long(key: str) -> str:
    if key in _SLIPS:
        return _SLIPS[key]
    if len(key) > 2 and key in _WITHOUT_VOWELS:
        return _WITHOUT_VOWELS[key]
    hurried = _HURRIED.get(key[:1]) if 4 <= len(key) < 9 else None
    if hurried is not None and hurried[1].fullmatch(key):
        return hurried[0]
    if (
        not 5 <= len(key) <= 12
        or key in _REAL
        or key in _LONG
        or not key.isalpha()
        or key[0] not in _BY_LETTER
    ):
        return ""
    stem, near = key.removesuffix("s"), dict[str, int]()
    for word in _BY_LETTER[key[0]]:
        if key == word or stem == word or abs(len(key) - len(word)) > 2:
            continue
        if len(set(key) ^ set(word)) > 3:
            continue
        short = len(word) < 7 and not key.endswith("day")
        if short and len(key) == len(word) and sorted(key) != sorted(word):
            continue
        off = distance(key, word)
        if off <= (2 if len(word) > 7 else 1):
            near[word] = off
    return min(near, key=near.__getitem__, default="")


def _unit(key: str, *, counted: bool = False) -> str:
    """The unit that ``key`` may be; ``counted`` where it stands between a number and ago."""
    if key in _SHORT_SLIPS:
        return _SHORT_SLIPS[key]
    if len(key) < 3 or key in UNITS or key in _REAL or key in _UNITS or key.removesuffix("s") in _UNITS:
        return ""
    for word in _UNITS:
        replaced = len(key) == len(word) and sorted(key) != sorted(word)
        if key[0] != word[0] or (replaced and not counted):
            continue
        if distance(key, word) == 1:
            return word
    return ""


def _month(key: str) -> str:
    """A month whose letters are swapped, doubled or left out; another word in letters is none."""
    if key in MONTHS or key in _REAL:
        return ""
    for word in _SHORT_MONTHS:
        swapped = len(key) == len(word) and sorted(key) == sorted(word) and distance(key, word) == 1
        doubled = len(key) == len(word) + 1 and len(set(key)) == len(set(word)) and distance(key, word) == 1
        doubled = doubled or (len(word) == len(key) + 1 == 5 and distance(key, word) == 1)  # aprl, mrch
        if key[0] == word[0] and (swapped or doubled):
            return word
    whole = next((word for word in MONTHS if len(key) > 3 and word.startswith(key)), "")
    return whole or (_long(key) if _long(key) in MONTHS else "")


def distance(one: str, other: str) -> int:
    """The edit distance (optimal string alignment: insert, delete, substitute, transpose)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
