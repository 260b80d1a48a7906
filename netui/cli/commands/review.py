"""``netui review``: the app, at the weekly review."""

from netui.cli.arguments import Namespace
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    from netui.cli.app import open_app

    if given.json:
        raise Usage("review is for the screen; netui due --json tells who is next")
    return open_app(session, "review")


COMMAND = Command("review", "the app, at the weekly review", "netui review", _run)
