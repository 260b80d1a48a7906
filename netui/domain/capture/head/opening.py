"""Opening of a log line: the bullet of a list, a salutation, and a day before a colon or a dash.

``- 2026-11-14: lunch with Tom`` is read as ``lunch with Tom`` on that day: a colon right behind a day does
not begin the text.
"""

import re

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.tokens.lexer import PLAIN
from netui.domain.capture.tokens.markers import Markers
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    BULLETS,
    DASHES,
)

_BOX = re.compile(r"\[[^\w\s]?\]")
"""The box of a task that is neither open nor done: ``[-]``, ``[>]``."""


def read_opening(view: TokenView, state: ParseState, marks: Markers) -> int:
    """Cuts the opening; the index of the first word after it. Moves the colon that begins the text."""
    at = _cut_bullet(view, state, 0)
    if view.key(at) == "dear" and at + 1 < view.limit and "," in view.words[at + 1].after:
        at += 2
    may_be_day = at < view.limit and view.kind_at(at) is None
    found = view.read(at) if may_be_day else None
    if found is None or found.end > view.limit:
        _ask_about_owning_day(view, state, at)
        return at
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


def _ask_about_owning_day(view: TokenView, state: ParseState, at: int) -> None:
    """Asks whether ``Monday's lunch with Ada`` tells of that Monday, ``14th lunch`` of the 14th."""
    numbered = view.day_numbered(at) if at < view.limit else None
    if numbered is not None:
        state.ask_whether_day(at, at + 1, numbered.value)
        return
    for end in range(at + 1, min(at + 3, view.limit - 1) + 1):
        found = view.day_owning(at, end)
        if found is not None and (view.kind_at(end) is not None or found.value != view.today):
            state.ask_whether_day(at, end, found.value)
            return


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
    if is_open or _BOX.fullmatch(sign):
        first, last = view.body[at].start, view.body[at + is_open].end
        message = "is this still to be done? Write a promise with >"
        follower = view.body[at + is_open + 1].start if at + is_open + 1 < view.end else last
        promise = Reading("a promise", first, follower, ">")
        done = Reading("it is done", first, last, "[x]")
        state.add(Problem(first, last, message, "mark", (), (promise, done)))
    return at
