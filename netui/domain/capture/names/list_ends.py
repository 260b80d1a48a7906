"""Lists of those who were there: their ends (``and me``, ``all present``), and namesakes in one list."""

from netui.domain.capture.names.name_resolution import CANDIDATES, NameMatch
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import DASHES
from netui.domain.natural_dates.tokens import word_set

_WRITER = word_set("me i us myself yours truly and & +")
"""Words by which the writer joins a list."""
_THERE = word_set("""
    present there here attended attending came joined dialled dialed in on made it along turned up showed
    around online was were and
""")
"""Words behind "all" that say no more than that those listed were there."""


def ends_list_there(view: TokenView, at: int) -> bool:
    """Whether no more than the writer, or that all were there, follows a list: ``and me``."""
    begin = at
    while view.key(at) in _WRITER:
        at += 1
    at += view.key(at) in ("all", "both")
    while at < view.end and view.key(at) in _THERE:
        at += 1
    return at > begin and (at >= view.end or view.ends_sentence(at - 1) or view.body[at].value in DASHES)


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
