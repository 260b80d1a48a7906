"""What the network looks like as a whole, counted from what was logged."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import exp, log
from typing import NamedTuple

from netui.domain.cadence.capacity import WEEKS, Capacity, measure_capacity
from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.entry import Opportunity
from netui.services.people.contact_list import People
from netui.services.reminders.dormant_ties import Revival, revivals
from netui.services.timeline.opportunities import opportunities
from netui.services.workspace import Workspace

YEAR_DAYS = 371
"""53 whole weeks."""
_APART = ("archived", "broken")


class Share(NamedTuple):
    """One field, role or kind of thing, and whom it is found with."""

    word: str
    people: tuple[str, ...]
    times: int


class Insights(NamedTuple):
    """What can be counted at once; ``days`` holds the contacts of each day of the last 53 weeks.

    ``met`` are those there was contact with in the last year.
    """

    days: Mapping[date, int]
    met: tuple[str, ...]
    states: Mapping[str, tuple[str, ...]]
    roles: tuple[Share, ...]
    fields: tuple[Share, ...]
    diversity: float
    capacity: Capacity
    revivals: tuple[Revival, ...]
    opportunities: tuple[Opportunity, ...]


def insights(workspace: Workspace, people: People) -> Insights:
    """The network as of today; the archived and what cannot be read are left out."""
    today = workspace.today
    rows = [row for row in people.listed().contact_rows if not row.error]
    fields = _shares(rows, (row.tags for row in rows))
    year_ago = today.toordinal() - 365
    return Insights(
        workspace.read.statistics.entries_per_day(today - timedelta(YEAR_DAYS), today),
        tuple(row.id for row in rows if row.last > year_ago),
        _states(people),
        _shares(rows, (row.roles for row in rows)),
        fields,
        effective_number(share.times for share in fields),
        _capacity(workspace, people),
        tuple(revivals(workspace, people)),
        tuple(opportunities(workspace)),
    )


def insights_aside(workspace: Workspace, people: People) -> Insights:
    """The same through a view of its own, for another thread; ``people`` is a :meth:`People.copy`."""
    twin = workspace.twin()
    try:
        people.adopt(twin)
        return insights(twin, people)
    finally:
        twin.close()


def _capacity(workspace: Workspace, people: People) -> Capacity:
    """The capacity; the index counts what happened, so that only those with a rhythm set are looked at."""
    today, settings = workspace.today, workspace.quiet
    rows = [row for row in people.contact_rows() if row.every or settings.defaults]
    had = workspace.read.contacts_between(today - timedelta(7 * WEEKS), today) / WEEKS
    return measure_capacity(rows, today, settings)._replace(average=had)


def _states(people: People) -> dict[str, tuple[str, ...]]:
    """Who stands in each state, in the order of the list."""
    found: dict[str, list[str]] = {}
    for row in people.listed().contact_rows:
        found.setdefault(people.state_of(row.id), []).append(row.id)
    return {state: tuple(who) for state, who in found.items() if state not in _APART}


def _shares(rows: Sequence[ContactRow], texts: Iterable[str]) -> tuple[Share, ...]:
    """Who has each role or tag, the most frequent first; ``texts`` are those of the rows.

    Many have the same ones: those are put together before they are taken apart.
    """
    alike: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if text:
            alike.setdefault(text, []).append(at)
    found: dict[str, list[int]] = {}
    for text, those in alike.items():
        for word in split(text):
            found.setdefault(word, []).extend(those)
    shares = (
        Share(word, tuple(rows[at].id for at in sorted(those)), len(those)) for word, those in found.items()
    )
    return tuple(sorted(shares, key=lambda share: (-share.times, share.word)))


def effective_number(counts: Iterable[int]) -> float:
    """How many equally frequent kinds would be as diverse: the exponential of Shannon's entropy.

    Hill, "Diversity and Evenness", Ecology 54 (1973), of order 1; 0 without any.
    """
    counts = [count for count in counts if count > 0]
    total = sum(counts)
    return exp(-sum(n / total * log(n / total) for n in counts)) if total else 0.0
