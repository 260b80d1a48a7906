"""Compares two names as people write them: word order, short forms, initials, spelling and sound."""

from collections.abc import Sequence
from functools import lru_cache

from netui.domain.dedupe.given_names import name_groups
from netui.domain.dedupe.phonetics import phonetic_key
from netui.domain.dedupe.transliteration import latin
from netui.domain.named_tuple import NamedTuple

SAME, VARIANT, CLOSE, RENAMED, DIFFERENT, UNLIKE = range(6)
"""How two names are related, the best first.

The same words; forms of one name (Kate and Katherine); names that may be one if more agrees (A. Lovelace, a
typing error); the given name of one with another surname; names of two people; names that cannot be compared,
as ``Mum`` and a full name.
"""
_TITLES = frozenset(
    [
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "miss",
        "sir",
        "dame",
        "herr",
        "frau",
        "mme",
        "mlle",
        "sr",
        "sra",
        "ing",
        "mag",
    ]
)
_DEGREES = frozenset(["phd", "md", "mba", "esq", "dds", "msc", "bsc", "jd", "cpa"])
_GENERATIONS = frozenset(["jr", "sr", "junior", "senior", "ii", "iii", "iv"])
_SHORTEST_TYPO = 4
"""Minimum length of words that match with one letter different."""


class PersonName(NamedTuple):
    """A name taken apart: its words without titles and degrees, and its generation (``jr``), if any."""

    words: tuple[str, ...]
    generation: str = ""


class NameMatch(NamedTuple):
    """How two names are related, and in words: ``Kate is short for Katherine``."""

    relation: int
    words: str = ""


_DIFFERENT, _UNLIKE = NameMatch(DIFFERENT), NameMatch(UNLIKE)


def split_name(key: str) -> PersonName:
    """Takes apart a name as :func:`netui.domain.model.contact_row.name_key` gives it, in Latin letters."""
    words = key.split() if key.isascii() else [latin(word) for word in key.split()]
    generation = ""
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    while len(words) > 1 and (words[-1] in _DEGREES or (len(words) > 2 and words[-1] in _GENERATIONS)):
        generation = words[-1] if words[-1] in _GENERATIONS else generation
        words.pop()
    return PersonName(tuple(words), {"junior": "jr", "senior": "sr"}.get(generation, generation))


def blocking_keys(name: PersonName) -> list[tuple[str, str]]:
    """Keys of which two names of one person share one, unless an initial or a typing error parts them."""
    words = name.words
    if len(words) < 2:
        return [("", words[0])] if words else []
    first, last = _tokens(words[0]), [phonetic_key(words[-1])]
    if len(first) == 1:  # no given name that is known: perhaps the surname stands first
        last = _tokens(words[-1])
    return [(a, b) if a < b else (b, a) for a in first for b in last]


@lru_cache(maxsize=20_000)
def _tokens(word: str) -> list[str]:
    return [phonetic_key(word), *name_groups(word)]


def best_match(ours: Sequence[PersonName], theirs: Sequence[PersonName]) -> NameMatch:
    """The best match of the names of two people."""
    found = _UNLIKE
    for one in ours:
        for other in theirs:
            match = compare_names(one, other)
            if match.relation < found.relation:
                found = match
    return found


def share_initial(one: PersonName, other: PersonName) -> bool:
    """Whether both are of one surname and one initial, which at least one of them has for a given name."""
    if len(one.words) < 2 or len(other.words) < 2:
        return False
    first, second = one.words[0], other.words[0]
    return one.words[-1] == other.words[-1] and first[0] == second[0] and 1 in (len(first), len(second))


def compare_names(one: PersonName, other: PersonName) -> NameMatch:
    """How two names are related; father and son, told apart by their generation, are two people."""
    if one.generation and other.generation and one.generation != other.generation:
        return _DIFFERENT
    mine, theirs = one.words, other.words
    if mine == theirs:
        same = NameMatch(SAME, "the same name")
    elif sorted(mine) == sorted(theirs):
        same = NameMatch(SAME, "the same name in another order")
    elif len(mine) < 2 or len(theirs) < 2:
        return _compare_with_single(mine, theirs)
    else:
        found = _compare_in_order(mine, theirs)
        may_be_turned = _fit_given(mine[0], theirs[-1]) or _fit_given(mine[-1], theirs[0])
        if found.relation > CLOSE and may_be_turned:
            turned = min(
                _compare_in_order((*mine[1:], mine[0]), theirs),
                _compare_in_order(mine, (*theirs[1:], theirs[0])),
            )
            found = turned if turned.relation < CLOSE else found
        same = found
    if one.generation != other.generation and same.relation < CLOSE:
        return NameMatch(CLOSE, f"the same name but for {one.generation or other.generation}")
    return same


