"""Opening of a line: a bullet, ``well,``, a salutation, a day before a colon or a dash; ``:)`` at the end.

``- 2026-11-14: lunch with Tom`` is read as ``lunch with Tom`` on that day: a colon right behind a day does
not begin the text.
"""

import re
from collections.abc import Callable, Sequence

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.tokens.lexer import PLAIN, Token
from netui.domain.capture.tokens.markers import Markers
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    AND,
    BULLETS,
    CONTACT_SIGNS,
    DASHES,
    INTERJECTIONS,
    LABELS,
    OCCASIONS,
)
from netui.domain.natural_dates.tokens import WEEKDAYS

_BARE_INTERJECTIONS = frozenset(("finally", "btw", "fyi", "yay", "ugh", "phew", "anyway", "anyways", "so"))
"""Those that need no comma behind them: they begin nothing else."""
_LAUGHS = frozenset(("lol", "haha", "hahaha", "hehe", "xx", "xxx", "xoxo", "xo"))
_EMOTICON = r"[:;=]['’]?[-o^]?(?:[)(\]\[]+|[DPpoO3/|\\*])|[xX]D+|\^_*\^|<3+|\([-o]?[:;=]"
_TELLING = frozenset('?[](){}"/&+#@✗✘❌❎🚫✖☎')
"""Signs that say what took place, or whether, or that belong to what is written between two of them."""
_LATER = frozenset(("morning", "afternoon", "evening", "night", "lunchtime", "am", "pm", "tonight", "after"))
_THEN = frozenset(("then", "later", "afterwards"))
_LOGGED = ("say", "log", "add", "mention", "note", "record", "write")
"""What was forgotten so far, and is done by the line itself."""
_OUTINGS = frozenset(("hike", "walk", "swim", "ride", "match", "game", "climb", "session", "trip", "gig"))
"""What was done together on a day that owns it: Saturday's hike."""
_LATE = (("late", "entry"), ("late", "log"), ("catching", "up"))
"""Words before a colon by which a line says that it was logged late."""
_BOX = r"\[[^\w\s]?\]"
"""The box of a task that is neither open nor done: ``[-]``, ``[>]``."""


def count_opening(tokens: Sequence[Token], is_name: Callable[[str], bool]) -> tuple[int, int]:
    """How many tokens are a bullet, and how many with it ``ok, so,`` or ``Work:``, which stay in the text.

    Nothing of them is read: the line is read as if it began behind them.
    """
    bullet = int(len(tokens) > 2 and tokens[0].what == PLAIN and tokens[0].value in BULLETS)
    end = at = bullet
    if len(tokens) > at + 2 and tokens[at].word.key in LABELS:
        apart = not tokens[at].word.after and tokens[at + 1].value == ":"  # Travail : café
        end = at = at + 1 + apart if apart or tokens[at].colon else at
    end = at = _behind_preface(tokens, at) or end
    while at < len(tokens) - 2 and tokens[at].word.key in INTERJECTIONS and not is_name(tokens[at].word.key):
        key, after = tokens[at].word.key, tokens[at].word.after
        at += 1
        if after == "," or (key in _BARE_INTERJECTIONS and not after):
            end = at
        elif after:
            break
    return bullet, end


def _behind_preface(tokens: Sequence[Token], at: int) -> int:
    """The index behind ``forgot to log:`` at ``at``, with or without its colon; else 0."""
    keys = [token.word.key for token in tokens[at : at + 3]]
    logged = keys[:2] == ["forgot", "to"] and len(tokens) > at + 4 and keys[2] in _LOGGED
    late = at + 2 if tuple(keys[:2]) in _LATE and len(tokens) > at + 3 else 0
    end = at + 3 if logged else late
    apart = end > 0 and (bool(tokens[end - 1].word.after) or tokens[end - 1].colon or keys[-1] == "log")
    return end if apart else 0


def count_closing(tokens: Sequence[Token]) -> int:
    """How many tokens at the end are ``:)``, ``🙂``, ``…`` or ``lol``, which stay in the text unread.

    Signs that say something are read: a question mark, a cross, a cup of coffee.
    """
    end = len(tokens)
    while end > 1 and tokens[end - 1].what == PLAIN and _is_mood(tokens[end - 1]):
        end -= 1
    return len(tokens) - end


_JUST_PAST = ("yesterday's", "today's", "last", "this")
"""Words of a day that owns what was held on it, and is no day to come: yesterday's lunch."""


def _is_mood(token: Token) -> bool:
    sign = token.value
    if token.word.key in _LAUGHS or (
        (not sign.isalnum() or sign[0] in "xX") and re.fullmatch(_EMOTICON, sign)
    ):
        return True
    told = any(sign.isalnum() or sign in _TELLING for sign in token.value)
    return not told and token.value not in BULLETS and token.value not in CONTACT_SIGNS


