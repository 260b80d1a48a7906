"""Opening of a log line: the bullet of a list, a salutation, and a day before a colon or a dash.

``- 2026-11-14: lunch with Tom`` is read as ``lunch with Tom`` on that day: a colon right behind a day does
not begin the text.
"""

from netui.domain.capture.model import Problem, Reading
from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.tokens.lexer import PLAIN
from netui.domain.capture.tokens.markers import Markers
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import (
    BULLETS,
    DASHES,
)


def read_opening(view: TokenView, state: ParseState, marks: Markers) -> int:
    """Cuts the opening; the index of the first word after it. Moves the colon that begins the text."""
    at = _cut_bullet(view, state)
    if view.key(at) == "dear" and at + 1 < view.limit and "," in view.words[at + 1].after:
        at += 2
    may_be_day = at < view.limit and view.kind_at(at) is None
    found = view.read(at) if may_be_day else None
    if found is None or found.end > view.limit:
        _ask_about_owning_day(view, state, at)
        return at
    alone = found.end < view.end and view.body[found.end].value == ":"
    if view.body[found.end - 1].colon or alone:
        at = state.take_date(at)
        if alone:
            state.cut(at, at + 1)
            at += 1
        view.limit = next((i + 1 for i in range(at, view.end) if view.body[i].colon), view.end)
        has_colon = at < view.end and view.body[view.limit - 1].colon
        marks.colon = view.limit if has_colon else None
    elif found.end < view.limit and view.body[found.end].value in DASHES:
        at = state.take_date(at)
        state.cut(at, at + 1)
        at += 1
    return at


def _ask_about_owning_day(view: TokenView, state: ParseState, at: int) -> None:
    """Asks whether ``Monday's lunch with Ada`` tells of that Monday."""
    for end in range(at + 1, min(at + 3, view.limit - 1) + 1):
        found = view.day_owning(at, end)
        if found is not None and view.kind_at(end) is not None:
            state.ask_whether_day(at, end, found.value)
            return


def _cut_bullet(view: TokenView, state: ParseState) -> int:
    """Cuts ``-``, ``*``, ``1.`` or ``- [x]`` at the start; asks about ``- [ ]``, an open task."""
    if view.end < 2 or view.body[0].what != PLAIN:
        return 0
    at, sign = 0, view.body[0].value
    numbered = sign[:-1].isdecimal() and sign[-1] in ".)" and view.read(0) is None
    if sign in BULLETS or numbered:
        state.cut(0, 1, "bullet")
        at = 1
    if view.body[at].value in ("[x]", "[X]"):
        state.cut(at, at + 1, "bullet")
        return at + 1
    if view.body[at].value == "[" and view.end > at + 1 and view.body[at + 1].value == "]":
        first, last = view.body[at].start, view.body[at + 1].core
        message = "is this still to be done? Write a promise with >"
        follower = view.body[at + 2].start if at + 2 < view.end else last
        promise = Reading("a promise", first, follower, ">")
        done = Reading("it is done", first, last, "[x]")
        state.add(Problem(first, last, message, "mark", (), (promise, done)))
    return at
