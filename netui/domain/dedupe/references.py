"""References to a contact's id in other files (timeline, related, goals), and changes that redirect them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from netui.domain.dedupe.diff import exact_selector
from netui.domain.model.changes import (
    GOALS,
    AmendItem,
    Change,
    EditList,
    FileId,
    RemoveItem,
    SetValue,
    tables_at,
)
from netui.domain.query.parser import Query, QueryError, Term, parse

Document = Mapping[str, Any]


def redirect_references(file: FileId, document: Document, old: str, new: str) -> tuple[Change, ...]:
    """The changes that replace references to ``old`` by ``new`` in the file of another contact or goal.

    Duplicates after the redirect are dropped.
    """
    if file.folder == GOALS:
        return tuple(_in_goal(file, document, old, new))
    return (
        *_in_met(file, document, old, new),
        *_in_not_same(file, document, old, new),
        *_in_timeline(file, document, old, new),
        *_in_related(file, document, old, new),
        *_in_opportunities(file, document, old, new),
    )


def redirect_query(text: str, old: str, new: str) -> str:
    """A query with ``with:old`` replaced by ``with:new``; unchanged if re-parsing does not confirm it."""
    try:
        before = parse(text)
    except QueryError:
        return text
    wanted = Query(tuple(tuple(_term(term, old, new) for term in clause) for clause in before.clauses))
    if wanted == before:
        return text
    named = re.compile(rf'(?<=[:|"]){re.escape(old)}(?=["|\s]|\Z)')
    changed = named.sub(new.replace("\\", "\\\\"), text)
    try:
        return changed if parse(changed) == wanted else text
    except QueryError:
        return text


def _term(term: Term, old: str, new: str) -> Term:
    if term.field != "with":
        return term
    return term._replace(values=tuple(new if value == old else value for value in term.values))


def _in_met(file: FileId, document: Document, old: str, new: str) -> list[Change]:
    met = document.get("met")
    if isinstance(met, Mapping) and met.get("via") == old:
        return [SetValue(file, ("met", "via"), new, (old,))]
    return []


def _in_not_same(file: FileId, document: Document, old: str, new: str) -> list[Change]:
    others = document.get("not_same")
    if not isinstance(others, list) or old not in others:
        return []
    return [EditList(file, ("not_same",), [] if new in others or new == file.stem else [new], [old])]


def _in_timeline(file: FileId, document: Document, old: str, new: str) -> list[Change]:
    items = tables_at(document, "timeline")
    changes: list[Change] = []
    for item in items:
        others = item.get("with")
        if isinstance(others, list) and old in others:
            named = list(dict.fromkeys(new if other == old else other for other in others))
            where = item_selector(item, items)
            changes.append(AmendItem(file, "timeline", where, {"with": named}, {"with": others}))
    return changes


def _in_related(file: FileId, document: Document, old: str, new: str) -> list[Change]:
    items = tables_at(document, "related")
    changes: list[Change] = []
    for item in items:
        if item.get("who") == old:
            if {**item, "who": new} in items:
                changes.append(RemoveItem(file, "related", exact_selector(item, items), item))
            else:
                where = exact_selector(item, items)
                changes.append(AmendItem(file, "related", where, {"who": new}, {"who": old}))
    return changes


def _in_opportunities(file: FileId, document: Document, old: str, new: str) -> list[Change]:
    items = tables_at(document, "opportunity")
    return [
        AmendItem(file, "opportunity", item_selector(item, items), {"via": new}, {"via": old})
        for item in items
        if item.get("via") == old
    ]


def _in_goal(file: FileId, document: Document, old: str, new: str) -> list[Change]:
    changes: list[Change] = []
    measure = document.get("measure")
    count = measure.get("count") if isinstance(measure, Mapping) else None
    if isinstance(count, str) and (asked := redirect_query(count, old, new)) != count:
        changes.append(SetValue(file, ("measure", "count"), asked, (count,)))
    items = tables_at(document, "audience")
    for item in items:
        match = item.get("match")
        if isinstance(match, str) and (asked := redirect_query(match, old, new)) != match:
            where = exact_selector(item, items)
            changes.append(AmendItem(file, "audience", where, {"match": asked}, {"match": match}))
    return changes


def item_selector(item: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A selector for one item: its id, or the whole item where it has no unique id."""
    ident = item.get("id")
    if isinstance(ident, str) and sum(other.get("id") == ident for other in items) == 1:
        return {"id": ident}
    return exact_selector(item, items)
