"""The list of people: who stands where, in which order, and who fits a query."""

import json
from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from itertools import compress
from operator import itemgetter, not_
from typing import Any

from netui.domain.cadence.status import STATES, State, Status, status_of
from netui.domain.model.contact_row import ContactRow, fold
from netui.domain.query.parser import Query, Term
from netui.services.people.rows import SORTS as SORTS
from netui.services.people.rows import ContactRows
from netui.services.people.rows import Person as Person
from netui.services.workspace import Workspace
from netui.storage.concurrency import sorted_yielding, yielding

FEW = 500
"""How many people are moved, or asked for, one by one."""
_ID = itemgetter(ContactRow._fields.index("id"))
_NAME = itemgetter(ContactRow._fields.index("name"))


class People:
    """All contacts in memory with their standing; updated by id as files change or the day turns."""

    def __init__(self, workspace: Workspace):
        self._workspace = workspace
        self._today, self._settings = workspace.today, workspace.quiet
        self._people: dict[str, ContactRow] = {}
        self._states: dict[str, State] = {}
        self._standings: dict[str, Status] = {}
        """Those of lists that do not live long: to keep them takes a third more than the rows do."""
        self._counts: dict[str, int] = {}
        self._orders: array[float] | None = None
        """The order of all as they were loaded, until someone changes."""
        self._haystacks: dict[str, str] | None = None
        self._is_part = False
        self._is_lent = False
        self._sorted: dict[str, ContactRows] = {}
        self._texts: dict[str, list[str]] = {}
        """The haystacks in the order of a list: to look up each takes three times as long as to read it."""
        self._misplaced: dict[str, set[str]] = {}
        self._narrowed: tuple[ContactRows, Query, list[ContactRow], list[str] | None] = (
            ContactRows(),
            Query(),
            [],
            None,
        )
        """A list, the last query asked of it, who fits, their texts: the next letter asks only them."""

    def __len__(self) -> int:
        return len(self._people)

    def __getitem__(self, ident: str) -> Person:
        row = self._people[ident]
        return Person(row, self._status(row))

    def get(self, ident: str) -> Person | None:
        """The row of a contact, or None."""
        return self[ident] if ident in self._people else None

    # ------------------------------------------------------------------ keeping it true

    def load(self, summaries: Iterable[ContactRow] | None = None, *, to_keep: bool = False) -> "People":
        """Reads all contacts and assesses each (or just those given, for a first page).

        ``to_keep`` is for lists that live long: what many have is held once, and standings are
        computed again where they are looked at.
        """
        self._today, self._settings = self._workspace.today, self._workspace.quiet
        rows = self._workspace.read.iter_contact_rows() if summaries is None else summaries
        self._people, self._states, self._standings, self._counts = {}, {}, {}, {}
        self._orders = array("d")
        for row in yielding(_sharing(rows)) if to_keep else rows:
            standing = status_of(row, self._today, self._settings)
            self._people[row.id] = row
            self._orders.append(standing.order)
            self._set_state(row.id, standing.state)
            if not to_keep:
                self._standings[row.id] = standing
        for lists in (self._sorted, self._texts, self._misplaced):
            lists.clear()
        self._haystacks = None
        self._is_part, self._is_lent = summaries is not None, False
        return self

    def update(self, changed: Iterable[str], gone: Iterable[str] = ()) -> None:
        """Takes in contacts that changed or went away."""
        workspace = self._workspace
        self._today, self._settings = workspace.today, workspace.quiet
        gone, changed = list(gone), list(changed)
        after = workspace.read.contact_rows(changed)
        mentioned = dict.fromkeys((*gone, *changed))
        self._keep_apart()
        self._orders = None
        for ident in mentioned:
            self._standings.pop(ident, None)
        for ident in gone:
            self._people.pop(ident, None)
            self._set_state(ident, None)
        for row in after:
            self._people[row.id] = row
            self._set_state(row.id, self._status(row).state)
        if self._haystacks is not None:
            for ident in changed:
                self._haystacks[ident] = workspace.read.haystack(ident)
            for ident in gone:
                self._haystacks.pop(ident, None)
        self._misplace(mentioned)

    def _keep_apart(self) -> None:
        """Leaves what was lent to :meth:`copy` as it is."""
        if self._is_lent:
            self._people, self._states, self._counts = (
                dict(self._people),
                dict(self._states),
                dict(self._counts),
            )
            self._standings = dict(self._standings)
            self._haystacks = dict(self._haystacks) if self._haystacks is not None else None
            self._is_lent = False

    def _status(self, row: ContactRow) -> Status:
        return self._standings.get(row.id) or status_of(row, self._today, self._settings)

    def _set_state(self, ident: str, state: State | None) -> None:
        before = self._states.pop(ident, None)
        if before:
            self._counts[before] -= 1
        if state:
            self._states[ident] = state
            self._counts[state] = self._counts.get(state, 0) + 1

    def _misplace(self, idents: Collection[str]) -> None:
        """Notes who may stand in the wrong place in each list; they are moved when it is next asked for.

        To sort ten thousand anew for a few would keep a key waiting; for many it is quicker.
        """
        for sort in list(self._sorted):
            misplaced = self._misplaced.setdefault(sort, set())
            misplaced.update(idents)
            if len(misplaced) > FEW:
                for lists in (self._sorted, self._texts, self._misplaced):
                    lists.pop(sort, None)

    def _put_in_place(self, sort: str, moved: Set[str]) -> None:
        """Moves some people within a list, as a new one: whoever shows the old one goes on showing it."""
        rows, order = self._sorted[sort].contact_rows, self._order(sort)
        stay = list(map(not_, map(moved.__contains__, map(_ID, rows))))
        people = list(compress(rows, stay))
        texts = self._texts.get(sort)
        if texts is not None:
            texts = self._texts[sort] = list(compress(texts, stay))
        coming = [row for ident in moved if (row := self._people.get(ident)) and not row.archived]
        for row in sorted(coming, key=lambda row: (order(row), row.id)):
            at = bisect_right(people, order(row), key=order)
            people.insert(at, row)
            if texts is not None:
                texts.insert(at, self.haystack(row.id))
        self._sorted[sort] = self._rows(people)

    def _rows(self, people: list[ContactRow]) -> ContactRows:
        return ContactRows(people, self._today, self._settings, self._standings)

    def adopt(self, workspace: Workspace) -> None:
        """Goes on reading through ``workspace``: lists are made on one thread and used on another."""
        self._workspace = workspace

    def copy(self) -> "People":
        """The people as they are now, to be asked on another thread; neither sees the other's changes."""
        made = People(self._workspace)
        made._today, made._settings = self._today, self._settings
        made._people, made._states = self._people, self._states
        made._standings, made._counts = self._standings, self._counts
        made._sorted, made._haystacks = dict(self._sorted), self._haystacks
        made._texts = dict(self._texts)
        made._misplaced = {sort: set(idents) for sort, idents in self._misplaced.items()}
        made._is_part = self._is_part
        self._is_lent = made._is_lent = True
        return made

    # ------------------------------------------------------------------ asking

    def listed(self, query: Query | None = None, sort: str = "quiet") -> ContactRows:
        """Who fits ``query``, in order; archived contacts only where the query asks for them."""
        people = self._in_order(sort)
        if query is None or not query.clauses:
            return people
        if query.mentions_archived:
            fits = self.predicate(query)
            found = [row for row in self._people.values() if fits(row)]
            return self._rows(sorted(found, key=self._order(sort)))
        rows, texts = self._narrow(people, sort, query)
        self._narrowed = people, query, rows, texts
        return people.of(rows)

    def _narrow(
        self, people: ContactRows, sort: str, query: Query
    ) -> tuple[list[ContactRow], list[str] | None]:
        """Who of a list fits, and their texts where these were asked for."""
        of, before, rows, texts = self._narrowed
        if not (of is people and query.narrows(before)):
            rows, texts = people.contact_rows, None
        words, others = query.split_free_words()
        for word in words:
            if texts is None:
                whole = rows is people.contact_rows
                texts = self._texts_of(rows, sort) if whole else list(map(self.haystack, map(_ID, rows)))
            fitting = [word in text for text in texts]
            rows, texts = list(compress(rows, fitting)), list(compress(texts, fitting))
        if others.clauses:
            from netui.domain.query.predicates import contact_predicate

            fits = contact_predicate(others, self._workspace.today, self, none_archived=True)
            fitting = list(map(fits, rows))
            rows = list(compress(rows, fitting))
            texts = None if texts is None else list(compress(texts, fitting))
        return rows, texts

    def _texts_of(self, rows: list[ContactRow], sort: str) -> list[str]:
        """The haystacks of a whole list, in its order."""
        texts = self._texts.get(sort)
        if texts is None:
            text_of = self.haystacks().get
            texts = self._texts[sort] = [text_of(row.id, "") for row in yielding(rows)]
        return texts

    def quiet(self, limit: int | None = None) -> ContactRows:
        """The quiet, those likeliest to stay so first; ``limit`` of them at most."""
        return self.in_state("quiet")[:limit]

    def in_state(self, *states: State) -> ContactRows:
        """Everyone in one of these states, in the order of the list; of the archived there is none."""
        rows = self._in_order("quiet").contact_rows
        found: list[ContactRow] = []
        at = 0
        for state in STATES[:-1]:  # the list is in their order, and those of a state stand together
            after = at + self._counts.get(state, 0)
            if state in states:
                found += rows[at:after]
            at = after
        return self._rows(found)

    def contact_rows(self) -> list[ContactRow]:
        """Everyone's row, archived or not, in no order."""
        return list(self._people.values())

    def predicate(self, query: Query) -> Callable[[ContactRow], bool]:
        """Whether a contact fits ``query``."""
        from netui.domain.query.predicates import contact_predicate

        return contact_predicate(query, self._workspace.today, self)

    def _in_order(self, sort: str) -> ContactRows:
        if sort in self._misplaced:
            self._put_in_place(sort, self._misplaced.pop(sort))
        found = self._sorted.get(sort)
        if found is None:
            if sort == "quiet" and self._orders is not None:
                orders, self._orders = dict(zip(self._people, self._orders, strict=True)), None
                shown = sorted_yielding(sorted_yielding(self._shown(), _NAME), lambda row: orders[row.id])
            elif sort == "last":
                shown = sorted_yielding(self._in_order("name").contact_rows, lambda row: -row.last)
            else:
                shown = sorted_yielding(self._shown(), self._order(sort))
            found = self._sorted[sort] = self._rows(shown)
        return found

    def _shown(self) -> list[ContactRow]:
        return [row for row in self._people.values() if not row.archived]

    def counts(self) -> dict[str, int]:
        """How many stand in each state; ``people`` is how many there are, the archived left out."""
        counts = {state: count for state, count in self._counts.items() if count}
        counts["people"] = len(self._people) - counts.get("archived", 0)
        return counts

    # ------------------------------------------------------------------ what matching needs to know

    def row(self, ident: str) -> ContactRow | None:
        """The contact's row, or None."""
        return self._people.get(ident)

    def haystack(self, ident: str) -> str:
        """The contact's folded text."""
        return self.haystacks().get(ident, "")

    def haystacks(self) -> Mapping[str, str]:
        """Everyone's folded text; all of them are read at the first question."""
        if self._haystacks is None:
            self.read_haystacks()
        return self._haystacks or {}

    def prepare(self) -> None:
        """Makes what keys will ask for: every list, and the texts that the first letter of a filter reads."""
        self.read_haystacks()
        for sort in SORTS:
            self._in_order(sort)
        self._texts_of(self._in_order(SORTS[0]).contact_rows, SORTS[0])

    def read_haystacks(self) -> None:
        """Reads them now."""
        read = self._workspace.read
        if self._is_part and len(self._people) < FEW:
            self._haystacks = {ident: read.haystack(ident) for ident in self._people}
            return
        found = dict.fromkeys(self._people, "")  # its keys are there already, those of the rows are not
        found.update((ident, text) for ident, text in yielding(read.haystacks()) if ident in found)
        self._haystacks = found

    def state_of(self, ident: str) -> str:
        """The contact's state."""
        return self._states.get(ident, "")

    def head(self, ident: str) -> Mapping[str, Any]:
        """The contact's file without timeline."""
        return self._workspace.read.head(ident)

    def having(self, term: Term) -> frozenset[str]:
        """The contacts with at least one entry that fits ``term``."""
        workspace = self._workspace
        return workspace.read.contacts_with_entry(term, workspace.today, self.fitting, workspace.kinds)

    def fitting(self, term: Term) -> set[str]:
        """Everyone, archived or not, who is a person that ``term`` is about."""
        from netui.domain.query.predicates import person_predicate

        fits = person_predicate(term, self._workspace.today, self)
        return {ident for ident, row in self._people.items() if fits(row)}

    def _order(self, sort: str) -> Callable[[ContactRow], Any]:
        if sort == "name":
            return lambda row: fold(row.name)
        if sort == "last":
            return lambda row: (-row.last, fold(row.name))
        return lambda row: (self._status(row).order, row.name)


