"""``netui due``, ``netui promises`` and ``netui goals``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Given, Parser, Usage
from netui.cli.commands.list import person_document, person_lines
from netui.cli.output import iso, or_none, table
from netui.cli.session import Session
from netui.domain.cadence.recurring_dates import day_words
from netui.domain.cadence.status import SHOWN
from netui.domain.text.sanitize import clean
from netui.services.people.ranking import quiet_candidates
from netui.services.reminders.agenda import days_ahead, days_until, due
from netui.services.workspace import Workspace

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Promise
    from netui.services.goals.progress import GoalProgress


def due_arguments(parser: Parser) -> None:
    """How many."""
    parser.option("--limit", metavar="N", default=str(SHOWN), help=f"how many of the quiet to name ({SHOWN})")


def due_command(session: Session, given: Given) -> int:
    """Who is next."""
    if not given.limit.isdecimal():
        raise Usage(f"--limit takes a number, not {given.limit!r}")
    workspace = session.refresh_all()
    limit = int(given.limit)
    found = due(workspace, quiet_candidates(workspace), limit)
    if session.wants_json:
        session.emit(
            {
                "quiet": [person_document(workspace, person) for person in found.quiet],
                "promises": [promise_document(promise) for promise in found.promises],
                "dates": [
                    {"contact": o.contact, "what": o.what, "on": iso(o.on), "days": o.days}
                    for o in found.dates
                ],
                "planned": [
                    {"contact": e.contact, "id": e.id, "on": iso(e.on), "kind": e.kind, "with": list(e.with_)}
                    for e in found.planned
                ],
            }
        )
        return 0
    sections = {
        "quiet": person_lines(workspace, found.quiet),
        "promises": _some(promise_lines(workspace, found.promises[:limit]), found.promises, "netui promises"),
        "dates": table(
            [
                (days_ahead(o.days), workspace.name(o.contact), day_words(o.what, o.years), iso(o.on) or "")
                for o in found.dates
            ],
            (11, 28),
        ),
        "planned": _planned_lines(workspace, found.planned),
    }
    for words in (found.catch_up, found.capacity):
        if words:
            session.say(clean(words))
    blocks = [
        "\n".join([heading, *(f"  {line}" for line in lines)]) for heading, lines in sections.items() if lines
    ]
    session.say("\n\n".join(blocks) or "nothing is due: nobody is quiet, no promise is near")
    return 0


def _some(lines: list[str], everything: Sequence[Any], command: str) -> list[str]:
    """The lines, and where to see the rest."""
    more = len(everything) - len(lines)
    return [*lines, f"and {more} more: {command}"] if more > 0 else lines


def _planned_lines(workspace: Workspace, entries: list["Entry"]) -> list[str]:
    today = workspace.today
    rows = []
    for entry in entries:
        day = entry.on.isoformat()[:16].replace("T", " ")
        who = ", ".join(workspace.names((entry.contact, *entry.with_)))
        rows.append((days_until(_day(entry), today), day, entry.kind, who))
    return table(rows, (11, 16, 12))


def _day(entry: "Entry") -> Any:
    from netui.domain.model.dates import day_of

    return day_of(entry.on)


def promises_command(session: Session, given: Given) -> int:  # noqa: ARG001
    """Every open promise, the soonest due first."""
    workspace = session.refresh_all()
    found = workspace.read.promises()
    session.emit([promise_document(promise) for promise in found])
    session.lines(promise_lines(workspace, found))
    return 0


def promise_document(promise: "Promise") -> dict[str, Any]:
    """A promise as JSON has it."""
    return {
        "contact": promise.contact,
        "id": promise.id,
        "by": promise.by,
        "text": promise.text,
        "due": iso(promise.due),
    }


def promise_lines(workspace: Workspace, promises: Sequence["Promise"]) -> list[str]:
    """One line for each: id, when, who promised whom, what."""
    names = workspace.read.names_of({promise.contact for promise in promises})
    today = workspace.today
    rows = []
    for promise in promises:
        name = names.get(promise.contact, promise.contact)
        when = days_until(promise.due, today) if promise.due else ""
        who = f"you → {name}" if promise.by == "me" else f"{name} → you"
        rows.append((promise.id, when, who, promise.text))
    return table(rows, (10, 11, 28))


def goals_command(session: Session, given: Given) -> int:  # noqa: ARG001
    """What it is for, and how far along."""
    from netui.services.goals.progress import goals

    workspace = session.refresh_all()
    found = goals(workspace, session.people(workspace))
    for progress in found:
        if progress.error:
            session.warn(f"goals/{progress.goal.id}.toml: {progress.error}")
    session.emit([_goal_document(progress) for progress in found])
    for at, progress in enumerate(found):
        session.lines([*([""] if at else []), *_goal_lines(progress)])
    return 0


def _goal_document(progress: "GoalProgress") -> dict[str, Any]:
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


def _goal_lines(progress: "GoalProgress") -> list[str]:
    goal = progress.goal
    per = f" this {goal.measure.per}" if goal.measure and goal.measure.per != "total" else ""
    count = ""
    if progress.done is not None:
        count = f"{progress.done}/{progress.target}{per}" if progress.target else f"{progress.done}{per}"
    facts = [
        goal.status if goal.status != "active" else "",
        count,
        progress.pace if progress.pace != goal.status else "",
        f"due {goal.due.isoformat()}" if goal.due else "",
        f"needs {progress.needed:.1f} a month" if progress.needed and progress.pace == "slow" else "",
        f"at this pace by {progress.forecast.isoformat()}"
        if progress.forecast and progress.pace != "reached"
        else "",
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
