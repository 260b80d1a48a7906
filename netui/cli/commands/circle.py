"""``netui circle``: one circle, who came when; makes one of a tag, says how often it meets, or removes it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.circles.status import CircleStatus
    from netui.services.workspace import Workspace


def _run(session: Session, given: Namespace) -> int:
    from netui.services.circles.commands import remove_circle, set_circle

    workspace, rhythm = session.refresh(), " ".join(given.rhythm)
    if given.remove:
        if rhythm:
            raise Usage("either how often it meets, or --remove")
        session.done(workspace.apply(remove_circle(workspace, given.tag)))
        return 0
    if rhythm:
        done = workspace.apply(set_circle(workspace, given.tag, rhythm))
        session.done(done, document=_document(workspace, _find(session, workspace, given.tag)))
        return 0
    circle = _find(session, workspace, given.tag)
    session.emit(_document(workspace, circle))
    _say(session, workspace, circle)
    return 0


def _find(session: Session, workspace: "Workspace", tag: str) -> "CircleStatus":
    """The circle of a tag; raises NobodyError where there is none."""
    from netui.domain.model.contact_row import fold

    wanted = fold(tag.strip().lstrip("#"))
    for circle in session.people(workspace).circles():
        if fold(circle.tag) == wanted:
            return circle
    shown = clean(tag.lstrip("#"))
    raise NobodyError(
        f"there is no circle #{shown}; netui circle {shown} 1w makes one, netui circles lists them"
    )


def _document(workspace: "Workspace", circle: "CircleStatus") -> dict[str, Any]:
    """The circle as ``circles`` gives it, with its meetings, the newest first, and who was at each."""
    from datetime import date

    from netui.cli.documents import circle_document
    from netui.cli.output import iso

    known = workspace.read.names_of({who for meeting in circle.meetings for who in meeting.people})
    meetings = [
        {"on": iso(date.fromordinal(day)), "people": sorted(who for who in people if who in known)}
        for day, people in reversed(circle.meetings)
    ]
    return {**circle_document(circle), "meetings": meetings}


def _say(session: Session, workspace: "Workspace", circle: "CircleStatus") -> None:
    from netui.cli.output import is_plain, page_width
    from netui.presentation.glyphs import glyphs
    from netui.presentation.pages.circle import circle_page
    from netui.presentation.pages.page_layout import RenderContext
    from netui.presentation.text import plain
    from netui.services.circles.status import read_guests
    from netui.services.settings import draws_ascii

    if is_plain():
        session.lines(_in_words(workspace, circle))
        return
    context = RenderContext(page_width(), workspace.today, glyphs(ascii_only=draws_ascii(workspace.config)))
    page = circle_page(circle, read_guests(workspace, circle), context, is_named=True)
    session.lines(plain(line).rstrip() for line in page.lines)


def _in_words(workspace: "Workspace", circle: "CircleStatus") -> Iterator[str]:
    """The circle without a drawing: its state, its rhythm, its members, and who was at each meeting."""
    from netui.services.circles.commands import rhythm_words

    row, status = circle.listed
    yield f"{row.name}, {status.state}, {circle.why}"
    yield f"rhythm: {rhythm_words(circle.every)}"
    yield f"members: {', '.join(member.name for member in circle.members) or 'nobody'}"
    for meeting in _document(workspace, circle)["meetings"]:
        yield f"{meeting['on']}: {', '.join(workspace.names(meeting['people']))}"


COMMAND = Command(
    "circle",
    "one circle: who came when; or make one of a tag, and say how often it meets",
    "netui circle choir 1w",
    _run,
    (
        argument("tag", metavar="CIRCLE", help="its tag: choir"),
        argument(
            "rhythm", metavar="1w|learn", nargs="*",
            help="how often it meets, or learn that from its meetings; makes the circle where there is none",
        ),
        flag("--remove", "make it a mere tag again"),
    ),
)  # fmt: skip
