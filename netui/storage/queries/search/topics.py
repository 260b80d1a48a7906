"""Topic search: who knows, seeks or talked about something, by contact files and full text of entries."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from netui.domain.named_tuple import NamedTuple
from netui.storage.index.schema import HAPPENED
from netui.storage.queries.rows import load_json

LATEST = 200
"""Entries are looked at for at most this many people, those who spoke of the topic last."""

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
    " (SELECT rowid FROM entry_text WHERE entry_text MATCH 'body : (' || ? || ')'"
    " ORDER BY rowid DESC LIMIT 20000) t"
    f" JOIN entry e ON e.rowid = t.rowid WHERE e.day <= ? AND {HAPPENED}"
    " GROUP BY e.contact ORDER BY 2 DESC LIMIT ?"
)
_TAGGED = (
    "SELECT e.rowid, max(e.day) FROM entry e WHERE e.rowid IN"
    " (SELECT rowid FROM entry WHERE tags <> '' AND instr(tags, ?) LIMIT 5000)"
    f" AND e.day <= ? AND {HAPPENED} GROUP BY e.contact ORDER BY 2 DESC LIMIT ?"
)


class Acquaintance(NamedTuple):
    """A contact and how well known: the number of days of contact, and the last as an ordinal (0: none)."""

    id: str
    name: str
    contact_days: int
    last: int


class TopicReader:
    """Queries about a topic; the archived and the dead are left out."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def people_with(self, words: Sequence[str]) -> list[tuple[Acquaintance, str]]:
        """Each contact whose file, timeline aside, holds all folded ``words``, with its head as JSON."""
        any_text = " OR ".join(f"instr(d.{column}, ?)" for column in ("topics", "named", "notes"))
        condition = " AND ".join([f"({any_text})"] * len(words))
        rows = self._db.execute(_PEOPLE.format(condition), [word for word in words for _ in range(3)])
        return [(Acquaintance(*row[:4]), row[4]) for row in rows]

    def acquaintances(self, ids: Iterable[str]) -> list[Acquaintance]:
        """Those of the ids that are contacts."""
        return [Acquaintance(*row) for row in self._db.execute(_KNOWN, (json.dumps(list(ids)),))]

    def seekers(self) -> dict[str, list[str]]:
        """Everyone who seeks something, and what."""
        rows = self._db.execute(
            "SELECT c.id, json_extract(d.head, '$.seeks') FROM contact c JOIN detail d USING(rid)"
            " WHERE NOT c.archived AND instr(' ' || c.keys || ' ', ' seeks ')"
        )
        return {ident: [t for t in load_json(seeks) if isinstance(t, str)] for ident, seeks in rows if seeks}

    def rows_about(self, match: str, tag: str, today: date) -> list[int]:
        """Row numbers of each contact's latest entry that fits the FTS5 query ``match`` or carries ``tag``.

        Of the :data:`LATEST` contacts whose entries are the newest; entries after ``today`` and unconfirmed
        plans are left out.
        """
        until = today.isoformat()
        rows: list[Any] = self._db.execute(_SAID, (match, until, LATEST)).fetchall() if match else []
        rows += self._db.execute(_TAGGED, (f"\n{tag}\n", until, LATEST)).fetchall()
        return list(dict.fromkeys(row for row, _ in rows))
