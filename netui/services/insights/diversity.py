"""Diversity of the network in plain words: which fields and places most people are of, and which are thin."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from netui.domain.model.contact_row import ContactRow
from netui.domain.named_tuple import NamedTuple

THIN = 2
"""A field or place is thin with at most so many people."""
_THIN_SHOWN = 3


class ThinGroup(NamedTuple):
    """A field or place with few people: how many, and the one to call, silent for longest of them."""

    word: str
    people: int
    contact: str


class Diversity(NamedTuple):
    """How the network spreads over fields (tags) or places.

    ``leading`` are the fewest groups that hold half of the people who are in any; ``groups`` is how many
    there are, ``people`` how many are in one; ``thin`` are those of few.
    """

    leading: tuple[str, ...]
    groups: int
    people: int
    thin: tuple[ThinGroup, ...]


def measure_diversity(groups: Mapping[str, Sequence[ContactRow]]) -> Diversity:
    """The diversity of people in groups; those never met count as people, but nobody calls them first."""
    everyone = {row.id for rows in groups.values() for row in rows}
    by_size = sorted(groups, key=lambda word: (-len(groups[word]), word))
    leading: list[str] = []
    reached: set[str] = set()
    for word in by_size:
        if 2 * len(reached) >= len(everyone):
            break
        leading.append(word)
        reached.update(row.id for row in groups[word])
    thin = [
        ThinGroup(word, len(groups[word]), min(groups[word], key=lambda row: (row.last, row.id)).id)
        for word in by_size
        if len(groups[word]) <= THIN and word not in leading
    ]
    return Diversity(tuple(leading), len(groups), len(everyone), tuple(thin[:_THIN_SHOWN]))


def group_by_words(
    rows: Iterable[ContactRow], texts: Iterable[str], words_of: Callable[[str], Sequence[str]]
) -> dict[str, list[ContactRow]]:
    """The rows by each of the words of their text; many have the same text, which is split once."""
    known: dict[str, list[list[ContactRow]]] = {}
    found: dict[str, list[ContactRow]] = {}
    for row, text in zip(rows, texts, strict=True):
        groups = known.get(text)
        if groups is None:
            groups = known[text] = [found.setdefault(word, []) for word in dict.fromkeys(words_of(text))]
        for group in groups:
            group.append(row)
    return found
