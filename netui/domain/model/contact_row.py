"""A contact's row in the index: flat and small, for lists of fifty thousand; also folding for search."""

from typing import Any

from netui.domain.named_tuple import NamedTuple

ONESELF = 3
"""``archived`` of the contact that is the user (``me = true``)."""


class ContactRow(NamedTuple):
    """One row of the index; a tuple because ten thousand come straight from SQLite.

    Lists (``aliases``, ``roles``, ``tags``, ``knows``, ``goals``) are joined by newlines. Days are
    proleptic ordinals, 0 for none. ``contact_days`` to ``gaps`` are the rhythm
    (:mod:`netui.domain.cadence.model`) learned from the days up to ``learned_on``; ``season`` is
    how many days the silence lasted that began at this time of last year
    (:func:`netui.domain.cadence.season.seasonal_silence`); ``planned_on`` is the first counting day after
    that, when it must be recomputed. ``keys`` lists the keys present in the file, separated by blanks.
    ``error`` is why the file could not be read. ``archived`` is 2 for one who died and was not archived,
    and ONESELF for the contact that is the user: out of lists as well.
    """

    id: str
    name: str
    aliases: str = ""
    roles: str = ""
    tags: str = ""
    org: str = ""
    title: str = ""
    location: str = ""
    knows: str = ""
    goals: str = ""
    every: str = ""
    mode: str = ""
    snoozed_until: int = 0
    archived: int = 0
    died: int = 0
    contact_days: int = 0
    last: int = 0
    silence_start: float = 0.0
    decayed_count: float = 0.0
    log_sum: float = 0.0
    log_squares: float = 0.0
    gaps: bytes = b""
    season: int = 0
    learned_on: int = 0
    planned_on: int = 0
    entries: int = 0
    keys: str = ""
    error: str = ""


def split(joined: str) -> list[str]:
    """The items of a joined field."""
    return joined.split("\n") if joined else []


_MOST_FOLDED = 4096


class _Folding(dict[int, Any]):
    """A table for str.translate that drops what combines; it fills as characters are met, up to a limit."""

    def __missing__(self, code: int) -> int | None:
        from unicodedata import combining

        found = None if combining(chr(code)) else code
        if len(self) < _MOST_FOLDED:
            self[code] = found
        return found


_FOLDING = _Folding(
    str.maketrans(
        {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
        | dict.fromkeys("\ufe0e\ufe0f", "")
    )
)
"""Letters that no decomposition takes apart, and the variation selectors of emoji."""


def fold(text: str) -> str:
    """``text`` normalized for search: without case and diacritics (``Åsa`` and ``asa`` are equal).

    Nor with the variation selectors of emoji: ``❤`` is typed with and without one.
    """
    if text.isascii():
        return text.lower()
    from unicodedata import normalize  # most names and texts have no need of it

    # Decomposed before as well: a letter of mathematical or modifier style becomes a capital only then.
    decomposed = normalize("NFKD", normalize("NFKD", text).casefold())
    return decomposed.translate(_FOLDING)


_NAME_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", ".": "", ",": "", "-": " "})


def name_key(name: str) -> str:
    """A name normalized for comparison: folded, without dots and commas, hyphens as blanks, single blanks."""
    return " ".join(fold(name).translate(_NAME_MARKS).split())
