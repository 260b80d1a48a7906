"""Full-text search (FTS5) over contacts and entries, and the tags and places in use for completion."""

import re
import sqlite3
from datetime import date
from typing import NamedTuple

from netui.domain.model.dates import when_from

_MOST_WORDS = 16
_RANKED = 3000
"""With this many hits or more they are ordered newest first: ranking them all would take too long."""
_PLACES = 200


class Hit(NamedTuple):
    """One search result; ``entry`` and ``on`` are None where the contact itself matched."""

    contact: str
    entry: str | None
    on: date | None
    snippet: str


class CompletionWords(NamedTuple):
    """The network's tags and places, the most used first."""

    tags: list[str]
    places: list[str]


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """Contacts, then entries, that hold every word of ``text`` (the last as a prefix), best match first."""
    words = [word for word in re.split(r'[\s"]+', text) if any(c.isalnum() for c in word)][:_MOST_WORDS]
    if not words:
        return []
    match = " ".join(f'"{word}"' for word in words) + "*"
    hits = [
        Hit(ident, None, None, " ".join(snippet.split()))
        for ident, snippet in connection.execute(
            "SELECT c.id, snippet(contact_text, 0, '', '', '…', 14) FROM contact_text t"
            " JOIN contact c ON c.rid = t.rowid WHERE contact_text MATCH ? ORDER BY rank LIMIT ?",
            (match, limit),
        )
    ]
    count = f"SELECT count(*) FROM (SELECT 1 FROM entry_text WHERE entry_text MATCH ? LIMIT {_RANKED})"
    order = "t.rowid DESC" if connection.execute(count, (match,)).fetchone()[0] == _RANKED else "rank"
    rows = connection.execute(
        "SELECT e.contact, e.id, e.on_, snippet(entry_text, 0, '', '', '…', 14) FROM entry_text t"
        f" JOIN entry e ON e.rowid = t.rowid WHERE entry_text MATCH ? ORDER BY {order} LIMIT ?",
        (match, limit - len(hits)),
    )
    return hits + [Hit(who, ident, when_from(on), " ".join(found.split())) for who, ident, on, found in rows]


def completion_words(connection: sqlite3.Connection) -> CompletionWords:
    """All tags, and the most used places."""
    tags: dict[str, int] = {}
    for table in ("contact", "entry"):
        rows = connection.execute(f"SELECT tags, count(*) FROM {table} WHERE tags <> '' GROUP BY tags")
        for joined, count in rows:
            for tag in joined.strip("\n").split("\n"):
                tags[tag] = tags.get(tag, 0) + count
    places = connection.execute(
        "SELECT place FROM entry WHERE place <> '' GROUP BY place ORDER BY count(*) DESC LIMIT ?", (_PLACES,)
    )
    return CompletionWords(sorted(tags, key=lambda tag: (-tags[tag], tag)), [place for (place,) in places])
