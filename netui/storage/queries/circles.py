"""Queries over circles: who carries a tag, and the entries with it, which are its meetings."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from itertools import repeat

from netui.domain.model.contact_row import ContactRow, fold
from netui.domain.named_tuple import NamedTuple
from netui.storage.index.schema import CONTACT_COLUMNS
from netui.storage.queries.rows import split_list

_ALIVE = "NOT archived AND NOT died AND error = ''"
_LISTED = "(SELECT value FROM json_each(?)) AND tags <> ''"


class Meeting(NamedTuple):
    """A day on which a circle met, as an ordinal, and the ids of all who were there."""

    day: int
    people: frozenset[str]


class CircleReader:
    """Reads members and meetings by tag; upper and lower case are one."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def members(self, tags: Iterable[str]) -> dict[str, list[ContactRow]]:
        """Everyone who carries each tag, by its folded form; none of the archived and the dead."""
        texts = (text for (text,) in self._db.execute("SELECT DISTINCT tags FROM contact WHERE tags <> ''"))
        found: dict[str, list[ContactRow]] = {}
        for tag, held in _holding(tags, texts, lambda text: text.split("\n")).items():
            rows = self._db.execute(
                f"SELECT {CONTACT_COLUMNS} FROM contact WHERE {_ALIVE} AND tags IN {_LISTED}", (held,)
            )
            found[tag] = list(map(tuple.__new__, repeat(ContactRow), rows))
        return found

    def meetings(self, tags: Iterable[str], today: date) -> dict[str, tuple[list[Meeting], int]]:
        """The days up to ``today`` on which each circle met, ascending, by its folded tag.

        With each the next day (an ordinal) for which there is a plan, 0 where there is none.
        """
        texts = (text for (text,) in self._db.execute("SELECT DISTINCT tags FROM entry WHERE tags <> ''"))
        found = {}
        for tag, held in _holding(tags, texts, split_list).items():
            days: dict[str, set[str]] = {}
            ahead: list[str] = []
            for day, contact, with_, counts in self._db.execute(
                f"SELECT day, contact, with_, counts FROM entry WHERE tags IN {_LISTED}", (held,)
            ):
                if day > today.isoformat():
                    ahead.append(day)
                elif counts:
                    days.setdefault(day, set()).update((contact, *split_list(with_)))
            meetings = [Meeting(_ordinal(day), frozenset(who)) for day, who in sorted(days.items())]
            found[tag] = meetings, _ordinal(min(ahead)) if ahead else 0
        return found


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _holding(tags: Iterable[str], texts: Iterable[str], items: Callable[[str], list[str]]) -> dict[str, str]:
    """For each folded tag the texts of a column of lists that hold it, as a JSON array."""
    found: dict[str, list[str]] = {fold(tag): [] for tag in tags}
    for text in texts:
        for tag in {fold(item) for item in items(text)} & found.keys():
            found[tag].append(text)
    return {tag: json.dumps(held) for tag, held in found.items()}
