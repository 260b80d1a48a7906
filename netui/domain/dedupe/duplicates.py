"""Find duplicate contacts by shared addresses, names and facts, with the reasons for each pair.

A shared address makes a pair likely, unless the names differ as in a household or an office. Names that are
the same, or forms of one, make it likely if something else agrees: employer, mail domain, birthday. A name
alone makes it only possible, and the less so the more is known of both that differs; so does an initial with
the surname of one person alone. Candidates come from
blocking (:func:`_pairs`), not all pairs; a block that is too large says nothing, as a common name does.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from netui.domain.dedupe.name_comparison import (
    CLOSE,
    DIFFERENT,
    RENAMED,
    SAME,
    VARIANT,
    NameMatch,
    PersonName,
    best_match,
    blocking_keys,
    split_name,
)
from netui.domain.dedupe.phonetics import phonetic_key
from netui.domain.named_tuple import NamedTuple

PLACE = "place"
"""The kind of fact that supports names alone: whole towns share it."""
DOMAIN = "mail domain"
BIRTHDAY = "birthday"
MOST_SHARING = 6
"""An address shared by more contacts than this identifies nobody."""
MOST_AGREEING = 100
"""A fact shared by more contacts than this is ignored: an organisation of thousands."""
MOST_NAMESAKES = 12
"""A name of more contacts than this, in whatever form, says nothing by itself."""
_MOST_DIFFERENCES = 2
"""Two of the same name of whom more than this differs are two people, unless something agrees."""


class MatchRecord(NamedTuple):
    """The normalized fields of a contact that are compared.

    ``names`` are name and aliases as :func:`netui.domain.model.contact_row.name_key`. ``addresses``
    are personal, ``facts`` may be shared; both are pairs of kind (``e-mail``, ``organisation``) and value.
    Of ``accounts``, also addresses, one person has one: two that differ are of two people. ``birthday`` is
    month and day, ``born`` the year. ``weight`` grows with the amount of data: the heavier is kept.
    """

    id: str
    names: tuple[str, ...]
    addresses: frozenset[tuple[str, str]] = frozenset()
    facts: frozenset[tuple[str, str]] = frozenset()
    birthday: str = ""
    weight: int = 0
    born: int = 0
    accounts: frozenset[tuple[str, str]] = frozenset()


class DuplicatePair(NamedTuple):
    """``other`` may be a duplicate of ``keeper``; ``is_likely`` unless little but the name agrees."""

    keeper: str
    other: str
    reasons: tuple[str, ...]
    is_likely: bool

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return ", ".join(self.reasons)


class _Person(NamedTuple):
    """A record with its names taken apart, and without facts that too many share; addresses hold accounts."""

    record: MatchRecord
    names: tuple[PersonName, ...]
    addresses: frozenset[tuple[str, str]]
    facts: frozenset[tuple[str, str]]


def find_duplicates(
    people: Sequence[MatchRecord], are_two: Callable[[str, str], bool] = lambda *_: False
) -> list[DuplicatePair]:
    """All duplicate pairs, likely ones first; each contact is ``other`` at most once.

    Of several duplicates the one with the largest weight is the keeper of all others that may be one with it.
    ``are_two`` says of a pair of ids that they are known to be two people.
    """
    known = _prepare(people)
    judged: dict[str, dict[str, DuplicatePair]] = defaultdict(dict)
    by_initial = _initial_pairs(known)
    for one, other in _pairs(known) | by_initial:
        pair = _compare(known[one], known[other], is_only_bearer=(one, other) in by_initial)
        if pair is not None and not are_two(one, other):
            judged[one][other] = judged[other][one] = pair
    ranked = sorted(judged, key=lambda ident: _rank(known[ident].record))
    listed: list[DuplicatePair] = []
    given_up: set[str] = set()
    for is_likely in (True, False):
        listed += _stars(ranked, judged, given_up, is_likely)
    return listed


def _stars(
    ranked: Sequence[str],
    judged: Mapping[str, Mapping[str, DuplicatePair]],
    given_up: set[str],
    is_likely: bool,
) -> Iterator[DuplicatePair]:
    """For each keeper, the best known first, its pairs with those not given up before."""
    keepers: set[str] = set()
    for keeper in ranked:
        if keeper in given_up:
            continue
        for other, pair in sorted(judged[keeper].items()):
            if pair.is_likely is is_likely and other not in given_up and other not in keepers:
                keepers.add(keeper)
                given_up.add(other)
                yield pair._replace(keeper=keeper, other=other)


def compare_records(one: MatchRecord, other: MatchRecord) -> DuplicatePair | None:
    """The pair if the two may be one person; None if too little agrees or something contradicts it."""
    known = _prepare((one, other))
    return _compare(known[one.id], known[other.id])


def _prepare(people: Sequence[MatchRecord]) -> dict[str, _Person]:
    shared = Counter(fact for person in people for fact in person.facts)
    common = {fact for fact, count in shared.items() if count > MOST_AGREEING}
    return {
        person.id: _Person(
            person,
            tuple(map(split_name, person.names)),
            person.addresses | person.accounts if person.accounts else person.addresses,
            person.facts - common if common else person.facts,
        )
        for person in people
    }


def _compare(one: _Person, other: _Person, *, is_only_bearer: bool = False) -> DuplicatePair | None:
    """The pair, if any; ``is_only_bearer``: nobody else can be meant by the initial of one of them."""
    match = best_match(one.names, other.names)
    mine, theirs = one.record, other.record
    if match.relation == DIFFERENT or _are_born_apart(mine, theirs):
        return None
    shared = sorted(one.addresses & other.addresses)
    if not shared and mine.accounts and theirs.accounts and _kinds(mine.accounts) & _kinds(theirs.accounts):
        return None
    facts = sorted(one.facts & other.facts)
    if mine.birthday and mine.birthday == theirs.birthday:
        facts.insert(0, (BIRTHDAY, mine.birthday))
    if match.relation != SAME:
        facts = [fact for fact in facts if not _is_family_domain(fact, one.names)]
    # In a household or an office the names differ, which was seen above.
    verdict = True if shared else _by_name(match, [kind for kind, _ in facts], mine, theirs)
    if verdict is None and is_only_bearer and match.relation <= CLOSE and not _differences(mine, theirs):
        verdict = False
    if verdict is None:
        return None
    keeper, rest = sorted((mine, theirs), key=_rank)
    reasons = _reasons(match, shared, facts)
    if not verdict and (differing := _differences(mine, theirs)):
        reasons.append(f"though {' and '.join(differing)} differ")
    return DuplicatePair(keeper.id, rest.id, tuple(reasons), verdict)


def _reasons(
    match: NameMatch, shared: Sequence[tuple[str, str]], facts: Sequence[tuple[str, str]]
) -> list[str]:
    """Why two may be one person: an address they share, their names, and two facts that it does not say."""
    reasons = [f"the same {kind} {value}" for kind, value in shared[:1]]
    reasons += [match.words] if match.words else []
    said = shared[0][1] if shared else ""
    return reasons + [f"the same {kind} ({value})" for kind, value in facts[:2] if not said.endswith(value)]


def _by_name(
    match: NameMatch, agreeing: Sequence[str], mine: MatchRecord, theirs: MatchRecord
) -> bool | None:
    """Whether a pair that shares no address is likely (True), possible (False) or none, by name and facts."""
    if match.relation > VARIANT and not agreeing:
        return None
    firm = [kind for kind in agreeing if kind != PLACE]
    differences = len(_differences(mine, theirs))
    if match.relation == SAME:
        if firm or (agreeing and not differences):
            return True
        return False if differences <= _MOST_DIFFERENCES else None
    if match.relation == VARIANT:
        if firm:
            return True
        return False if differences <= len(agreeing) else None
    if match.relation == CLOSE and firm:
        return firm != [BIRTHDAY]
    if match.relation == RENAMED and BIRTHDAY in firm and len(firm) > 1:
        return True
    return None


def _differences(mine: MatchRecord, theirs: MatchRecord) -> list[str]:
    """What is known of both and has nothing in common."""
    names = {"e-mail": "e-mails", "phone": "phones", "organisation": "organisations", PLACE: "places"}
    ours, others = mine.addresses | mine.facts, theirs.addresses | theirs.facts
    both = _kinds(ours) & _kinds(others) - _kinds(ours & others)
    return [plural for kind, plural in names.items() if kind in both]


def _kinds(values: Iterable[tuple[str, str]]) -> set[str]:
    return {kind for kind, _ in values}


def _are_born_apart(one: MatchRecord, other: MatchRecord) -> bool:
    if one.birthday and other.birthday and one.birthday != other.birthday:
        return True
    return bool(one.born and other.born and one.born != other.born)


def _is_family_domain(fact: tuple[str, str], names: Iterable[PersonName]) -> bool:
    """Whether a mail domain is that of a family: all of one surname share it."""
    return fact[0] == DOMAIN and any(len(n.words) > 1 and n.words[-1] in fact[1] for n in names)


def _rank(person: MatchRecord) -> tuple[int, bool, int, str]:
    """Sort key that puts the keeper first: largest weight, a given name in full, then shortest id."""
    has_initial = bool(person.names) and person.names[0][1:2] == " "
    return -person.weight, has_initial, len(person.id), person.id


# ---------------------------------------------------------------------- blocking


def _pairs(people: Mapping[str, _Person]) -> set[tuple[str, str]]:
    """Candidate pairs (blocking): a shared address, forms of one name, or a fact and half of a name."""
    addresses: dict[tuple[str, str], list[str]] = defaultdict(list)
    names: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for ident, person in people.items():
        record = person.record
        for address in person.addresses:
            addresses[address].append(ident)
        facts = [*person.facts, (BIRTHDAY, record.birthday)] if record.birthday else person.facts
        keys: set[tuple[str, ...]] = set()
        for name in person.names:
            keys.update(blocking_keys(name))
            if not name.words:
                continue
            halves = {phonetic_key(name.words[0]), phonetic_key(name.words[-1])}
            keys.update((*fact, half) for fact in facts if fact[0] != PLACE for half in halves)
        for key in keys:
            names[key].append(ident)
    pairs: set[tuple[str, str]] = set()
    for ids in addresses.values():
        if 1 < len(ids) <= MOST_SHARING:
            pairs.update(map(_ordered, combinations(ids, 2)))
    for ids in names.values():
        if 1 < len(ids) <= MOST_NAMESAKES:
            pairs.update(map(_ordered, combinations(ids, 2)))
    return pairs


def _initial_pairs(people: Mapping[str, _Person]) -> set[tuple[str, str]]:
    """Whoever has an initial for a given name (``G. Hopper``), with the only one whom it may be.

    Where several of that surname begin with it, it says nothing: so there is one pair for each such contact
    at most, however common the surname.
    """
    short: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ident, person in people.items():
        for name in person.names:
            if len(name.words) > 1 and len(name.words[0]) == 1 and len(name.words[-1]) > 1:
                short[name.words[-1], name.words[0]].add(ident)
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ident, person in people.items() if short else ():
        for name in person.names:
            if len(name.words) > 1 and len(name.words[0]) > 1:
                key = name.words[-1], name.words[0][0]
                if key in short:
                    bearers[key].add(ident)
    found = ((ident, *ids) for key, ids in bearers.items() if len(ids) == 1 for ident in short[key] - ids)
    return {_ordered((one, other)) for one, other in found}


def _ordered(pair: tuple[str, str]) -> tuple[str, str]:
    return pair if pair[0] < pair[1] else (pair[1], pair[0])
