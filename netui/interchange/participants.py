"""Participants of messages, mail and meetings: matched to contacts, and the ids of people named by others."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from netui.domain.model.contact_row import fold
from netui.interchange.match import Lookup, addresses
from netui.interchange.records import PersonRecord, PersonReference


class Participants:
    """Looks up participants in the network and among the contacts that an import creates.

    ``created`` are those by id; it must be complete when the first participant is looked for.
    """

    def __init__(self, existing: Lookup, created: Mapping[str, Mapping[str, Any]]) -> None:
        self._existing = existing
        self._created = created

    def find(self, person: PersonRecord) -> str | None:
        """The contact of this source or address, else the only one of this name; None where there is none."""
        ident = self._existing.by_source(person.source, person.uid)
        if ident is not None:
            return ident
        for address in addresses(person.fields):
            there = (*self._existing.by_address(address), *self._by_address.get(address, ()))
            if len(there) == 1:
                return there[0]
        folded = fold(person.name)
        named = (*self._existing.by_name(folded), *self._by_name.get(folded, ()))
        return named[0] if len(named) == 1 else None

    @cached_property
    def _by_address(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for ident, fields in self._created.items():
            for address in addresses(fields):
                found[address] = (*found.get(address, ()), ident)
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
