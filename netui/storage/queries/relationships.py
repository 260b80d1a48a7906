"""Who is tied to whom, asked of the index: who introduced whom, who is related, who was there together."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netui.domain.model.contact_row import name_key

_ROW = "SELECT id, name FROM contact WHERE id = ?"
_BY_NAME = "SELECT DISTINCT c.id, c.name FROM name n JOIN contact c USING(rid) WHERE n.whole AND n.words = ?"
_TO = (
    "SELECT l.contact, l.other, l.words, l.how, l.label FROM name n JOIN contact c USING(rid)"
    " JOIN link l ON l.words = n.words WHERE c.id = ? AND n.whole GROUP BY l.rowid ORDER BY l.rowid"
)
_TOGETHER = """
SELECT c.id, c.name, count(*), max(found.day) FROM (
    SELECT p.contact AS other, e.day FROM entry e JOIN presence p ON p.entry = e.rowid
        WHERE e.contact = ?1 AND e.with_ <> ''
    UNION ALL SELECT e.contact, e.day FROM presence p JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1
    UNION ALL SELECT q.contact, e.day FROM presence p JOIN presence q ON q.entry = p.entry
        JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1 AND q.contact <> ?1
) found JOIN contact c ON c.id = found.other
WHERE found.day <= ?2 AND c.id <> ?1 GROUP BY c.id ORDER BY 3 DESC, 4 DESC, 1"""


class Tie(NamedTuple):
    """A tie that a file names: ``id`` is "" where ``name`` is free text that fits no single contact.

    ``how`` is ``met`` (through whom one met her) or ``related``; ``label`` what the one is to the
    other. ``outward`` is True where it stands in the file of the person asked about.
    """

    id: str
    name: str
    how: str
    label: str
    outward: bool


class Company(NamedTuple):
    """Someone who was there together with a person: how often, and when last."""

    id: str
    name: str
    times: int
    last: date


def resolve(connection: sqlite3.Connection, text: str, words: str) -> tuple[str, str]:
    """The id and name of the contact that ``text`` means; "" and the text where it means none, or several.

    ``words`` is the text as :func:`netui.domain.model.contact_row.name_key` compares it.
    """
    row: tuple[str, str] | None = connection.execute(_ROW, (text,)).fetchone()
    if row is None:
        found = connection.execute(_BY_NAME, (words,)).fetchmany(2) if words else []
        row = found[0] if len(found) == 1 else None
    return row or ("", text)


def ties(connection: sqlite3.Connection, ident: str) -> list[Tie]:
    """The ties that a contact's own file names, then those in which the files of others name her."""
    found = []
    for other, words, how, label in connection.execute(
        "SELECT other, words, how, label FROM link WHERE contact = ? ORDER BY rowid", (ident,)
    ).fetchall():
        who, name = resolve(connection, other, words)
        if who != ident:
            found.append(Tie(who, name, how, label, True))
    for contact, other, words, how, label in connection.execute(_TO, (ident,)).fetchall():
        if contact != ident and resolve(connection, other, words)[0] == ident:
            name = connection.execute(_ROW, (contact,)).fetchone()[1]
            found.append(Tie(contact, name, how, label, False))
    return found


def naming(connection: sqlite3.Connection, ident: str) -> list[str]:
    """The contacts whose files name this one by its id, anywhere that an id can stand."""
    rows = connection.execute(
        "SELECT e.contact FROM presence p JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1"
        " UNION SELECT contact FROM link WHERE words = ?2 AND other = ?1"
        " UNION SELECT contact FROM opportunity WHERE json_extract(rest, '$.via') = ?1 ORDER BY 1",
        (ident, name_key(ident)),
    )
    return [contact for (contact,) in rows]


def are_linked(connection: sqlite3.Connection, one: str, other: str) -> bool:
    """Whether two were in one entry, or the file of one names the other."""
    for ident, second in ((one, other), (other, one)):
        if second in naming(connection, ident):
            return True
    both = (
        "SELECT 1 FROM presence a JOIN presence b USING(entry) WHERE a.contact = ? AND b.contact = ? LIMIT 1"
    )
    return connection.execute(both, (one, other)).fetchone() is not None


def company(connection: sqlite3.Connection, ident: str, today: date) -> list[Company]:
    """Everyone who was there with a person up to today, the most frequent first."""
    rows = connection.execute(_TOGETHER, (ident, today.isoformat()))
    return [Company(who, name, times, date.fromisoformat(day)) for who, name, times, day in rows]


def neighbours(connection: sqlite3.Connection, ident: str, today: date) -> list[str]:
    """The contacts who can be asked about a person: tied to her by a file, or seen with her."""
    named = [tie.id for tie in ties(connection, ident) if tie.id]
    return list(dict.fromkeys([*named, *(each.id for each in company(connection, ident, today))]))
