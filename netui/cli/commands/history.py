"""``netui history``: what was changed, newest first."""

from netui.cli.arguments import Namespace, argument, whole_number
from netui.cli.command import Command
from netui.cli.output import table
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    events = session.workspace.store.history(given.limit)
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


COMMAND = Command(
    "history",
    "what was changed, newest first",
    "netui history",
    _run,
    (argument("--limit", metavar="N", type=whole_number, default=20, help="how many changes to show (20)"),),
)
