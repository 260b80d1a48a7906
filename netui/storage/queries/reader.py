"""Questions asked of the index. Everything shown comes from here; files are read only to be changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from netui.domain.cadence.status import Silence
from netui.domain.model.contact_row import ContactRow
from netui.domain.model.dates import when_from
from netui.storage.index.index import Index
from netui.storage.index.schema import SUMMARY_COLUMNS
from netui.storage.queries.lazy_timeline import LazyEntry, Timeline
from netui.storage.queries.names import NameReader
from netui.storage.queries.upcoming_dates import Occasion as Occasion
from netui.storage.queries.upcoming_dates import occasions

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Promise

_ENTRY = "e.contact, e.id, e.on_, e.kind, e.with_, e.place, e.tags, e.goals, e.gave, e.got, e.body, e.rest"
_NEWEST_FIRST = "ORDER BY e.on_ DESC, e.contact, e.rowid DESC"
"""Of one day, those with a time of day first; of equals in one file, the one logged (written) last."""
_COMMON = 3000
"""From how many hits on they are not ranked."""
_SHARED = "presence p JOIN entry e ON e.rowid = p.entry"
_ASKED = "error = '' AND NOT archived AND NOT died AND mode = '' AND snoozed_until <= ?1"
_MAY_BE_DUE = "(may_be_due_from > 0 AND may_be_due_from <= ?1)"
_SILENCE = ", ".join(Silence._fields)
_DUE = (
    "done IS NULL AND (due IS NULL OR due <= ?)"
    " AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = contact AND (c.archived OR c.died))"
)
_PROMISE = "SELECT contact, id, by, text, made, due, done, goal FROM promise"


class Hit(NamedTuple):
    """One result of a full-text search; ``entry`` is None where the contact itself matched."""

    contact: str
    entry: str | None
    on: date | None
    snippet: str


class Reader(NameReader):
    """Reads one index; cheap to make.

    Some answers are remembered: once anything has changed, another reader is to be made.
    """

    def __init__(self, index: Index):
        super().__init__(index)
        self._sources: dict[tuple[str, str], str] | None = None
        self._words: Mapping[str, list[str]] | None = None
        self._goals: list[tuple[str, dict[str, Any], str]] | None = None

    # ------------------------------------------------------------------ people

    def contact_rows(self, ids: Iterable[str] | None = None) -> list[ContactRow]:
        """All contacts in no order, or those of ``ids`` in theirs."""
        if ids is None:
            return list(self.everyone())
        one = f"SELECT {SUMMARY_COLUMNS} FROM contact WHERE id = ?"
        rows = (self._db.execute(one, (ident,)).fetchone() for ident in ids)
        return [ContactRow._make(row) for row in rows if row]

    def everyone(self) -> Iterator[ContactRow]:
        """All contacts in no order, one by one."""
        rows = self._db.execute(f"SELECT {SUMMARY_COLUMNS} FROM contact")
        return map(tuple.__new__, repeat(ContactRow), rows)

    def quiet_candidates(self, today: date) -> list[Silence]:
        """The contacts that may be due or quiet by now, by their own or a learned rhythm; no others are."""
        # Mostly a quarter of all: to go through the table is quicker than to look up each.
        rows = self._db.execute(
            f"SELECT {_SILENCE} FROM contact NOT INDEXED WHERE {_ASKED} AND {_MAY_BE_DUE}",
            (today.toordinal(),),
        )
        return list(map(tuple.__new__, repeat(Silence), rows))

    def on_track_contacts(self, today: date) -> list[tuple[str, int]]:
        """The names and last contact-days (0 for none) of those who are warm or new, longest silent first.

        As far as their own or a learned rhythm decides it.
        """
        return self._db.execute(
            f"SELECT name, last FROM contact WHERE {_ASKED} AND NOT {_MAY_BE_DUE} ORDER BY last, name, rid",
            (today.toordinal(),),
        ).fetchall()

    def flagged_contacts(self, today: date) -> Iterator[ContactRow]:
        """All contacts but the calm ones, in no order."""
        rows = self._db.execute(
            f"SELECT {SUMMARY_COLUMNS} FROM contact WHERE NOT ({_ASKED}) OR {_MAY_BE_DUE}",
            (today.toordinal(),),
        )
        return map(tuple.__new__, repeat(ContactRow), rows)

    def rhythms(self) -> dict[str, int]:
        """For how many each rhythm is set (``3w``); the archived, the dead and the muted left out."""
        rows = self._db.execute(
            "SELECT every, count(*) FROM contact WHERE every <> '' AND NOT archived AND NOT died"
            " AND mode NOT IN ('off', 'ambient') GROUP BY every"
        )
        return dict(rows.fetchall())

    def with_rhythm(self) -> list[ContactRow]:
        """The contacts for whom it was set how often to be in touch."""
        rows = self._db.execute(f"SELECT {SUMMARY_COLUMNS} FROM contact WHERE every <> ''")
        return list(map(tuple.__new__, repeat(ContactRow), rows))

    def row(self, ident: str) -> ContactRow | None:
        """One contact's row."""
        return next(iter(self.contact_rows((ident,))), None)

    def count(self) -> int:
        """How many contacts there are, archived ones too."""
        return int(self._db.execute("SELECT count(*) FROM contact").fetchone()[0])

    def broken(self) -> list[tuple[str, str]]:
        """The id and the error of each contact whose file cannot be read."""
        return self._db.execute("SELECT id, error FROM contact WHERE error <> '' ORDER BY id").fetchall()

    def head(self, ident: str) -> dict[str, Any]:
        """The contact's TOML without timeline and promises, dates as ISO strings."""
        row = self._db.execute(
            "SELECT head FROM detail JOIN contact USING(rid) WHERE id = ?", (ident,)
        ).fetchone()
        found: dict[str, Any] = _loads(row[0]) if row else {}
        return found

    def heads(self) -> Iterator[tuple[str, int, dict[str, Any]]]:
        """Each contact's id, how many entries its file holds, and what :meth:`head` gives; not the broken."""
        rows = self._db.execute(
            "SELECT id, entries, head FROM contact JOIN detail USING(rid) WHERE error = '' ORDER BY id"
        )
        return ((ident, entries, _loads(head)) for ident, entries, head in rows)

    def haystacks(self) -> Iterator[tuple[str, str]]:
        """Each contact's id with its folded name, aliases, org, tags and notes, one by one."""
        return self._db.execute("SELECT id, hay FROM contact JOIN detail USING(rid)")

    def haystack(self, ident: str) -> str:
        """One contact's folded text."""
        row = self._db.execute(
            "SELECT hay FROM contact JOIN detail USING(rid) WHERE id = ?", (ident,)
        ).fetchone()
        return row[0] if row else ""

    def by_source(self, kind: str, uid: str) -> str | None:
        """The contact that an import of this kind and uid made or met before."""
        if self._sources is None:
            self._sources = {}
            for ident, head in self._db.execute(
                "SELECT id, head FROM contact JOIN detail USING(rid)"
                " WHERE instr(' ' || keys || ' ', ' source ')"
            ):
                for source in _loads(head).get("source", []):
                    if isinstance(source, dict):
                        self._sources[str(source.get("kind")), str(source.get("uid"))] = ident
        return self._sources.get((kind, uid))

    # ------------------------------------------------------------------ timeline

    def timeline(self, ident: str) -> Timeline:
        """Every entry the person was part of, newest first, shared ones with their owner as ``contact``."""
        rows = self._db.execute(
            f"SELECT {_ENTRY} FROM entry e WHERE e.rowid IN (SELECT rowid FROM entry WHERE contact = ?1"
            f" UNION ALL SELECT entry FROM presence WHERE contact = ?1) {_NEWEST_FIRST}",
            (ident,),
        )
        return Timeline(rows.fetchall(), entry_from)

    def entry(self, contact: str, ident: str) -> "Entry | None":
        """One entry of the owner's file."""
        return next(iter(self.entries_where("e.contact = ? AND e.id = ?", (contact, ident), 1)), None)

    def entries_where(self, condition: str, values: Sequence[object] = (), limit: int = -1) -> "list[Entry]":
        """Entries for which an SQL condition over table ``entry`` (as ``e``) holds, newest first."""
        rows = self._db.execute(
            f"SELECT {_ENTRY} FROM entry e WHERE {condition} {_NEWEST_FIRST} LIMIT ?", (*values, limit)
        )
        return [entry_from(row) for row in rows]

    def entries_in(self, rows: Iterable[int]) -> "list[Entry]":
        """The entries in these rows of the index, newest first."""
        listed = f"[{','.join(map(str, rows))}]"
        return self.entries_where("e.rowid IN (SELECT value FROM json_each(?))", (listed,))

    def days_where(self, condition: str, values: Sequence[object] = ()) -> list[date]:
        """The day of each entry for which the condition holds."""
        rows = self._db.execute(f"SELECT e.day FROM entry e WHERE {condition}", tuple(values))
        return [date.fromisoformat(day) for (day,) in rows]

    def people_where(self, condition: str, values: Sequence[object] = ()) -> set[str]:
        """Everyone who took part in at least one entry for which the condition holds."""
        rows = self._db.execute(
            f"SELECT e.contact FROM entry e WHERE {condition}"
            f" UNION SELECT p.contact FROM {_SHARED} WHERE {condition}",
            (*values, *values),
        )
        return {row[0] for row in rows}

    def monthly(self, ident: str, since: date, until: date) -> dict[str, int]:
        """How many counting entries fell into each month (``2026-11``) on those days and between."""
        rows = self._db.execute(
            "SELECT substr(day, 1, 7), count(*) FROM (SELECT day FROM entry WHERE contact = ?1 AND counts"
            f" UNION ALL SELECT e.day FROM {_SHARED} WHERE p.contact = ?1 AND e.counts)"
            " WHERE day BETWEEN ?2 AND ?3 GROUP BY 1",
            (ident, since.isoformat(), until.isoformat()),
        )
        return dict(rows.fetchall())

    def planned(self, today: date, days: int) -> "list[Entry]":
        """Meetings that lie ahead within that many days, soonest first."""
        ahead = (today.isoformat(), (today + timedelta(days)).isoformat())
        return self.entries_where("e.day > ? AND e.day <= ?", ahead)[::-1]

    def last_logged(self, today: date) -> date | None:
        """The latest day, up to today, on which anything at all was logged."""
        row = self._db.execute("SELECT max(day) FROM entry WHERE day <= ?", (today.isoformat(),)).fetchone()
        return date.fromisoformat(row[0]) if row[0] else None

    def contacts_had(self, after: date, until: date, enough: int = -1) -> int:
        """How many contacts there were on those days: each person who was there is one.

        With ``enough`` no more is counted than shows that there were as many.
        """
        row = self._db.execute(
            "SELECT total(people) FROM"
            " (SELECT people FROM entry WHERE counts AND day > ? AND day <= ? ORDER BY day DESC LIMIT ?)",
            (after.isoformat(), until.isoformat(), enough),
        ).fetchone()
        return int(row[0])

    # ------------------------------------------------------------------ promises, dates, goals

    def promises(
        self, *, contact: str | None = None, goal: str | None = None, open_only: bool = True
    ) -> "LazyEntry[Promise]":
        """Promises, of one contact or goal or of all; the earliest due first, undated ones last."""
        wanted = {"contact": contact, "goal": goal}
        conditions = [f"{column} = ?" for column, value in wanted.items() if value]
        conditions += ["done IS NULL"] if open_only else []
        return self._promises(" AND ".join(conditions) or "1", [v for v in wanted.values() if v])

    def promises_due(self, until: date) -> "LazyEntry[Promise]":
        """Open promises that are undated or due up to that day; not those of archived contacts."""
        return self._promises(_DUE, (until.isoformat(),))

    def promised(self, until: date) -> list[tuple[str, str]]:
        """Of each of these the contact, and by whom it was made."""
        return self._db.execute(
            f"SELECT contact, by FROM promise WHERE {_DUE}", (until.isoformat(),)
        ).fetchall()

    def _promises(self, condition: str, values: Sequence[object]) -> "LazyEntry[Promise]":
        rows = self._db.execute(
            f"{_PROMISE} WHERE {condition} ORDER BY due IS NULL, due, contact, id", tuple(values)
        )
        return LazyEntry(rows.fetchall(), _promise_from)

    def has_promise(self, ident: str) -> bool:
        """Whether there is a promise of that id."""
        return self._db.execute("SELECT 1 FROM promise WHERE id = ?", (ident,)).fetchone() is not None

    def pressing_promises(self, until: date) -> int:
        """How many of your own are open and due by that day."""
        counted = "SELECT count(*) FROM promise WHERE by = 'me' AND done IS NULL AND due <= ?"
        return int(self._db.execute(counted, (until.isoformat(),)).fetchone()[0])

    def promise(self, ident: str) -> "LazyEntry[Promise]":
        """The promises of that id; more than one where a file was copied by hand."""
        return self._promises("id = ?", (ident,))

    def occasions(self, today: date) -> list[Occasion]:
        """Important dates within their lead time that were not acted on yet, soonest first."""
        return list(occasions(self._db, today))

    def next_occasion(self, today: date) -> Occasion | None:
        """The first of them."""
        return next(occasions(self._db, today), None)

    def goals(self) -> list[tuple[str, dict[str, Any], str]]:
        """Each goal's id, its TOML (dates as ISO strings) and why it could not be read."""
        if self._goals is None:
            rows = self._db.execute("SELECT id, body, error FROM goal ORDER BY id")
            self._goals = [(ident, _loads(body), error) for ident, body, error in rows]
        return self._goals

    # ------------------------------------------------------------------ text

    def search(self, text: str, limit: int = 200) -> list[Hit]:
        """Entries and contacts that hold every word of ``text`` (the last one as a beginning), best first.

        Where thousands hold them, none is better than another, and ranking them would take long.
        """
        words = [word for word in re.split(r'[\s"]+', text) if any(c.isalnum() for c in word)][:16]
        if not words:
            return []
        match = " ".join(f'"{word}"' for word in words) + "*"
        hits = [
            Hit(ident, None, None, " ".join(snippet.split()))
            for ident, snippet in self._db.execute(
                "SELECT c.id, snippet(contact_text, 0, '', '', '…', 14) FROM contact_text t"
                " JOIN contact c ON c.rid = t.rowid WHERE contact_text MATCH ? ORDER BY rank LIMIT ?",
                (match, limit),
            )
        ]
        common = f"SELECT count(*) FROM (SELECT 1 FROM entry_text WHERE entry_text MATCH ? LIMIT {_COMMON})"
        is_common = self._db.execute(common, (match,)).fetchone()[0] == _COMMON
        rows = self._db.execute(
            "SELECT e.contact, e.id, e.on_, snippet(entry_text, 0, '', '', '…', 14) FROM entry_text t"
            " JOIN entry e ON e.rowid = t.rowid WHERE entry_text MATCH ?"
            f" ORDER BY {'t.rowid DESC' if is_common else 'rank'} LIMIT ?",
            (match, limit - len(hits)),
        )
        return hits + [
            Hit(who, ident, when_from(on), " ".join(found.split())) for who, ident, on, found in rows
        ]

    def words_in_use(self) -> Mapping[str, list[str]]:
        """The network's ``tags`` and ``places``, the most used first, for completion."""
        if self._words is not None:
            return self._words
        tags: dict[str, int] = {}
        for table in ("contact", "entry"):
            rows = self._db.execute(f"SELECT tags, count(*) FROM {table} WHERE tags <> '' GROUP BY tags")
            for joined, count in rows:
                for tag in joined.strip("\n").split("\n"):
                    tags[tag] = tags.get(tag, 0) + count
        places = self._db.execute(
            "SELECT place FROM entry WHERE place <> '' GROUP BY place ORDER BY count(*) DESC LIMIT 200"
        )
        used = sorted(tags, key=lambda tag: (-tags[tag], tag))
        self._words = {"tags": used, "places": [place for (place,) in places]}
        return self._words


