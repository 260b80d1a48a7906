"""Names that are words too, told from the words by their letters: ``coffee with Ada, hope it helps``."""

from netui.domain.capture.sentence.words import DEEDS, PAST_FORMS, PAST_VERBS
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import CLAUSE_WORDS

_LONGEST = 40
"""Words that are looked at for a name in capitals."""


def is_plain_word(view: TokenView, at: int) -> bool:
    """Whether a lower-case name that is a word too is one, as another name of the line has a capital.

    At the end, or with a verb of what somebody did behind it, it is in doubt, and False.
    """
    if view.key(at) not in CLAUSE_WORDS or not view.body[at].value.islower():
        return False
    follower = view.key(at + 1)
    acts = follower in PAST_FORMS | PAST_VERBS | DEEDS or follower.endswith("ed")
    if acts or view.may_end_list(at + 1):
        return False
    others = (i for i in range(1, min(view.end, _LONGEST)) if i != at and view.is_name(i))
    return any(view.body[i].value.istitle() for i in others)
