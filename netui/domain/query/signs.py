"""Signs in search: ``c++``, ``c#``, ``€20``, emoji and ``#tag`` as tokens that a full-text index can hold.

The tokenizer of SQLite (FTS5, unicode61) drops whatever is no letter or digit. So each word with a sign is
indexed once more, in a column of its own, where every sign is spelled as a token of private-use characters.
Marks of punctuation (``.,;:!?'-/&@`` and the like) are no signs: they never keep a word from being found.
"""

from functools import lru_cache

_ASCII = frozenset("+#%$")
_SYMBOLS = frozenset(("So", "Sm", "Sc"))
"""Unicode categories: other symbols (emoji among them), mathematics, currency."""
_NEWER = "\U0001f000"
"""From here on what Python does not know yet is an emoji, too."""
_OPEN, _CLOSE = "\ue000", "z"
_GAP = f" {_OPEN} "
"""A token between two words, so that no phrase reaches over both."""


def sign_words(text: str) -> list[str]:
    """The words of ``text`` that hold a sign, each with the letters and digits right beside it."""
    from unicodedata import category

    found: list[str] = []
    word, has_sign = "", False
    for character in f"{text} ":
        if _is_sign(character):
            word += character
            has_sign = True
        elif character.isalnum() or category(character)[0] == "M":
            word += character
        else:
            if has_sign:
                found.append(word)
            word, has_sign = "", False
    return found


def has_sign(text: str) -> bool:
    """Whether a sign is anywhere in ``text``."""
    # Looking for each sign by itself is the quickest way through a hundred thousand texts without any.
    if text.isascii():
        return "+" in text or "#" in text or "%" in text or "$" in text
    return any(map(_is_sign, set(text)))


def sign_index(text: str, tags: str = "") -> str:
    """The words with signs of ``text``, and ``tags`` (a line each) with their ``#``, as indexed; often ""."""
    if not has_sign(text):
        return _tag_index(tags) if tags else ""
    return _GAP.join([*map(sign_phrase, sign_words(text)), *([_tag_index(tags)] if tags else [])])


@lru_cache(maxsize=1024)
def _tag_index(tags: str) -> str:
    return _GAP.join(sign_phrase(f"#{tag}") for tag in tags.split("\n") if tag)


@lru_cache(maxsize=1024)
def sign_phrase(word: str) -> str:
    """One word as indexed: signs spelled, letters as they are; to be searched as a phrase."""
    return "".join(f" {_OPEN}{ord(c):x}{_CLOSE} " if _is_sign(c) else c for c in word)


@lru_cache(maxsize=4096)
def _is_sign(character: str) -> bool:
    if character <= "\x7f":
        return character in _ASCII
    from unicodedata import category  # many a text has no other letters

    kind = category(character)
    return kind in _SYMBOLS or (kind == "Cn" and character >= _NEWER)
