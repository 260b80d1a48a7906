"""``netui redo``: does again what was undone last."""

from netui.cli.arguments import Namespace, flag
from netui.cli.command import Command
from netui.cli.commands.undo import replay, report_replay
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    workspace = session.refresh(Freshness.FOLDERS, warns=False)
    done = replay(workspace.redo, "redo", given.skip)
    return report_replay(session, done, "done again", "undo", "there is nothing to redo")


COMMAND = Command(
    "redo",
    "do again what was undone",
    "netui redo",
    _run,
    (flag("--skip", "pass over a change that cannot be done again, and go on to the next"),),
)
