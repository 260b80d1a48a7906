"""What the goals pane shows: goals with their figures, who is next, and old ties worth reviving."""

from collections.abc import Mapping
from typing import NamedTuple

from netui.services.goals.progress import GoalProgress, goals
from netui.services.people.contact_list import People
from netui.services.reminders.agenda import Agenda, due
from netui.services.reminders.dormant_ties import Revival, revivals
from netui.services.workspace import Workspace

SHOWN = 8
"""How many promises, and how many days, the pane names."""


class GoalsPane(NamedTuple):
    """The figures as of today; ``names`` are those of everyone in the first lines of the agenda."""

    goals: list[GoalProgress]
    agenda: Agenda
    names: Mapping[str, str]
    revivals: list[Revival]


def purpose(workspace: Workspace, people: People) -> GoalsPane:
    """Counts everything; tens of milliseconds at ten thousand contacts."""
    agenda = due(workspace, people)
    mentioned = {promise.contact for promise in agenda.promises[:SHOWN]}
    last = max((date.days for date in agenda.dates[:SHOWN]), default=0)
    mentioned |= {date.contact for date in agenda.dates if date.days <= last}
    for entry in agenda.planned[:SHOWN]:
        mentioned |= {entry.contact, *entry.with_}
    return GoalsPane(
        goals(workspace, people), agenda, workspace.read.names_of(mentioned), revivals(workspace, people)
    )


def purpose_aside(workspace: Workspace, people: People) -> GoalsPane:
    """The same through a view of its own, for another thread; ``people`` is a :meth:`People.copy`.

    An index in memory has only one view: then it is used, which the caller must allow for.
    """
    if workspace.index.path is None:
        return purpose(workspace, people)
    twin = workspace.twin()
    try:
        people.adopt(twin)
        return purpose(twin, people)
    finally:
        twin.close()
