"""Relationships between contacts: introductions, relatives, shared entries, and neighbours in that graph."""

import sqlite3
from collections.abc import Collection
from datetime import date

from netui.domain.model.contact_row import name_key
from netui.domain.named_tuple import NamedTuple
from netui.storage.index.schema import HAPPENED
from netui.storage.queries.rows import split_list

_ROW = "SELECT id, name, died FROM contact WHERE id = ?"
_BY_NAME = (
    "SELECT DISTINCT c.id, c.name, c.died FROM name n JOIN contact c USING(rid) WHERE n.whole AND n.words = ?"
)
_INWARD = (
    "SELECT l.contact, l.other, l.words, l.how, l.label FROM name n JOIN contact c USING(rid)"
    " JOIN link l ON l.words = n.words WHERE c.id = ? AND n.whole GROUP BY l.rowid ORDER BY l.rowid"
)
_COMPANIONS = f"""
SELECT c.id, c.name, count(*), max(found.day) FROM (
    SELECT p.contact AS other, e.day FROM entry e JOIN presence p ON p.entry = e.rowid
        WHERE e.contact = ?1 AND e.with_ <> '' AND {HAPPENED}
    UNION ALL SELECT e.contact, e.day FROM presence p JOIN entry e ON e.rowid = p.entry
        WHERE p.contact = ?1 AND {HAPPENED}
    UNION ALL SELECT q.contact, e.day FROM presence p JOIN presence q ON q.entry = p.entry
        JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1 AND q.contact <> ?1 AND {HAPPENED}
) found JOIN contact c ON c.id = found.other
WHERE found.day <= ?2 AND c.id <> ?1 GROUP BY c.id ORDER BY 3 DESC, 4 DESC, 1"""

_STRANGERS = (
    "SELECT c.id FROM contact c JOIN detail USING(rid) WHERE instr(' ' || c.keys || ' ', ' not_same ')"
    " AND EXISTS (SELECT 1 FROM json_each(head, '$.not_same') WHERE value = ?1)"
)
"""Those whose file says that they are not the contact ``?1``."""

_LINKED = """
SELECT 1 FROM link WHERE contact = ?1 AND other = ?2
UNION ALL SELECT 1 FROM presence p JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1 AND e.contact = ?2
UNION ALL SELECT 1 FROM presence a JOIN presence b USING(entry) WHERE a.contact = ?1 AND b.contact = ?2
UNION ALL SELECT 1 FROM opportunity WHERE contact = ?1 AND json_extract(rest, '$.via') = ?2
UNION ALL SELECT 1 FROM contact JOIN detail USING(rid), json_each(head, '$.not_same') s
    WHERE contact.id = ?1 AND s.value = ?2 LIMIT 1"""
"""Whether the file of ?1 names ?2, or an entry both."""


class Relationship(NamedTuple):
    """A link that a contact file names; ``id`` is "" where ``name`` is free text that fits no single contact.

    ``how`` is ``met`` (introduced by that person) or ``related``; ``label`` is what one is to the other.
    ``outward`` is True if it stands in the file of the contact asked about, False if in the other's.
    ``died`` says that the other end did.
    """

    id: str
    name: str
    how: str
    label: str
    outward: bool
    died: bool = False


class Relation(NamedTuple):
    """What the file of ``contact`` says of its other end: its id ("" for free text), name and ``label``."""

    contact: str
    name: str
    other: str
    other_name: str
    label: str


class Companion(NamedTuple):
    """Somebody who shared entries with a contact: how many, and the day of the last."""

    id: str
    name: str
    times: int
    last: date


class OpenedDoor(NamedTuple):
    """An opportunity with ``contact`` to which somebody else opened the door."""

    contact: str
    name: str
    text: str


class Introduction(NamedTuple):
    """``contact`` was met through the contact ``via``."""

    contact: str
    via: str


