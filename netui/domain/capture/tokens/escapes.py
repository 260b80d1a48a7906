"""Backslashes before a word: whether one keeps a mark, a date or a number as text."""

import re

from netui.domain.model.contact_row import fold
from netui.domain.natural_dates.foreign import english_day
from netui.domain.natural_dates.relative import DATE_WORDS

_MARK = r"""(?ix) \\* (?: [#^@<>"“«] | \(["“«] | (?:got|gave|learned|from|place): )
    | \\+ (?: by\Z | \d | [^\w\s\\] )"""


def needs_escape(word: str) -> bool:
    """Whether a word of plain text needs a backslash to not be read as a mark, or has one for a date."""
    bare = word.lstrip("\\")
    first = fold(re.split(r"[\W\d]", bare)[0]) if bare != word else ""
    if first in DATE_WORDS or (first and english_day(first)):
        return True
    return re.match(_MARK, word) is not None
