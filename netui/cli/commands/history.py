"""``netui undo``, ``netui redo`` and ``netui history``."""

from netui.cli.arguments import Given, Parser, Usage
from netui.cli.output import table
from netui.cli.session import NobodyError, Session
from netui.domain.text.sanitize import clean
from netui.services.workspace import Done


def undo_command(session: Session, given: Given) -> int:  # noqa: ARG001
    """Takes back the last change, whoever made it: this command, another terminal or the app."""
    _fresh(session)
    return _told(session, session.workspace.undo(), "undone", "redo", "there is nothing to undo")


def redo_command(session: Session, given: Given) -> int:  # noqa: ARG001
    """Does again what was undone last."""
    _fresh(session)
    return _told(session, session.workspace.redo(), "done again", "undo", "there is nothing to redo")


def _fresh(session: Session) -> None:
    """What is known of the folder is brought up to date, so that only the change is taken in after."""
    session.workspace.refresh_if_folder_changed()


def _told(session: Session, done: Done | None, did: str, back: str, nothing: str) -> int:
    if done is None:
        raise NobodyError(nothing)
    session.emit({"done": done.label, "files": [str(file) for file in done.files]})
    session.say(f"{did}: {clean(done.label)}  (netui {back} takes it back)")
    return 0


def history_arguments(parser: Parser) -> None:
    """How many."""
    parser.option("--limit", metavar="N", default="20", help="how many changes to show (20)")


def history_command(session: Session, given: Given) -> int:
    """What was changed, newest first."""
    if not given.limit.isdecimal():
        raise Usage(f"--limit takes a number, not {given.limit!r}")
    events = session.workspace.store.history(int(given.limit))
    session.emit(
        [
            {"when": e.when.isoformat(timespec="seconds"), "label": e.label, "undone": e.undone,
             "files": [str(file) for file in e.files]}
            for e in events
        ]
    )  # fmt: skip
    rows = [(f"{e.when:%Y-%m-%d %H:%M}", "undone" if e.undone else "", e.label) for e in events]
    session.lines(table(rows, (16, 6)))
    return 0
