"""Sanitize text for display: no escape sequences, control, bidi or zero-width characters reach the terminal.

Names and notes come from files that others wrote. Control characters become their Unicode control
pictures (``␛``); invisible characters that reorder or hide text are removed.
"""

import re
from collections.abc import Sequence
from functools import cache

_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
_INVISIBLE = (
    "[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_USUAL = bytes(range(0x20, 0x7F)) + b"\n"
"""The bytes that need nothing, a line end among them."""


def _is_clean(text: str) -> bool:
    """Fast path: whether nothing needs sanitizing; variation selectors count as printable."""
    return text.isprintable() and (text.isascii() or not ("\ufe0e" in text or "\ufe0f" in text))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The two patterns, compiled lazily: most text needs neither."""
    return re.compile(_CONTROL), re.compile(_INVISIBLE)


def clean(text: str) -> str:
    """``text`` on one line, sanitized: control characters as pictures, invisible and bidi ones removed."""
    if _is_clean(text):
        return text
    control, invisible = _patterns()
    text = text.replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    return invisible.sub("", control.sub(_picture, text))


def visible(text: str) -> str:
    """``text`` with its control characters as pictures, and else as it is, to be edited."""
    return text if text.isprintable() else _patterns()[0].sub(_picture, text)


def clean_all(texts: Sequence[str]) -> Sequence[str]:
    """The texts, each sanitized; tested as a whole first, since most need nothing."""
    return texts if _is_clean("".join(texts)) else [clean(text) for text in texts]


def clean_lines(text: str) -> list[str]:
    """The lines of ``text``, each sanitized."""
    return [clean(line) for line in text.replace("\r\n", "\n").split("\n")]


def clean_text(text: str) -> str:
    """``text`` sanitized with its line ends kept; tested as a whole first, since most of it needs nothing."""
    return text if _is_clean(_unusual(text)) else "\n".join(clean_lines(text))


def escape_json(text: str) -> str:
    """JSON on one line, with all that :func:`clean` would change written as codes, which mean the same."""
    if _is_clean(_unusual(text)):
        return text
    for pattern in _patterns():
        text = pattern.sub(_json_escape, text)
    return text


def _unusual(text: str) -> str:
    """What of a long text is no ASCII that is printed: found by bytes, a fifth of the time by characters."""
    try:
        return text.encode().translate(None, _USUAL).decode()
    except UnicodeEncodeError:
        return text


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
