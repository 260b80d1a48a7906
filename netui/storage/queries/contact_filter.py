"""Prefilter: a query over contacts as an SQL condition, so that not every contact must be read.

The condition holds for every contact that matches, and may hold for others: callers check its rows with
:func:`netui.domain.query.predicates.contact_predicate`.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat

from netui.domain.model.contact_row import ONESELF, ContactRow, fold
from netui.domain.query.comparisons import Bound
from netui.domain.query.contact_facts import fact_key
from netui.domain.query.fields import LIST
from netui.domain.query.parser import FREE, GOAL, KEYS, TAG, Query, Term
from netui.storage.index.schema import CONTACT_COLUMNS, HAS_CONFLICT, HAYSTACK
from netui.storage.queries.entry_filter import contains

_Condition = tuple[str, list[object]]

_TEXTS = {
    TAG: "tags", GOAL: "goals", "role": "roles", "org": "org", "title": "title", "knows": "knows",
}  # fmt: skip
_STATES: Mapping[str, str] = {
    "archived": "archived = 1",
    "died": "died",
    "me": f"archived = {ONESELF}",
    "broken": "error <> ''",
    "conflict": HAS_CONFLICT,
    "imported": "instr(keys, 'source') > 0",
    "met": "contact_days BETWEEN 1 AND 2",
    "muted": "mode <> ''",
    "new": "contact_days = 0",
    "snoozed": "snoozed_until > 0",
}
"""A necessary condition of each state; the states not listed need a day of contact."""
_FACTS = ("likes", "met", "via", "date", "promise", "opportunity", "former")
_SILENT = ("quiet", "due", "dormant")
_MOST_VALUES = 300
"""SQLite refuses expressions deeper than 1,000."""


def contact_candidates(
    connection: sqlite3.Connection, query: Query, today: date, *, by_rhythm: bool
) -> Iterator[ContactRow]:
    """Every contact that may match ``query``, in the order of the table: lists keep it among namesakes.

    ``by_rhythm`` says that no default rhythms by tag or role are set: then the column ``may_be_due_from``
    decides who may be quiet, due or dormant.
    """
    condition, values = _clauses(query, today, by_rhythm=by_rhythm)
    source = "contact JOIN detail USING(rid)" if any(t.field == FREE for t in query.terms) else "contact"
    rows = connection.execute(
        f"SELECT {CONTACT_COLUMNS} FROM {source} WHERE {condition} ORDER BY rid", values
    )
    return map(tuple.__new__, repeat(ContactRow), rows)


def _clauses(query: Query, today: date, *, by_rhythm: bool) -> _Condition:
    everyone: _Condition = ("1" if query.mentions_archived else "NOT archived", [])
    return _joined([everyone, *_conditions(query, today, by_rhythm=by_rhythm)], " AND ")


def _conditions(query: Query, today: date, *, by_rhythm: bool) -> list[_Condition]:
    found: list[_Condition] = []
    for clause in query.clauses:
        terms = [_term(term, today, by_rhythm=by_rhythm) for term in clause]
        if None not in terms and sum(len(term.values) for term in clause) <= _MOST_VALUES:
            found.append(_joined([term for term in terms if term is not None], " OR "))
    return found


def _joined(conditions: Sequence[_Condition], word: str) -> _Condition:
    return (
        f"({word.join(sql for sql, _ in conditions)})",
        [value for _, values in conditions for value in values],
    )


def _term(term: Term, today: date, *, by_rhythm: bool) -> _Condition | None:
    """A condition that is necessary for the term; None where no column of the index gives one."""
    field, values = term.field, term.values
    if term.negated:
        return None
    if field == FREE:
        return _joined([(f"instr({HAYSTACK}, ?) > 0", [fold(value)]) for value in values], " OR ")
    if field in _TEXTS:
        return _joined([contains(_TEXTS[field], fold(value)) for value in values], " OR ")
    if field == "is":
        return _joined([_state(value, today, by_rhythm=by_rhythm) for value in values], " OR ")
    if field == "has":
        return _joined([_has(value) for value in values], " OR ")
    if field == LIST:
        inside = [_conditions(query, today, by_rhythm=by_rhythm) or [("1", [])] for query in term.within]
        return _joined([_joined(each, " AND ") for each in inside], " OR ") if inside else None
    if field == "seeks" or field in _FACTS:
        return "instr(keys, ?) > 0", [fact_key(field)]
    if field == "every":
        return "every <> ''", []
    if field == "last":
        days = [Bound.parse(value).days(today) for value in values]
        return _joined([("last BETWEEN ? AND ?", list(both)) for both in days], " OR ")
    return None


def _state(state: str, today: date, *, by_rhythm: bool) -> _Condition:
    if by_rhythm and state in _SILENT:
        return "(may_be_due_from > 0 AND may_be_due_from <= ?)", [today.toordinal()]
    return _STATES.get(state, "contact_days > 0"), []


def _has(word: str) -> _Condition:
    if word == "rhythm":
        return "(every <> '' OR mode <> '')", []
    return ("instr(keys, ?) > 0", [KEYS[word]]) if word in KEYS else contains("keys", word)