def _loads(text: str) -> Any:
    from json import loads

    return loads(text)


def entry_from(row: Sequence[Any]) -> "Entry":
    """An entry from a row of the index."""
    from netui.domain.model.entry import Entry

    contact, ident, on, kind, with_, place, tags, goals, gave, got, body, rest = row
    more = _loads(rest) if rest else {}
    return Entry(
        id=ident,
        on=when_from(on),
        kind=kind,
        contact=contact,
        with_=_listed(with_),
        place=place,
        started_by=str(more.get("started_by", "")),
        text=more.get("text", "") if more.get("learned") else body,
        tags=_listed(tags),
        goals=_listed(goals),
        gave=_listed(gave),
        got=_listed(got),
        learned=more.get("learned", ""),
        private=more.get("private") is True,
    )


def _promise_from(row: Sequence[Any]) -> "Promise":
    from netui.domain.model.entry import Promise

    contact, ident, by, text, made, due, done, goal = row
    day = date.fromisoformat
    return Promise(
        id=ident,
        by=by,
        text=text,
        made=day(made) if made else None,
        due=day(due) if due else None,
        done=day(done) if done else None,
        goal=goal,
        contact=contact,
    )


def _listed(framed: str) -> tuple[str, ...]:
    return tuple(framed[1:-1].split("\n")) if framed else ()
