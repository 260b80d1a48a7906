"""Autocompletion of a log line: which kind of word stands at the cursor, and its prefix."""

import re
from collections.abc import Set

from netui.domain.capture.model import Completion
from netui.domain.capture.vocabulary import (
    AND,
    NO_FIRST_NAMES,
    WITH,
)
from netui.domain.model.contact_row import fold

_REACH = 80
_OPEN_QUOTE = re.compile(r'(?:^|(?<=\s))([#^@]|(?:got|gave|place):)"([^"]*)\Z', re.IGNORECASE)
_KEYED = r"(?i)(got|gave|from|place):"
_SIGNS = {"@": "person", "#": "tag", "^": "goal"}
_REST = re.compile(r"[^\s:,;!?)]*")
"""The rest of a word behind the cursor; the mark that follows it stays."""
_COLON = re.compile(r"[^\s:]:(?=\s)|\s:(?=\s)")
LEADS = WITH | AND
"""Words behind which somebody is named."""
_PLACE = re.compile(r"\b(?:at|in)\s+(\w[^\s:,;@#^]*(?:\s+[^\s:,;@#^]+){1,4})\Z", re.IGNORECASE)
"""Two to five words behind ``at`` or ``in``."""

_Run = tuple[int, str]
"""A run of characters without blanks, and where it begins."""


def complete(line: str, cursor: int, *, joined: bool = True, leads: Set[str] = LEADS) -> Completion | None:
    """The unfinished word before ``cursor``; None where there is nothing to complete.

    ``kind`` is person, tag, goal, kind, got, gave, from or place. The span from ``start`` to ``end``
    includes the mark, so the replacement brings its own (``@ada-lovelace``). A word that may be the
    second one of a name is completed with the first (``Tom Bak``), without it unless ``joined``.
    ``leads`` are the words for with and and, in each language that is read.
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
    rest = _REST.match(line, cursor)
    end = rest.end() if rest else cursor
    if typed[0] in _SIGNS:
        return Completion(_SIGNS[typed[0]], start, end, typed[1:])
    keyed = re.match(_KEYED, typed)
    if keyed:
        prefix = typed[keyed.end() :].rsplit(",", 1)[-1]
        return Completion(keyed[1].lower(), start, end, prefix)
    return _bare(line, runs, end, joined, leads)


def completions(line: str, cursor: int, leads: Set[str] = LEADS) -> list[Completion]:
    """What the unfinished word before ``cursor`` may be, the likeliest first.

    A word that may go on with the first name before it may be a name of its own too, and several words
    behind ``at`` or ``in`` may be one place.
    """
    words = (complete(line, cursor, joined=joined, leads=leads) for joined in (True, False))
    found = (_place(line, cursor, leads), *words)
    return list(dict.fromkeys(each for each in found if each is not None))


def _place(line: str, cursor: int, leads: Set[str]) -> Completion | None:
    """The place of several words before ``cursor``: ``lunch at Blue Bo``."""
    one = complete(line, cursor, joined=False, leads=leads)
    if one is not None and one.kind not in ("person", "place"):
        return None
    tail = line[max(0, cursor - _REACH) : cursor]
    found = _PLACE.search(tail)
    if found is None or is_in_text(line, cursor) or not {*fold(found[1]).split()}.isdisjoint(leads):
        return None
    rest = _REST.match(line, cursor)
    start = cursor - len(tail) + found.start(1)
    return Completion("place", start, rest.end() if rest else cursor, found[1])


def is_in_text(line: str, cursor: int) -> bool:
    """Whether ``cursor`` stands behind the colon that begins the text, where only marks are completed."""
    return _COLON.search(line, 0, max(0, cursor)) is not None


def _bare(line: str, runs: list[_Run], end: int, joined: bool, leads: Set[str]) -> Completion | None:
    """Completes a name, place or kind without a mark; only before the colon that begins the text."""
    start, typed = runs[-1]
    if not typed[0].isalpha():
        return None
    if len(runs) == 1:
        return Completion("kind", start, end, typed) if not line[:start].strip() else None
    at, word = runs[-2]
    if word[0] == "@" and word[-1].isalnum():
        return Completion("person", at, end, f"{word[1:]} {typed}")
    if _COLON.search(line, 0, start):
        return None
    if word.endswith(",") or fold(word) in leads:
        return Completion("person", start, end, typed)
    if fold(word) in ("at", "in"):
        return Completion("place", start, end, typed)
    if joined and _may_be_first_name(line, runs, leads):
        return Completion("person", at, end, f"{word} {typed}")
    return Completion("person", start, end, typed) if _may_be_name(line, runs, leads) else None


def _may_be_first_name(line: str, runs: list[_Run], leads: Set[str]) -> bool:
    """Whether the last word but one may be a first name, and the last one go on with it."""
    word = runs[-2][1]
    if not word.isalpha():
        return False
    before = runs[-3][1] if len(runs) > 2 else ""
    introduced = before.endswith(",") or fold(before) in leads
    return introduced or (word[0].isupper() and line[runs[-1][0]].isupper())


def _may_be_name(line: str, runs: list[_Run], leads: Set[str]) -> bool:
    """Whether the last word may name somebody: it is in capitals, or right behind the first of the line."""
    typed = runs[-1][1]
    if len(typed) < 2 or fold(typed) in NO_FIRST_NAMES:
        return False
    follows_kind = not line[: runs[-2][0]].strip() and not any(
        lead.startswith(fold(typed)) for lead in leads - AND
    )
    return typed[0].isupper() or follows_kind
