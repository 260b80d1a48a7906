"""The reader: every query that services ask of the index, as a named method with a typed result.

Queries that only some commands need are in modules of their own, imported when first asked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING, Any

from netui.domain.cadence.status import Silence
from netui.domain.model.contact_row import ContactRow, fold
from netui.storage.index.index import Index
from netui.storage.index.schema import CONTACT_COLUMNS, HAPPENED, HAYSTACK
from netui.storage.queries.names import NameReader
from netui.storage.queries.rows import (
    ENTRY_COLUMNS,
    BrokenFile,
    ContactHead,
    GoalRow,
    LastContact,
    OpportunityRow,
    Timeline,
    entry_from,
    load_json,
)

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.domain.model.kinds import Kinds
    from netui.domain.query.parser import Query, Term
    from netui.storage.queries.circles import CircleReader
    from netui.storage.queries.dates import DateReader
    from netui.storage.queries.entry_filter import People
    from netui.storage.queries.plans import PlanReader
    from netui.storage.queries.promises import PromiseReader
    from netui.storage.queries.relationships import RelationshipReader
    from netui.storage.queries.rhythms import RhythmReader
    from netui.storage.queries.search.full_text import CompletionWords, Hit
    from netui.storage.queries.search.topics import TopicReader
    from netui.storage.queries.statistics import StatisticsReader

_NEWEST_FIRST = "ORDER BY e.on_ DESC, e.contact, e.rowid DESC"
"""Within a day those with a time come first; of equals in one file, the one logged (written) last."""
_SHARED = "presence p JOIN entry e ON e.rowid = p.entry"
_PROMPTED = "error = '' AND NOT archived AND NOT died AND mode = '' AND snoozed_until <= ?1"
_MAY_BE_DUE = "(may_be_due_from > 0 AND may_be_due_from <= ?1)"
_FEW = "iif(every = '' AND contact_days <= 2, contact_days, 0)"
_SILENCE = ", ".join(Silence._fields)
_HEADS_AT_ONCE = 500


class Reader(NameReader):
    """Reads one index; cheap to make.

    Some results are cached: make another reader once anything has changed.
    """

    def __init__(self, index: Index):
        super().__init__(index)
        self._sources: dict[tuple[str, str], str] | None = None
        self._words: CompletionWords | None = None
        self._goals: list[GoalRow] | None = None

    @property
    def relationships(self) -> "RelationshipReader":
        """Queries over links and shared entries."""
        from netui.storage.queries.relationships import RelationshipReader

        return RelationshipReader(self._db)

    @property
    def statistics(self) -> "StatisticsReader":
        """Queries that scan the timeline of everyone."""
        from netui.storage.queries.statistics import StatisticsReader

        return StatisticsReader(self._db)

    @property
    def dates(self) -> "DateReader":
        """Queries over important dates, promises and next steps by their day."""
        from netui.storage.queries.dates import DateReader

        return DateReader(self._db)

    @property
    def plans(self) -> "PlanReader":
        """Queries over planned meetings."""
        from netui.storage.queries.plans import PlanReader

        return PlanReader(self._db)

    @property
    def promises(self) -> "PromiseReader":
        """Queries over promises."""
        from netui.storage.queries.promises import PromiseReader

        return PromiseReader(self._db)

    @property
    def rhythms(self) -> "RhythmReader":
        """Queries over contacts by the rhythm they have, or have not yet."""
        from netui.storage.queries.rhythms import RhythmReader

        return RhythmReader(self._db)

    @property
    def circles(self) -> "CircleReader":
        """Queries over circles: members and meetings of a tag."""
        from netui.storage.queries.circles import CircleReader

        return CircleReader(self._db)

    @property
    def topics(self) -> "TopicReader":
        """Queries about who knows, seeks or talked about something."""
        from netui.storage.queries.search.topics import TopicReader

        return TopicReader(self._db)

    # ------------------------------------------------------------------ contacts

    def contact_rows(self, ids: Iterable[str] | None = None) -> list[ContactRow]:
        """All contacts in no order, or those of ``ids`` in the order given."""
        if ids is None:
            return list(self.iter_contact_rows())
        one = f"SELECT {CONTACT_COLUMNS} FROM contact WHERE id = ?"
        rows = (self._db.execute(one, (ident,)).fetchone() for ident in ids)
        return [ContactRow._make(row) for row in rows if row]

    def iter_contact_rows(self) -> Iterator[ContactRow]:
        """All contacts in no order, one by one."""
        rows = self._db.execute(f"SELECT {CONTACT_COLUMNS} FROM contact")
        # For 50,000 contacts tuple.__new__ takes half the time of ContactRow._make.
        return map(tuple.__new__, repeat(ContactRow), rows)

    def contact_candidates(self, query: "Query", today: date, *, by_rhythm: bool) -> Iterator[ContactRow]:
        """A superset of the contacts that match; see :mod:`netui.storage.queries.contact_filter`."""
        from netui.storage.queries.contact_filter import contact_candidates

        return contact_candidates(self._db, query, today, by_rhythm=by_rhythm)

    def contacts_with_entry(
        self, term: "Term", today: date, people: "People", kinds: "Kinds"
    ) -> frozenset[str]:
        """The ids of everyone with an entry, own or shared, that matches the unnegated ``term``."""
        from netui.storage.queries.entry_filter import contacts_with_entry

        return contacts_with_entry(self._db, term, today, people, kinds)

    def quiet_candidates(self, today: date) -> list[Silence]:
        """A superset of the contacts that are due or quiet, by their own or learned rhythm."""
        # Mostly a quarter of all: a scan of the table is quicker than to look up each.
        rows = self._db.execute(
            f"SELECT {_SILENCE} FROM contact NOT INDEXED WHERE {_PROMPTED} AND {_MAY_BE_DUE}",
            (today.toordinal(),),
        )
        return list(map(tuple.__new__, repeat(Silence), rows))

    def on_track_contacts(self, today: date) -> list[LastContact]:
        """The warm, the met and the new, by their own or learned rhythm; the longest silent first."""
        rows = self._db.execute(
            f"SELECT name, last, {_FEW} AS few FROM contact WHERE {_PROMPTED} AND NOT {_MAY_BE_DUE}"
            " ORDER BY few, last, name, rid",
            (today.toordinal(),),
        )
        return rows.fetchall()

    def flagged_contacts(self, today: date) -> Iterator[ContactRow]:
        """All contacts but those of :meth:`on_track_contacts`, in no order."""
        rows = self._db.execute(
            f"SELECT {CONTACT_COLUMNS} FROM contact WHERE NOT ({_PROMPTED}) OR {_MAY_BE_DUE}",
            (today.toordinal(),),
        )
        return map(tuple.__new__, repeat(ContactRow), rows)

    def row(self, ident: str) -> ContactRow | None:
        """One contact's row."""
        return next(iter(self.contact_rows((ident,))), None)

    def count(self) -> int:
        """The number of contacts, archived ones included."""
        return int(self._db.execute("SELECT count(*) FROM contact").fetchone()[0])

    def broken_files(self) -> list[BrokenFile]:
        """Each contact whose file cannot be read, then each goal."""
        one = "SELECT id, error FROM {} WHERE error <> '' ORDER BY id"
        rows = (row for table in ("contact", "goal") for row in self._db.execute(one.format(table)))
        return list(rows)

    def head(self, ident: str) -> dict[str, Any]:
        """The contact's TOML without timeline and promises, dates as ISO strings."""
        found: dict[str, Any] = load_json(self._detail(ident, "head") or "{}")
        return found

    def heads(self) -> Iterator[ContactHead]:
        """The head of every contact whose file can be read, one by one."""
        rows = self._db.execute(
            "SELECT id, entries, head FROM contact JOIN detail USING(rid) WHERE error = '' ORDER BY id"
        )
        while found := rows.fetchmany(_HEADS_AT_ONCE):
            # A list of many is decoded in half the time of each by itself.
            heads = load_json(f"[{','.join(row[2] for row in found)}]")
            if len(heads) != len(found):  # a damaged row
                heads = [load_json(row[2]) for row in found]
            for (ident, entries, _), head in zip(found, heads, strict=True):
                yield ident, entries, head

    def haystacks(self) -> Iterator[tuple[str, str]]:
        """Each contact's id with the folded text that filters search: name, aliases, org, tags, notes."""
        return self._db.execute(f"SELECT id, {HAYSTACK} FROM contact JOIN detail USING(rid)")

    def haystack(self, ident: str) -> str:
        """One contact's folded text."""
        return self._detail(ident, HAYSTACK)

    def facts(self, ident: str) -> list[tuple[str, str, str]]:
        """Label, id and words of each fact in one contact's file (:mod:`netui.storage.index.facts`)."""
        from netui.storage.index.facts import split_facts

        return split_facts(self._detail(ident, "facts"))

    def _detail(self, ident: str, column: str) -> str:
        one = f"SELECT {column} FROM contact JOIN detail USING(rid) WHERE id = ?"
        return next((text for (text,) in self._db.execute(one, (ident,))), "")

    def contact_by_source(self, kind: str, uid: str) -> str | None:
        """The contact that an import of this kind and uid made or matched before."""
        return self.contacts_by_source().get((kind, uid))

    def contacts_by_source(self) -> Mapping[tuple[str, str], str]:
        """The ids of contacts by the kind and uid of each of their sources."""
        if self._sources is None:
            self._sources = {}
            for ident, head in self._db.execute(
                "SELECT id, head FROM contact JOIN detail USING(rid)"
                " WHERE instr(' ' || keys || ' ', ' source ')"
            ):
                for source in load_json(head).get("source", []):
                    if isinstance(source, dict):
                        self._sources[str(source.get("kind")), str(source.get("uid"))] = ident
        return self._sources

    # ------------------------------------------------------------------ entries

    def timeline(self, ident: str) -> Timeline:
        """Every entry the contact took part in, newest first; shared ones have their owner as ``contact``."""
        rows = self._db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM entry e"
            " WHERE e.rowid IN (SELECT rowid FROM entry WHERE contact = ?1"
            f" UNION ALL SELECT entry FROM presence WHERE contact = ?1) {_NEWEST_FIRST}",
            (ident,),
        )
        return Timeline(rows.fetchall(), entry_from)

    def entry(self, contact: str, ident: str) -> "Entry | None":
        """One entry of the owner's file."""
        return next(iter(self._entries("e.contact = ? AND e.id = ?", (contact, ident), 1)), None)

    def entries(self, rows: Iterable[int]) -> "list[Entry]":
        """The entries with these row numbers, newest first."""
        listed = f"[{','.join(map(str, rows))}]"
        return self._entries("e.rowid IN (SELECT value FROM json_each(?))", (listed,))

    def entries_until(self, last: date) -> "list[Entry]":
        """Every entry up to a day but unconfirmed plans, newest first."""
        return self._entries(f"+e.day <= ? AND e.{HAPPENED}", (last.isoformat(),))

    def latest_contact(self, until: date) -> "Entry | None":
        """The newest entry up to a day that counts as contact."""
        return next(iter(self._entries("e.counts AND e.day <= ?", (until.isoformat(),), 1)), None)

    def entries_called(self, ident: str) -> "list[Entry]":
        """The entries with this id: several if a file was copied by hand."""
        return self._entries("e.id = ?", (ident,))

    def _entries(self, condition: str, values: Sequence[object] = (), limit: int = -1) -> "list[Entry]":
        rows = self._db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE {condition} {_NEWEST_FIRST} LIMIT ?", (*values, limit)
        )
        return [entry_from(row) for row in rows]

    def entry_days(
        self,
        query: "Query",
        today: date,
        people: "People",
        kinds: "Kinds",
        rows_by_goal: Mapping[str, Sequence[int]] | None = None,
    ) -> list[date] | None:
        """The day of each entry up to today that matches; None when they must be filtered in Python."""
        from netui.storage.queries.entry_filter import entry_days

        return entry_days(self._db, query, today, people, kinds, rows_by_goal)

    def people_reviewed(self, after: date, until: date, *, kind: str = "reviewed", counts: bool) -> Set[str]:
        """Everyone with an entry of this kind; ``counts``: whether that kind counts as contact."""
        # The index of days holds whether an entry counts, but not its kind.
        narrow = "" if counts else "NOT e.counts AND "
        condition = f"{narrow}e.day > ? AND e.day <= ? AND e.kind = ?"
        days = (after.isoformat(), until.isoformat(), kind)
        rows = self._db.execute(
            f"SELECT e.contact FROM entry e WHERE {condition}"
            f" UNION SELECT p.contact FROM {_SHARED} WHERE {condition}",
            (*days, *days),
        )
        return {row[0] for row in rows}

    def contacts_by_month(self, ident: str, since: date, until: date) -> dict[str, int]:
        """How many of somebody's counting entries fell into each month (``2026-11``) of these days."""
        rows = self._db.execute(
            "SELECT substr(day, 1, 7), count(*) FROM (SELECT day FROM entry WHERE contact = ?1 AND counts"
            f" UNION ALL SELECT e.day FROM {_SHARED} WHERE p.contact = ?1 AND e.counts)"
            " WHERE day BETWEEN ?2 AND ?3 GROUP BY 1",
            (ident, since.isoformat(), until.isoformat()),
        )
        return dict(rows.fetchall())

    def last_logged(self, today: date) -> date | None:
        """The latest day, up to today, on which anything was logged but a plan that nobody confirmed.

        None during a first build: what is still to be read may be later, and entries have no order by day.
        """
        if not self._index.built:
            return None
        latest = f"SELECT max(day) FROM entry WHERE day <= ? AND {HAPPENED}"
        row = self._db.execute(latest, (today.isoformat(),)).fetchone()
        return date.fromisoformat(row[0]) if row[0] else None

    def contacts_between(self, after: date, until: date, enough: int = -1) -> int:
        """The number of contacts on these days: a counting entry adds one for each person in it.

        At most ``enough`` entries are read, where that many settle the caller's question.
        """
        row = self._db.execute(
            "SELECT total(people) FROM"
            " (SELECT people FROM entry WHERE counts AND day > ? AND day <= ? ORDER BY day DESC LIMIT ?)",
            (after.isoformat(), until.isoformat(), enough),
        ).fetchone()
        return int(row[0])

    def first_logged(self, since: date) -> date | None:
        """The earliest day, from ``since`` on, on which anything was logged."""
        row = self._db.execute(
            f"SELECT min(day) FROM entry WHERE day >= ? AND {HAPPENED}", (since.isoformat(),)
        ).fetchone()
        return date.fromisoformat(row[0]) if row[0] else None

    def count_logged_days(self, first: date, last: date) -> int:
        """On how many of these days anything was logged."""
        counted = f"SELECT count(DISTINCT day) FROM entry WHERE day BETWEEN ? AND ? AND {HAPPENED}"
        return int(self._db.execute(counted, (first.isoformat(), last.isoformat())).fetchone()[0])

    # ------------------------------------------------------------------ opportunities, goals

    def opportunities(self, contact: str | None = None, goal: str | None = None) -> list[OpportunityRow]:
        """The opportunities of one contact or goal, or of all; of the dead only where they are asked for."""
        rows = self._db.execute(
            "SELECT contact, id, goal, rest FROM opportunity o WHERE contact = ?1 OR ?1 IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = o.contact AND c.died)"
            " ORDER BY contact, rowid",
            (contact,),
        )
        found, owner, at = list[OpportunityRow](), "", -1
        for who, ident, for_goal, rest in rows:
            owner, at = who, at + 1 if who == owner else 0
            if goal is None or for_goal == goal:
                found.append((who, ident or f"#{at}", load_json(rest)))
        return found

    def goals(self) -> list[GoalRow]:
        """Every goal, by id."""
        if self._goals is None:
            rows = self._db.execute("SELECT id, body, error FROM goal ORDER BY id")
            self._goals = [(ident, load_json(body), error) for ident, body, error in rows]
        return self._goals

    def count_goals_in_conflict(self) -> int:
        """How many goals have conflicts; none is decoded."""
        count = (
            "SELECT count(*) FROM goal WHERE json_valid(body) AND json_array_length(body, '$.conflict') > 0"
        )
        return int(self._db.execute(count).fetchone()[0])

    # ------------------------------------------------------------------ text

    def search(self, text: str, limit: int = 200) -> "list[Hit]":
        """Contacts, goals, then entries, with every word of ``text`` (the last as a prefix), best first."""
        from netui.storage.queries.search.full_text import search

        return search(self._db, text, limit)

    def keys_in_use(self) -> set[str]:
        """The folded keys of all contacts' files, and what their dates are called, with dashes for blanks."""
        rows = self._db.execute("SELECT DISTINCT keys FROM contact")
        return {key for (keys,) in rows for key in fold(keys).split()}

    def completion_words(self) -> "CompletionWords":
        """The network's tags and places, the most used first."""
        if self._words is None:
            from netui.storage.queries.search.full_text import completion_words

            self._words = completion_words(self._db)
        return self._words
