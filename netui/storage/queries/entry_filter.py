r"""A query over timeline entries as an SQL condition, so that counting reads no more rows than it must.

The condition selects exactly the entries that :func:`netui.domain.query.predicates.entry_predicate` does,
over a table ``entry(rowid, contact, id, day, on_, kind, with_, place, tags, goals, gave, got, body)``
without NULLs: ``day`` is an ISO date, ``body`` is what :func:`netui.domain.query.predicates.said` gives,
lists are framed by newlines (``"\nitem1\nitem2\n"``, "" if empty), and text is as the file holds it. What
counts or finds people leaves out plans that nobody confirmed, of which the column ``counts`` is NULL.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date

from netui.domain.model.contact_row import fold
from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.domain.query.comparisons import Bound
from netui.domain.query.parser import FREE, GOAL, TAG, Query, Term
from netui.domain.query.predicates import term_kinds
from netui.storage.index.schema import HAPPENED

People = Callable[[Term], Set[str]]

_ITEMS = {TAG: "tags", GOAL: "goals", "got": "got", "gave": "gave"}
_TEXTS = {FREE: "body", "place": "place"}
_MOST_VALUES = 300
"""SQLite refuses expressions deeper than 1,000, so a query of more values is filtered in Python."""

_NAMED = """EXISTS (
    WITH RECURSIVE part(item, rest) AS (
        SELECT '', substr(with_, 2)
        UNION ALL
        SELECT substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
        FROM part WHERE rest <> ''
    )
    SELECT 1 FROM part WHERE item IN (SELECT value FROM json_each(?)))"""
"""SQL condition: an item of the list ``with_`` is in a JSON array; a recursive query splits the list."""

_Condition = tuple[str, list[object]]
_NEVER: _Condition = ("0", [])
_ALWAYS: _Condition = ("1", [])


def entry_days(
    connection: sqlite3.Connection,
    query: Query,
    today: date,
    people: People,
    kinds: Kinds,
    rows_by_goal: Mapping[str, Sequence[int]] | None = None,
) -> list[date] | None:
    """The day of each entry up to today that matches; None when the entries must be filtered in Python.

    ``rows_by_goal`` gives the row numbers of each goal's entries by folded id, where many goals are
    counted: then each query reads only the rows of its own goal.
    """
    condition = entry_condition(query, today, people, kinds)
    if condition is None:
        return None
    sql, values = condition
    needed, own = _indexed_condition(query, rows_by_goal)
    # The plus sign keeps SQLite off the index of days, which is slow for nearly all of them.
    rows = connection.execute(
        f"SELECT e.day FROM entry e WHERE {needed} AND +e.day <= ? AND {HAPPENED} AND ({sql})",
        (*own, today.isoformat(), *values),
    )
    return [date.fromisoformat(day) for (day,) in rows]


def _indexed_condition(
    query: Query, rows_by_goal: Mapping[str, Sequence[int]] | None
) -> tuple[str, list[str]]:
    """A necessary condition in a form for which SQLite has an index or the row numbers."""
    alike = [clause for clause in query.clauses if len({(t.field, t.negated) for t in clause}) == 1]
    needed = [clause for clause in alike if not clause[0].negated]
    required = {clause[0].field: clause for clause in needed if not any(t.is_unfinished for t in clause)}
    if rows_by_goal is not None and GOAL in required:
        wanted = {fold(value) for term in required[GOAL] for value in term.values}
        rows = {row for goal in wanted for row in rows_by_goal.get(goal, ())}
        return "e.rowid IN (SELECT value FROM json_each(?))", [json.dumps(sorted(rows))]
    columns = {GOAL: "goals", TAG: "tags"}
    return " AND ".join(f"e.{columns[field]} <> ''" for field in sorted(required.keys() & columns)) or "1", []


def entry_condition(
    query: Query, today: date, people: People | None = None, kinds: Kinds = BUILT_IN
) -> tuple[str, list[object]] | None:
    """The SQL condition and its parameters; None when the entries must be filtered in Python.

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


def contacts_with_entry(
    connection: sqlite3.Connection, term: Term, today: date, people: People, kinds: Kinds = BUILT_IN
) -> frozenset[str]:
    """The ids of everyone with an entry, own or shared, that matches the unnegated ``term``.

    For ``with`` the person named must be another than the contact: ``with:ada`` finds those who shared an
    entry with Ada. The result may hold ids that no contact has.
    """
    named = _named(term.values, people) if term.field == "with" else None
    found: set[str] = set()
    for at in range(0, len(term.values), _MOST_VALUES):
        some = term._replace(values=term.values[at : at + _MOST_VALUES])
        condition, parameters = _term(some, today, people, kinds) or _NEVER
        for contact, with_ in connection.execute(
            f"SELECT DISTINCT contact, with_ FROM entry WHERE {HAPPENED} AND {condition}", parameters
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
    """Those of ``everyone`` who shared the entry with somebody named; all of them without a name."""
    if named is None:
        return everyone
    hosts = {contact for contact in everyone if named(contact)}
    return everyone if len(hosts) > 1 else everyone - hosts


def _term(term: Term, today: date, people: People | None, kinds: Kinds) -> _Condition | None:
    """The condition of an unnegated term, in brackets; None where it needs people that were not given."""
    field, values = term.field, term.values
    if field in _ITEMS:
        end = "" if term.is_unfinished else "\n"
        return _joined([_item(_ITEMS[field], fold(value), end) for value in values], " OR ")
    if field in _TEXTS:
        return _joined([contains(_TEXTS[field], fold(value)) for value in values], " OR ")
    if field == "last":
        return _joined([_between(Bound.parse(value), today) for value in values], " OR ")
    if field == "kind":
        names = sorted(term_kinds(term, kinds))
        whole = f"{_folded('kind')} IN ({', '.join('?' * len(names))})"
        begun = [fold(value) for value in values] if term.is_unfinished else []
        starts = "".join(f" OR instr({_folded('kind')}, ?) = 1" for _ in begun)
        return f"({whole}{starts})", [*names, *begun]
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
    """The folded column; SQLite lower-cases ASCII (as many bytes as characters) without calling Python."""
    return f"CASE WHEN {_is_ascii(column)} THEN lower({column}) ELSE fold({column}) END"


def _is_ascii(column: str) -> str:
    return f"(length({column}) = length(CAST({column} AS BLOB)))"


def contains(column: str, part: str) -> _Condition:
    """The condition that the folded column contains ``part``, which is folded already."""
    if not part:
        return _ALWAYS
    if part.isascii():
        return f"(instr({_folded(column)}, ?) > 0)", [part]
    return f"(NOT {_is_ascii(column)} AND instr(fold({column}), ?) > 0)", [part]


def _item(column: str, item: str, end: str) -> _Condition:
    """The condition that a framed list holds ``item``, or without an ``end`` one that starts with it."""
    return contains(column, f"\n{item}{end}") if item else _NEVER


def _between(bound: Bound, today: date) -> _Condition:
    first, last = bound.days(today)
    if first > last:
        return _NEVER
    return "(day BETWEEN ? AND ?)", [date.fromordinal(n).isoformat() for n in (first, last)]


def _with(value: str, ids: Set[str]) -> _Condition:
    """Who took part: by whole id if a contact has it, else by part of an id or as one of ``ids``."""
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
