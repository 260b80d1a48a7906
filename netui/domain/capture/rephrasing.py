"""Other ways to write a line that say the same: read instead of it where they say more plainly what it is.

Each is as long as the line, so that what is found stands where it does in the line itself.
"""

import re
from collections.abc import Callable

from netui.domain.capture.model import ParsedLine, name_key
from netui.domain.capture.sentence.words import KIN, RELATIVES
from netui.domain.capture.vocabulary import RELATIONS
from netui.domain.model.kinds import Kinds

_DASH = re.compile(" [-–—] ")
_COMMA = ",  "
_MARKED = re.compile(r"@\w")
_MARKED_OWNER = re.compile(r"(?<![\w@])@([\w-]+)(?=['’]s\b)")
_FIELD = re.compile(r"[#>^]|@\w|\w:\S|\(NEW\)")
"""What is kept as it is typed: a mark, or the name of somebody new."""
_LONGEST = 400
"""Longer lines, in characters, are not read again."""

ReadLine = Callable[[str], ParsedLine]


def in_small_letters(line: str) -> str:
    """A line of several words that is all in capitals, in small letters; "" for any other."""
    shouted = line.isupper() and " " in line.strip() and len(line) <= _LONGEST
    if not shouted or _FIELD.search(line):
        return ""
    small = line.lower()
    return small if len(small) == len(line) else ""


def read_in_small_letters(small: str, read: ReadLine) -> ParsedLine | None:
    """The reading of a line in capitals, which its text keeps; None for one with a promise or the like."""
    found = read(small)
    if found.promises or found.learned:
        return None
    return found._replace(text=found.text.upper(), place=found.place.upper())


def read_owner(line: str, found: ParsedLine, read: ReadLine, kinds: Kinds) -> ParsedLine:
    """``found``, or the reading without the sign before whose it was, where that tells of contact or asks.

    So ``tea at @ada's`` is read as without it, and so is asked who was called in ``rang @ada's mother``.
    """
    owner = _MARKED_OWNER.search(line) if len(line) <= _LONGEST else None
    if owner is None or len(_MARKED.findall(line)) > 1:
        return found
    told = read(_MARKED_OWNER.sub(lambda owner: f" {owner[1].replace('-', ' ')}", line))
    met = kinds.counts(told.kind) and bool(told.people) and not told.problems
    relative = name_key(line[owner.end() + 2 :]).split(" ")[0] in KIN | RELATIONS | RELATIVES
    asks = bool(told.problems) and relative and kinds.counts(found.kind) and not found.problems
    if not (met or asks):
        return found
    return told._replace(text=re.sub(" {2,}", " ", told.text))


def read_behind_dash(line: str, found: ParsedLine, read: ReadLine, kinds: Kinds) -> ParsedLine:
    """``found``, a note; or the reading with a comma for the dash, where that tells of contact or asks.

    So ``Ada's off sick - took them soup`` is read as with a comma. The text keeps its dashes.
    """
    dash = _DASH.search(line)
    if dash is None or len(line) > _LONGEST:
        return found
    told = read(_DASH.sub(_COMMA, line))
    if not (kinds.counts(told.kind) or told.problems):
        return found
    return told._replace(text=told.text.replace(_COMMA, dash[0]))
