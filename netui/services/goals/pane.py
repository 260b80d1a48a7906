"""The goals pane: goals with their progress, the agenda, and dormant ties worth reviving."""

from collections.abc import Mapping

from netui.domain.named_tuple import NamedTuple
from netui.services.goals.progress import GoalProgress, measure_goals
from netui.services.people.contact_list import ContactList
from netui.services.reminders.agenda import Agenda, build_agenda, present_people
from netui.services.reminders.dormant_ties import DormantTie, suggest_dormant_ties
from netui.services.reminders.promises import PromiseCounts, count_promises
from netui.services.workspace import Workspace

SHOWN = 10
"""How many lines a section of the agenda has in the pane."""


class GoalsPane(NamedTuple):
    """The contents as of today; ``names`` are those of everyone in the first lines of the agenda."""

    goals: list[GoalProgress]
    agenda: Agenda
    names: Mapping[str, str]
    revivals: list[DormantTie]
    promises: PromiseCounts = PromiseCounts()


def build_goals_pane(workspace: Workspace, people: ContactList) -> GoalsPane:
    """Collects the contents; takes tens of milliseconds at 10,000 contacts."""
    agenda = build_agenda(workspace, people, SHOWN)
    mentioned = {promise.contact for promise in agenda.promises[:SHOWN]}
    last = max((date.days for date in agenda.dates[:SHOWN]), default=0)
    mentioned |= {date.contact for date in agenda.dates if date.days <= last}
    for entry in (*agenda.planned[:SHOWN], *agenda.asked[:SHOWN]):
        mentioned.update(present_people(workspace, entry))
    return GoalsPane(
        measure_goals(workspace, people),
        agenda,
        workspace.read.names_of(mentioned),
        suggest_dormant_ties(workspace, people),
        count_promises(workspace),
    )


def build_goals_pane_in_thread(workspace: Workspace, people: ContactList) -> GoalsPane:
    """Runs :func:`build_goals_pane` on another thread, over a twin workspace.

    ``people`` is a :meth:`ContactList.snapshot`, which reads through the twin from then on. An index in
    memory has no twin: then the workspace itself is used, and the caller must not use it meanwhile.
    """
    if workspace.index.path is None:
        return build_goals_pane(workspace, people)
    twin = workspace.twin()
    try:
        people.read_through(twin)
        return build_goals_pane(twin, people)
    finally:
        twin.close()
