"""Where a topic occurs, asked of the index: in what people know and seek, and in what was said."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

LATEST = 200
"""Of how many people at most, those who spoke of a topic last, an entry is looked at."""

_PEOPLE = (
    "SELECT c.id, c.name, c.contact_days, c.last, d.head FROM detail d JOIN contact c USING(rid)"
    " WHERE {} AND NOT c.archived AND NOT c.died"
)
_KNOWN = (
    "SELECT c.id, c.name, c.contact_days, c.last FROM json_each(?) i JOIN contact c ON c.id = i.value"
    " WHERE NOT c.archived AND NOT c.died"
)
_SAID = (
    "SELECT e.rowid, max(e.day) FROM"
    " (SELECT rowid FROM entry_text WHERE entry_text MATCH ? ORDER BY rowid DESC LIMIT 20000) t"
    " JOIN entry e ON e.rowid = t.rowid WHERE e.day <= ? GROUP BY e.contact ORDER BY 2 DESC LIMIT ?"
)
_TAGGED = (
    "SELECT e.rowid, max(e.day) FROM entry e WHERE e.rowid IN"
    " (SELECT rowid FROM entry WHERE tags <> '' AND instr(tags, ?) LIMIT 5000)"
    " AND e.day <= ? GROUP BY e.contact ORDER BY 2 DESC LIMIT ?"
)

Acquaintance = tuple[str, str, int, int]
"""A contact's id and name, on how many days there was contact, and the last of them as an ordinal."""


def people_with(connection: sqlite3.Connection, words: Sequence[str]) -> list[tuple[str, str, int, int, str]]:
    """Each contact whose file, timeline aside, has all folded ``words``: an acquaintance and the head."""
    condition = " AND ".join(["(instr(d.topics, ?) OR instr(d.hay, ?))"] * len(words))
    return connection.execute(
        _PEOPLE.format(condition), [word for word in words for _ in range(2)]
    ).fetchall()


def acquaintances(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Acquaintance]:
    """How well contacts are known; those that are archived, died, or are no contacts are left out."""
    return connection.execute(_KNOWN, (json.dumps(list(ids)),)).fetchall()


def entries_with(connection: sqlite3.Connection, match: str, tag: str, today: str) -> list[int]:
    """Rows of the latest entry of each contact that fits the full-text ``match`` or carries ``tag``.

    Those of the :data:`LATEST` contacts who had one last; entries after ``today`` are left out.
    """
    rows: list[Any] = connection.execute(_SAID, (match, today, LATEST)).fetchall() if match else []
    rows += connection.execute(_TAGGED, (f"\n{tag}\n", today, LATEST)).fetchall()
    return list(dict.fromkeys(row for row, _ in rows))
