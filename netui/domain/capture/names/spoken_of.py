"""Whether somebody named behind those met is only spoken of, or was met next."""

from netui.domain.capture.parse_state import ParseState
from netui.domain.capture.sentence.words import REPORTS, THIRD_PERSON
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import DASHES

_SPOKEN_OF = frozenset(("about", "re", "regarding", "concerning", "of"))
_NEXT = ("then", "afterwards", "later", "next", "after")
"""Words behind which the writer may tell whom they met next."""
_REACH = 8


def is_about_others(view: TokenView, at: int) -> bool:
    """Whether the clause before ``at`` has a third person for its subject: ``they work with Tom``."""
    for i in range(at - 1, max(-1, at - _REACH), -1):
        if view.words[i].stops or view.body[i].value in DASHES:
            return False
        if view.key(i) in THIRD_PERSON | REPORTS | _SPOKEN_OF:
            return True
    return False


def comes_next(view: TokenView, state: ParseState, at: int) -> bool:
    """Whether the one at ``at`` may have been met next: ``call with Ada then a quick hi to Tom``."""
    for i in range(at - 1, max(state.last_person, at - _REACH), -1):
        if view.key(i) in THIRD_PERSON | REPORTS | _SPOKEN_OF or view.key(i - 1) in _SPOKEN_OF:
            return False
        if view.key(i) in _NEXT:
            return True
        if view.words[i].stops and i < at - 1 and view.key(i + 1) not in _NEXT:
            return False
    return False
