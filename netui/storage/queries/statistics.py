"""Statistics over the whole log: entries per day, totals of a period, exchanges, entries per goal."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.storage.index.schema import HAPPENED
from netui.storage.queries.rows import ENTRY_COLUMNS, entry_from, split_list

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry

PUBLIC = "e.rest NOT LIKE '%\"private\":true%'"
"""SQL condition: the entry ``e`` is not private."""
LEARNED = "e.rest LIKE '%\"learned\":%'"
"""SQL condition: the entry ``e`` says what was learned."""
LogRow = tuple[int, str, str, int, int, str, str, str, str]
"""Row number, owner, ISO day, whether it counts, people in it, kind, list of what was given, of what was
got, and JSON of the rest. A bare tuple: 10,000 contacts have 200,000, unpacked where they are read."""
SharedDay = tuple[str, str, int]
"""Who took part, the ISO day, people in the entry; a bare tuple for the same reason."""


class ActivityTotals(NamedTuple):
    """Counting entries, people in them, and how often each thing was given and got, most frequent first."""

    talks: int
    people: int
    gave: dict[str, int]
    got: dict[str, int]


class GoalActivity(NamedTuple):
    """How many entries of a goal somebody took part in, and the ISO day of the last."""

    entries: int
    last: str


class StatisticsReader:
    """Queries that scan the timeline of everyone."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def entries_per_day(self, after: date, until: date) -> dict[date, int]:
        """How many counting entries each day had, from the day after ``after`` to ``until``."""
        rows = self._db.execute(
            "SELECT day, count(*) FROM entry WHERE counts AND day > ? AND day <= ? GROUP BY day",
            (after.isoformat(), until.isoformat()),
        )
        return {date.fromisoformat(day): count for day, count in rows}

    def totals(self, first: date, last: date) -> ActivityTotals:
        """The totals of the days from ``first`` to ``last``, private entries left out."""
        rows = self._db.execute(
            f"SELECT e.contact, e.with_, e.gave, e.got FROM entry e"
            f" WHERE e.day >= ? AND e.day <= ? AND e.counts AND {PUBLIC}",
            (first.isoformat(), last.isoformat()),
        )
        talks = 0
        people: set[str] = set()
        things: tuple[dict[str, int], dict[str, int]] = ({}, {})
        for contact, with_, *framed in rows:
            talks += 1
            people.update((contact, *split_list(with_)))
            for counts, items in zip(things, framed, strict=True):
                for thing in split_list(items):
                    counts[thing] = counts.get(thing, 0) + 1
        gave, got = (dict(sorted(each.items(), key=lambda item: (-item[1], item[0]))) for each in things)
        return ActivityTotals(talks, len(people), gave, got)

    def public_contacts(self, first: date, last: date, limit: int) -> "list[Entry]":
        """Entries of these days that count as contact and are not private, newest first."""
        return self._public("e.counts", first, last, limit)

    def public_lessons(self, first: date, last: date, limit: int) -> "list[Entry]":
        """Entries of these days that say what was learned and are not private, newest first."""
        return self._public(f"{LEARNED} AND e.{HAPPENED}", first, last, limit)

    def _public(self, condition: str, first: date, last: date, limit: int) -> "list[Entry]":
        rows = self._db.execute(
            f"SELECT {ENTRY_COLUMNS} FROM entry e WHERE e.day >= ? AND e.day <= ? AND {PUBLIC}"
            f" AND {condition} ORDER BY e.on_ DESC, e.contact, e.rowid DESC LIMIT ?",
            (first.isoformat(), last.isoformat(), limit),
        )
        return [entry_from(row) for row in rows]

    def log_rows(self, until: date) -> Iterator[LogRow]:
        """Every entry up to a day but unconfirmed plans, in no order, one by one."""
        # The plus sign keeps SQLite off the index of days, which is slow for nearly all of them.
        return self._db.execute(
            "SELECT rowid, contact, day, counts, people, kind, gave, got, rest FROM entry"
            f" WHERE +day <= ? AND {HAPPENED}",
            (until.isoformat(),),
        )

    def texts(self, first: date, last: date) -> Iterator[tuple[str, str, str, str]]:
        """ISO day, contact, tags (a list as the index stores it) and text of each entry of these days."""
        return self._db.execute(
            f"SELECT day, contact, tags, body FROM entry WHERE day >= ? AND day <= ? AND {HAPPENED}",
            (first.isoformat(), last.isoformat()),
        )

    def acquaintances(self) -> Iterator[tuple[str, str, bool]]:
        """Each contact's id, ``met.on`` as text or "", and whether an import made or filled the file."""
        rows = self._db.execute(
            "SELECT id, CASE WHEN instr(' ' || keys || ' ', ' met ')"
            " THEN coalesce(json_extract(head, '$.met.on'), '') ELSE '' END,"
            " instr(' ' || keys || ' ', ' source ') FROM contact JOIN detail USING(rid)"
        )
        return ((ident, str(on), bool(source)) for ident, on, source in rows)

    def shared_days(self, until: date) -> Iterator[SharedDay]:
        """Each counting entry up to a day, once for everyone in it but its owner, one by one."""
        return self._db.execute(
            "SELECT p.contact, e.day, e.people FROM presence p JOIN entry e ON e.rowid = p.entry"
            " WHERE e.counts AND +e.day <= ?",
            (until.isoformat(),),
        )

    def rows_with_thing(self, way: str, thing: str, until: date) -> list[int]:
        """Row numbers of the entries up to a day in which ``thing`` was ``gave`` or ``got`` (the ``way``)."""
        column = {"gave": "gave", "got": "got"}[way]
        rows = self._db.execute(
            f"SELECT rowid FROM entry WHERE {column} <> '' AND instr({column}, ?) AND +day <= ?"
            f" AND {HAPPENED}",
            (f"\n{thing}\n", until.isoformat()),
        )
        return [row for (row,) in rows]

    def rows_learned(self, until: date) -> list[int]:
        """Row numbers of the entries up to a day that say what was learned, private ones left out."""
        learned = f"SELECT e.rowid FROM entry e WHERE {LEARNED} AND {PUBLIC} AND +e.day <= ? AND {HAPPENED}"
        rows = self._db.execute(learned, (until.isoformat(),))
        return [row for (row,) in rows]

    def rows_by_goal(self) -> dict[str, list[int]]:
        """Row numbers of the entries of each goal, by its folded id."""
        found: dict[str, list[int]] = {}
        folded: dict[str, list[str]] = {}
        for row, goals in self._db.execute("SELECT rowid, goals FROM entry WHERE goals <> ''"):
            words = folded.get(goals)
            if words is None:
                words = folded[goals] = list(dict.fromkeys(map(fold, split_list(goals))))
            for goal in words:
                found.setdefault(goal, []).append(row)
        return found

    def activity_for_goal(self, goal: str, today: date) -> dict[str, GoalActivity]:
        """By id, everyone who took part in entries of a goal up to today."""
        found: dict[str, tuple[int, str]] = {}
        rows = self._db.execute(
            "SELECT e.contact, e.with_, e.day FROM entry e"
            f" WHERE e.goals <> '' AND instr(e.goals, ?) AND +e.day <= ? AND {HAPPENED}",
            (f"\n{goal}\n", today.isoformat()),
        )
        for contact, with_, day in rows:
            for who in {contact, *split_list(with_)} if with_ else (contact,):
                count, last = found.get(who, (0, ""))
                found[who] = (count + 1, day if day > last else last)
        return {who: GoalActivity(*counted) for who, counted in found.items()}
