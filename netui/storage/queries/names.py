"""Whom a name may mean, asked of the index."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from netui.domain.model.contact_row import fold, name_key
from netui.storage.index.index import Index


class Named(NamedTuple):
    """A person a name leads to."""

    id: str
    name: str


class NameReader:
    """The questions about names; a part of :class:`netui.storage.queries.reader.Reader`."""

    def __init__(self, index: Index):
        self._index = index
        self._containing: dict[str, list[Named]] = {}

    @property
    def _db(self) -> sqlite3.Connection:
        return self._index.db

    def names_starting(self, words: str, *, whole: bool = False) -> list[tuple[str, Named]]:
        """Folded names that begin with ``words``, each with its person.

        With ``whole`` only names and aliases from their beginning, else from any of their words.
        """
        if not words:
            return []
        rows = self._db.execute(
            "SELECT n.words, c.id, c.name FROM name n JOIN contact c USING(rid)"
            f" WHERE n.words >= ? AND n.words < ?{' AND n.whole' if whole else ''} LIMIT 400",
            (words, words[:-1] + chr(ord(words[-1]) + 1)),
        )
        return [(found, Named(ident, name)) for found, ident, name in rows]

    def names_beginning(self, words: str) -> list[tuple[str, Named]]:
        """Whole names, aliases and ids whose first words are ``words``, as ``name_key`` gives them."""
        rows = self._db.execute(
            "SELECT n.words, c.id, c.name FROM name n JOIN contact c USING(rid)"
            " WHERE n.whole AND (n.words = ?1 OR (n.words > ?1 || ' ' AND n.words < ?1 || '!'))",
            (words,),
        )
        return [(found, Named(ident, name)) for found, ident, name in rows]

    def is_place(self, name: str) -> bool:
        """Whether something happened at a place of this name, case aside."""
        one = "SELECT 1 FROM entry WHERE place <> '' AND place = ? COLLATE NOCASE LIMIT 1"
        return self._db.execute(one, (name,)).fetchone() is not None

    def names_containing(self, text: str) -> list[Named]:
        """People in whose name, alias or id ``text`` (folded) stands anywhere; at most fifty.

        For whom nobody is found all names are gone through, and a line asks the same at each key: what
        was found is remembered.
        """
        found = self._containing.get(text)
        if found is None:
            rows = self._db.execute(
                "SELECT DISTINCT c.id, c.name FROM name n JOIN contact c USING(rid)"
                " WHERE n.whole AND instr(n.words, ?) LIMIT 50",
                (text,),
            )
            found = self._containing[text] = [Named(*row) for row in rows]
        return found

    def find(self, who: str) -> list[Named]:
        """The people ``who`` may mean: by id, else by whole name or alias, else by a part of one."""
        row = self._db.execute("SELECT id, name FROM contact WHERE id = ?", (who,)).fetchone()
        if row:
            return [Named(*row)]
        words = name_key(who)
        if not words:
            return []
        whole = self.names_starting(words, whole=True)
        exact = [person for found, person in whole if found == words]
        if exact:
            return list(dict.fromkeys(exact))
        anywhere = self.names_starting(words)
        for choice in (
            [p for found, p in anywhere if found.startswith(words + " ") or found == words],
            anywhere,
        ):
            if choice:
                return list(dict.fromkeys(p if isinstance(p, Named) else p[1] for p in choice))
        return self.names_containing(words)

    def named(self, name: str) -> list[Named]:
        """Contacts of exactly this name or alias, as `name_key` compares."""
        words = name_key(name)
        rows = self._db.execute(
            "SELECT c.id, c.name FROM name n JOIN contact c USING(rid) WHERE n.whole AND n.words = ?",
            (words,),
        )
        return [Named(*row) for row in rows] if words else []

    def ids_by_name(self) -> dict[str, tuple[str, ...]]:
        """The ids of all contacts by their folded names (aliases aside)."""
        found: dict[str, tuple[str, ...]] = {}
        for ident, name in self._db.execute("SELECT id, name FROM contact ORDER BY id"):
            key = fold(name)
            found[key] = (*found.get(key, ()), ident)
        return found

    def with_email(self, email: str) -> list[Named]:
        """Contacts whose e-mail addresses hold this one, case aside."""
        import json

        wanted = email.strip().casefold()
        rows = self._db.execute(
            "SELECT c.id, c.name, d.head FROM detail d JOIN contact c USING(rid)"
            " WHERE instr(lower(d.head), ?)",
            (wanted,),
        )
        found = []
        for ident, name, head in rows if wanted else ():
            emails = json.loads(head).get("emails", [])
            values = [each.get("value") if isinstance(each, dict) else each for each in emails]
            if wanted in (value.casefold() for value in values if isinstance(value, str)):
                found.append(Named(ident, name))
        return found

    def names_like(self, text: str, limit: int = 3) -> list[Named]:
        """People whose name is spelled much like ``text``, the likest first."""
        from difflib import get_close_matches

        wanted = name_key(text)[:100]
        rows = self._db.execute(
            "SELECT n.words, c.id, c.name FROM name n JOIN contact c USING(rid)"
            " WHERE length(n.words) BETWEEN ? AND ?",
            (len(wanted) * 2 // 3, len(wanted) * 3 // 2),
        )
        known: dict[str, Named] = {words: Named(ident, name) for words, ident, name in rows}
        near = [known[words] for words in get_close_matches(wanted, known, limit, 0.7)]
        return list(dict.fromkeys(near))

    def names_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of those ids that are contacts."""
        rows = (self._db.execute("SELECT id, name FROM contact WHERE id = ?", (i,)).fetchone() for i in ids)
        return dict(row for row in rows if row)
