"""The list of people: who stands where, in which order, and who fits a query."""

import json
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from netui.domain.matching import contact_predicate, person_predicate
from netui.domain.query import Query, Term
from netui.domain.quiet import Standing, stand
from netui.domain.summary import Summary, fold
from netui.services.workspace import Workspace
from netui.storage.entry_query import having

FEW = 50
"""How many changed people are moved one by one."""
SORTS = ("quiet", "name", "last")


class Person(NamedTuple):
    """One row of the list."""

    summary: Summary
    standing: Standing


class People:
    """All contacts in memory with their standing; updated by id as files change or the day turns."""

    def __init__(self, workspace: Workspace):
        self._workspace = workspace
        self._people: dict[str, Person] = {}
        self._haystacks: dict[str, str] | None = None
        self._sorted: dict[str, list[Person]] = {}
        self._narrowed: tuple[list[Person], Query, list[Person]] = ([], Query(), [])
        """A list, the last query asked of it, and who fits: the next letter asks only them."""

    def __len__(self) -> int:
        return len(self._people)

    def __getitem__(self, ident: str) -> Person:
        return self._people[ident]

    def get(self, ident: str) -> Person | None:
        """The row of a contact, or None."""
        return self._people.get(ident)

    # ------------------------------------------------------------------ keeping it true

    def load(self, summaries: Iterable[Summary] | None = None, *, to_keep: bool = False) -> "People":
        """Reads all contacts and assesses each (or just those given, for a first page).

        ``to_keep`` is for lists that live long: texts that many have are held once.
        """
        workspace = self._workspace
        today, settings = workspace.today, workspace.quiet
        rows = workspace.read.everyone() if summaries is None else summaries
        rows = _sharing(rows) if to_keep else rows
        self._people = {row.id: Person(row, stand(row, today, settings)) for row in rows}
        self._sorted.clear()
        self._haystacks = None
        return self

    def update(self, changed: Iterable[str], gone: Iterable[str] = ()) -> None:
        """Takes in contacts that changed or went away."""
        workspace = self._workspace
        today, settings = workspace.today, workspace.quiet
        gone, changed = list(gone), list(changed)
        rows = workspace.read.summaries(changed)
        mentioned = dict.fromkeys((*gone, *changed))
        before = [found for ident in mentioned if (found := self._people.get(ident))]
        after = [Person(row, stand(row, today, settings)) for row in rows]
        for ident in gone:
            self._people.pop(ident, None)
        self._people.update((person.summary.id, person) for person in after)
        self._put_in_order(before, after)
        if self._haystacks is not None:
            for ident in changed:
                self._haystacks[ident] = workspace.read.haystack(ident)

    def _put_in_order(self, before: Sequence[Person], after: Sequence[Person]) -> None:
        """Moves a few people within the lists, as new lists: whoever shows the old ones goes on showing them.

        To sort ten thousand anew for one would keep a key waiting; many are sorted when next asked for.
        """
        if len(before) + len(after) > FEW:
            self._sorted.clear()
        for sort, people in self._sorted.items():
            order = _order(sort)
            people = [*people]
            for person in before:
                if not person.summary.archived:
                    people.remove(person)
            for person in after:
                if not person.summary.archived:
                    insort(people, person, key=order)
            self._sorted[sort] = people

    def adopt(self, workspace: Workspace) -> None:
        """Goes on reading through ``workspace``: lists are made on one thread and used on another."""
        self._workspace = workspace

    def copy(self) -> "People":
        """The people as they are now, to be asked on another thread."""
        made = People(self._workspace)
        made._people = dict(self._people)
        made._sorted = dict(self._sorted)
        made._haystacks = dict(self._haystacks) if self._haystacks is not None else None
        return made

    # ------------------------------------------------------------------ asking

    def listed(self, query: Query | None = None, sort: str = "quiet") -> list[Person]:
        """Who fits ``query``, in order; archived contacts only where the query asks for them."""
        people = self._in_order(sort)
        if query is None or not query.clauses:
            return people
        fits = self.predicate(query)
        if query.mentions_archived:
            people = sorted(self._people.values(), key=_order(sort))
            return [person for person in people if fits(person.summary)]
        of, before, found = self._narrowed
        if of is not people or not query.narrows(before):
            found = people
        found = [person for person in found if fits(person.summary)]
        self._narrowed = people, query, found
        return found

    def quiet(self) -> list[Person]:
        """The quiet, those likeliest to stay so first."""
        found = [person for person in self._people.values() if person.standing.state == "quiet"]
        return sorted(found, key=_order("quiet"))

    def summaries(self) -> list[Summary]:
        """Everyone's row, archived or not, in no order."""
        return [person.summary for person in self._people.values()]

    def predicate(self, query: Query) -> Callable[[Summary], bool]:
        """Whether a contact fits ``query``."""
        return contact_predicate(query, self._workspace.today, self)

    def _in_order(self, sort: str) -> list[Person]:
        found = self._sorted.get(sort)
        if found is None:
            shown = [person for person in self._people.values() if not person.summary.archived]
            found = self._sorted[sort] = sorted(shown, key=_order(sort))
        return found

    def counts(self) -> dict[str, int]:
        """How many stand in each state; ``people`` is how many there are, the archived left out."""
        counts: dict[str, int] = {}
        for _, standing in self._people.values():
            counts[standing.state] = counts.get(standing.state, 0) + 1
        counts["people"] = len(self._people) - counts.get("archived", 0)
        return counts

    # ------------------------------------------------------------------ what matching needs to know

    def summary(self, ident: str) -> Summary | None:
        """The contact's row, or None."""
        person = self._people.get(ident)
        return person.summary if person else None

    def haystack(self, ident: str) -> str:
        """The contact's folded text; all of them are read at the first question."""
        if self._haystacks is None:
            self._haystacks = self._workspace.read.haystacks()
        return self._haystacks.get(ident, "")

    def state_of(self, ident: str) -> str:
        """The contact's state."""
        person = self._people.get(ident)
        return person.standing.state if person else ""

    def head(self, ident: str) -> Mapping[str, Any]:
        """The contact's file without timeline."""
        return self._workspace.read.head(ident)

    def having(self, term: Term) -> frozenset[str]:
        """The contacts with at least one entry that fits ``term``."""
        workspace = self._workspace
        return having(workspace.index.db, term, workspace.today, self.fitting, workspace.kinds)

    def fitting(self, term: Term) -> set[str]:
        """Everyone, archived or not, who is a person that ``term`` is about."""
        fits = person_predicate(term, self._workspace.today, self)
        return {ident for ident, person in self._people.items() if fits(person.summary)}


