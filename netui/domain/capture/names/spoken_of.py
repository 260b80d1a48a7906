"""Whether somebody named behind those met is only spoken of, or was met next."""

from netui.domain.capture.sentence.words import PERHAPS_PRESENT, PRESENT_TOO, REPORTS, THIRD_PERSON
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import DASHES, WRITTEN
from netui.domain.natural_dates.tokens import phrase_end, word_set

_SPOKEN_OF = frozenset(("about", "re", "regarding", "concerning", "of"))
_NEXT = ("then", "afterwards", "later", "next", "after")
"""Words behind which the writer may tell whom they met next."""
_REACH = 8
_BEFELL = word_set("""
    had fell walked broke lost got moved died passed started quit won bought sold retired slept went
    became felt hurt split resigned flew drove arrived proposed graduated recovered failed broke crashed
    turned has is
""")
"""Verbs of what became of somebody, who need not be on the line for it to be told."""
_WRITER = ("i", "me", "we", "us", "my", "our")


def is_about_others(view: TokenView, at: int) -> bool:
    """Whether the clause before ``at`` has a third person for its subject: ``they work with Tom``."""
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if view.words[i].stops or view.body[i].value in DASHES:
            return False
        if view.key(i) in THIRD_PERSON | REPORTS | _SPOKEN_OF:
            return True
    return False


def acts_elsewhere(view: TokenView, kind: str, at: int, end: int) -> bool:
    """Whether the one named up to ``end`` is news in a call or message: ``rang Ada, Tom had a fall``.

    What they did to the writer is none: ``rang Ada, Tom drove us home``.
    """
    apart = at > 0 and view.words[at - 1].stops and not view.words[end - 1].stops
    if not apart or kind not in WRITTEN or view.key(end) not in _BEFELL or view.key(end + 1) == "on":
        return False
    last = next((i for i in range(end, view.end) if view.words[i].stops), view.end)
    with_writer = any(view.key(i) in _WRITER for i in range(end, last + 1))
    there = phrase_end(view.words, end, PRESENT_TOO) or phrase_end(view.words, end, PERHAPS_PRESENT)
    return not (with_writer or there)


def comes_next(view: TokenView, last_person: int, at: int) -> bool:
    """Whether the one at ``at`` may have been met next, behind ``last_person``: ``then a hi to Tom``."""
    for i in range(at - 1, max(last_person, at - _REACH), -1):
        if view.key(i) in THIRD_PERSON | REPORTS | _SPOKEN_OF or view.key(i - 1) in _SPOKEN_OF:
            return False
        if view.key(i) in _NEXT:
            return True
        if view.words[i].stops and i < at - 1 and view.key(i + 1) not in _NEXT:
            return False
    return False
