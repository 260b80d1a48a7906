"""``netui promises``: every open promise, the soonest due first."""

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    from netui.cli.documents import promise_document
    from netui.cli.tables import promise_lines

    workspace = session.refresh()
    found = workspace.read.promises()
    session.emit([promise_document(promise) for promise in found])
    session.lines(promise_lines(workspace, found))
    return 0


COMMAND = Command("promises", "open promises", "netui promises", _run)
