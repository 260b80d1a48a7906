"""Context of a day word in a sentence: a day, part of the text (``sat outside``), or in doubt."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from netui.domain.natural_dates.tokens import (
    CONNECTIVES,
    GOES_ON,
    NUMBERS,
    WEEKDAYS,
    Word,
    is_spent,
    key_at,
    word_set,
)
from netui.domain.natural_dates.weekdays import PARTS


class Role(Enum):
    """What a day word is in its sentence."""

    DAY = "day"
    TEXT = "text"
    DOUBT = "doubt"


_VERBS = word_set("""
    was is were are wasn't isn't doesn't don't can't works worked suits suited will would won't sounds sounded
    might should can could seems looks looked goes went became ended
""")
"""Finite verbs whose subject a day can be: ``tomorrow works``."""
_WENT = word_set("to for on out round over back shopping swimming running hiking climbing sailing skiing")
"""Words behind ``went`` that say where or for what somebody went: no day is its subject."""
_PAST = word_set("""
    talked discussed chatted caught spoke met ate walked had we i my our re about because after
""")
"""What a sentence goes on with after the day: ``yesterday, talked about horses``."""
_DAYS = word_set("yesterday today tomorrow tonight last this next early late")
_DAY_OPENERS = ("next", "this", "last", "good")
_CONJUNCTIONS = word_set("""
    before after while until till til when because since as though although so where
    that without but into onto towards if whether who what how why
""")
"""Words behind a day that begin another clause: on Monday before the flight."""
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)\Z")
_SUBJECTS = ("he", "she", "they", "it", "his", "her", "their")
_SITTING = word_set("""
    outside inside down in for next by around together there under near beside through on up across
    round opposite behind nav navs at
""")
_SHINING = word_set("""
    shining shone was is came coming out set rising everywhere burnt burned all went going down kept beating
    blazing finally hat hats cream lotion glasses lounger loungers bed beds tan burn
""")
_WEATHER = word_set("""
    sea sand sangria surf sardines wine beach snow wind rain shade clouds showers swimming ice cocktails
""")
"""What the sun is named with, behind a comma."""
_WHOSE = ("my", "our", "his", "her", "their", "your")
"""Words before the eyes that the sun is in."""
_FRENCH = word_set("dieu cher ami amie amour")
"""What stands behind the French ``mon``."""
_WED = word_set("""
    anniversary in for his her their last this to since fifteen sixteen seventeen eighteen nineteen twenty
    twenty-five thirty thirty-five forty forty-five fifty sixty almost nearly over
""")
_YEARS = ("years", "year", "yrs")
_DAY_LEADS = CONNECTIVES - {"and", "&", "+", "for", "to", "by", "then", "on", "from"}


def day_role(
    words: Sequence[Word], start: int, end: int, *, begun: bool, kind_follows: bool, ahead: bool
) -> Role:
    """What the date phrase from ``start`` to ``end`` is, by the words around it.

    ``begun`` is whether the line has named someone before it; ``kind_follows`` whether a kind of
    contact stands right behind it (``Sat coffee``); ``ahead`` whether the day is still to come.
    """
    if words[start].key == "sun" and end == start + 1 < len(words) and words[end].key in _WEATHER:
        return Role.DOUBT  # sun, sea and sand
    if end >= len(words) or words[end - 1].stops or (kind_follows and not begun) or is_spent(words, start):
        return Role.DAY
    follower = words[end].key
    first = start - (start > 0 and words[start - 1].key in _DAY_OPENERS)  # tomorrow or next Friday she flies
    clause = begun and first > 0 and words[first - 1].stops
    ahead = ahead or words[start].key == "next" or (first < start and words[first].key in ("next", "this"))
    if kind_follows and words[start].key in ("sat", "sun") and start > 0 and words[start - 1].stops:
        return Role.DAY  # Mum, sun lunch
    if end == start + 1 and words[start].key in ("sat", "sun", "wed"):
        if words[start].key == "wed" and follower.isdecimal() and key_at(words, end + 1) in _YEARS:
            return Role.TEXT  # wed 25 years
        if start == 0 and words[start].key == "sat" and follower in ("with", "w/", "w"):
            return _sat_with(words[end : end + 8])
        if clause and words[start].key == "sun" and follower in ("in", "on") and words[end + 1 :]:
            return Role.TEXT if words[end + 1].key in _WHOSE else Role.DOUBT
        return _short(words[start].key, follower, clause, first=start == 0)
    if not follower[:1].isalpha():
        return Role.DAY
    if words[start].key == "mon" and follower in _FRENCH:
        return Role.TEXT
    inverted = end + 1 < len(words) and words[end + 1].key in ("i", "we")  # op de 12e was ik met Ada
    led = end + 1 < len(words) and words[end + 1].key in _WENT  # yesterday went to the cinema with Ada
    inverted = inverted or (follower == "went" and (led or bool(words[end].said)))
    verb = follower in _VERBS or (follower == "had" and end + 1 < len(words) and words[end + 1].key == "been")
    if verb and (clause or start == 0) and not inverted:
        return Role.TEXT if clause else Role.DOUBT
    if clause and ahead and follower in _SUBJECTS:
        return Role.TEXT  # coffee with Ada, tomorrow they fly
    if clause:
        return Role.DAY if follower in _DAY_LEADS or follower in _PAST else Role.DOUBT
    if follower in ("works", "suits", "sounds") or (ahead and follower in _SUBJECTS):
        return Role.DOUBT
    owned = begun and not (kind_follows or words[start].said) and _counts_noun(words, start, end)
    return Role.DOUBT if owned else Role.DAY


def _counts_noun(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a noun behind ``on Monday`` or ``on 1st`` may own it: ``Monday Street``, ``1st team``."""
    key, follower = words[end - 1].key, words[end].key
    alone = end == start + 1 + (words[start].key == "on")
    if not alone or not (key in WEEKDAYS or _ORDINAL.match(key)) or follower in PARTS:
        return False
    goes_on = follower in CONNECTIVES | GOES_ON | _PAST | _VERBS | _DAYS | _CONJUNCTIONS
    goes_on = goes_on or follower.partition("'")[0] in _SUBJECTS  # on Friday they'd be back
    return not goes_on and not follower.endswith(("ed", "ing", "ly", "'s"))


def _sat_with(words: Sequence[Word]) -> Role:
    """``Sat with Ada`` at the start: the verb where it goes on with a place or how long, else in doubt."""
    lasted = any(one.key == "all" and two.key in PARTS | {"day"} for one, two in pairwise(words))
    placed = any(word.key in _SITTING | {"the", "at"} for word in words)
    return Role.TEXT if lasted or placed else Role.DOUBT


def _short(key: str, follower: str, clause: bool, *, first: bool) -> Role:
    """``sat``, ``sun`` and ``wed``, which are words of their own too."""
    if follower in ("talked", "discussed", "with", "w/", "w") and not clause:
        return Role.DOUBT if first and key == "sat" else Role.DAY
    if clause and key == "sun" and follower in ("and", "&"):
        return Role.TEXT
    if not follower[:1].isalnum():
        return Role.DAY
    belongs = {"sat": _SITTING, "sun": _SHINING, "wed": _WED | frozenset(NUMBERS)}[key]
    if follower in belongs and (clause or follower not in ("in", "on", "for", "at")):
        return Role.TEXT
    return Role.DOUBT
