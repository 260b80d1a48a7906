"""Tables that several commands print: contacts with their state, promises."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from netui.cli.output import table
from netui.domain.cadence.explanations import explain, gap_words

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Promise
    from netui.services.circles.status import CircleStatus
    from netui.services.people.rows import ListedContact
    from netui.services.workspace import Workspace

CONTACT_WIDTHS = (8, 32, 6)
"""The widest that state, name and silence may get."""
EXPLAINED = ("quiet", "due", "met", "snoozed", "broken")
"""The states whose reason is told."""


def contact_lines(workspace: "Workspace", people: Iterable["ListedContact"]) -> list[str]:
    """One line for each: state, name, silence; and why, for those who want attention or cannot be read."""
    today, settings = workspace.today, workspace.quiet
    return table(
        [
            (
                standing.state,
                summary.name,
                gap_words(standing.days) if standing.days is not None else "",
                flagged(
                    explain(summary, standing, today, settings) if standing.state in EXPLAINED else "",
                    in_conflict="conflict" in summary.keys.split(" "),
                ),
            )
            for summary, standing in people
        ],
        CONTACT_WIDTHS,
    )


def circle_lines(circles: Iterable["CircleStatus"]) -> list[str]:
    """One line for each circle: state, tag, silence, and why."""
    rows = []
    for circle in circles:
        row, status = circle.listed
        silence = gap_words(status.days) if status.days is not None else ""
        rows.append((status.state, row.name, silence, circle.why))
    return table(rows, CONTACT_WIDTHS)


def flagged(why: str, *, in_conflict: bool) -> str:
    """The reason of a row, behind the word for one whose file holds conflicts to settle."""
    return ("conflict" + (f": {why}" if why else "")) if in_conflict else why


def promise_lines(workspace: "Workspace", promises: Sequence["Promise"]) -> list[str]:
    """One line for each: id, when due, who promised whom, what, and what is asked about it."""
    from netui.services.reminders.agenda import days_until
    from netui.services.reminders.promises import promise_questions

    names = workspace.read.names_of({promise.contact for promise in promises})
    today = workspace.today
    rows = []
    for promise, question in zip(promises, promise_questions(workspace, promises), strict=True):
        name = names.get(promise.contact, promise.contact)
        when = days_until(promise.due, today) if promise.due else ""
        who = f"you → {name}" if promise.by == "me" else f"{name} → you"
        text = f"{promise.text}  ({question})" if question else promise.text
        rows.append((promise.id, when, who, text))
    return table(rows, (10, 11, 28))


def plan_lines(workspace: "Workspace", entries: Sequence["Entry"], *, ids: bool = False) -> list[str]:
    """One line for each planned meeting: its id if wanted, when, what and with whom."""
    from netui.domain.model.dates import day_of
    from netui.services.reminders.agenda import days_until, present_people

    today = workspace.today
    rows = []
    for entry in entries:
        day = entry.on.isoformat()[:16].replace("T", " ")
        who = ", ".join(workspace.names(present_people(workspace, entry)))
        row = (days_until(day_of(entry.on), today), day, entry.kind, who)
        rows.append((entry.id, *row) if ids else row)
    return table(rows, (11, 11, 16, 12) if ids else (11, 16, 12))
