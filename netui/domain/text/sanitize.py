"""Text as it may be shown anywhere: nothing in it is obeyed by a terminal.

Names and notes come from files that others wrote. Control characters become pictures of
themselves; marks that are not seen but turn the direction of text, or hide in it, are left out.
"""

import re
from collections.abc import Sequence
from functools import cache

_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_INVISIBLE = (
    "[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def _is_clean(text: str) -> bool:
    """Whether nothing need be looked for; only marks of how a letter is drawn count as printable."""
    return text.isprintable() and (text.isascii() or not ("\ufe0e" in text or "\ufe0f" in text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compiled when first needed: most text needs neither."""
    return re.compile(_CONTROL), re.compile(_INVISIBLE)


def clean(text: str) -> str:
    """``text`` on one line: control characters shown as pictures, invisible and bidi marks left out."""
    if _is_clean(text):
        return text
    control, invisible = _patterns()
    text = text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    return invisible.sub("", control.sub(_picture, text))


def clean_all(texts: Sequence[str]) -> Sequence[str]:
    """The texts, each clean; looked at as a whole first, since most hold nothing to be cleaned."""
    return texts if _is_clean("".join(texts)) else [clean(text) for text in texts]


def clean_lines(text: str) -> list[str]:
    """The lines of ``text``, each clean."""
    return [clean(line) for line in text.replace("\r\n", "\n").split("\n")]


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
