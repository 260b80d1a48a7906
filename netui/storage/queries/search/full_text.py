"""Full-text search (FTS5) over contacts and entries, and the tags and places in use for completion."""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from netui.domain.model.contact_row import fold
from netui.domain.model.dates import when_from
from netui.domain.named_tuple import NamedTuple
from netui.domain.query.signs import sign_phrase, sign_words
from netui.storage.index.facts import split_facts
from netui.storage.queries.search.query_expansion import same_stem

_MOST_WORDS = 16
_RANKED = 3000
"""With this many hits or more they are ordered newest first: ranking them all would take too long."""
_NEWEST = "t.rowid DESC"
_BY_COLUMN = "rank MATCH 'bm25(8.0, 2.0, 1.0, 4.0)'"
"""Names count for more than notes, and notes than facts."""
_STEMMED = "{notes facts}"
"""The columns of a contact in which other forms of a word are found."""
_PLACES = 200
_LOOKED_AT = 1000
"""An unfinished word is looked for in the text of the newest so many entries, before its rows are merged."""
_BEFORE, _SHOWN = 5, 32
"""Words of a snippet: before the match, and in all."""


class Hit(NamedTuple):
    """One search result; ``entry`` and ``on`` are None where the contact itself matched.

    ``where`` says where the words stand: "" for name, notes and timeline, else the label of a fact
    (``promise``, ``likes``, a custom key), ``goal`` or ``milestone``; ``id`` is that of the promise, the
    opportunity or the goal, if it is one. The hits of a goal have no ``contact``.
    """

    contact: str
    entry: str | None
    on: date | None
    snippet: str
    where: str = ""
    id: str = ""


class CompletionWords(NamedTuple):
    """The network's tags and places with how often each is used, the most used first."""

    tags: dict[str, int]
    places: dict[str, int]


class _SearchWord(NamedTuple):
    """A word as typed (no quotes), the words with signs in it, and whether letters are left beside these.

    The last word of a search ``is_unfinished``: it also finds what it begins.
    """

    text: str
    signs: tuple[str, ...]
    has_rest: bool
    is_unfinished: bool

    @property
    def exact(self) -> str:
        """The FTS5 query for the word itself, or what it begins."""
        star = "*" if self.is_unfinished else ""
        phrases = [f'signs : "{sign_phrase(word)}"{star}' for word in self.signs]
        return " ".join([*phrases, f'"{self.text}"{star}'] if self.has_rest else phrases)

    @property
    def stems(self) -> tuple[str, ...]:
        """Other words of its stem."""
        return () if self.signs else same_stem(self.text, is_unfinished=self.is_unfinished)


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """Contacts, goals, then entries, that hold every word of ``text`` (the last as a prefix), best first.

    Behind them, as far as ``limit`` allows, those that hold other forms of its English words (``pricing``:
    ``price``) in notes, facts and entries; names, organizations and tags are taken as they are written.
    """
    words = _search_words(text)
    if not words:
        return []
    signs = [fold(sign) for word in words for sign in word.signs]
    exact = " ".join(word.exact for word in words)  # AND that passes over a word without any token
    finished = " ".join(word.exact for word in words[:-1])
    hits: list[Hit] = []
    if _has_any(connection, "contact_text", finished):
        hits += _contacts(connection, words, exact, "rank", limit)
    hits += _goals(connection, [fold(word.text) for word in words])
    if len(hits) < limit and _has_any(connection, "entry_text", finished):
        order = _order(connection, finished or exact)
        hits += _entries(connection, exact, order, signs, limit - len(hits))
    if len(hits) < limit and any(word.stems for word in words):
        found = {hit[:2] for hit in hits}
        more: list[Hit] = []
        if _has_any(connection, "contact_text", _expanded(words[:-1], _STEMMED)):
            more += _contacts(connection, words, _expanded(words, _STEMMED), _NEWEST, limit, stemmed=True)
        if _has_any(connection, "entry_text", _expanded(words[:-1], "body")):
            more += _other_forms(connection, words, signs, limit)
        hits += [hit for hit in more if hit[:2] not in found]
    return hits[:limit]


def _has_any(connection: sqlite3.Connection, table: str, match: str) -> bool:
    """Whether anything fits ``match``, which is without the unfinished word; True for "".

    An unfinished word (``the``) is looked up by merging the rows of each word that it begins, which may be
    most rows: not worth it where another word of the search is nowhere.
    """
    if not match.strip():
        return True
    one = f"SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT 1"
    return connection.execute(one, (match,)).fetchone() is not None


