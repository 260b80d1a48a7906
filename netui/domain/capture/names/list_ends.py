"""Ends of lists of those who were there: ``and me``, ``all present``."""

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
