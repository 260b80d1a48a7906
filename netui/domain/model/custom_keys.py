"""Custom keys: those of a contact's file that are the user's own, shown and found as they stand.

A list of its own, because the panes need it before the first frame and the model of a contact is slow to
import; a test compares the two.
"""

from collections.abc import Iterable

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
