"""Facts about contacts that a query asks for beyond their rows, and the predicate over labelled facts."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any, Protocol

from netui.domain.model.contact_row import ContactRow, fold
from netui.domain.model.dates import MONTH_NAMES
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
_MONTHS = {
    word: f"{number:02d}"
    for number, name in enumerate(map(str.lower, MONTH_NAMES), 1)
    for word in (name, name[:3], name[:4] if name == "september" else name)
}
_DATES = ("date", "birthday", "died")
"""The fields that hold a date and few words: there a month is a word of its own, and "mar" no marriage."""


def fact_key(field: str) -> str:
    """The key in the file under which the facts of a field stand; a custom key is its own."""
    return _KEY_OF_FACT.get(field) or KEYS.get(field, field)


def fact_test(label: str, parts: Sequence[str], facts: ContactFacts) -> Callable[[ContactRow], bool]:
    """Whether a fact of this label holds any of the folded parts; an id also with blanks for its dashes."""
    key = f" {fact_key(label)} "
    shown = "date" if label == "birthday" else label
    holds = [words_test(label, part) for part in parts]

    def fits(row: ContactRow) -> bool:
        if key not in f" {fold(row.keys)} ":
            return False
        found = [fold(words) for own, _, words in facts.facts(row.id) if fold(own) == shown]
        if label == "birthday":
            found = [words for words in found if words.startswith(label)]
        return any(test(words) for words in found for test in holds)

    return fits


def words_test(field: str, part: str) -> Callable[[str], bool]:
    """Whether folded words of a file, of this field, hold the folded part or a date that it names."""
    dates = date_pattern(part)
    if not dates:
        return lambda words: part in words or part in words.replace("-", " ")
    spelt = re.escape(part)
    either = re.compile(rf"{dates}|\b{spelt}\b" if field in _DATES else f"{dates}|{spelt}")
    return lambda words: either.search(words) is not None


def date_pattern(text: str) -> str:
    """The pattern of the ISO dates, partial ones too, that folded words name; "" for other words.

    Words name dates by a month, with a day or a year or both: ``may``, ``3 may``, ``may 3rd, 2024``.
    """
    month = day = year = ""
    for word in re.split(r"[\s,.]+", text.strip(" .")):
        number = re.fullmatch(r"([0-9]{1,4})(?:st|nd|rd|th)?", word)
        if word in _MONTHS and not month:
            month = _MONTHS[word]
        elif number and len(number[1]) == 4 and not year:
            year = number[1]
        elif number and 1 <= int(number[1]) <= 31 and not day:
            day = f"-{int(number[1]):02d}"
        else:
            return ""
    return rf"(?<![0-9]){year or '(?:[0-9]{4}|-)'}-{month}{day}(?![0-9])" if month else ""
