"""``netui due``: who is next."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, whole_number
from netui.cli.command import Command
from netui.cli.output import table
from netui.cli.session import NOBODY_YET, Session
from netui.domain.cadence.status import SHOWN
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.reminders.agenda import Agenda
    from netui.services.workspace import Workspace


def _run(session: Session, given: Namespace) -> int:
    """Who is next, in the order of the agenda."""
    from netui.services.reminders.agenda import build_agenda

    workspace = session.refresh()
    limit = given.limit
    if limit is None and not session.wants_json:
        limit = SHOWN
    found = build_agenda(workspace, session.people(workspace), limit)
    if session.wants_json:
        session.emit(_document(workspace, found, limit))
        return 0
    for words in (found.catch_up, found.capacity):
        if words:
            session.say(clean(words))
    blocks = [
        "\n".join([heading, *(f"  {line}" for line in lines)])
        for heading, lines in _sections(workspace, found, limit)
        if lines
    ]
    nothing = "nothing is due: nobody is quiet, no promise is near" if workspace.read.count() else NOBODY_YET
    session.say("\n\n".join(blocks) or nothing)
    return 0


def _document(workspace: "Workspace", found: "Agenda", limit: int | None) -> dict[str, Any]:
    from netui.cli.documents import circle_document, contact_document, plan_document, promise_document
    from netui.services.reminders.agenda import present_people

    return {
        "asked": [plan_document(workspace, entry) for entry in found.asked[:limit]],
        "quiet": [contact_document(workspace, person) for person in found.quiet],
        "drifting": [contact_document(workspace, person) for person in found.drifting],
        "promises": [promise_document(promise) for promise in found.promises[:limit]],
        "dates": [
            {"contact": o.contact, "what": o.what, "on": o.iso, "days": o.days} for o in found.dates[:limit]
        ],
        "planned": [
            {**plan_document(workspace, entry), "with": present_people(workspace, entry)[1:]}
            for entry in found.planned[:limit]
        ],
        "met": [contact_document(workspace, person) for person in found.met],
        "circles": [circle_document(circle) for circle in found.circles[:limit]],
    }


def _sections(workspace: "Workspace", found: "Agenda", limit: int) -> "Iterator[tuple[str, list[str]]]":
    """Each heading with its lines."""
    from netui.cli.tables import circle_lines, contact_lines, plan_lines, promise_lines
    from netui.domain.cadence.recurring_dates import day_words
    from netui.services.reminders.agenda import occasion_when

    asked = plan_lines(workspace, found.asked[:limit], ids=True)
    yield "did it happen? (netui happened ID [no|DAY])", _some(asked, found.asked, "netui due --limit 100")
    yield "quiet", contact_lines(workspace, found.quiet)
    yield "circles gone quiet (netui circle NAME)", circle_lines(found.circles)
    yield "due: about their usual time, or the one you set", contact_lines(workspace, found.drifting)
    promises = promise_lines(workspace, found.promises[:limit])
    yield "promises, yours and theirs", _some(promises, found.promises, "netui promises")
    dates = [
        (occasion_when(o), workspace.name(o.contact), day_words(o.what, o.years), o.iso)
        for o in found.dates[:limit]
    ]
    yield "dates", _some(table(dates, (11, 28)), found.dates, "netui due --limit 100")
    planned = plan_lines(workspace, found.planned[:limit])
    yield "planned", _some(planned, found.planned, "netui due --limit 100")
    yield "lately met", contact_lines(workspace, found.met)
    if found.offer:
        yield "met a while ago", table([(found.offer.person.row.name, found.offer.why)], (32,))


def _some(lines: list[str], everything: Sequence[Any], command: str) -> list[str]:
    """The lines, and where to see the rest."""
    more = len(everything) - len(lines)
    return [*lines, f"and {more} more: {command}"] if more > 0 else lines


COMMAND = Command(
    "due",
    "who is next: plans to ask about, the quiet, promises, days that are coming",
    "netui due",
    _run,
    (
        argument(
            "--limit", metavar="N", type=whole_number,
            help=f"how many lines of each kind ({SHOWN}; with --json all)",
        ),
    ),
)  # fmt: skip
