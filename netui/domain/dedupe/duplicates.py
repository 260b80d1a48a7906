"""Find duplicate contacts by shared addresses, names and facts, with a reason for each pair.

A shared address makes a pair likely, unless the names differ as in a household or an office. A shared
name makes it likely if something else agrees: employer, mail domain, birthday. A name alone makes it
only possible: people do share names. Candidates come from blocking (:func:`_pairs`), not all pairs.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

PLACE = "place"
"""The kind of fact that only counts with the same name: whole towns share it."""
MOST_SHARING = 6
"""An address shared by more contacts than this identifies nobody."""
MOST_AGREEING = 100
"""A fact shared by more contacts than this is ignored: an organisation of thousands."""
_LONG_ENOUGH = 4
"""Minimum length of names that match with one letter different."""


class MatchRecord(NamedTuple):
    """The normalized fields of a contact that are compared.

    ``names`` are name and aliases as :func:`netui.domain.model.contact_row.name_key`. ``addresses``
    are personal, ``facts`` may be shared; both are pairs of kind (``e-mail``, ``org``) and value.
    ``birthday`` is month and day. ``weight`` grows with the amount of data: the heavier is kept.
    """

    id: str
    names: tuple[str, ...]
    addresses: frozenset[tuple[str, str]] = frozenset()
    facts: frozenset[tuple[str, str]] = frozenset()
    birthday: str = ""
    weight: int = 0


class DuplicatePair(NamedTuple):
    """``other`` may be a duplicate of ``keeper``; ``is_likely`` unless only the name agrees."""

    keeper: str
    other: str
    why: str
    is_likely: bool


def find_duplicates(people: Sequence[MatchRecord]) -> list[DuplicatePair]:
    """All duplicate pairs, likely ones first; each contact is ``other`` at most once.

    Of several duplicates the one with the largest weight is the keeper of all others.
    """
    shared = Counter(fact for person in people for fact in person.facts)
    common = {fact for fact, count in shared.items() if count > MOST_AGREEING}
    known = {person.id: person._replace(facts=person.facts - common) for person in people}
    pairs = _pairs(people).items()
    judgements = (compare_records(known[one], known[other], same) for (one, other), same in pairs)
    found = [double for double in judgements if double]
    found.sort(key=lambda double: (double.keeper, double.other))
    leaders: dict[str, str] = {}
    listed: list[DuplicatePair] = []
    for is_likely in (True, False):
        led = [
            double._replace(keeper=_leader(leaders, double.keeper), other=_leader(leaders, double.other))
            for double in found
            if double.is_likely is is_likely
        ]
        for keeper, other, why in _group_connected(led, known):
            leaders[other] = keeper
            listed.append(DuplicatePair(keeper, other, why, is_likely))
    return listed


def _group_connected(
    pairs: Sequence[DuplicatePair], known: Mapping[str, MatchRecord]
) -> Iterable[tuple[str, str, str]]:
    """The connected components of ``pairs``: keeper, other and reason for each member."""
    beside: dict[str, dict[str, str]] = {}
    for one, other, why, _ in pairs:
        if one != other:
            beside.setdefault(one, {}).setdefault(other, why)
            beside.setdefault(other, {}).setdefault(one, why)
    seen: set[str] = set()
    for start in sorted(beside):
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for member in group:
            new = [each for each in sorted(beside[member]) if each not in seen]
            seen.update(new)
            group += new
        keeper = min(group, key=lambda ident: _rank(known[ident]))
        for other in group:
            if other != keeper:
                yield keeper, other, beside[other].get(keeper) or next(iter(beside[other].values()))


def compare_records(one: MatchRecord, other: MatchRecord, are_namesakes: bool) -> DuplicatePair | None:
    """The pair if the two may be one person; None if nothing agrees or something contradicts it."""
    if one.birthday and other.birthday and one.birthday != other.birthday:
        return None
    keeper, rest = sorted((one, other), key=_rank)
    shared = sorted(one.addresses & other.addresses)
    facts = sorted(one.facts & other.facts)
    if one.birthday and one.birthday == other.birthday:
        facts.insert(0, ("birthday", one.birthday))
    if not (shared or facts or are_namesakes):
        return None
    kinship = _SAME if are_namesakes else _name_relation(one.names, other.names)
    if shared:
        if kinship == _DIFFERENT:
            return None
        why = f"the same {shared[0][0]} {shared[0][1]}"
        return DuplicatePair(keeper.id, rest.id, why, True)
    if kinship == _SAME:
        return DuplicatePair(keeper.id, rest.id, f"the same name{_and_facts(facts)}", bool(facts))
    facts = [fact for fact in facts if fact[0] != PLACE]
    if kinship == _ALIKE and facts:
        return DuplicatePair(keeper.id, rest.id, f"names that fit each other{_and_facts(facts)}", True)
    return None


def _and_facts(facts: Sequence[tuple[str, str]]) -> str:
    return "".join(f", the same {kind} ({value})" for kind, value in facts[:2])


def _rank(person: MatchRecord) -> tuple[int, int, str]:
    """Sort key that puts the keeper first: largest weight, then shortest id."""
    return -person.weight, len(person.id), person.id


def _leader(leaders: Mapping[str, str], ident: str) -> str:
    while ident in leaders:
        ident = leaders[ident]
    return ident


# ---------------------------------------------------------------------- blocking


def _pairs(people: Iterable[MatchRecord]) -> dict[tuple[str, str], bool]:
    """Candidate pairs (blocking): a shared address, or similar names; True where a name is the same."""
    groups: dict[tuple[str, ...], dict[str, None]] = {}
    for person in people:
        for address in person.addresses:
            groups.setdefault(address, {})[person.id] = None
        for name in person.names:
            words = name.split()
            groups.setdefault(("name", " ".join(sorted(words))), {})[person.id] = None
            if len(words) > 1:
                groups.setdefault(("begins", words[0][0], words[-1]), {})[person.id] = None
                groups.setdefault(("ends", words[0], words[-1][0]), {})[person.id] = None
    pairs: dict[tuple[str, str], bool] = {}
    for key, members in groups.items():
        ids = list(members)
        is_name = key[0] == "name"
        is_address = not is_name and key[0] not in ("begins", "ends")
        if len(ids) < 2 or (is_address and len(ids) > MOST_SHARING):
            continue
        for at, one in enumerate(ids):
            for other in ids[at + 1 :]:
                pair = (one, other) if one < other else (other, one)
                pairs[pair] = is_name or pairs.get(pair, False)
    return pairs


_SAME, _ALIKE, _DIFFERENT, _UNLIKE = range(4)


def _name_relation(ours: Collection[str], theirs: Collection[str]) -> int:
    """The relation of two contacts' names, by their best matching pair.

    Different: full names that belong to two people. Unlike: not comparable, as ``Mum`` and a full name.
    """
    return min((_compared(one.split(), other.split()) for one in ours for other in theirs), default=_UNLIKE)


def _compared(one: list[str], other: list[str]) -> int:
    if sorted(one) == sorted(other):
        return _SAME
    if len(one) < 2 or len(other) < 2:
        return _UNLIKE
    first, last = (one[0], other[0]), (one[-1], other[-1])
    fit = _fit(*first) + _fit(*last)
    if "" in (_fit(*first), _fit(*last)) or fit == "nearnear" or _fit(*last) == "initial":
        return _DIFFERENT
    shorter, longer = sorted((one[1:-1], other[1:-1]), key=len)
    return _ALIKE if all(any(_fit(word, each) for each in longer) for word in shorter) else _DIFFERENT


def _fit(one: str, other: str) -> str:
    """How two words match: ``same``, ``initial`` of each other, ``near`` by one letter, or "" for not."""
    if one == other:
        return "same"
    if 1 in (len(one), len(other)):
        return "initial" if one[0] == other[0] else ""
    return "near" if min(len(one), len(other)) >= _LONG_ENOUGH and _is_near(one, other) else ""


def _is_near(one: str, other: str) -> bool:
    """Whether the edit distance is 1 (Damerau–Levenshtein: insert, delete, substitute, transpose)."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[:at] + one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other
