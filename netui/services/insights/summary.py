"""The insights that are counted at once: heat map, states, roles, fields, diversity, capacity."""

from collections.abc import Mapping, Sequence
from datetime import date

from netui.domain.cadence.capacity import WEEKS, Capacity, measure_capacity
from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.dates import shift
from netui.domain.model.entry import Opportunity
from netui.domain.named_tuple import NamedTuple
from netui.services.insights.diversity import Diversity, group_by_words, measure_diversity
from netui.services.insights.introductions import Introduction, find_introductions_to_give
from netui.services.people.contact_list import ContactList
from netui.services.reminders.dormant_ties import DormantTie, suggest_dormant_ties
from netui.services.reminders.promises import KeptPromises, count_kept
from netui.services.timeline.opportunities import list_opportunities
from netui.services.workspace import Workspace

YEAR_DAYS = 371
"""The days of the heat map: 53 whole weeks."""
_APART = ("archived", "died", "me", "broken")


class Share(NamedTuple):
    """One tag or role, and the ids of those who have it."""

    word: str
    people: tuple[str, ...]
    times: int


class Insights(NamedTuple):
    """The network as of today; ``days`` holds the number of contacts on each day of the last 53 weeks.

    ``met`` are those there was contact with in the last year; ``diversity`` is that of fields and places.
    """

    days: Mapping[date, int]
    met: tuple[str, ...]
    states: Mapping[str, tuple[str, ...]]
    roles: tuple[Share, ...]
    fields: tuple[Share, ...]
    diversity: Mapping[str, Diversity]
    capacity: Capacity
    revivals: tuple[DormantTie, ...]
    opportunities: tuple[Opportunity, ...]
    kept: KeptPromises = KeptPromises()
    introductions: tuple[Introduction, ...] = ()


def build_insights(workspace: Workspace, people: ContactList) -> Insights:
    """Counts the network as of today, without archived contacts and broken files."""
    today = workspace.today
    rows = [row for row in people.listed().contact_rows if not row.error]
    by_tag = group_by_words(rows, (row.tags for row in rows), split)
    year_ago = today.toordinal() - 365
    return Insights(
        workspace.read.statistics.entries_per_day(shift(today, -YEAR_DAYS), today),
        tuple(row.id for row in rows if row.last > year_ago),
        _states(people),
        _shares(group_by_words(rows, (row.roles for row in rows), split)),
        _shares(by_tag),
        {
            "field": measure_diversity(by_tag),
            "place": measure_diversity(group_by_words(rows, (row.location for row in rows), _place)),
        },
        _capacity(workspace, people),
        tuple(suggest_dormant_ties(workspace, people)),
        tuple(list_opportunities(workspace)),
        count_kept(workspace.read.promises.all(open_only=False), today),
        tuple(find_introductions_to_give(workspace, people)),
    )


def build_insights_in_thread(workspace: Workspace, people: ContactList) -> Insights:
    """Runs :func:`build_insights` on another thread, over a twin workspace.

    ``people`` is a :meth:`ContactList.snapshot`, which reads through the twin from then on.
    """
    twin = workspace.twin()
    try:
        people.read_through(twin)
        return build_insights(twin, people)
    finally:
        twin.close()


def _capacity(workspace: Workspace, people: ContactList) -> Capacity:
    """The capacity; SQL counts the contacts that happened, so that only rows with a rhythm are looked at."""
    today, settings = workspace.today, workspace.quiet
    rows = [row for row in people.contact_rows() if row.every or settings.defaults]
    had = workspace.read.contacts_between(shift(today, -7 * WEEKS), today) / WEEKS
    return measure_capacity(rows, today, settings)._replace(average=had)


def _states(people: ContactList) -> dict[str, tuple[str, ...]]:
    """The ids in each state, in the order of the list."""
    found: dict[str, list[str]] = {}
    for row in people.listed().contact_rows:
        found.setdefault(people.state_of(row.id), []).append(row.id)
    return {state: tuple(who) for state, who in found.items() if state not in _APART}


def _place(location: str) -> list[str]:
    """The town of a place: what stands before the first comma."""
    town = location.partition(",")[0].strip()
    return [town] if town else []


def _shares(groups: Mapping[str, Sequence[ContactRow]]) -> tuple[Share, ...]:
    """Who has each role or tag, the most frequent first."""
    shares = (Share(word, tuple(row.id for row in rows), len(rows)) for word, rows in groups.items())
    return tuple(sorted(shares, key=lambda share: (-share.times, share.word)))