def _compare_with_single(mine: tuple[str, ...], theirs: tuple[str, ...]) -> NameMatch:
    """A given name alone fits whoever bears it, and is of two people where the other has another one."""
    single, full = (mine, theirs) if len(mine) == 1 else (theirs, mine)
    fits = any(_fit_given(single[0], word) for word in full)
    is_other = bool(not fits and name_groups(single[0]) and name_groups(full[0]))
    return _DIFFERENT if is_other else _UNLIKE


def _compare_in_order(one: tuple[str, ...], other: tuple[str, ...]) -> NameMatch:
    first, last = _fit_given(one[0], other[0]), _fit_surname(one[-1], other[-1])
    if not first:
        return _DIFFERENT
    if not last:
        shorter, longer = sorted((one, other), key=len)
        if first == _EQUAL and shorter[-1] in longer[1:-1]:
            return NameMatch(CLOSE, f"{_shown(shorter[-1])} is one of two surnames")
        is_given = len(one[0]) > 1 and first in (_EQUAL, _SHORT, _SOUND)
        return NameMatch(RENAMED, "the same given name") if is_given else _DIFFERENT
    if not _middles_fit(one[1:-1], other[1:-1]) or (_TYPO in (first, last) and _EQUAL not in (first, last)):
        return _DIFFERENT
    said = [_words(how, *pair) for how, pair in ((first, (one[0], other[0])), (last, (one[-1], other[-1])))]
    is_close = _TYPO in (first, last) or first == _INITIAL
    return NameMatch(
        CLOSE if is_close else VARIANT, " and ".join(filter(None, said)) or "the same name but for the middle"
    )


def _middles_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return all(any(_fit_given(word, each) for each in longer) for word in shorter)


_EQUAL, _SHORT, _SOUND, _INITIAL, _TYPO = "equal", "short", "sound", "initial", "typo"


@lru_cache(maxsize=20_000)
def _fit_given(one: str, other: str) -> str:
    """How two given names match; "" where they are names of two people."""
    if one == other:
        return _EQUAL
    if 1 in (len(one), len(other)):
        return _INITIAL if one[0] == other[0] else ""
    groups, theirs = name_groups(one), name_groups(other)
    if groups & theirs:
        return _SHORT
    if phonetic_key(one) == phonetic_key(other):
        return _SOUND
    if groups and theirs:
        return ""
    return _TYPO if _is_typo(one, other) and not _differ_in_ending(one, other) else ""


@lru_cache(maxsize=20_000)
def _fit_surname(one: str, other: str) -> str:
    if one == other:
        return _EQUAL
    if 1 in (len(one), len(other)):
        return ""
    if phonetic_key(one) == phonetic_key(other):
        return _SOUND
    return _TYPO if _is_typo(one, other) else ""


def _differ_in_ending(one: str, other: str) -> bool:
    """Whether one letter at the end tells two names apart, as Daniel and Daniela."""
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) or (len(one) == len(other) and one[:-1] == other[:-1])


def _is_typo(one: str, other: str) -> bool:
    """Whether the edit distance is 1 (insert, delete, substitute, transpose), the first letter aside."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) < _SHORTEST_TYPO or len(other) - len(one) > 1 or one[0] != other[0]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[:at] + one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other


def _words(how: str, one: str, other: str) -> str:
    if how == _EQUAL:
        return ""
    shorter, longer = map(_shown, sorted((one, other), key=lambda word: (len(word), word)))
    if how == _SHORT:
        return f"{shorter} is a form of {longer}"
    if how == _SOUND:
        return f"{shorter} sounds like {longer}"
    return f"{shorter}. may be {longer}" if how == _INITIAL else f"{shorter} is nearly {longer}"


def _shown(word: str) -> str:
    return word[:1].upper() + word[1:]
