"""``netui promises``: every open promise, the soonest due first."""

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    from netui.cli.documents import promise_document
    from netui.cli.tables import promise_lines
    from netui.services.reminders.promises import count_kept, count_promises, sunk_before

    workspace = session.refresh()
    found = workspace.read.promises.all(sunk=sunk_before(workspace.today))
    session.emit([promise_document(promise) for promise in found])
    session.lines(promise_lines(workspace, found))
    if found and not session.wants_json:
        every = workspace.read.promises.all(open_only=False)
        kept = count_kept(every, workspace.today)
        session.say("\n" + "\n".join(filter(None, (count_promises(workspace).words, kept.words))))
    return 0 if found else session.found_nothing("no promise is open")


COMMAND = Command("promises", "open promises", "netui promises", _run)
