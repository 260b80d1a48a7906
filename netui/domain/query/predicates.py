"""Predicates of the query language: compile a query to a function over contacts or timeline entries.

Case and diacritics are ignored everywhere. Tags, goals, roles, kinds, ``got`` and ``gave`` are labels,
so they match whole, or by prefix while they are typed; ``org``, ``title``, ``knows``, ``seeks``,
``place`` and free words are prose, so a part of them matches.

About a contact, free words look in name, aliases, org, tags and notes; ``#`` and ``^`` at the
contact's own tags and goals; ``place:`` at the location or at the place of an entry; ``kind:``,
``with:``, ``got:`` and ``gave:`` need at least one matching entry of the timeline. ``last:`` never
matches someone who was never contacted: such people are new, not silent. ``has:rhythm`` means that a
rhythm was set, not only snoozed. Archived contacts are left out unless ``is:archived`` is asked.

About an entry, free words look in what was said and learned; ``#`` and ``^`` at the entry's own
tags and goals; ``last:`` at its date; ``place:`` at its place; ``with:`` at the ids and names of all
participants, the owner of the file included, where a whole id means that contact alone. All else
(``role:``, ``org:``, ``is:``, ``has:`` …) matches if any participant matches.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from netui.domain.model.contact_row import ONESELF, ContactRow, fold
from netui.domain.model.custom_keys import value_texts
from netui.domain.model.dates import Span, day_of
from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.domain.query.comparisons import Bound
from netui.domain.query.contact_facts import ContactFacts, fact_test, words_test
from netui.domain.query.fields import LIST
from netui.domain.query.parser import FREE, GOAL, KEYS, TAG, Query, QueryError, Term, render_term

if TYPE_CHECKING:  # lists match contacts without ever loading the models of a timeline
    from netui.domain.model.entry import Entry

ON_TIMELINE = frozenset({"kind", "with", "got", "gave"})
"""The fields of a contact query that only timeline entries can answer."""

RowTest = Callable[[ContactRow], bool]
EntryTest = Callable[["Entry"], bool]
_Thing = TypeVar("_Thing")


def contact_predicate(
    query: Query, today: date, facts: ContactFacts, *, none_archived: bool = False
) -> RowTest:
    """Compiles ``query`` to a predicate over contact rows.

    ``none_archived`` skips the test for archived contacts, where the caller has none. Entry terms are
    resolved here, with one call of ``facts.having`` each; the result is valid until contacts, entries
    or the day change.
    """
    fits = _compile(query, lambda term: _contact_term(term, today, facts))
    if query.mentions_archived or (none_archived and query.clauses):
        return fits
    if not query.clauses:
        return lambda row: not row.archived
    return lambda row: not row.archived and fits(row)


def _contact_term(term: Term, today: date, facts: ContactFacts) -> RowTest:
    """The predicate of an unnegated term over contacts, their timelines included."""
    if term.field in ON_TIMELINE:
        ids = facts.having(term._replace(negated=False))
        return lambda row: row.id in ids
    own = person_predicate(term, today, facts)
    if term.field != "place":
        return own
    there = facts.having(term._replace(negated=False))
    return lambda row: row.id in there or own(row)


def entry_predicate(
    query: Query,
    today: date,
    owner: Callable[[str], ContactRow | None],
    facts: ContactFacts | None = None,
    kinds: Kinds = BUILT_IN,
) -> EntryTest:
    """Compiles ``query`` to a predicate over entries; ``owner`` gives the row of a contact's id.

    Planned entries match like others: callers that count leave them out. Raises QueryError for a term
    that needs ``facts`` (a state, ``seeks:``) when there are none. The result caches what it found
    about people, so it is valid until contacts or the day change.
    """

    def compiled(term: Term) -> EntryTest:
        own = _entry_term(term, today, kinds)
        if own is not None:
            return own
        if term.field == "with":
            return _participant_test(term, owner)
        return _people_test(person_predicate(term, today, facts), owner)

    return _compile(query, compiled)


def person_predicate(term: Term, today: date, facts: ContactFacts | None = None) -> RowTest:
    """The predicate of an unnegated ``term`` over a contact without its timeline.

    ``kind``, ``got`` and ``gave`` match nobody: they are about entries. Raises QueryError when the
    term needs ``facts`` and there are none.
    """
    field, values = term.field, term.values
    folded = [fold(value) for value in values]
    if field in _ROW_ITEMS:
        items = _begun_items_test(str, folded) if term.is_unfinished else _items_test(str, frozenset(folded))
        return _memoized(_ROW_ITEMS[field], items)
    if field in _ROW_TEXTS:
        return _memoized(_ROW_TEXTS[field], _text_test(str, folded))
    if field == LIST:
        known = _require_facts(facts, term)
        return _any([_compile(query, lambda t: _contact_term(t, today, known)) for query in term.within])
    if field == "related":
        related = _require_facts(facts, term).related_to(folded)
        return lambda row: row.id in related
    if field == "with":
        return lambda row: any(value in name for name in _names(row) for value in folded)
    if field == "last":
        return _any([_last_test(*Bound.parse(value).days(today)) for value in values])
    if field == "every":
        return _every_test([Bound.parse(value) for value in values])
    if field == "has":
        return _any([_filled_test(value) for value in values])
    if field == "no":
        return _any([_not(_filled_test(value)) for value in values])
    if field == "is":
        return _is_test(term, facts)
    if field in _OF_FILE:
        return _file_test(field, folded, _require_facts(facts, term))
    if field == FREE:
        return _haystack_test(folded, _require_facts(facts, term))
    if field in ON_TIMELINE:
        return lambda _: False
    return fact_test(field, folded, _require_facts(facts, term))


def kind_names(kind: str, kinds: Kinds = BUILT_IN) -> frozenset[str]:
    """The folded ``kind``, the kind it is a synonym of, and all synonyms of that kind."""
    word = fold(kind)
    named = kinds.named(word) or word
    return frozenset({word, fold(named), *(fold(w) for w, k in kinds.synonyms.items() if k == named)})


def term_kinds(term: Term, kinds: Kinds = BUILT_IN) -> frozenset[str]:
    """The folded names of every kind that a ``kind:`` term means; of those it begins if it is unfinished."""
    named = set(term.values)
    if term.is_unfinished:
        begun = tuple(map(fold, term.values))
        named.update(word for word in (*kinds.contact, *kinds.synonyms) if fold(word).startswith(begun))
    return frozenset().union(*(kind_names(value, kinds) for value in named))


def searchable_text(entry: "Entry") -> str:
    """The text of an entry that free words search: text and ``learned``, on separate lines."""
    return f"{entry.text}\n{entry.learned}" if entry.learned else entry.text


_ROW_ITEMS: Mapping[str, Callable[[ContactRow], str]] = {
    TAG: operator.attrgetter("tags"),
    GOAL: operator.attrgetter("goals"),
    "role": operator.attrgetter("roles"),
}
_ROW_TEXTS: Mapping[str, Callable[[ContactRow], str]] = {
    "org": operator.attrgetter("org"),
    "title": operator.attrgetter("title"),
    "knows": operator.attrgetter("knows"),
    "place": operator.attrgetter("location"),
    "name": operator.attrgetter("name"),
    "alias": operator.attrgetter("aliases"),
}
_ENTRY_ITEMS: Mapping[str, Callable[["Entry"], tuple[str, ...]]] = {
    TAG: operator.attrgetter("tags"),
    GOAL: operator.attrgetter("goals"),
    "got": operator.attrgetter("got"),
    "gave": operator.attrgetter("gave"),
}


def _entry_term(term: Term, today: date, kinds: Kinds) -> EntryTest | None:
    """The predicate of a term that the entry alone answers; None for one about people."""
    field = term.field
    folded = [fold(value) for value in term.values]
    if field in _ENTRY_ITEMS:
        items, wanted = _ENTRY_ITEMS[field], frozenset(folded) - {""}
        if term.is_unfinished:
            return lambda entry: any(fold(item).startswith(tuple(wanted)) for item in items(entry))
        return lambda entry: any(fold(item) in wanted for item in items(entry))
    if field == "kind":
        names = term_kinds(term, kinds)
        begun = tuple(folded) if term.is_unfinished else ()
        return lambda entry: fold(entry.kind) in names or fold(entry.kind).startswith(begun)
    if field == "last":
        spans = [Bound.parse(value).days(today) for value in term.values]
        return lambda entry: any(first <= day_of(entry.on).toordinal() <= last for first, last in spans)
    if field == "place":
        return _text_test(operator.attrgetter("place"), folded)
    if field == FREE:
        return _text_test(searchable_text, folded)
    return None


def _participant_test(term: Term, owner: Callable[[str], ContactRow | None]) -> EntryTest:
    """``with:``: by whole id where a contact has it, else by part of an id (of nobody's, too) or name."""
    whole = frozenset(value for value in term.values if owner(value) is not None)
    parts = [fold(value) for value in term.values if value not in whole]

    def fits(contact: str) -> bool:
        if contact in whole:
            return True
        row = owner(contact) if parts else None
        names = _names(row) if row is not None else [fold(contact)]
        return any(part in name for name in names for part in parts)

    known = _Memo(fits)
    return lambda entry: known[entry.contact] or any(known[contact] for contact in entry.with_)


class _Memo(dict[str, bool]):
    """A cache of answers by id or other short text (memoization)."""

    def __init__(self, ask: Callable[[str], bool]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, text: str) -> bool:
        self[text] = answer = self._ask(text)
        return answer


def _memoized(text: Callable[[ContactRow], str], fits: Callable[[str], bool]) -> RowTest:
    """Memoizes by the text: of thousands of contacts many have the same tags or org."""
    known = _Memo(fits)
    return lambda row: known[text(row)]


def _people_test(fits: RowTest, owner: Callable[[str], ContactRow | None]) -> EntryTest:
    """Whether any participant matches; unknown ids do not."""

    def ask(contact: str) -> bool:
        row = owner(contact)
        return row is not None and fits(row)

    known = _Memo(ask)
    return lambda entry: known[entry.contact] or any(known[contact] for contact in entry.with_)


def _names(row: ContactRow) -> list[str]:
    """Id, name and aliases, folded."""
    return [fold(row.id), fold(row.name), *fold(row.aliases).split("\n")]


def _items_test(items: Callable[[_Thing], str], wanted: frozenset[str]) -> Callable[[_Thing], bool]:
    """Whether any of the joined items is wanted; a value that folds to "" matches nothing."""
    wanted -= {""}
    if len(wanted) != 1:
        return lambda thing: not wanted.isdisjoint(fold(items(thing)).split("\n"))
    (one,) = wanted

    def fits(thing: _Thing) -> bool:
        joined = fold(items(thing))
        return one in joined and one in joined.split("\n")

    return fits


def _begun_items_test(items: Callable[[_Thing], str], begun: Sequence[str]) -> Callable[[_Thing], bool]:
    """Whether any of the joined items starts with one of ``begun``; "" begins nothing."""
    starts = tuple(f"\n{value}" for value in begun if value)
    return lambda thing: any(start in f"\n{fold(items(thing))}" for start in starts)


def _text_test(text: Callable[[_Thing], str], parts: Sequence[str]) -> Callable[[_Thing], bool]:
    if len(parts) == 1:
        part = parts[0]
        return lambda thing: part in fold(text(thing))

    def fits(thing: _Thing) -> bool:
        folded = fold(text(thing))
        return any(part in folded for part in parts)

    return fits


def _haystack_test(parts: Sequence[str], facts: ContactFacts) -> RowTest:
    folded_of = facts.haystacks().get
    if len(parts) == 1:
        part = parts[0]
        return lambda row: part in folded_of(row.id, "")

    def fits(row: ContactRow) -> bool:
        folded = folded_of(row.id, "")
        return any(part in folded for part in parts)

    return fits


_OF_FILE = ("seeks", "timezone", "pronouns", "notes", "died")
"""The fields for whose values the file itself is looked at."""


def _file_test(field: str, parts: Sequence[str], facts: ContactFacts) -> RowTest:
    present = _filled_test(field)
    holds = [words_test(field, part) for part in parts]

    def fits(row: ContactRow) -> bool:
        texts = value_texts(facts.head(row.id).get(KEYS[field])) if present(row) else ()
        return any(test(text) for text in map(fold, texts) for test in holds)

    return fits


def _last_test(first: int, last: int) -> RowTest:
    return lambda row: first <= row.last <= last


def _every_test(bounds: Sequence[Bound]) -> RowTest:
    wanted = [(_COMPARE[b.relation], b.span.days) for b in bounds if b.span is not None]

    def fits(every: str) -> bool:
        try:
            days = Span.parse(every).days
        except ValueError:
            return False
        return any(compare(days, length) for compare, length in wanted)

    known = _Memo(fits)
    return lambda row: row.every != "" and known[row.every]


_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "": operator.eq, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def _filled_test(word: str) -> RowTest:
    if word == "rhythm":
        return lambda row: row.every != "" or row.mode not in ("", "regular")
    if word not in KEYS:
        own = f" {word} "
        return lambda row: own in f" {fold(row.keys)} "
    key = f" {KEYS[word]} "
    return lambda row: key in f" {row.keys} "


_STANDING: Mapping[str, RowTest] = {
    "archived": lambda row: row.archived == 1 and not row.died,
    "died": lambda row: row.died != 0,
    "me": lambda row: row.archived == ONESELF,
    "broken": lambda row: row.error != "",
    "imported": _filled_test("source"),
    "conflict": _filled_test("conflict"),
}


def _is_test(term: Term, facts: ContactFacts | None) -> RowTest:
    """``is:``; only people who are not archived have a state of their own."""
    tests = [_STANDING[value] for value in term.values if value in _STANDING]
    states = frozenset(term.values) - _STANDING.keys()
    if states:
        state_of = _require_facts(facts, term).state_of
        tests.append(lambda row: not row.archived and state_of(row.id) in states)
    return _any(tests)


def _require_facts(facts: ContactFacts | None, term: Term) -> ContactFacts:
    if facts is None:
        raise QueryError(f"`{render_term(term)}` cannot be asked of entries here")
    return facts


def _compile(query: Query, compiled: Callable[[Term], Callable[[_Thing], bool]]) -> Callable[[_Thing], bool]:
    """The conjunction of all clauses, each the disjunction of its terms."""

    def test(term: Term) -> Callable[[_Thing], bool]:
        fits = compiled(term)
        return _not(fits) if term.negated else fits

    return _every([_any([test(term) for term in clause]) for clause in query.clauses])


def _not(fits: Callable[[_Thing], bool]) -> Callable[[_Thing], bool]:
    return lambda thing: not fits(thing)


def _any(tests: Sequence[Callable[[_Thing], bool]]) -> Callable[[_Thing], bool]:
    """Whether one of ``tests`` holds; a tree of closures, which is faster than a generator per row."""
    if len(tests) < 2:
        return tests[0] if tests else lambda _: False
    left, right = _any(tests[: len(tests) // 2]), _any(tests[len(tests) // 2 :])
    return lambda thing: left(thing) or right(thing)


def _every(tests: Sequence[Callable[[_Thing], bool]]) -> Callable[[_Thing], bool]:
    """Whether all of ``tests`` hold; as :func:`_any`."""
    if len(tests) < 2:
        return tests[0] if tests else lambda _: True
    left, right = _every(tests[: len(tests) // 2]), _every(tests[len(tests) // 2 :])
    return lambda thing: left(thing) and right(thing)
