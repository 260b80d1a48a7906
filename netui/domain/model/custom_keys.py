"""Custom keys: those of a contact's file that are the user's own, shown and found as they stand.

A list of its own, because the panes need it before the first frame and the model of a contact is slow to
import; a test compares the two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

KNOWN_KEYS = frozenset(
    (
        "name", "aliases", "pronouns", "roles", "tags", "org", "title", "location", "timezone", "knows",
        "seeks", "interests", "emails", "phones", "links", "addresses", "goals", "notes", "met", "rhythm",
        "date", "related", "promise", "opportunity", "source", "conflict", "timeline", "archived", "died",
        "former", "not_same", "me", "version",
    )
)  # fmt: skip
"""The keys of a contact's file that netui gives a meaning."""


def custom_keys(document: Iterable[str]) -> list[str]:
    """The custom keys of a file, in their order."""
    return [key for key in document if key not in KNOWN_KEYS]


def value_texts(value: object) -> Iterator[str]:
    """A value of a file in words: text on one line, the parts of lists and tables one by one."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield " ".join((str(key), *value_texts(part)))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from value_texts(part)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, date):
        yield value.isoformat()
    elif value is not None:
        yield " ".join(str(value).split())
