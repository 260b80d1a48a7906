"""Important dates that are coming, asked of the index."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.cadence.recurring_dates import Activity, is_acted_on, years_at
from netui.domain.model.dates import PartialDate, yearly

_DATES = (
    "SELECT d.contact, d.what, d.on_, d.lead FROM date d JOIN contact c ON c.id = d.contact"
    " WHERE NOT c.archived AND NOT c.died AND "
)
_DEEDS = (
    "SELECT day, kind, counts, body || char(10) || tags FROM entry"
    " WHERE contact = ?1 AND day BETWEEN ?2 AND ?3"
    " UNION ALL SELECT e.day, e.kind, e.counts, e.body || char(10) || e.tags"
    " FROM presence p JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1 AND e.day BETWEEN ?2 AND ?3"
)


class Occasion(NamedTuple):
    """An important date that comes round on ``on``, ``days`` from today; ``partial`` as the file has it."""

    contact: str
    what: str
    on: date
    days: int
    partial: PartialDate

    @property
    def years(self) -> int | None:
        """How many years it will be; None where its year is not known."""
        return years_at(self.partial, self.on)


def occasions(connection: sqlite3.Connection, today: date) -> Iterator[Occasion]:
    """Dates of living, unarchived contacts within their lead time, soonest first, found one by one.

    Those that were acted on (:func:`netui.domain.cadence.recurring_dates.is_acted_on`) are left out; that is
    computed from the timeline each time. Dates without a day are never told of.
    """
    longest = connection.execute("SELECT max(lead) FROM date").fetchone()[0] or 0
    days = [today + timedelta(n) for n in range(min(longest, 366) + 1)]
    wanted = {day.isoformat()[5:] for day in days}
    if any(yearly(day.year, 2, 29) == day for day in days):
        wanted.add("02-29")
    rows = connection.execute(f"{_DATES} month_day IN ({','.join('?' * len(wanted))})", tuple(wanted))
    return _coming(connection, rows.fetchall(), today)


def occasions_of(connection: sqlite3.Connection, ident: str, today: date, days: int) -> list[Occasion]:
    """The dates of one contact within their lead time or within ``days``, soonest first."""
    rows = connection.execute(f"{_DATES} d.contact = ? AND month_day <> ''", (ident,)).fetchall()
    return list(_coming(connection, rows, today, days))


def _coming(
    connection: sqlite3.Connection, rows: Iterable[tuple[str, str, str, int]], today: date, within: int = 0
) -> Iterator[Occasion]:
    near = []
    for contact, what, on, lead in rows:
        partial = PartialDate.parse(on)
        coming = partial.next_from(today)
        if coming is not None and (days := (coming - today).days) <= max(lead, within):
            near.append((days, contact, lead, Occasion(contact, what, coming, days, partial)))
    for _, contact, lead, occasion in sorted(near, key=lambda each: each[:2]):
        since = (contact, (occasion.on - timedelta(lead)).isoformat(), min(today, occasion.on).isoformat())
        deeds = (
            Activity(date.fromisoformat(day), kind, bool(counts), words)
            for day, kind, counts, words in connection.execute(_DEEDS, since).fetchall()
        )
        if not is_acted_on(occasion.what, occasion.on, lead, deeds):
            yield occasion