def _search_words(text: str) -> list[_SearchWord]:
    readable = text.encode(errors="ignore").decode()  # no lone surrogates, which SQLite refuses
    words: list[_SearchWord] = []
    for word in re.split(r'[\s"\0]+', readable):
        rest, signs = word, sign_words(word)
        for sign in signs:
            rest = rest.replace(sign, " ", 1)
        has_rest = any(map(str.isalnum, rest))
        if signs or has_rest:
            words.append(_SearchWord(word, tuple(signs), has_rest, False))
    if not words:
        return []
    *finished, last = words[:_MOST_WORDS]
    return [*finished, last._replace(is_unfinished=True)]


def _expanded(words: Sequence[_SearchWord], column: str) -> str:
    """The FTS5 query for all words, each itself or in ``column`` another of its stem."""
    parts = []
    for word in words:
        others = " OR ".join(word.stems)
        parts.append(f"({word.exact} OR {column} : ({others}))" if others else f"({word.exact})")
    return " AND ".join(parts)


def _order(connection: sqlite3.Connection, match: str) -> str:
    """How entries are ordered that fit the finished words of a search, or its only one.

    The unfinished word is left out where there are others: it would be merged once more only to be counted.
    """
    count = f"SELECT count(*) FROM (SELECT 1 FROM entry_text WHERE entry_text MATCH ? LIMIT {_RANKED})"
    return _NEWEST if connection.execute(count, (match,)).fetchone()[0] == _RANKED else "rank"


def _contacts(
    connection: sqlite3.Connection,
    words: Sequence[_SearchWord],
    match: str,
    order: str,
    limit: int,
    *,
    stemmed: bool = False,
) -> Iterator[Hit]:
    """Contacts that fit ``match``; ``stemmed`` says that it holds other forms of the words, too."""
    signs = [fold(sign) for word in words for sign in word.signs]
    wanted = [fold(word.text) for word in words]
    forms = [(fold(word.text), *(word.stems if stemmed else ())) for word in words]
    for ident, name, aliases, org, tags, in_notes, named, notes, facts in connection.execute(
        "SELECT c.id, c.name, c.aliases, c.org, c.tags,"
        f" snippet(contact_text, 1, '', '', '…', {_SHOWN}), d.named, d.notes, d.facts FROM contact_text t"
        " JOIN contact c ON c.rid = t.rowid JOIN detail d ON d.rid = t.rowid"
        f" WHERE contact_text MATCH ? AND {_BY_COLUMN} ORDER BY {order} LIMIT ?",
        (match, limit),
    ):
        above = f"{named} {notes}"
        fact = None if all(_holds(above, word) for word in forms) else _fact(facts, forms)
        if fact is not None:
            where, key, snippet = fact
            shown = _excerpt(snippet, [form for word in forms for form in word]) or snippet
            yield Hit(ident, None, None, shown, where, key)
        else:
            where, said = _named((("", name), ("alias", aliases), ("org", org), ("tag", tags)), wanted)
            holds_signs = all(sign.removeprefix("#") in fold(said) for sign in signs)
            around = _excerpt(notes, signs) or _excerpt(named, signs)
            snippet = (said if holds_signs else around) or said or in_notes
            yield Hit(ident, None, None, " ".join(snippet.split()), "" if snippet != said else where)


def _named(texts: Sequence[tuple[str, str]], wanted: Sequence[str]) -> tuple[str, str]:
    """Where most of the words stand, and what it says there: name, alias, org or tag; "" for neither."""
    lines = [(label, line) for label, text in texts for line in text.split("\n") if line]
    counts = [sum(word.removeprefix("#") in fold(line) for word in wanted) for _, line in lines]
    most = max(counts, default=0)
    return lines[counts.index(most)] if most else ("", "")


def _holds(text: str, forms: Sequence[str]) -> bool:
    """Whether the folded ``text`` holds a word in one of its ``forms``."""
    return any(form in text for form in forms)


def _fact(facts: str, words: Sequence[Sequence[str]]) -> tuple[str, str, str] | None:
    """The fact that holds most of the words, each given in all its forms; None where none holds any."""
    found = [
        (sum(_holds(line, forms) for forms in words), -at)
        for at, line in enumerate(fold(facts).split("\n"))
        if line
    ]
    count, at = max(found, default=(0, 0))
    return split_facts(facts)[-at] if count else None


