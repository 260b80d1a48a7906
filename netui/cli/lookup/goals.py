"""Goals on the command line: the one that a text means, and a goal as JSON has it."""

from typing import TYPE_CHECKING, Any

from netui.cli.errors import AmbiguousError, NobodyError
from netui.cli.output import iso, or_none
from netui.domain.model.contact_row import fold
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.cli.session import Session
    from netui.services.goals.progress import GoalProgress
    from netui.services.workspace import Workspace


def find_goal_id(session: "Session", text: str) -> str:
    """The id of the one goal that ``text`` means: its id, its title or any unique part of either.

    Raises NobodyError or AmbiguousError.
    """
    wanted = fold(text.strip().lstrip("^"))
    goals = {ident: str(body.get("title", ident)) for ident, body, _ in session.workspace.read.goals()}
    named = {ident: (fold(ident), fold(title)) for ident, title in goals.items()}
    exact = [ident for ident, names in named.items() if wanted in names]
    found = exact or [ident for ident, names in named.items() if wanted and any(wanted in n for n in names)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(f"{clean(goals[ident])} ({clean(ident)})" for ident in found)
        raise AmbiguousError(f"{clean(text)!r} may be any of these goals; use the id: {listed}")
    hint = "netui goals lists them" if goals else "netui goal add makes one"
    raise NobodyError(f"there is no goal {clean(text)!r}; {hint}")


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
