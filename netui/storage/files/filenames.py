"""File names of contacts and goals: which files belong to the network, slugs, and ids for new ones."""

import re
from collections.abc import Container, Iterable
from functools import cache

from netui.storage.files.survey import SUFFIX

LONGEST_SLUG = 48

_FOREIGN = r"""^[.#~]                                      # hidden, emacs locks and autosaves
      | _(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.toml$    # git mergetool
      | \.(?:orig|rej|bak|tmp|part|sw[a-p])\.toml$
    """
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h"}
)
_RESERVED = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
_ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


@cache
def _foreign() -> re.Pattern[str]:
    """Compiled when first needed: most commands see no new name."""
    return re.compile(_FOREIGN, re.VERBOSE | re.IGNORECASE)


def is_network_file(name: str) -> bool:
    """Whether ``name`` may be a contact or goal: no editor's swap or backup file, nor one of a git merge.

    Copies that a sync left are told apart by :mod:`netui.storage.files.conflict_copies`.
    """
    return name.endswith(SUFFIX) and len(name) > len(SUFFIX) and not _foreign().search(name)


def is_stem(stem: str) -> bool:
    """Whether ``stem`` is valid for a file of the network: no path, no control characters, not hidden."""
    if "/" in stem or "\\" in stem or any(ord(letter) < 32 for letter in stem):
        return False
    return is_network_file(stem + SUFFIX)


def slug(name: str) -> str:
    """``name`` in at most 48 lower-case ASCII letters, digits and dashes; empty when none are left."""
    lower = name.lower().translate(_LETTERS)
    if not lower.isascii():
        from unicodedata import normalize

        from netui.domain.dedupe.transliteration import latin
        from netui.domain.model.contact_row import fold

        latin_words = " ".join(latin(fold(word)) for word in lower.split())
        lower = normalize("NFKD", latin_words).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", lower.replace("'", "")).strip("-")
    return words[:LONGEST_SLUG].rstrip("-")


class Listing:
    """The set of a folder's stems, compared without case; one joined string, built quicker than a set."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = f"/{'/'.join(names)}/".casefold()

    def __contains__(self, stem: object) -> bool:
        return f"/{stem}{SUFFIX}/" in self._names


def free_stem(name: str, taken: Container[str]) -> str:
    """An id for ``name`` that is not in ``taken`` (casefolded stems); random where no letter is ASCII."""
    base = slug(name)
    if not base:
        base = random_id()
    elif base in _RESERVED:
        base = f"{base}-1"
    stem, number = base, 2
    while stem in taken:
        stem, number = f"{base}-{number}", number + 1
    return stem


def random_id(length: int = 10) -> str:
    """A random id of letters that are not mistaken for one another."""
    from os import urandom

    return "".join(_ID_LETTERS[byte & 31] for byte in urandom(length))