class RelationshipReader:
    """Queries over links and shared entries."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def relationships_of(self, ident: str) -> list[Relationship]:
        """The links that a contact's own file names, then those by which other files name the contact."""
        found = []
        for other, words, how, label in self._db.execute(
            "SELECT other, words, how, label FROM link WHERE contact = ? ORDER BY rowid", (ident,)
        ).fetchall():
            who, name, died = self._resolve(other, words)
            if who != ident:
                found.append(Relationship(who, name, how, label, True, bool(died)))
        for contact, other, words, how, label in self._db.execute(_INWARD, (ident,)).fetchall():
            if contact != ident and self._resolve(other, words)[0] == ident:
                _, name, died = self._db.execute(_ROW, (contact,)).fetchone()
                found.append(Relationship(contact, name, how, label, False, bool(died)))
        return found

    def relations(self) -> list[Relation]:
        """Every relation that a file names; only a name, which is no id, takes a look-up of its own."""
        rows = self._db.execute(
            "SELECT l.contact, c.name, l.other, l.words, l.label, o.name FROM link l"
            " JOIN contact c ON c.id = l.contact LEFT JOIN contact o ON o.id = l.other"
            " WHERE l.how = 'related' ORDER BY l.rowid"
        ).fetchall()
        found = []
        for contact, name, other, words, label, known in rows:
            who, called = (other, known) if known is not None else self._resolve(other, words)[:2]
            found.append(Relation(contact, name, who, called, label))
        return found

    def opened_doors(self, ident: str) -> list[OpenedDoor]:
        """The opportunities with others to which the contact opened the door."""
        rows = self._db.execute(
            "SELECT o.contact, c.name, json_extract(o.rest, '$.text') FROM opportunity o"
            " JOIN contact c ON c.id = o.contact WHERE instr(o.rest, ?1) AND o.contact <> ?1"
            " AND json_extract(o.rest, '$.via') = ?1 ORDER BY o.rowid",
            (ident,),
        )
        return [OpenedDoor(contact, name, str(text or "")) for contact, name, text in rows]

    def _resolve(self, text: str, words: str) -> tuple[str, str, int]:
        """The id and name of the one contact that ``text`` names, and whether they died.

        "" and the text for none or several.

        ``words`` is the text as :func:`netui.domain.model.contact_row.name_key` compares it.
        """
        row: tuple[str, str, int] | None = self._db.execute(_ROW, (text,)).fetchone()
        if row is None:
            found = self._db.execute(_BY_NAME, (words,)).fetchmany(2) if words else []
            row = found[0] if len(found) == 1 else None
        return row or ("", text, 0)

    def companions(self, ident: str, today: date) -> list[Companion]:
        """Everyone who shared an entry with the contact up to today, the most frequent first."""
        rows = self._db.execute(_COMPANIONS, (ident, today.isoformat()))
        return [Companion(who, name, times, date.fromisoformat(day)) for who, name, times, day in rows]

    def neighbours(self, ident: str, today: date) -> list[str]:
        """The contacts linked to this one by a file or by a shared entry."""
        named = [each.id for each in self.relationships_of(ident) if each.id]
        return list(dict.fromkeys([*named, *(each.id for each in self.companions(ident, today))]))

    def referring_to(self, ident: str) -> list[str]:
        """The contacts whose files hold this id, wherever the format allows one."""
        rows = self._db.execute(
            "SELECT e.contact FROM presence p JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1"
            " UNION SELECT contact FROM link WHERE words = ?2 AND other = ?1"
            " UNION SELECT contact FROM opportunity WHERE json_extract(rest, '$.via') = ?1"
            f" UNION {_STRANGERS} ORDER BY 1",
            (ident, name_key(ident)),
        )
        return [contact for (contact,) in rows]

    def are_linked(self, one: str, other: str) -> bool:
        """Whether the file of one names the other, or both took part in one entry."""
        return any(self._db.execute(_LINKED, pair).fetchone() for pair in ((one, other), (other, one)))

    def introductions(self) -> list[Introduction]:
        """Everyone who was met through a contact; a name that fits several contacts is left out."""
        rows = self._db.execute(
            "SELECT l.contact, c.id FROM link l JOIN contact c ON c.id = l.other"
            " WHERE l.how = 'met' AND c.id <> l.contact"
            " UNION SELECT l.contact, min(c.id) FROM link l JOIN name n ON n.words = l.words AND n.whole"
            " JOIN contact c USING(rid) WHERE l.how = 'met' AND c.id <> l.contact"
            " AND NOT EXISTS (SELECT 1 FROM contact o WHERE o.id = l.other)"
            " GROUP BY l.rowid HAVING count(DISTINCT c.id) = 1"
        )
        return [Introduction(*row) for row in rows]

    def introduced_by(self, members: Collection[str]) -> dict[str, int]:
        """For each id that the files of ``members`` link to: how many of ``members`` do."""
        counts: dict[str, int] = {}
        for contact, other in self._db.execute("SELECT contact, other FROM link GROUP BY contact, other"):
            if contact in members:
                counts[other] = counts.get(other, 0) + 1
        return counts

    def met_together(self, members: Collection[str]) -> dict[str, int]:
        """For each contact outside ``members``: with how many of them they shared a counting entry."""
        from json import dumps

        together: dict[str, set[str]] = {}
        rows = self._db.execute(
            "SELECT e.rowid, e.contact, e.with_ FROM entry e WHERE e.counts AND e.rowid IN"
            " (SELECT entry FROM presence WHERE contact IN (SELECT value FROM json_each(?1)))"
            " UNION SELECT e.rowid, e.contact, e.with_ FROM json_each(?1) m"
            " JOIN entry e ON e.contact = m.value WHERE e.counts AND e.with_ <> ''",
            (dumps(list(members)),),
        )
        for _, owner, with_ in rows:
            present = [owner, *split_list(with_)]
            wanted = [ident for ident in present if ident in members]
            for ident in present:
                if ident not in members:
                    together.setdefault(ident, set()).update(wanted)
        return {ident: len(known) for ident, known in together.items()}
