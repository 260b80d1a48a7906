"""Autocompletion of a log line: which kind of word stands at the cursor, and its prefix."""

import re

from netui.domain.capture.model import Completion
from netui.domain.capture.vocabulary import AND, WITH
from netui.domain.model.contact_row import fold

_REACH = 80
_OPEN_QUOTE = re.compile(r'(?:^|(?<=\s))([#^@]|(?:got|gave|place):)"([^"]*)\Z', re.IGNORECASE)
_KEYED = r"(?i)(got|gave|from|place):"
_SIGNS = {"@": "person", "#": "tag", "^": "goal"}
_COLON = re.compile(r"[^\s:]:(?=\s)|\s:(?=\s)")


def complete(line: str, cursor: int) -> Completion | None:
    """The unfinished word before ``cursor``; None where there is nothing to complete.

    ``kind`` is person, tag, goal, kind, got, gave, from or place. The span from ``start`` to ``end``
    includes the mark, so the replacement brings its own (``@ada-lovelace``).
    """
    cursor = max(0, min(cursor, len(line)))
    base = max(0, cursor - _REACH)
    tail = line[base:cursor]
    quoted = _OPEN_QUOTE.search(tail)
    if quoted:
        what = _SIGNS.get(quoted[1], quoted[1].removesuffix(":").lower())
        return Completion(what, base + quoted.start(), cursor, quoted[2])
    runs = [(found.start() + base, found[0]) for found in re.finditer(r"\S+", tail)]
    if not runs or line[cursor - 1].isspace():
        return None
    start, typed = runs[-1]
    rest = re.match(r"\S*", line[cursor:])
    end = cursor + (rest.end() if rest else 0)
    if typed[0] in _SIGNS:
        return Completion(_SIGNS[typed[0]], start, end, typed[1:])
    keyed = re.match(_KEYED, typed)
    if keyed:
        prefix = typed[keyed.end() :].rsplit(",", 1)[-1]
        return Completion(keyed[1].lower(), start, end, prefix)
    return _bare(line, start, end, typed, runs[-2] if len(runs) > 1 else None)


def _bare(line: str, start: int, end: int, typed: str, before: tuple[int, str] | None) -> Completion | None:
    """Completes a name, place or kind without a mark; only before the colon that begins the text."""
    if not typed[0].isalpha():
        return None
    if before is None:
        return Completion("kind", start, end, typed) if not line[:start].strip() else None
    at, word = before
    if word[0] == "@" and word[-1].isalnum():
        return Completion("person", at, end, f"{word[1:]} {typed}")
    if _COLON.search(line, 0, start):
        return None
    if word.endswith(",") or fold(word) in WITH | AND:
        return Completion("person", start, end, typed)
    return Completion("place", start, end, typed) if fold(word) in ("at", "in") else None
