"""Surnames behind a first name: ``Ada Byron`` is not Ada Lovelace, nor is ``Ada de la Cruz``."""

from collections.abc import Callable, Sequence

from netui.domain.capture.sentence.words import CONTACT_PHRASES, PAST_VERBS, STATES_BEHIND_IS
from netui.domain.capture.tokens.lexer import PLAIN, Token
from netui.domain.capture.vocabulary import NO_SURNAMES, WITH
from netui.domain.natural_dates.tokens import MONTHS, WEEKDAYS

_PARTICLES = (
    "van",
    "von",
    "de",
    "da",
    "di",
    "du",
    "del",
    "der",
    "den",
    "la",
    "le",
    "ter",
    "ten",
    "bin",
    "ibn",
)
"""Words with which surnames begin in lower case."""
_DAYS = {*MONTHS, *WEEKDAYS, "today", "yesterday", "tomorrow", "tonight", "last"}


def surname_end(tokens: Sequence[Token], at: int, is_first_name: Callable[[int], bool]) -> int:
    """The index behind a surname in capitals at ``at``, which may begin with particles; else 0.

    A possessive is one behind "with" and a first name alone: with Ada Byron's brother.
    """
    end = at
    while end < min(at + 2, len(tokens) - 1) and _is_particle(tokens[end]):
        end += 1
    token = tokens[end]
    key = token.word.key
    if token.what != PLAIN or not token.value[:1].isupper() or is_first_name(end):
        return 0
    said = key in NO_SURNAMES | STATES_BEHIND_IS | PAST_VERBS or (key,) in CONTACT_PHRASES  # Ada OOO
    led = at > 1 and tokens[at - 2].word.key in WITH
    if said or not _is_name(key.removesuffix("'s") if led else key):
        return 0
    from netui.domain.natural_dates.holidays import begins_holiday

    return 0 if begins_holiday([later.word for later in tokens[end : end + 4]]) else end + 1


def _is_particle(token: Token) -> bool:
    return token.what == PLAIN and token.value in _PARTICLES and not (token.word.said or token.word.after)


def _is_name(key: str) -> bool:
    """Whether a word can be a surname: ``baker``, ``o'brien``, ``smith-jones``, but no initials: ``p-s``."""
    parts = key.replace("'", "-").split("-")
    return all(map(str.isalpha, parts)) and len(parts[-1]) > 1 and parts[0] not in _DAYS
