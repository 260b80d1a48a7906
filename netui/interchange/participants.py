"""Participants of messages, mail and meetings: matched to contacts, and the ids of people named by others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.interchange.match import Lookup, addresses
from netui.interchange.records import EntryRecord, PersonRecord, PersonReference


class Stranger(NamedTuple):
    """Somebody who is not in the network, and how many entries they would have had."""

    name: str
    email: str
    entries: int


class Participants:
    """Looks up participants in the network and in the address books of the same import.

    ``created`` are the contacts by id that it makes, ``matched`` those it found, with the record of each.
    Both must be complete when the first participant is looked for.
    """

    def __init__(
        self,
        existing: Lookup,
        created: Mapping[str, Mapping[str, Any]],
        matched: Iterable[tuple[str, PersonRecord, bool]] = (),
    ) -> None:
        self._existing = existing
        self._created = created
        self._matched = matched
        self._strangers: dict[tuple[str, str], PersonRecord] = {}
        self._entries: Counter[tuple[str, str]] = Counter()

    def find(self, person: PersonRecord) -> str | None:
        """The contact of this source or address; of somebody without one, the only contact of this name."""
        ident = self._existing.by_source(person.source, person.uid)
        if ident is not None:
            return ident
        for address in addresses(person.fields):
            there: set[str] = {*self._existing.by_address(address), *self.by_address.get(address, ())}
            if len(there) == 1:
                return next(iter(there))
        named = self._named(person)
        return named[0] if len(named) == 1 and not person.fields.get("emails") else None

    def add_stranger(self, person: PersonRecord) -> tuple[str, ...] | None:
        """Takes in somebody of mail or meetings who was not found; None for one without an address.

        Returns the contacts of the same name, who may be them.
        """
        if not person.fields.get("emails"):
            return None
        self._strangers[person.source, person.uid] = person
        return self._named(person)

    def count(self, entry: EntryRecord) -> None:
        """Counts an entry for those of its people who are strangers."""
        if entry.fields:
            self._entries.update((entry.source, uid) for uid in entry.people)

    def strangers(self) -> tuple[Stranger, ...]:
        """Those with entries who are not in the network, by e-mail; the most entries first."""
        found = [
            Stranger(person.name, person.uid, self._entries[key])
            for key, person in self._strangers.items()
            if self._entries[key]
        ]
        return tuple(sorted(found, key=lambda each: (-each.entries, each.name)))

    def _named(self, person: PersonRecord) -> tuple[str, ...]:
        folded = fold(person.name)
        return (*self._existing.by_name(folded), *self._by_name.get(folded, ()))

    @cached_property
    def by_address(self) -> dict[str, set[str]]:
        """The contacts of each address in the address books of this import."""
        found: dict[str, set[str]] = {}
        matched = ((ident, person.fields) for ident, person, _ in self._matched)
        for ident, fields in chain(self._created.items(), matched):
            for address in addresses(fields):
                found.setdefault(address, set()).add(ident)
        return found

    @cached_property
    def _by_name(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for ident, fields in self._created.items():
            folded = fold(fields["name"])
            found[folded] = (*found.get(folded, ()), ident)
        return found


def with_ids(value: Any, ids: Mapping[tuple[str, str], str]) -> Any:
    """``value`` with the id of each person referred to, by source and uid; else their name."""
    if isinstance(value, PersonReference):
        return ids.get((value.source, value.uid), str(value))
    if isinstance(value, Mapping):
        return {key: with_ids(each, ids) for key, each in value.items()}
    return [with_ids(each, ids) for each in value] if isinstance(value, list) else value
