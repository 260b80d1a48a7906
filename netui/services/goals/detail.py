"""One goal in full: audiences and who could introduce more, promises, opportunities and participants."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from heapq import nsmallest
from operator import itemgetter
from typing import overload

from netui.domain.model.contact_row import ContactRow, split
from netui.domain.model.entry import Opportunity, Promise
from netui.domain.model.goal import Audience
from netui.domain.named_tuple import NamedTuple
from netui.services.goals.pace import count_periods
from netui.services.goals.progress import Coverage, GoalProgress, measure_coverage, measure_goal
from netui.services.people.contact_list import ContactList
from netui.services.reminders.promises import sunk_before
from netui.services.timeline.opportunities import list_opportunities
from netui.services.workspace import Workspace

LEADS = 5
"""How many leads to an audience are named."""
HELPERS = 20
"""How many people are named to thank."""
_APART = ("archived", "died", "me", "broken")


class Lead(NamedTuple):
    """Someone outside an audience who could introduce more of it.

    ``introduced`` counts those in it whom you met through them, ``together`` those they share entries with.
    """

    id: str
    introduced: int
    together: int


class AudienceDetail(NamedTuple):
    """One audience with the contacts who match, in the order of the list.

    ``leads`` could introduce more, as long as more are wanted.
    """

    coverage: Coverage
    people: tuple[ContactRow, ...]
    leads: tuple[Lead, ...]


class GoalParticipant(NamedTuple):
    """Someone's part in the goal: how many of its ``entries`` they were in, and the day of the ``last``.

    ``audience`` names the audience they match, ``linked`` says that their own file names the goal.
    """

    id: str
    entries: int
    last: date | None
    audience: str
    linked: bool


class GoalDetail(NamedTuple):
    """A goal and all that belongs to it; ``periods`` counts its measure in each of the last twelve."""

    progress: GoalProgress
    periods: tuple[int, ...]
    audiences: tuple[AudienceDetail, ...]
    promises: tuple[Promise, ...]
    opportunities: tuple[Opportunity, ...]
    people: Sequence[GoalParticipant]


class GoalParticipants(Sequence[GoalParticipant]):
    """A lazy sequence of everyone's part: thousands may have one, so each is made when it is looked at.

    ``rows`` are entries, the last day ("" for none) and the id; ``belongs`` maps an id to its audience.
    """

    def __init__(
        self, rows: list[tuple[int, str, str]], belongs: Mapping[str, str], linked: Collection[str]
    ) -> None:
        self._rows, self._belongs, self._linked = rows, belongs, linked

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> GoalParticipant: ...
    @overload
    def __getitem__(self, at: slice) -> "GoalParticipants": ...
    def __getitem__(self, at: int | slice) -> "GoalParticipant | GoalParticipants":
        if isinstance(at, slice):
            return GoalParticipants(self._rows[at], self._belongs, self._linked)
        entries, last, who = self._rows[at]
        day = date.fromisoformat(last) if last else None
        return GoalParticipant(who, entries, day, self._belongs.get(who, ""), who in self._linked)


def build_goal_detail(workspace: Workspace, people: ContactList, ident: str) -> GoalDetail | None:
    """Collects everything about a goal; None where there is none of that id."""
    counted = measure_goal(workspace, people, ident)
    if counted is None:
        return None
    progress, days = counted
    audiences = tuple(_audience(workspace, people, audience) for audience in progress.goal.audiences)
    progress = progress._replace(audiences=tuple(audience.coverage for audience in audiences))
    return GoalDetail(
        progress,
        _periods(workspace, progress, days),
        audiences,
        tuple(workspace.read.promises.all(goal=ident, sunk=sunk_before(workspace.today))),
        tuple(list_opportunities(workspace, goal=ident)),
        _parts(workspace, people, ident, audiences),
    )


def find_leads(workspace: Workspace, people: ContactList, members: Collection[str]) -> tuple[Lead, ...]:
    """Finds who else could introduce people like ``members``: who introduced most of them, then who met most.

    The archived and those whose file cannot be read are left out; of equals the latest in touch comes first.
    """
    read = workspace.read.relationships
    introduced, together = read.introduced_by(members), read.met_together(members)
    found = [
        Lead(ident, introduced.get(ident, 0), together.get(ident, 0))
        for ident in {**introduced, **together}
        if ident not in members
    ]
    rows = [(lead, row) for lead in found if (row := people.row(lead.id))]
    able = [(lead, row) for lead, row in rows if people.state_of(row.id) not in _APART]
    best = nsmallest(
        LEADS, able, key=lambda row: (-row[0].introduced, -row[0].together, -row[1].last, row[0].id)
    )
    return tuple(lead for lead, _ in best)


def _audience(workspace: Workspace, people: ContactList, audience: Audience) -> AudienceDetail:
    covered, matching = measure_coverage(people, audience)
    members = {row.id for row in matching}
    is_covered = 0 < covered.want <= covered.have
    found = find_leads(workspace, people, members) if members and not is_covered else ()
    return AudienceDetail(covered, tuple(matching), found)


def find_helpers(workspace: Workspace, people: ContactList, ident: str) -> list[tuple[str, int]]:
    """Whom to thank for a goal: those in its entries and those who opened its doors, with how often."""
    found = build_goal_detail(workspace, people, ident)
    if found is None:
        return []
    times = {part.id: part.entries for part in found.people if part.entries}
    for opportunity in found.opportunities:
        for who in {opportunity.contact, opportunity.via} - {""}:
            if people.row(who) is not None:
                times[who] = times.get(who, 0) + 1
    return sorted(times.items(), key=lambda each: (-each[1], each[0]))[:HELPERS]


def _periods(workspace: Workspace, progress: GoalProgress, days: Iterable[date]) -> tuple[int, ...]:
    """How many of the days fell into each of the last twelve periods of the measure; () without one."""
    measure = progress.goal.measure
    if measure is None or progress.done is None:
        return ()
    return count_periods(days, measure.per, workspace.today, workspace.config.first_weekday)


def _parts(
    workspace: Workspace, people: ContactList, ident: str, audiences: tuple[AudienceDetail, ...]
) -> GoalParticipants:
    """Those in entries of the goal or whose files name it, those with most entries first."""
    had = workspace.read.statistics.activity_for_goal(ident, workspace.today)
    belongs = {row.id: a.coverage.who for a in reversed(audiences) for row in a.people}
    linked = {
        row.id
        for row in people.listed().contact_rows
        if row.goals and ident in row.goals and ident in split(row.goals)
    }
    rows = [
        (*had.get(who, (0, "")), who)
        for who in {**had, **dict.fromkeys(linked)}
        if people.state_of(who) not in ("", *_APART)
    ]
    rows.sort(key=itemgetter(2))
    rows.sort(key=itemgetter(0, 1), reverse=True)
    return GoalParticipants(rows, belongs, linked)
