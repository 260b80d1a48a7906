"""``netui undo``: takes back the last change, whoever made it: the shell, another terminal or the app."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, flag
from netui.cli.command import Command
from netui.cli.errors import NobodyError
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.services.workspace import Done


def _run(session: Session, given: Namespace) -> int:
    workspace = session.refresh(Freshness.FOLDERS, warns=False)
    done = replay(workspace.undo, "undo", given.skip)
    return report_replay(session, done, "undone", "redo", "there is nothing to undo")


def replay(step: "Callable[[int], Done | None]", name: str, skip: bool) -> "Done | None":
    """Undoes or redoes; ``skip`` passes over a change in the way. Raises Refused, with the way out."""
    from netui.services.errors import CannotReplay, Refused

    try:
        try:
            return step(0)
        except CannotReplay as error:
            if not skip:
                raise
            return step(error.number)
    except CannotReplay as error:
        following = f" and goes on to “{error.following}”" if error.following else ""
        raise Refused(
            f"{error}; nothing was changed. netui {name} --skip passes it over{following}"
        ) from error


def report_replay(session: Session, done: "Done | None", did: str, back: str, nothing: str) -> int:
    """Says what was undone or redone; raises NobodyError with ``nothing`` where there was nothing."""
    if done is None:
        raise NobodyError(nothing)
    session.done(done, f"{did}: {clean(done.label)}", back)
    return 0


COMMAND = Command(
    "undo",
    "take back the last change",
    "netui undo",
    _run,
    (flag("--skip", "pass over a last change that cannot be undone, and undo the one before"),),
)
