"""``netui due``: who is next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, whole_number
from netui.cli.command import Command
from netui.cli.output import iso, table
from netui.cli.session import Session
from netui.domain.cadence.status import SHOWN
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.services.workspace import Workspace


def _run(session: Session, given: Namespace) -> int:
    """The quiet, promises, dates and planned meetings that are near."""
    from netui.cli.tables import contact_lines, promise_lines
    from netui.domain.cadence.recurring_dates import day_words
    from netui.services.reminders.agenda import build_agenda, days_ahead

    workspace = session.refresh()
    found = build_agenda(workspace, session.people(workspace), given.limit)
    if session.wants_json:
        from netui.cli.documents import contact_document, promise_document

        session.emit(
            {
                "quiet": [contact_document(workspace, person) for person in found.quiet],
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
        "quiet": contact_lines(workspace, found.quiet),
        "promises": _some(
            promise_lines(workspace, found.promises[: given.limit]), found.promises, "netui promises"
        ),
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


def _planned_lines(workspace: "Workspace", entries: "list[Entry]") -> list[str]:
    from netui.domain.model.dates import day_of
    from netui.services.reminders.agenda import days_until

    today = workspace.today
    rows = []
    for entry in entries:
        day = entry.on.isoformat()[:16].replace("T", " ")
        who = ", ".join(workspace.names((entry.contact, *entry.with_)))
        rows.append((days_until(day_of(entry.on), today), day, entry.kind, who))
    return table(rows, (11, 16, 12))


COMMAND = Command(
    "due",
    "who is next: the quiet, promises, days that are coming",
    "netui due",
    _run,
    (
        argument(
            "--limit", metavar="N", type=whole_number, default=SHOWN,
            help=f"how many of the quiet to name ({SHOWN})",
        ),
    ),
)  # fmt: skip
