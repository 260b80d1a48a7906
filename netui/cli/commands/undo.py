"""``netui undo``: takes back the last change, whoever made it: the shell, another terminal or the app."""

from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.errors import NobodyError
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.services.workspace import Done


def _run(session: Session, given: Namespace) -> int:  # noqa: ARG001
    workspace = session.refresh(Freshness.FOLDERS, warns=False)
    return report_replay(session, workspace.undo(), "undone", "redo", "there is nothing to undo")


def report_replay(session: Session, done: "Done | None", did: str, back: str, nothing: str) -> int:
    """Says what was undone or redone; raises NobodyError with ``nothing`` where there was nothing."""
    if done is None:
        raise NobodyError(nothing)
    session.emit({"done": done.label, "files": [str(file) for file in done.files]})
    session.say(f"{did}: {clean(done.label)}  (netui {back} takes it back)")
    return 0


COMMAND = Command("undo", "take back the last change", "netui undo", _run)
