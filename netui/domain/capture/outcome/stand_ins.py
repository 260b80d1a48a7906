"""Who answers a call for somebody else: ``rang Ada but only got their husband``, ``got the machine``."""

from netui.domain.capture.sentence.negation_words import PERHAPS_AWAY, STAND_INS
from netui.domain.capture.sentence.words import KIN, SUBJECTS, THIRD_PERSON
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.vocabulary import ABOUT, AND, DETERMINERS, POSSESSIVES, RELATIONS
from netui.domain.natural_dates.tokens import phrase_end, word_set

_REACH = 6
"""Words before a stand-in within which it may be the topic."""
_WHICH = word_set("old dear good best new ex former")
_RELATIVES = (KIN | RELATIONS | word_set("son daughter mother father kid kids nephew niece partner")) - _WHICH
_ANSWERED = ("answered", "picked", "replied")
_HOME = ("in", "home", "there", "around")
_THEY_ARE = ("he's", "she's", "they're")
_AWAY = word_set("on out away off in not unavailable busy tied engaged gone abroad at elsewhere sick ill")
_SPOKE = word_set("spoke chatted talked chat got through put")


def stands_in(view: TokenView, i: int, at: int) -> int:
    """The index after words at ``i`` that say somebody else, or a machine, may have answered; else 0."""
    if view.key(i) in _RELATIVES and view.key(i - 1) in POSSESSIVES and _answers(view, i):
        return i + 1
    if view.key(i - 1) in ("got", "reached") and view.is_name(i) and view.body[i].value[:1].isupper():
        return i + 1  # rang Ada but got Tom
    if view.key(i) in ("said", "says") and _speaks_for_another(view, i):
        return i + 1
    beside = i - 1 - (view.key(i - 1) in _WHICH)
    if view.key(i) not in STAND_INS or view.key(beside - (view.key(beside) in POSSESSIVES)) in AND:
        return phrase_end(view.words, i, PERHAPS_AWAY)
    topic = any(view.key(k) in ABOUT for k in range(max(at, i - _REACH), i)) or view.key(i + 1) == "from"
    return 0 if topic else i + 1


def _speaks_for_another(view: TokenView, at: int) -> bool:
    """Whether some third one says at ``at`` that somebody is away: ``a clerk said they're on leave``."""
    who, first = view.key(at - 1), at - 2 - (view.key(at - 2) in DETERMINERS | POSSESSIVES)
    plain = who.isalpha() and who not in THIRD_PERSON | SUBJECTS | AND and not view.is_name(at - 1)
    led = view.words[max(first, 0)].stops or view.key(first) in AND | {"but"}
    away = view.key(at + 1)
    begins = away in _THEY_ARE or (away in THIRD_PERSON and view.key(at + 2) in ("was", "were", "is", "are"))
    where = view.key(at + 2 + (away not in _THEY_ARE))
    return plain and led and begins and where in _AWAY


def _answers(view: TokenView, at: int) -> bool:
    """Whether the relative at ``at`` took a call: ``got their husband``, ``their mum picked up``."""
    before, behind = view.key(at - 2), view.key(at + 1)
    spoke = before in ("to", "with") and view.key(at - 3) in _SPOKE and view.key(at - 4) not in THIRD_PERSON
    took = behind in _ANSWERED or (behind == "was" and view.key(at + 2) in _HOME)
    return before in ("got", "reached", "just", "only") or spoke or took
