"""``netui goals``: goals with their counted progress, coverage and forecast."""

from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.output import iso
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.goals.progress import GoalProgress


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    from netui.cli.lookup.goals import goal_document
    from netui.services.goals.progress import measure_goals

    workspace = session.refresh()
    found = measure_goals(workspace, session.people(workspace))
    for progress in found:
        if progress.error and progress.goal.measure is not None:  # else the file was named by refresh()
            session.warn(f"goals/{progress.goal.id}.toml: {progress.error}")
    session.emit([goal_document(progress) for progress in found])
    if not found:
        session.say("no goals yet: netui goal add TITLE adds one")
    for at, progress in enumerate(found):
        session.lines([*([""] if at else []), *_goal_lines(progress)])
    return 0


def _goal_lines(progress: "GoalProgress") -> list[str]:
    from netui.services.goals.pace import count_words, is_past_due, pace_words

    goal = progress.goal
    is_total = goal.measure is None or goal.measure.per == "total"
    is_forecast = progress.forecast and progress.pace != "reached" and not is_past_due(progress)
    facts = [
        goal.status if goal.status != "active" else "",
        count_words(progress),
        progress.pace if is_total and progress.pace != goal.status else "",
        f"due {goal.due.isoformat()}" if goal.due else "",
        pace_words(progress),
        f"at this pace by {iso(progress.forecast)}" if is_forecast else "",
    ]
    lines = [f"{goal.title}  ({goal.id})", "  " + " · ".join(fact for fact in facts if fact)]
    lines += [
        f"  {a.have}/{a.want} {a.who}" + (f"  ({a.error})" if a.error else "") for a in progress.audiences
    ]
    lines += [
        f"  {'[x]' if m.done else '[ ]'} {m.text}"
        + (f"  by {m.due.isoformat()}" if m.due and not m.done else "")
        for m in progress.milestones
    ]
    return [clean(line).rstrip() for line in lines if line.strip()]


COMMAND = Command("goals", "goals with counted progress", "netui goals", _run)
