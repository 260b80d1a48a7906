"""Goals on the command line: the one that a text means, and a goal as JSON has it."""

from typing import TYPE_CHECKING, Any

from netui.cli.errors import AmbiguousError, NobodyError
from netui.cli.output import iso, or_none

if TYPE_CHECKING:
    from netui.cli.session import Session
    from netui.services.goals.progress import GoalProgress
    from netui.services.workspace import Workspace


def find_goal_id(session: "Session", text: str) -> str:
    """The id of the one goal that ``text`` means: its id, its title or any unique part of either.

    Raises NobodyError or AmbiguousError.
    """
    from netui.services.goals.lookup import goals_named, no_goal_words, several_goals_words

    found = goals_named(session.workspace, text)
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise AmbiguousError(several_goals_words(text, found))
    raise NobodyError(no_goal_words(session.workspace, text))


def goal_document(progress: "GoalProgress") -> dict[str, Any]:
    """A goal as ``goals --json`` gives it."""
    goal = progress.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "status": goal.status,
        "due": iso(goal.due),
        "done": progress.done,
        "target": progress.target,
        "pace": or_none(progress.pace),
        "audiences": [
            {"who": a.who, "match": a.match, "want": a.want, "have": a.have} for a in progress.audiences
        ],
    }


def whole_goal_document(workspace: "Workspace", session: "Session", ident: str) -> dict[str, Any]:
    """One goal as it now stands, with all that its file says."""
    from netui.services.goals.progress import measure_goals

    found = measure_goals(workspace, session.people(workspace))
    progress = next(each for each in found if each.goal.id == ident)
    goal, measure = progress.goal, progress.goal.measure
    return {
        **goal_document(progress),
        "why": or_none(goal.why),
        "count": measure.count if measure else None,
        "per": measure.per if measure else None,
        "milestones": [{"text": m.text, "due": iso(m.due), "done": iso(m.done)} for m in goal.milestones],
    }
