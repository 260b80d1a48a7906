"""The contact list: every contact's row and status, sorted, filtered by queries, updated as files change."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

from netui.domain.cadence.status import LISTED_STATES, State, Status, status_of
from netui.domain.model.contact_row import ContactRow, fold
from netui.services.people.rows import SORTS as SORTS
from netui.services.people.rows import ListedContact as ListedContact
from netui.services.people.rows import ListedContacts, intern_rows
from netui.services.people.sorted_rows import SortedRows
from netui.services.workspace import Workspace
from netui.storage.concurrency import sorted_yielding, yielding

if TYPE_CHECKING:
    from netui.domain.query.parser import Query, Term
    from netui.services.circles.status import CircleStatus

FEW = 500
"""The haystacks of so few contacts are read one by one."""
_NAME = itemgetter(ContactRow._fields.index("name"))


class _Narrowed:
    """The last query asked of a list, who fits it, and their haystacks if a word was looked for.

    The next letter typed into the filter asks only these.
    """

    def __init__(
        self,
        listed: ListedContacts,
        query: "Query",
        rows: list[ContactRow],
        haystacks: list[str] | None,
    ):
        self.listed = listed
        self.query = query
        self.rows = rows
        self.haystacks = haystacks


class ContactList:
    """All contacts with their status; for the app kept in memory, for a command loaded as far as it asks.

    A new list is lazy: nothing is read until a question needs it. Then a query reads the contacts that an
    SQL prefilter lets through, :meth:`quiet` those that may be quiet, and everything else all of them.
    At 10,000 contacts that takes 15 ms for ``#rust`` and 12 ms for the quiet, where loading all takes 84 ms.
    :meth:`load` reads all contacts now; from then on nothing is read again but what :meth:`update` names.

    No dict of a loaded list is changed in place, so a :meth:`snapshot` shares them.
    """

    def __init__(self, workspace: Workspace):
        self._workspace = workspace
        self._today, self._settings = workspace.today, workspace.quiet
        self._is_loaded = self._is_part = False
        self._rows: dict[str, ContactRow] = {}
        self._states: dict[str, State] = {}
        self._statuses: dict[str, Status] = {}
        """Empty in a list that lives long, which computes them when looked at: they take a third more memory
        than the rows."""
        self._haystacks: dict[str, str] | None = None
        self._sorted: dict[str, SortedRows] = {}
        self._narrowed: _Narrowed | None = None
        self._circles: Sequence[CircleStatus] | None = None
        self._read_at = 0.0
        self._updated: dict[str, float] = {}
        """When each contact was last read again, by the monotonic clock."""

    def __len__(self) -> int:
        return len(self._all())

    def __getitem__(self, ident: str) -> ListedContact:
        row = self._all()[ident]
        return ListedContact(row, self._status(row))

    def get(self, ident: str) -> ListedContact | None:
        """A contact with its status, or None."""
        return self[ident] if ident in self._all() else None

    def error_of(self, ident: str) -> str:
        """Why the file of a contact cannot be read, "" where it can or there is none; computes no status."""
        row = self._all().get(ident)
        return row.error if row is not None else ""

    # ------------------------------------------------------------------ loading and updating

    def load(self, rows: Iterable[ContactRow] | None = None, *, to_keep: bool = False) -> "ContactList":
        """Reads all contacts (or takes just ``rows``, as for a first page) and computes their status.

        ``to_keep`` is for a list that lives long: it saves memory, and yields to the screen while it loads.
        """
        self._read_at = time.monotonic()
        self._today, self._settings = self._workspace.today, self._workspace.quiet
        self._is_loaded, self._is_part = True, rows is not None
        self._rows, self._states, self._statuses, self._haystacks = {}, {}, {}, None
        self._circles = None
        if rows is None:
            rows = self._workspace.read.iter_contact_rows()
        orders: dict[str, float] = {}
        for row in yielding(intern_rows(rows)) if to_keep else rows:
            status = status_of(row, self._today, self._settings)
            self._rows[row.id], self._states[row.id] = row, status.state
            orders[row.id] = status.order
            if not to_keep:
                self._statuses[row.id] = status
        self._sorted = {}
        by_name = sorted_yielding(self._unarchived(), _NAME)
        self._add_sorted("quiet", sorted_yielding(by_name, lambda row: orders[row.id]))
        return self

    def _all(self) -> dict[str, ContactRow]:
        """All rows by id; a lazy list is loaded by this."""
        if not self._is_loaded:
            self.load()
        return self._rows

    def update(self, changed: Iterable[str], gone: Iterable[str] = ()) -> None:
        """Reads the ``changed`` contacts again and drops those that are ``gone``.

        Where a pause began or ended with the change, it is the state of everyone that changes.
        """
        changed, gone = list(changed), list(gone)
        self._updated |= dict.fromkeys((*changed, *gone), time.monotonic())
        read = self._workspace.read
        if self._is_loaded and self._settings != self._workspace.quiet:
            kept = [ident for ident in self._rows if ident not in set(gone)] if self._is_part else None
            self.load(read.contact_rows(kept) if kept is not None else None, to_keep=not self._statuses)
            return
        self._today, self._circles = self._workspace.today, None
        mentioned = dict.fromkeys((*gone, *changed))
        present = read.contact_rows(changed)
        rows, states, statuses = dict(self._all()), dict(self._states), dict(self._statuses)
        for ident in mentioned:
            for held in (rows, states, statuses):
                held.pop(ident, None)
        for row in present:
            rows[row.id] = row
            states[row.id] = status_of(row, self._today, self._settings).state
        self._rows, self._states, self._statuses = rows, states, statuses
        if self._haystacks is not None:
            haystacks = dict(self._haystacks)
            for ident in mentioned:
                haystacks.pop(ident, None)
            self._haystacks = haystacks | {row.id: read.haystack(row.id) for row in present}
        self._sorted = {sort: rows for sort, rows in self._sorted.items() if rows.mark_stale(mentioned)}

    def read_through(self, workspace: Workspace) -> None:
        """Reads through ``workspace`` from now on: a list made on one thread is used on another."""
        self._workspace = workspace

    def replace(self, earlier: "ContactList") -> None:
        """Reads again whom ``earlier`` did since this list began to be read, and may have passed them."""
        since = [ident for ident, at in earlier._updated.items() if at >= self._read_at]
        if since:
            self.update(since)

    def snapshot(self) -> "ContactList":
        """The list as it is now, for another thread; neither sees the other's updates."""
        made = ContactList(self._workspace)
        made._today, made._settings = self._today, self._settings
        made._is_loaded, made._is_part = self._is_loaded, self._is_part
        made._rows, made._states, made._statuses = self._rows, self._states, self._statuses
        made._circles = self._circles
        made._haystacks = self._haystacks
        made._sorted = {sort: rows.copy() for sort, rows in self._sorted.items()}
        return made

    def warm_up(self) -> None:
        """Fills the caches that keys will need: every order, and the haystacks of the first one."""
        for sort in SORTS:  # first, while there are no haystacks: sorting takes memory of its own
            self._in_order(sort)
        self._haystacks = self._read_haystacks()
        self._in_order(SORTS[0]).haystacks(self.haystacks)

    # ------------------------------------------------------------------ sorting

    def _status(self, row: ContactRow) -> Status:
        return self._statuses.get(row.id) or status_of(row, self._today, self._settings)

    def _listed(self, rows: list[ContactRow]) -> ListedContacts:
        return ListedContacts(rows, self._today, self._settings, self._statuses)

    def _unarchived(self) -> list[ContactRow]:
        return [row for row in self._rows.values() if not row.archived]

    def _add_sorted(self, sort: str, rows: list[ContactRow]) -> SortedRows:
        made = self._sorted[sort] = SortedRows(self._listed(rows))
        return made

    def _in_order(self, sort: str) -> SortedRows:
        """Everyone but the archived in one of :data:`SORTS`; what changed is moved to its place first."""
        self._all()
        key = self._sort_key(sort)
        found = self._sorted.get(sort)
        if found is None:
            if sort == "last":
                by_name = self._in_order("name").listed.contact_rows
                return self._add_sorted(sort, sorted_yielding(by_name, lambda row: -row.last))
            return self._add_sorted(sort, sorted_yielding(self._unarchived(), key))
        found.refresh(self._rows, key, self.haystack, self._listed)
        return found

    def _sort_key(self, sort: str) -> Callable[[ContactRow], Any]:
        if sort == "name":
            return lambda row: fold(row.name)
        if sort == "last":
            return lambda row: (-row.last, fold(row.name))
        return lambda row: (self._status(row).order, row.name)

    # ------------------------------------------------------------------ questions

    def listed(self, query: "Query | None" = None, sort: str = "quiet") -> ListedContacts:
        """Who fits ``query``, in order; archived contacts only where the query asks for them."""
        if query is None or not query.clauses:
            return self._in_order(sort).listed
        if not self._is_loaded and not any(term.field == "with" for term in query.terms):
            return ContactList(self._workspace).load(self._prefiltered(query)).listed(query, sort)
        if query.mentions_archived:
            fits = self.predicate(query)
            found = [row for row in self._all().values() if fits(row)]
            return self._listed(sorted(found, key=self._sort_key(sort)))
        return self._narrow(self._in_order(sort), query)

    def _prefiltered(self, query: "Query") -> Iterator[ContactRow]:
        """The rows that an SQL condition lets through; all who fit ``query`` are among them."""
        workspace = self._workspace
        by_rhythm = not workspace.quiet.defaults
        return workspace.read.contact_candidates(query, workspace.today, by_rhythm=by_rhythm)

    def _narrow(self, ordered: SortedRows, query: "Query") -> ListedContacts:
        """Who of a list fits; where ``query`` narrows the one before it, only who fitted that is asked."""
        listed, before = ordered.listed, self._narrowed
        rows, texts = listed.contact_rows, None
        if before is not None and before.listed is listed and query.narrows(before.query):
            rows, texts = before.rows, before.haystacks
        words, others = query.split_free_words()
        for word in words:
            if texts is None:
                is_whole = rows is listed.contact_rows
                texts = (
                    ordered.haystacks(self.haystacks) if is_whole else [self.haystack(row.id) for row in rows]
                )
            fitting = [word in text for text in texts]
            rows, texts = list(compress(rows, fitting)), list(compress(texts, fitting))
        if others.clauses:
            from netui.domain.query.predicates import contact_predicate

            fits = contact_predicate(others, self._workspace.today, self, none_archived=True)
            fitting = list(map(fits, rows))
            rows = list(compress(rows, fitting))
            texts = None if texts is None else list(compress(texts, fitting))
        self._narrowed = _Narrowed(listed, query, rows, texts)
        return listed.of(rows)

    def quiet(self, limit: int | None = None) -> ListedContacts:
        """The quiet, those least likely to be in touch by themselves first; ``limit`` of them at most.

        Not those for whom one line of their circle speaks.
        """
        spoken_for = self.spoken_for()
        if not spoken_for:
            return self._silent("quiet", limit)
        found = self._silent("quiet", None)
        return found.of([row for row in found.contact_rows if row.id not in spoken_for][:limit])

    def drifting(self, limit: int | None = None) -> ListedContacts:
        """The due: past their usual gap, not quiet yet; the longest silent first, ``limit`` at most."""
        return self._silent("due", limit)

    def _silent(self, state: Literal["quiet", "due"], limit: int | None) -> ListedContacts:
        if self._is_loaded or self._settings.defaults:
            return self.in_state(state)[:limit]
        from netui.services.people.ranking import silent_ids

        return self._listed(self._workspace.read.contact_rows(silent_ids(self._workspace, state, limit)))

    def count_quiet(self) -> int:
        """How many are quiet, without those for whom one line of their circle speaks."""
        if self._is_loaded or self._settings.defaults:
            return self.counts().get("quiet", 0)
        from netui.services.people.ranking import count_quiet

        return count_quiet(self._workspace) - len(self.spoken_for())

    def circles(self) -> "Sequence[CircleStatus]":
        """The circles with their status, read when first asked for; none where none is set."""
        if self._circles is None:
            if not self._settings.circles:
                return ()
            from netui.services.circles.status import read_circles

            self._circles = read_circles(self._workspace)
        return self._circles

    def spoken_for(self) -> frozenset[str]:
        """The quiet members of circles for whom one line of the circle speaks."""
        return frozenset(ident for circle in self.circles() for ident in circle.quiet)

    def with_circles(self, listed: ListedContacts) -> ListedContacts:
        """A list by quiet, headed by circles that want attention; those they speak for end the quiet."""
        calling = [circle for circle in self.circles() if circle.since]
        if not calling:
            return listed
        spoken_for = self.spoken_for()
        rows = [row for row in listed.contact_rows if row.id not in spoken_for]
        theirs = [row for row in listed.contact_rows if row.id in spoken_for]
        after = len(self.in_state("broken", "quiet")) - len(theirs)
        heads = [circle.listed for circle in calling]
        return listed.of(
            [*(row for row, _ in heads), *rows[:after], *theirs, *rows[after:]],
            {row.id: status for row, status in heads},
        )

    def in_state(self, *states: State) -> ListedContacts:
        """Everyone in one of these states, in the order of the list; none of the archived."""
        rows, counts = self._in_order("quiet").listed.contact_rows, Counter(self._states.values())
        found: list[ContactRow] = []
        at = 0
        for state in LISTED_STATES:  # the order of the list is theirs, so a state is one slice
            after = at + counts[state]
            if state in states:
                found += rows[at:after]
            at = after
        return self._listed(found)

    def counts(self) -> dict[str, int]:
        """How many are in each state; ``people`` is how many are listed.

        A circle that wants attention is counted by its tag (``#choir``) with how many members it speaks for,
        who are not counted as quiet.
        """
        people = len(self._all())
        counts = Counter[str](self._states.values())
        found = {**counts, "people": people - counts["archived"] - counts["died"] - counts["me"]}
        calling = {circle.row.name: len(circle.quiet) for circle in self.circles() if circle.since}
        if calling:
            found = {**found, **calling, "quiet": counts["quiet"] - len(self.spoken_for())}
        return found

    def contact_rows(self) -> list[ContactRow]:
        """Everyone's row, archived or not, in no order."""
        return list(self._all().values())

    def predicate(self, query: "Query") -> Callable[[ContactRow], bool]:
        """Whether a contact fits ``query``."""
        from netui.domain.query.predicates import contact_predicate

        return contact_predicate(query, self._workspace.today, self)

    def parse_query(self, text: str) -> "Query":
        """Parses a query, with the saved lists that it names; raises QueryError."""
        return self._workspace.parse_query(text)

    # ------------------------------------------------------------------ what predicates ask (ContactFacts)

    def row(self, ident: str) -> ContactRow | None:
        """The contact's row, or None."""
        return self._all().get(ident)

    def haystack(self, ident: str) -> str:
        """The contact's folded text, "" for nobody."""
        return self.haystacks().get(ident, "")

    def haystacks(self) -> Mapping[str, str]:
        """Everyone's folded text; read at the first question."""
        if self._haystacks is None:
            self._haystacks = self._read_haystacks()
        return self._haystacks

    def _read_haystacks(self) -> dict[str, str]:
        read, rows = self._workspace.read, self._all()
        if self._is_part and len(rows) < FEW:
            return {ident: read.haystack(ident) for ident in rows}
        found = dict.fromkeys(rows, "")  # keeps the ids that the rows hold, rather than equal strings
        found.update((ident, text) for ident, text in yielding(read.haystacks()) if ident in found)
        return found

    def state_of(self, ident: str) -> str:
        """The contact's state, "" for nobody."""
        self._all()
        return self._states.get(ident, "")

    def head(self, ident: str) -> Mapping[str, Any]:
        """The contact's file without timeline."""
        return self._workspace.read.head(ident)

    def facts(self, ident: str) -> list[tuple[str, str, str]]:
        """Label, id and words of each further fact in the contact's file."""
        return self._workspace.read.facts(ident)

    def related_to(self, parts: Sequence[str]) -> set[str]:
        """Those at either end of a relation whose word, or other end, holds any of the folded parts."""
        from netui.services.relationships.links import find_related

        return find_related(self._workspace, parts)

    def having(self, term: "Term") -> frozenset[str]:
        """The contacts with at least one entry that fits ``term``."""
        workspace = self._workspace
        return workspace.read.contacts_with_entry(term, workspace.today, self.ids_matching, workspace.kinds)

    def ids_matching(self, term: "Term") -> set[str]:
        """Everyone, archived or not, whose own file fits ``term``; for ``with:`` that is the name."""
        from netui.domain.query.predicates import person_predicate

        fits = person_predicate(term, self._workspace.today, self)
        return {ident for ident, row in self._all().items() if fits(row)}