def read_opening(view: TokenView, state: ParseState, marks: Markers) -> int:
    """Cuts the opening; the index of the first word after it. Moves the colon that begins the text."""
    at = _cut_bullet(view, state, 0)
    if view.key(at) == "dear" and at + 1 < view.limit and "," in view.words[at + 1].after:
        at += 2
    may_be_day = at < view.limit and view.kind_at(at) is None
    found = view.read(at) if may_be_day else None
    if found is None or found.end > view.limit:
        return _read_owning_day(view, state, at)
    again = view.read(found.end) if found.end < view.limit else None
    if again is not None and again.end <= view.limit and again.value == found.value is not None:
        at, found = state.take_date(at) or at, again  # 2026-11-16 (Mon): the same day, said twice
    alone = found.end < view.end and view.body[found.end].value == ":"
    if view.body[found.end - 1].colon or alone:
        at = state.take_date(at)
        if alone:
            state.cut(at, at + 1)
            at += 1
        view.limit = next((i + 1 for i in range(at, view.end) if view.body[i].colon), view.end)
        has_colon = at < view.end and view.body[view.limit - 1].colon
        marks.colon = view.limit if has_colon else None
        at = _cut_bullet(view, state, at)
    elif found.end < view.limit and view.body[found.end].value in DASHES:
        at = state.take_date(at)
        state.cut(at, at + 1)
        at = _cut_bullet(view, state, at + 1)
    return at


def _read_owning_day(view: TokenView, state: ParseState, at: int) -> int:
    """Takes ``yesterday's`` before a kind; asks whether ``Monday's lunch with Ada`` tells of that Monday.

    Also whether ``14th lunch`` was on the 14th. Returns the index of the first word that is still to be read.
    """
    key = view.key(at)
    if key.endswith("th") and key[:-2].isdecimal() and view.kind_at(at + 1) is not None:
        state.ask_whether_day(at, at + 1, view.number_alone(at))  # 14th call with Ada
        return at
    if key == "the" and view.key(at + 1).endswith("th") and view.kind_at(at + 2) is not None:
        from netui.domain.natural_dates.calendar import ORDINALS

        if view.key(at + 1) in ORDINALS:
            state.ask_whether_day(at, at + 2, None)  # the fourteenth coffee with Ada
            return at
    for end in range(at + 1, min(at + 3, view.limit - 1) + 1):
        found = view.day_owning(at, end)
        if found is None:
            continue
        sure = key in _JUST_PAST or (end == at + 1 and key.removesuffix("'s") in WEEKDAYS)
        held = view.kind_at(end) is not None or view.key(end) in OCCASIONS | _OUTINGS
        if held and sure and found.value is not None:
            state.on = found.value
            state.cut(at, end, "date")
            return end
        if view.kind_at(end) is not None or found.value != view.today:
            state.ask_whether_day(at, end, found.value)
            return at
    return at


def _cut_bullet(view: TokenView, state: ParseState, at: int) -> int:
    """Cuts ``-``, ``*``, ``1.`` or ``- [x]`` at ``at``; the index of the first word after it."""
    if view.end < at + 2 or view.body[at].what != PLAIN:
        return at
    sign = view.body[at].value
    numbered = at == 0 and sign[:-1].isdecimal() and sign[-1] in ".)" and view.read(0) is None
    if sign in BULLETS or numbered:
        state.cut(at, at + 1, "bullet")
        at += 1
    return _cut_box(view, state, at)


def _cut_box(view: TokenView, state: ParseState, at: int) -> int:
    """Cuts ``[x]`` at ``at``; asks about ``[ ]``, an open task, and ``[-]``, one that was called off."""
    sign = view.body[at].value
    if sign in ("[x]", "[X]"):
        state.cut(at, at + 1, "bullet")
        return at + 1
    is_open = sign == "[" and view.end > at + 1 and view.body[at + 1].value == "]"
    if is_open or (sign[:1] == "[" and re.fullmatch(_BOX, sign)):
        first, last = view.body[at].start, view.body[at + is_open].end
        message = "is this still to be done? Write a promise with >"
        follower = view.body[at + is_open + 1].start if at + is_open + 1 < view.end else last
        promise = Reading("a promise", first, follower, ">")
        done = Reading("it is done", first, last, "[x]")
        state.add(Problem(first, last, message, "mark", (), (promise, done)))
    return at


def names_part_of_day(view: TokenView, at: int) -> bool:
    """Whether a colon before ``at`` ends a part of the day alone, which goes on: ``; evening: Tom``."""
    first = at
    while first > 0 and view.key(first - 1) in _LATER | _THEN:
        first -= 1
    apart = view.words[first - 1].stops or view.body[first - 1].value in DASHES or view.starts_line(first)
    return 0 < first < at and (apart or view.key(first - 1) in AND or view.key(first) in _THEN)
