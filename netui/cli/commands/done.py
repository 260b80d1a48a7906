"""``netui done``: ticks a promise."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    from netui.cli.lookup.promises import closed_words, find_promise
    from netui.services.timeline.commands import tick_promise

    promise = find_promise(session, given.id)
    if not promise.is_open:
        session.emit({"done": None, "files": []})
        session.say(closed_words(promise))
        return 0
    workspace = session.workspace
    session.done(workspace.apply(tick_promise(workspace, promise)))
    return 0


COMMAND = Command(
    "done",
    "tick a promise",
    "netui done p7c2",
    _run,
    (argument("id", metavar="ID", help="as netui promises shows it"),),
)
