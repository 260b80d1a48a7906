"""Name lookup: the contacts that a name, alias, id, part of a name or e-mail address may mean."""

import sqlite3
from collections.abc import Iterable

from netui.domain.model.contact_row import ONESELF, ContactRow, fold, name_key, split
from netui.domain.named_tuple import NamedTuple
from netui.storage.index.index import Index
from netui.storage.index.schema import CONTACT_COLUMNS, HAS_CONFLICT


class Named(NamedTuple):
    """A contact found by name."""

    id: str
    name: str


AddressRow = tuple[str, str, str]
"""Address, name and note: one line of the address book that mail programs ask for."""


class NameReader:
    """Queries about names; a base of :class:`netui.storage.queries.reader.Reader`."""

    def __init__(self, index: Index):
        self._index = index
        self._containing: dict[str, list[Named]] = {}
        self._starting: dict[str, list[tuple[str, Named]]] = {}
        self._all_names = ""

    @property
    def _db(self) -> sqlite3.Connection:
        return self._index.db

    def names_with_prefix(self, words: str, *, whole: bool = False) -> list[tuple[str, Named]]:
        """Folded names that begin with the letters of ``words``, each with its contact.

        With ``whole`` names and aliases must begin so, else any of their words may.
        """
        if not words:
            return []
        rows = self._db.execute(
            "SELECT n.words, c.id, c.name FROM name n JOIN contact c USING(rid)"
            f" WHERE n.words >= ? AND n.words < ?{' AND n.whole' if whole else ''} LIMIT 400",
            (words, words[:-1] + chr(ord(words[-1]) + 1)),
        )
        return [(found, Named(ident, name)) for found, ident, name in rows]

    def contacts_by_prefix(self, words: str, limit: int) -> list[ContactRow]:
        """At most ``limit`` contacts in one of whose names a word begins with ``words``, for autocompletion.

        First those whose name or alias begins so, then those in whose name a later word does; of each the one
        last in contact comes first. Without ``words`` everyone fits. Left out is who is archived, died
        or cannot be read.
        """
        here = "c.error = '' AND NOT c.archived AND NOT c.died"
        if not words:
            rows = self._db.execute(
                f"SELECT {CONTACT_COLUMNS} FROM contact c WHERE {here} AND c.last > 0"
                " ORDER BY c.last DESC, c.id LIMIT ?",
                (limit,),
            )
        else:
            rows = self._db.execute(
                f"SELECT {CONTACT_COLUMNS} FROM (SELECT rid, max(whole) AS whole FROM name"
                " WHERE words >= ? AND words < ? GROUP BY rid) n CROSS JOIN contact c ON c.rid = n.rid"
                f" WHERE {here} ORDER BY n.whole DESC, c.last DESC, c.name LIMIT ?",
                (words, words[:-1] + chr(ord(words[-1]) + 1), limit),
            )
        return [ContactRow._make(row) for row in rows]

    def contacts_by_letters(self, letters: str) -> list[tuple[str, ContactRow]]:
        """At most so many names that hold these ASCII letters in their order from a word's first one on.

        Each as it stands from that word on, folded, with its contact, the one last in contact first. Left out
        is who is archived, died or cannot be read.
        """
        rows = self._db.execute(
            f"SELECT n.words, {CONTACT_COLUMNS} FROM name n JOIN contact c USING(rid)"
            " WHERE n.words >= ?1 AND n.words < ?2 AND n.words GLOB ?3"
            " AND c.error = '' AND NOT c.archived AND NOT c.died ORDER BY c.last DESC LIMIT 400",
            (letters[0], chr(ord(letters[0]) + 1), "*".join(letters) + "*"),
        )
        return [(words, ContactRow._make(row)) for words, *row in rows]

    def names_with_first_words(self, words: str) -> list[tuple[str, Named]]:
        """Whole names, aliases and ids whose first words are ``words``, as ``name_key`` gives them.

        Cached: while a line is typed, each of its words is asked for at each key.
        """
        found = self._starting.get(words)
        if found is None:
            rows = self._db.execute(
                "SELECT n.words, c.id, c.name FROM name n JOIN contact c USING(rid)"
                " WHERE n.whole AND (n.words = ?1 OR (n.words > ?1 || ' ' AND n.words < ?1 || '!'))",
                (words,),
            )
            found = self._starting[words] = [(name, Named(*person)) for name, *person in rows]
        return found

    def contacts_in_conflict(self) -> list[Named]:
        """The contacts whose file holds conflicts."""
        rows = self._db.execute(f"SELECT id, name FROM contact WHERE {HAS_CONFLICT}")
        return [Named(*row) for row in rows]

    def is_place(self, name: str) -> bool:
        """Whether an entry has a place of this name, in upper or lower case."""
        one = "SELECT 1 FROM entry WHERE place <> '' AND place = ? COLLATE NOCASE LIMIT 1"
        return self._db.execute(one, (name,)).fetchone() is not None

    def names_containing(self, text: str) -> list[Named]:
        """At most fifty contacts whose name, alias or id contains ``text`` (folded).

        Cached: completion asks for the same text at each key. A search scans all names, so from the second
        text on they are held as one: most words of a line are in no name.
        """
        found = self._containing.get(text)
        if found is None and self._containing and not self._is_in_a_name(text):
            found = self._containing[text] = []
        if found is None:
            rows = self._db.execute(
                "SELECT DISTINCT c.id, c.name FROM name n JOIN contact c USING(rid)"
                " WHERE n.whole AND instr(n.words, ?) LIMIT 50",
                (text,),
            )
            found = self._containing[text] = [Named(*row) for row in rows]
        return found

    def _is_in_a_name(self, text: str) -> bool:
        if not self._all_names:
            joined = "SELECT group_concat(words, char(10)) FROM name WHERE whole"
            self._all_names = self._db.execute(joined).fetchone()[0] or "\n"
        return text in self._all_names

    def find(self, who: str) -> list[Named]:
        """The contacts that ``who`` may mean: by id, else by whole name or alias, else by a part of one."""
        row = self._db.execute("SELECT id, name FROM contact WHERE id = ?", (who,)).fetchone()
        if row:
            return [Named(*row)]
        words = name_key(who)
        if not words:
            return []
        whole = self.names_with_prefix(words, whole=True)
        exact = [person for found, person in whole if found == words]
        if exact:
            return list(dict.fromkeys(exact))
        anywhere = self.names_with_prefix(words)
        for choice in (
            [p for found, p in anywhere if found.startswith(words + " ") or found == words],
            anywhere,
        ):
            if choice:
                return list(dict.fromkeys(p if isinstance(p, Named) else p[1] for p in choice))
        return self.names_containing(words)

    def oneself(self) -> str | None:
        """The id of the contact that is oneself (``me = true``), the first where several say so."""
        one = "SELECT id FROM contact WHERE archived = ? ORDER BY id LIMIT 1"
        return next((ident for (ident,) in self._db.execute(one, (ONESELF,))), None)

    def people_named(self, name: str) -> list[Named]:
        """Contacts with exactly this name or alias, as `name_key` compares them."""
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

    def ids_with_word(self, word: str) -> list[str]:
        """The ids of the contacts in whose name, alias or id this whole word stands, as `name_key` has it."""
        rows = self._db.execute(
            "SELECT DISTINCT c.id FROM name n JOIN contact c USING(rid)"
            " WHERE n.words = ?1 OR (n.words > ?1 || ' ' AND n.words < ?1 || '!')",
            (word,),
        )
        return [row[0] for row in rows]

    def words_between(self, first: str, behind: str) -> list[tuple[str, str]]:
        """Contacts of whom a word begins from ``first`` on and before ``behind``: ids with that word."""
        rows = self._db.execute(
            "SELECT DISTINCT c.id, n.words FROM name n JOIN contact c USING(rid)"
            " WHERE n.words >= ? AND n.words < ?",
            (first, behind),
        )
        return [(ident, words.partition(" ")[0]) for ident, words in rows]

    def name_keys(self, ident: str) -> list[str]:
        """The name and the aliases of a contact, as `name_key` has them."""
        rows = self._db.execute("SELECT name, aliases FROM contact WHERE id = ?", (ident,))
        return [name_key(each) for name, aliases in rows for each in (name, *split(aliases))]

    def with_address(self, key: str, address: str) -> list[Named]:
        """Contacts with this address under ``key`` (``emails``, ``phones``, ``links``), however written."""
        import json

        from netui.domain.dedupe.normalize import address_key

        wanted = address_key(key, address)
        rows = self._db.execute(
            "SELECT c.id, c.name, d.head FROM detail d JOIN contact c USING(rid)"
            " WHERE instr(' ' || keys || ' ', ?) AND (?2 = '' OR instr(lower(d.head), ?2))",
            (f" {key} ", wanted if key == "emails" and wanted.isascii() else ""),
        )
        found = []
        for ident, name, head in rows if wanted else ():
            if any(address_key(key, each) == wanted for each in json.loads(head).get(key, [])):
                found.append(Named(ident, name))
        return found

    def address_book(self, text: str) -> list[AddressRow]:
        """The e-mail addresses of contacts in whose name, alias, org, tags or address all words occur.

        Those lately seen come first. Archived contacts and those who died are left out.
        """
        import json

        words = fold(text).split()
        found = []
        rows = self._db.execute(
            "SELECT c.name, c.org, d.named, d.head FROM contact c JOIN detail d USING(rid)"
            " WHERE NOT archived AND NOT died AND instr(' ' || keys || ' ', ' emails ')"
            " AND (instr(d.named, ?1) OR instr(lower(d.head), ?1)) ORDER BY c.last DESC, c.name",
            (words[0] if words else "",),
        )
        for name, org, named, head in rows:
            for each in json.loads(head)["emails"]:
                value, label = (
                    (each.get("value"), each.get("label")) if isinstance(each, dict) else (each, "")
                )
                where = f"{named} {fold(str(value))}"
                if value and all(word in where for word in words):
                    found.append((str(value), name, str(label or org)))
        return found

    def similar_names(self, text: str, limit: int = 3) -> list[Named]:
        """Contacts with a name or word of one like ``text`` (difflib, ratio .7), the most similar first."""
        from difflib import get_close_matches

        wanted = name_key(text)[:100]
        rows = self._db.execute(
            "SELECT said, c.id, c.name FROM"
            " (SELECT words AS said, rid FROM name"
            " UNION SELECT substr(words, 1, instr(words, ' ') - 1), rid FROM name WHERE instr(words, ' '))"
            " JOIN contact c USING(rid) WHERE length(said) BETWEEN ? AND ?",
            (len(wanted) * 2 // 3, len(wanted) * 3 // 2),
        )
        known: dict[str, list[Named]] = {}
        for said, ident, name in rows:
            known.setdefault(said, []).append(Named(ident, name))
        near = [person for said in get_close_matches(wanted, known, limit, 0.7) for person in known[said]]
        return list(dict.fromkeys(near))[:limit]

    def names_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of the ids that are contacts, by id."""
        rows = (self._db.execute("SELECT id, name FROM contact WHERE id = ?", (i,)).fetchone() for i in ids)
        return dict(row for row in rows if row)
