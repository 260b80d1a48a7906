"""Places in a log line: parses ``at Blue Bottle`` and ``in London``, only where unambiguous."""

from collections.abc import Container, Sequence

from netui.domain.capture.tokens.lexer import PLAIN, Token
from netui.domain.capture.vocabulary import (
    CALLED_BY_NAME,
    INSIDE_PLACES,
    NO_PLACES,
    PLACE_LETTERS,
)
from netui.domain.model.contact_row import fold
from netui.domain.natural_dates.tokens import MONTHS, WEEKDAYS

LONGEST_PLACE = 6


def place_at(body: Sequence[Token], at: int, limit: int, places: Container[str]) -> int:
    """The index after the place phrase ("at …", "in …") that starts at index ``at``; 0 when there is none.

    A place is one of ``places`` (folded), or capitalised words; after "in" no language, season or
    unknown abbreviation.
    """
    lead = body[at].word
    if body[at].what != PLAIN or lead.key not in ("at", "in") or lead.stops or at + 1 >= limit:
        return 0
    known = _known(body, at + 1, limit, places)
    if known:
        return known
    first = body[at + 1]
    skip = int(first.word.key == "the")
    end, i = 0, at + 1 + skip
    while i < min(limit, at + 1 + LONGEST_PLACE):
        token = body[i]
        key = token.word.key
        if token.what != PLAIN or not key:
            break
        called = i > at + 1 and key in WEEKDAYS and body[i - 1].word.key in CALLED_BY_NAME
        if _proper(token, lead.key) or called or (end and key.isdigit()):
            end = i + 1
        elif not (end and key in INSIDE_PLACES):
            break
        if token.word.stops and not (key in ("st", "no") and token.word.after == "."):
            break
        i += 1
    alone = end == at + 2 + skip and body[end - 1].word.key in NO_PLACES
    return 0 if alone else end


def _proper(token: Token, lead: str) -> bool:
    text, key = token.value, token.word.key
    if not text[:1].isupper() or key in MONTHS or key in WEEKDAYS or key == "cancelled":
        return False
    bare = text[: len(key)]
    return lead == "at" or not bare.isupper() or bare in PLACE_LETTERS


def _known(body: Sequence[Token], at: int, limit: int, places: Container[str]) -> int:
    run, best = "", 0
    for i in range(at, min(limit, at + LONGEST_PLACE)):
        token = body[i]
        if token.what != PLAIN:
            break
        run = f"{run} {fold(token.word.key)}".strip()
        if run in places:
            best = i + 1
        if token.word.stops:
            break
    return best
