r"""A query over timeline entries as SQL over the index, so that counting reads no more than it must.

It selects exactly what :func:`netui.domain.query.predicates.entry_predicate` selects, over a table
``entry(rowid, contact, id, day, on_, kind, with_, place, tags, goals, gave, got, body)`` without
NULLs: ``day`` an ISO date, ``body`` what :func:`netui.domain.query.predicates.said` gives, lists framed by
newlines (``"\nitem1\nitem2\n"``, empty when there are none), all text as the file holds it.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence, Set
from datetime import date

from netui.domain.model.contact_row import fold
from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.domain.query.comparisons import Bound
from netui.domain.query.parser import FREE, GOAL, TAG, Query, Term
from netui.domain.query.predicates import kind_names

People = Callable[[Term], Set[str]]

_ITEMS = {TAG: "tags", GOAL: "goals", "got": "got", "gave": "gave"}
_TEXTS = {FREE: "body", "place": "place"}
_MOST_VALUES = 300
"""SQLite refuses expressions deeper than 1,000; a query of more values is filtered in Python."""

_NAMED = """EXISTS (
    WITH RECURSIVE part(item, rest) AS (
        SELECT '', substr(with_, 2)
        UNION ALL
        SELECT substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
        FROM part WHERE rest <> ''
    )
    SELECT 1 FROM part WHERE item IN (SELECT value FROM json_each(?)))"""
"""Whether one of the framed items of ``with_`` is in a set: the list is taken apart row by row."""

_Condition = tuple[str, list[object]]
_NEVER: _Condition = ("0", [])
_ALWAYS: _Condition = ("1", [])


def register(connection: sqlite3.Connection) -> None:
    """Gives the connection the SQL function ``fold`` on which the clauses rely."""
    connection.create_function("fold", 1, fold, deterministic=True)


def where(
    query: Query, today: date, people: People | None = None, kinds: Kinds = BUILT_IN
) -> tuple[str, list[object]] | None:
    """The condition and its parameters; None when the entries must be filtered in Python.

    ``people`` gives the ids of the contacts that :func:`netui.domain.query.predicates.person_predicate`
    selects for an unnegated term; without it a query that asks about people is not translated.
    """
    if sum(len(term.values) for term in query.terms) > _MOST_VALUES:
        return None
    clauses: list[_Condition] = []
    for clause in query.clauses:
        terms: list[_Condition] = []
        for term in clause:
            translated = _term(term, today, people, kinds)
            if translated is None:
                return None
            sql, parameters = translated
            terms.append((f"NOT {sql}" if term.negated else sql, parameters))
        clauses.append(_joined(terms, " OR "))
    return _joined(clauses, " AND ") if clauses else _ALWAYS


def having(
    connection: sqlite3.Connection, term: Term, today: date, people: People, kinds: Kinds = BUILT_IN
) -> frozenset[str]:
    """The ids of all on whose timeline an entry fits the unnegated ``term``, shared entries included.

    For ``with`` another than the contact itself must be the one named: ``with:ada`` finds those who
    were there with Ada. Ids that no contact has may be among the answer.
    """
    named = _named(term.values, people) if term.field == "with" else None
    found: set[str] = set()
    for at in range(0, len(term.values), _MOST_VALUES):
        some = Term(term.field, term.values[at : at + _MOST_VALUES])
        condition, parameters = _term(some, today, people, kinds) or _NEVER
        for contact, with_ in connection.execute(
            f"SELECT DISTINCT contact, with_ FROM entry WHERE {condition}", parameters
        ):
            found.update(_in_company({contact, *with_.split("\n")[1:-1]}, named))
    return frozenset(found)


def _named(values: Sequence[str], people: People) -> Callable[[str], bool]:
    """Whether ``with:`` these values names an id; the same rule as :func:`_with`."""
    whole: set[str] = set()
    found: set[str] = set()
    parts: list[str] = []
    for value in values:
        ids = people(Term("with", (value,)))
        if value in ids:
            whole.add(value)
        else:
            found |= ids
            parts.append(fold(value))
    return lambda contact: contact in whole or contact in found or any(p in fold(contact) for p in parts)


def _in_company(everyone: set[str], named: Callable[[str], bool] | None) -> set[str]:
    """Those of ``everyone`` who were there with somebody named; all of them when nobody need be."""
    if named is None:
        return everyone
    hosts = {contact for contact in everyone if named(contact)}
    return everyone if len(hosts) > 1 else everyone - hosts


def _term(term: Term, today: date, people: People | None, kinds: Kinds) -> _Condition | None:
    """The condition of an unnegated term, in brackets; None without the people it asks about."""
    field, values = term.field, term.values
    if field in _ITEMS:
        return _joined([_item(_ITEMS[field], fold(value)) for value in values], " OR ")
    if field in _TEXTS:
        return _joined([contains(_TEXTS[field], fold(value)) for value in values], " OR ")
    if field == "last":
        return _joined([_between(Bound.parse(value), today) for value in values], " OR ")
    if field == "kind":
        names = sorted(frozenset().union(*(kind_names(value, kinds) for value in values)))
        return f"({_folded('kind')} IN ({', '.join('?' * len(names))}))", list(names)
    if people is None:
        return None
    if field == "with":
        return _joined([_with(value, people(Term("with", (value,)))) for value in values], " OR ")
    return _took_part(people(term._replace(negated=False)))


def _joined(conditions: list[_Condition], word: str) -> _Condition:
    return (
        f"({word.join(sql for sql, _ in conditions)})",
        [value for _, parameters in conditions for value in parameters],
    )


def _folded(column: str) -> str:
    """The folded column; text of as many bytes as characters is ASCII and needs no Python."""
    return f"CASE WHEN {_is_ascii(column)} THEN lower({column}) ELSE fold({column}) END"


def _is_ascii(column: str) -> str:
    return f"(length({column}) = length(CAST({column} AS BLOB)))"


def contains(column: str, part: str) -> _Condition:
    """The condition that a column, folded, holds a part that is folded already."""
    if not part:
        return _ALWAYS
    if part.isascii():
        return f"(instr({_folded(column)}, ?) > 0)", [part]
    return f"(NOT {_is_ascii(column)} AND instr(fold({column}), ?) > 0)", [part]


def _item(column: str, item: str) -> _Condition:
    return contains(column, f"\n{item}\n") if item else _NEVER


def _between(bound: Bound, today: date) -> _Condition:
    first, last = bound.days(today)
    if first > last:
        return _NEVER
    return "(day BETWEEN ? AND ?)", [date.fromordinal(n).isoformat() for n in (first, last)]


def _with(value: str, ids: Set[str]) -> _Condition:
    """Who took part: by whole id where a contact has it, else by part of an id, or as one of ``ids``."""
    if value in ids:
        return "(contact = ? OR instr(with_, ?) > 0)", [value, f"\n{value}\n"]
    part = fold(value)
    by_name = frozenset(i for i in ids if part not in fold(i))
    return _joined([contains("contact", part), contains("with_", part), _took_part(by_name)], " OR ")


def _took_part(ids: Set[str]) -> _Condition:
    if not ids:
        return _NEVER
    listed = json.dumps(sorted(ids))
    return f"(contact IN (SELECT value FROM json_each(?)) OR (with_ <> '' AND {_NAMED}))", [listed, listed]