def _goals(connection: sqlite3.Connection, wanted: Sequence[str]) -> Iterator[Hit]:
    """Goals, or their milestones and audiences, that hold every word; there are few, so each is looked at."""
    for ident, body in connection.execute("SELECT id, body FROM goal WHERE error = '' ORDER BY id"):
        goal = json.loads(body)
        texts = [("goal", goal.get("title")), ("goal", goal.get("why"))]
        texts += [("milestone", item.get("text")) for item in goal.get("milestone", ())]
        texts += [("audience", item.get("who")) for item in goal.get("audience", ())]
        for where, text in texts:
            if isinstance(text, str) and all(word in fold(text) for word in wanted):
                yield Hit("", None, None, " ".join(text.split()), where, ident)
                break


def _entries(
    connection: sqlite3.Connection,
    match: str,
    order: str,
    signs: Sequence[str],
    limit: int,
    among: Sequence[int] | None = None,
) -> Iterator[Hit]:
    """The entries that fit; with ``among`` those of these row numbers."""
    of_these = "" if among is None else f"AND t.rowid IN ({','.join(map(str, among))})"
    for contact, ident, on, snippet, body, tags in connection.execute(
        f"SELECT e.contact, e.id, e.on_, snippet(entry_text, 0, '', '', '…', {_SHOWN}), e.body, e.tags"
        " FROM entry_text t JOIN entry e ON e.rowid = t.rowid"
        f" WHERE entry_text MATCH ? {of_these} ORDER BY {order} LIMIT ?",
        (match, limit),
    ):
        found = _excerpt(body + tags.rstrip("\n").replace("\n", " #"), signs) or snippet
        yield Hit(contact, ident, when_from(on), " ".join(found.split()))


def _other_forms(
    connection: sqlite3.Connection, words: Sequence[_SearchWord], signs: Sequence[str], limit: int
) -> list[Hit]:
    """Entries with the words or other forms of them, the newest first.

    An unfinished word that begins many (``the``) stands in most entries: to look for it in the newest of
    those with the finished words costs less than merging its rows a second time.
    """
    *finished, last = words
    if finished and last.text.isascii() and last.text.isalnum() and not last.stems:
        match, begun = _expanded(finished, "body"), re.compile(rf"(?<![^\W_]){last.text.lower()}")
        rows = connection.execute(
            "SELECT t.rowid, e.body FROM entry_text t JOIN entry e ON e.rowid = t.rowid"
            f" WHERE entry_text MATCH ? ORDER BY {_NEWEST} LIMIT {_LOOKED_AT}",
            (match,),
        ).fetchall()
        found = [row for row, body in rows if begun.search(fold(body))][:limit]
        if len(found) == limit or len(rows) < _LOOKED_AT:
            return list(_entries(connection, match, _NEWEST, signs, limit, found))
    return list(_entries(connection, _expanded(words, "body"), _NEWEST, signs, limit))


def _excerpt(text: str, signs: Sequence[str]) -> str:
    """The words around the first that holds one of the words with signs; "" where none does."""
    words = text.split() if signs else []
    for at, word in enumerate(words):
        folded = fold(word)
        if any(sign in folded for sign in signs):
            start = max(at - _BEFORE, 0)
            shown = " ".join(words[start : start + _SHOWN])
            return f"{'…' if start else ''}{shown}{'…' if len(words) > start + _SHOWN else ''}"
    return ""


def completion_words(connection: sqlite3.Connection) -> CompletionWords:
    """All tags, and the most used places."""
    tags: dict[str, int] = {}
    for table in ("contact", "entry"):
        rows = connection.execute(f"SELECT tags, count(*) FROM {table} WHERE tags <> '' GROUP BY tags")
        for joined, count in rows:
            for tag in joined.strip("\n").split("\n"):
                tags[tag] = tags.get(tag, 0) + count
    places = connection.execute(
        "SELECT place, count(*) FROM entry WHERE place <> '' GROUP BY place ORDER BY count(*) DESC LIMIT ?",
        (_PLACES,),
    )
    by_use = sorted(tags.items(), key=lambda tag: (-tag[1], tag[0]))
    return CompletionWords(dict(by_use), dict(places.fetchall()))