def _sharing(rows: Iterable[ContactRow]) -> Iterator[ContactRow]:
    texts: dict[str, str] = {}
    days: dict[int, int] = {}
    numbers: dict[float, float] = {}
    text, day, number, made = texts.setdefault, days.setdefault, numbers.setdefault, tuple.__new__
    for row in rows:
        (
            ident, name, aliases, roles, tags, org, title, location, knows, goals, every, mode, snoozed_until,
            archived, died, contact_days, last, silence_start, decayed_count, log_sum, log_squares, gaps,
            learned_on, planned_on, entries, keys, error,
        ) = row  # fmt: skip
        yield made(ContactRow, (
            ident, name, aliases, text(roles, roles), text(tags, tags), text(org, org), text(title, title),
            text(location, location), text(knows, knows), text(goals, goals), text(every, every), mode,
            snoozed_until, archived, died, contact_days, day(last, last),
            number(silence_start, silence_start), number(decayed_count, decayed_count),
            log_sum, log_squares, gaps, day(learned_on, learned_on), planned_on, entries,
            text(keys, keys), error,
        ))  # fmt: skip


# ---------------------------------------------------------------------- the first page

FIRST_PAGE = 60
"""As many as a tall terminal shows."""


def remember_first_page(workspace: Workspace, rows: ContactRows, counts: Mapping[str, int]) -> None:
    """Keeps what the next start draws before all is read: the first rows to be seen, and the counts."""
    ids = [row.id for row in rows.contact_rows[:FIRST_PAGE]]
    workspace.index.cache_set("first page", json.dumps([ids, dict(counts)]))


def first_page(workspace: Workspace) -> tuple[People, dict[str, int]] | None:
    """The people to be seen first, as far as that was known, and the counts there were."""
    kept = workspace.index.cache_get("first page")
    if not kept:
        return None
    ids, counts = json.loads(kept)
    return People(workspace).load(workspace.read.contact_rows(ids)), counts
