"""Transliteration of Cyrillic and Greek words to Latin letters, so that Дмитрий and Dmitry can be compared.

Roughly as passports do; :mod:`.phonetics` evens out what other customs do otherwise. A table of our own: the
libraries for it (Unidecode, anyascii) bring every script and a megabyte, and take Я in Ясен for three words.
"""

import re
from functools import lru_cache
from unicodedata import normalize

_DIGRAPHS = {
    "ου": "ou", "αυ": "av", "ευ": "ev", "ηυ": "iv", "μπ": "mp", "ντ": "nt", "γκ": "gk", "γγ": "ng",
    "γχ": "nch", "кс": "x",
}  # fmt: skip
_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "dj", "ѓ": "g", "е": "e", "є": "ye",
    "ж": "zh", "з": "z", "ѕ": "dz", "и": "i", "і": "i", "ј": "j", "к": "k", "л": "l", "љ": "lj", "м": "m",
    "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "џ": "dz", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "қ": "k", "ғ": "g", "ұ": "u", "ү": "u", "ө": "o", "ә": "a", "ң": "n", "һ": "h",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t",
    "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_SOUNDS = {**_LETTERS, **_DIGRAPHS}
_END = re.compile("(?<=[аеиоуыюяє])и$")
"""The short i at the end, which folding has made a long one: Дмитрий, Алексей."""
FIRST, BEHIND = "Ͱ", "\u0530"
"""The first letter of these scripts, and the one behind their last."""


@lru_cache(maxsize=20_000)
def latin(word: str) -> str:
    """A folded word in Latin letters; letters of other scripts stay as they are."""
    if word.isascii():
        return word
    return _PATTERN.sub(lambda found: _SOUNDS[found[0]], _END.sub("y", word))


def spellings(name: str) -> tuple[str, ...]:
    """A name as it stands, with umlauts in two letters, and without the second: Müller, Mueller, Muller."""
    lower = normalize("NFC", name).casefold()
    return tuple(dict.fromkeys((name, lower.translate(_UMLAUTS), _RESPELLED.sub(r"\1", lower))))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_RESPELLED = re.compile("([aou])e|(?<=a)a")
_PATTERN = re.compile("|".join((*_DIGRAPHS, f"[{''.join(_LETTERS)}]")))
