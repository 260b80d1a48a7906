"""Fuzzy matching: how well typed letters fit a text, from the whole of it down to its initials."""

from netui.domain.model.contact_row import name_key
from netui.domain.named_tuple import NamedTuple

EXACT, PREFIX, WORD_START, WORDS, FUZZY = range(5)
"""How a query fits a text, the best first: it is all of it, its beginning, begins a word of it, each of its
words begins one, or it is an abbreviation."""
_BLANKS = str.maketrans("_:#", "   ")
_LONGEST_TEXT, _LONGEST_QUERY = 32, 16
"""Beyond so many letters nothing is abbreviated: any sentence holds some initials, and names are anything."""
_LETTERS_PER_GAP = 3
"""An abbreviation has so many letters for each letter that it passes over within a word."""


class Match(NamedTuple):
    """How well a query fits: its kind, then how many letters were passed over; less is better."""

    kind: int
    gap: int = 0


def normalize(text: str) -> str:
    """A text as it is matched: as names are, with blanks for underscores, colons and the signs of tags."""
    return name_key(text.translate(_BLANKS))


def match(query: str, text: str) -> Match | None:
    """How ``query`` fits ``text``, both normalized; None where it does not."""
    if not query:
        return None
    if text == query:
        return Match(EXACT)
    if text.startswith(query):
        return Match(PREFIX)
    if f" {query}" in text:
        return Match(WORD_START)
    words = query.split()
    if len(words) > 1 and all(f" {word}" in f" {text}" for word in words):
        return Match(WORDS)
    gap = _abbreviation_gap(query, text)
    return None if gap is None else Match(FUZZY, gap)


def _abbreviation_gap(query: str, text: str) -> int | None:
    """How many letters within words are passed over where ``query`` abbreviates ``text``; None where not.

    The first letter begins a word; each further one follows the letter before, begins a later word, or
    passes over a few letters of its own word.
    """
    if len(text) > _LONGEST_TEXT or not 2 <= len(query) <= _LONGEST_QUERY:
        return None
    letters = iter(text)
    if not all(letter in letters for letter in query):  # nor would any of its letters be in order
        return None
    reached = {at: 0 for at, c in enumerate(text) if c == query[0] and text[at - 1 : at] in ("", " ")}
    for letter in query[1:]:
        reached = _step(reached, letter, text)
        if not reached:
            return None
    gap = min(reached.values())
    return gap if gap * _LETTERS_PER_GAP <= len(query) else None


def _step(reached: dict[int, int], letter: str, text: str) -> dict[int, int]:
    """Where the next letter may stand, with the letters passed over so far, by where the last one stood."""
    found: dict[int, int] = {}
    for before, gap in reached.items():
        end = text.find(" ", before)
        end = len(text) if end < 0 else end
        at = text.find(letter, before + 1)
        while at >= 0:
            if at <= end or text[at - 1] == " ":
                cost = gap if at > end else gap + at - before - 1
                found[at] = min(cost, found.get(at, cost))
            at = text.find(letter, at + 1)
    return found
