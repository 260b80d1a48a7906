"""Match an imported person to a contact: by source, LinkedIn address, e-mail or phone; not by name alone."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from urllib.parse import unquote

from netui.domain.dedupe.given_names import name_groups
from netui.domain.dedupe.name_comparison import split_name
from netui.domain.dedupe.normalize import address_normalizer
from netui.domain.dedupe.phonetics import phonetic_key
from netui.domain.model.contact_row import fold, name_key
from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import PersonRecord

_LINKEDIN = re.compile(r"(?:https?://)?(?:[a-z]+\.)?linkedin\.com/(?:in|pub)/([^/?#]+)", re.IGNORECASE)
_LEAST_DIGITS = 7
"""A phone number with fewer digits is an extension, which others have too."""
_COMPARED_DIGITS = 9
"""The last digits of a phone number: those that do not depend on how country and area are written."""


class Lookup(Protocol):
    """What is asked of the network to find a contact."""

    def by_source(self, kind: str, uid: str) -> str | None:
        """The id of the contact that carries this source."""

    def by_name(self, folded: str) -> tuple[str, ...]:
        """The ids of the contacts of this name, folded by :func:`netui.domain.model.contact_row.fold`."""

    def by_address(self, address: str) -> tuple[str, ...]:
        """The ids of the contacts with this address, as :func:`addresses` writes it."""

    def name(self, ident: str) -> str:
        """The name of a contact."""


class Match(NamedTuple):
    """The contact that a person certainly is; else their namesakes, and who has the same ``word``."""

    ident: str | None = None
    namesakes: tuple[str, ...] = ()
    sharing: tuple[str, ...] = ()
    word: str = ""


class Arrivals:
    """The people of one import so far, to find them again in its other address books."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[str, None]] = {}
        self._names: dict[str, str] = {}
        self._kinds: dict[str, set[str]] = {}

    def add(self, ident: str, person: PersonRecord) -> None:
        """Takes in a record of the contact ``ident``."""
        self._names.setdefault(ident, person.name)
        self._kinds.setdefault(ident, set()).add(person.source)
        for key in (f"name {fold(person.name)}", *addresses(person.fields)):
            self._ids.setdefault(key, {})[ident] = None

    def find(self, person: PersonRecord, *, by_name: bool) -> Match:
        """Who of them the person is; one address book does not have the same person twice."""
        return find_match(person, _OtherBooks(self, person.source), by_name=by_name)

    def ids(self, key: str, but: str) -> tuple[str, ...]:
        """The contacts of a name or an address, but those that a source of this kind has too."""
        return tuple(ident for ident in self._ids.get(key, ()) if but not in self._kinds[ident])

    def name(self, ident: str) -> str:
        """The name of a contact."""
        return self._names[ident]


class _OtherBooks(NamedTuple):
    """The arrivals that come from other sources than one of this ``kind``."""

    arrivals: Arrivals
    kind: str

    def by_source(self, _kind: str, _uid: str) -> str | None:
        return None

    def by_name(self, folded: str) -> tuple[str, ...]:
        return self.arrivals.ids(f"name {folded}", self.kind)

    def by_address(self, address: str) -> tuple[str, ...]:
        return self.arrivals.ids(address, self.kind)

    def name(self, ident: str) -> str:
        return self.arrivals.name(ident)


def addresses(fields: Mapping[str, Any]) -> dict[str, str]:
    """What identifies a person across programs, the surest first, each with the word for it."""
    found: dict[str, str] = {}
    for link in _texts(fields.get("links")):
        if profile := _LINKEDIN.match(link.strip()):
            found[f"linkedin {fold(unquote(profile[1]))}"] = "LinkedIn address"
    for email in map(address_normalizer("emails"), _items(fields.get("emails"))):
        found[f"email {email.removeprefix('mailto:')}"] = "e-mail"
    for phone in _texts(fields.get("phones")):
        digits = re.sub(r"\D", "", phone)
        if len(digits) >= _LEAST_DIGITS:
            found[f"phone {digits[-_COMPARED_DIGITS:]}"] = "phone"
    return found


def namesake_words(person: PersonRecord, namesakes: tuple[str, ...]) -> str:
    """Why somebody is not imported whose name alone others have, and the ways out."""
    who = f"any of {', '.join(namesakes)};"
    if len(namesakes) == 1:
        who = f"{namesakes[0]}, who has this name: --by-name takes them for one, or"
    return (
        f"{person.name!r} may be {who} add [[source]] kind = {person.source!r}, uid = {person.uid!r} "
        "to the right one, then import again"
    )


def find_match(person: PersonRecord, known: Lookup, *, by_name: bool) -> Match:
    """The contact that this person is.

    An address counts where one contact alone has it and the names have a word in common. ``by_name``: the
    only contact of the same name is the same person, if no other import of this kind gave it its source.
    """
    ident = known.by_source(person.source, person.uid)
    if ident is None and person.ident in known.by_name(fold(person.name)):
        ident = person.ident  # of this very network
    if ident is not None:
        return Match(ident)
    sharing: dict[str, str] = {}
    for address, word in addresses(person.fields).items():
        there = known.by_address(address)
        if len(there) == 1 and _are_alike(person, known.name(there[0])):
            return Match(there[0])
        sharing.update((ident, word) for ident in there)
    namesakes = known.by_name(fold(person.name))
    if len(namesakes) == 1 and by_name:
        return Match(namesakes[0])
    return Match(None, namesakes, tuple(sharing), next(iter(sharing.values()), ""))


def _are_alike(person: PersonRecord, name: str) -> bool:
    """Whether the names have a word of more than one letter in common: as it sounds, or in a short form."""
    words = _sounds(name)
    names = (person.name, *_texts(person.fields.get("aliases")))
    return any(not words.isdisjoint(_sounds(each)) for each in names)


def _sounds(name: str) -> set[str]:
    words = [word for word in split_name(name_key(name)).words if len(word) > 1]
    return {each for word in words for each in (phonetic_key(word), *name_groups(word))}


def _items(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> Iterable[str]:
    for item in _items(value):
        text = item.get("value") if isinstance(item, Mapping) else item
        if isinstance(text, str):
            yield text
