"""Upcoming and past dates: birthdays and other important dates, due promises, next steps."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from netui.domain.cadence.recurring_dates import Activity, is_acted_on, years_at
from netui.domain.model.dates import DAY_OF_DEATH, PartialDate, month_length, shift, yearly
from netui.domain.named_tuple import NamedTuple
from netui.storage.index.schema import HAPPENED
from netui.storage.queries.rows import OPEN_PROMISE, load_json

_LONGEST_DAYS = 366
_DATES = (
    "SELECT d.contact, d.what, d.on_, d.lead FROM date d JOIN contact c ON c.id = d.contact"
    f" WHERE (NOT c.archived OR (c.archived = 2 AND d.what = '{DAY_OF_DEATH}')) AND "
)
_ACTIVITIES = (
    "SELECT day, kind, counts, body || char(10) || tags FROM entry"
    f" WHERE contact = ?1 AND day BETWEEN ?2 AND ?3 AND {HAPPENED}"
    " UNION ALL SELECT e.day, e.kind, e.counts, e.body || char(10) || e.tags"
    " FROM presence p JOIN entry e ON e.rowid = p.entry WHERE p.contact = ?1 AND e.day BETWEEN ?2 AND ?3"
    f" AND {HAPPENED}"
)


class UpcomingDate(NamedTuple):
    """An important date that next falls on ``on``, ``days`` from today; ``partial`` is as the file has it.

    Where no more than the month is known, ``on`` is its first day and ``days`` is 0 within it.
    """

    contact: str
    what: str
    on: date
    days: int
    partial: PartialDate

    @property
    def is_month(self) -> bool:
        """Whether no more than the month is known."""
        return self.partial.day is None

    @property
    def is_remembrance(self) -> bool:
        """Whether it is the day on which somebody died."""
        return self.what == DAY_OF_DEATH

    @property
    def iso(self) -> str:
        """The day as JSON has it: ``2027-05-02``; ``2027-05`` where no more is known."""
        return self.on.isoformat()[: 7 if self.is_month else 10]

    @property
    def last(self) -> date:
        """The last day of it: of a month its last."""
        return self.on.replace(day=month_length(self.on.year, self.on.month)) if self.is_month else self.on

    @property
    def years(self) -> int | None:
        """How many years it will be; None where its year is not known."""
        return years_at(self.partial, self.on)


class PastDay(NamedTuple):
    """Something dated on a past day; ``what`` describes it (``you promised: send the deck``).

    ``yearly`` is True for a recurring date such as a birthday.
    """

    contact: str
    on: date
    what: str
    yearly: bool = False


class DateReader:
    """Queries over important dates, promises and next steps by their day."""

    def __init__(self, connection: sqlite3.Connection):
        self._db = connection

    def upcoming(self, today: date) -> Iterator[UpcomingDate]:
        """The dates of unarchived contacts within their lead time, soonest first, found one by one.

        Of the dead it is the day of their death, from the year after on.
        Dates that were acted on (:func:`netui.domain.cadence.recurring_dates.is_acted_on`, computed from the
        timeline each time) and dates without a month are left out. Those that are over first come first.
        """
        longest = self._db.execute("SELECT max(lead) FROM date").fetchone()[0] or 0
        days = [shift(today, n) for n in range(min(longest, _LONGEST_DAYS) + 1)]
        wanted = {part for day in days for part in (day.isoformat()[5:], day.isoformat()[5:7])}
        if any(yearly(day.year, 2, 29) == day for day in days):
            wanted.add("02-29")
        rows = self._db.execute(f"{_DATES} month_day IN ({','.join('?' * len(wanted))})", tuple(wanted))
        return self._upcoming(rows.fetchall(), today)

    def upcoming_of(self, ident: str, today: date, days: int) -> list[UpcomingDate]:
        """The dates of one contact within their lead time or within ``days``, soonest first."""
        rows = self._db.execute(f"{_DATES} d.contact = ? AND month_day <> ''", (ident,)).fetchall()
        return list(self._upcoming(rows, today, days))

    def _upcoming(
        self, rows: Iterable[tuple[str, str, str, int]], today: date, within: int = 0
    ) -> Iterator[UpcomingDate]:
        near = []
        for contact, what, on, lead in rows:
            partial = PartialDate.parse(on)
            coming = partial.next_month_from(today) if partial.day is None else partial.next_from(today)
            if coming is not None and (days := max((coming - today).days, 0)) <= max(lead, within):
                found = UpcomingDate(contact, what, coming, days, partial)
                if found.is_remembrance and coming.year == partial.year:
                    continue
                near.append((found.last, contact, lead, found))
        for last, contact, lead, found in sorted(near, key=lambda each: each[:2]):
            since = (contact, shift(found.on, -lead).isoformat(), min(today, last).isoformat())
            activities = (
                Activity(date.fromisoformat(day), kind, bool(counts), words)
                for day, kind, counts, words in self._db.execute(_ACTIVITIES, since).fetchall()
            )
            if not is_acted_on(found.what, last, lead + (last - found.on).days, activities):
                yield found

    def past(self, since: date, today: date) -> list[PastDay]:
        """Everything dated after ``since`` up to ``today``, but at most a year back; the earliest first."""
        since = max(since, shift(today, -_LONGEST_DAYS))
        found = [
            *self._past_dates(since, today),
            *self._promises(since, today),
            *self._next_steps(since, today),
        ]
        return sorted(found, key=lambda day: (day.on, day.contact))

    def _past_dates(self, since: date, today: date) -> list[PastDay]:
        found = []
        days = _days_of_year(since, today)
        for contact, what, text in self._db.execute(
            f"SELECT contact, what, on_ FROM date WHERE what <> '{DAY_OF_DEATH}'"
            f" AND month_day IN ({','.join('?' * len(days))})",
            tuple(days),
        ):
            on = PartialDate.parse(text).next_from(shift(since, 1))
            if on and on <= today:
                found.append(PastDay(contact, on, str(what), True))
        return found

    def _promises(self, since: date, today: date) -> list[PastDay]:
        rows = self._db.execute(
            f"SELECT contact, due, by, text FROM promise WHERE {OPEN_PROMISE} AND due > ? AND due <= ?",
            (since.isoformat(), today.isoformat()),
        )
        return [
            PastDay(contact, date.fromisoformat(due), f"{'you' if by == 'me' else 'they'} promised: {text}")
            for contact, due, by, text in rows
        ]

    def _next_steps(self, since: date, today: date) -> list[PastDay]:
        found = []
        for contact, rest in self._db.execute("SELECT contact, rest FROM opportunity WHERE status = 'open'"):
            item = load_json(rest)
            try:
                on = date.fromisoformat(str(item.get("next_on") or "")[:10])
            except ValueError:
                continue
            if since < on <= today:
                step = str(item.get("next") or item.get("text") or "")
                found.append(PastDay(contact, on, f"next step: {step}" if step else "next step"))
        return found


def _days_of_year(since: date, today: date) -> set[str]:
    """The days after ``since`` up to ``today`` as ``MM-DD``.

    29 February is among them if a neighbouring day is: in other years it is kept on one of those.
    """
    days = {f"{shift(since, n):%m-%d}" for n in range(1, (today - since).days + 1)}
    return days | ({"02-29"} if days & {"02-28", "03-01"} else set())