def stirring(workspace: Workspace) -> People:
    """Those who may be due or quiet today, and nobody who is neither; read in a moment."""
    rows = None if workspace.quiet.defaults else workspace.read.stirring(workspace.today)
    return People(workspace).load(rows)


def _order(sort: str) -> Callable[[Person], Any]:
    if sort == "name":
        return lambda person: fold(person.summary.name)
    if sort == "last":
        return lambda person: (-person.summary.last, fold(person.summary.name))
    return lambda person: (person.standing.order, person.summary.name)


def _sharing(rows: Iterable[Summary]) -> Iterator[Summary]:
    held: dict[str, str] = {}
    share = held.setdefault
    for row in rows:
        yield row._replace(
            roles=share(row.roles, row.roles),
            tags=share(row.tags, row.tags),
            org=share(row.org, row.org),
            title=share(row.title, row.title),
            location=share(row.location, row.location),
            knows=share(row.knows, row.knows),
            every=share(row.every, row.every),
            keys=share(row.keys, row.keys),
        )


# ---------------------------------------------------------------------- the first page

FIRST_PAGE = 60
"""As many as a tall terminal shows."""


def remember_first_page(workspace: Workspace, people: People) -> None:
    """Keeps the beginning of the list in the index, to be drawn at the next start before all is read."""
    ids = [person.summary.id for person in people.listed()[:FIRST_PAGE]]
    workspace.index.remember("first page", json.dumps([ids, people.counts()]))


def first_page(workspace: Workspace) -> tuple[People, dict[str, int]] | None:
    """The people the list began with when it was last whole, and the counts it had."""
    kept = workspace.index.recall("first page")
    if not kept:
        return None
    ids, counts = json.loads(kept)
    return People(workspace).load(workspace.read.summaries(ids)), counts
