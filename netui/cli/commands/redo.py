"""``netui redo``: does again what was undone last."""

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.commands.undo import report_replay
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    workspace = session.refresh(Freshness.FOLDERS, warns=False)
    return report_replay(session, workspace.redo(), "done again", "undo", "there is nothing to redo")


COMMAND = Command("redo", "do again what was undone", "netui redo", _run)
