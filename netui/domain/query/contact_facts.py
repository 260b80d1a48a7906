"""Facts about contacts that a query asks for beyond their rows, and the predicate over labelled facts."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any, Protocol

from netui.domain.model.contact_row import ContactRow, fold
from netui.domain.query.parser import KEYS, Term


class ContactFacts(Protocol):
    """Data about contacts that a query may need beyond their rows."""

    def haystacks(self) -> Mapping[str, str]:
        """The folded name, aliases, org, tags and notes of each contact by id, a line each."""

    def having(self, term: Term, /) -> Set[str]:
        """The ids of all contacts with an entry that matches ``term``, shared entries included.

        The term is never negated. For ``with`` the person named is not the contact itself.
        """

    def related_to(self, parts: Sequence[str], /) -> Set[str]:
        """The ids at either end of a relation whose word, or other end, holds any of the folded parts."""

    def state_of(self, contact: str, /) -> str:
        """The state of the contact, such as ``quiet`` or ``warm``."""

    def head(self, contact: str, /) -> Mapping[str, Any]:
        """The top-level keys of the contact's file."""

    def facts(self, contact: str, /) -> Sequence[tuple[str, str, str]]:
        """Label, id and words of each further fact in the contact's file: promises, dates, custom keys."""


_KEY_OF_FACT = {"likes": "interests", "via": "met", "birthday": "date"}
"""The keys in the file of the facts whose label is another word."""


def fact_key(field: str) -> str:
    """The key in the file under which the facts of a field stand; a custom key is its own."""
    return _KEY_OF_FACT.get(field) or KEYS.get(field, field)


def fact_test(label: str, parts: Sequence[str], facts: ContactFacts) -> Callable[[ContactRow], bool]:
    """Whether a fact of this label holds any of the folded parts; an id also with blanks for its dashes."""
    key = f" {fact_key(label)} "
    shown = "date" if label == "birthday" else label

    def fits(row: ContactRow) -> bool:
        if key not in f" {fold(row.keys)} ":
            return False
        found = [fold(words) for own, _, words in facts.facts(row.id) if fold(own) == shown]
        if label == "birthday":
            found = [words for words in found if words.startswith(label)]
        return any(part in words or part in words.replace("-", " ") for words in found for part in parts)

    return fits
