"""Lists of those who were there: their ends (``and me``, ``all present``), and namesakes in one list."""

from collections.abc import Container

from netui.domain.capture.names.name_resolution import CANDIDATES, NameMatch
from netui.domain.capture.sentence.words import PRESENT_TOO
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import AND, DASHES
from netui.domain.natural_dates.tokens import phrase_end, word_set

_WRITER = word_set("me i us myself yours truly and & +")
"""Words by which the writer joins a list."""
ME = frozenset(("i", "me", "myself"))
"""The writer, alone or among those listed."""
_THERE = word_set("""
    present there here attended attending came joined dialled dialed in on made it along turned up showed
    around online was were and
""")
"""Words behind "all" that say no more than that those listed were there."""


_LASTED = word_set("was wasn't lasted ended finished started overran dragged took happened felt seemed")
"""Verbs that behind two names joined by "and" speak of one thing: the meeting."""
_WENT = ("went", "ran", "got", "kicked", "wrapped")
_HOW = word_set("""
    well fine ok okay great smoothly badly brilliantly better on over late long until till til past too really
    very quite ahead as off up loud heated messy cut moved pretty so
""")
"""Words behind them that say how it went."""


def ends_list_there(view: TokenView, at: int) -> bool:
    """Whether no more than the writer, or that all were there, follows a list: ``and me``."""
    begin = at
    while view.key(at) in _WRITER:
        at += 1
    at += view.key(at) in ("all", "both")
    while at < view.end and view.key(at) in _THERE:
        at += 1
    return at > begin and (at >= view.end or view.ends_sentence(at - 1) or view.body[at].value in DASHES)


def names_writer(view: TokenView, named: Container[int], at: int) -> bool:
    """Whether all from ``at`` to the colon are people, and the writer one of them: ``Ada and I: ramen``.

    ``named`` are the indices of the names.
    """
    others = [view.key(i) for i in range(at, view.limit) if i not in named]
    return not ME.isdisjoint(others) and ME.union(AND).issuperset(others)


def begins_aside(view: TokenView, at: int, end: int) -> bool:
    """Whether a name up to ``end`` begins a remark in brackets: ``with Ada (Tom Baker had the kids)``."""
    closed = ")" in view.words[end - 1].after or view.words[end - 1].stops
    goes_on = view.key(end) in AND or phrase_end(view.words, end, PRESENT_TOO) > 0
    return view.sign(at) == "(" and not (closed or goes_on)


def tells_of_event(view: TokenView, at: int) -> bool:
    """Whether a verb at ``at``, behind several names, is of what they did: ``with Ada and Ben went well``."""
    return view.key(at) in _LASTED or (view.key(at) in _WENT and view.key(at + 1) in _HOW)


def told_apart(names: list[tuple[int, NameMatch]]) -> list[tuple[int, NameMatch]]:
    """The names, where a first name of several people means the one who is not listed: Anna and Anna-Lena."""
    listed = {named.person for _, named in names}
    found = []
    for i, named in names:
        problem = named.problem
        if problem is not None and problem.what == "ambiguous" and len(problem.candidates) < CANDIDATES:
            rest = [person for person in problem.candidates if person not in listed]
            if len(rest) == 1 < len(problem.candidates):
                named = named._replace(person=rest[0], problem=None)
        found.append((i, named))
    return found
