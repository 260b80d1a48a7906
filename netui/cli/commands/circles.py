"""``netui circles``: the circles with their rhythm and how long since they met."""

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    from netui.cli.documents import circle_document
    from netui.cli.tables import circle_lines

    workspace = session.refresh()
    found = session.people(workspace).circles()
    session.emit([circle_document(circle) for circle in found])
    session.lines(circle_lines(found))
    if not found:
        session.say("no circles yet: netui circle choir 1w makes one of everyone with #choir")
    return 0


COMMAND = Command(
    "circles", "circles: people with one tag who meet, and how long since", "netui circles", _run
)
