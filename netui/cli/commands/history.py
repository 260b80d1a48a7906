"""``netui history``: what was changed, newest first."""

from netui.cli.arguments import Namespace, argument, whole_number
from netui.cli.command import Command
from netui.cli.output import table
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    """Says at the end how far back undo reaches."""
    store = session.workspace.store
    history = store.history()
    events = history[: given.limit]
    session.emit(
        [
            {"when": e.when.isoformat(timespec="seconds"), "label": e.label, "undone": e.undone,
             "skipped": e.skipped, "files": [str(file) for file in e.files]}
            for e in events
        ]
    )  # fmt: skip
    states = ("undone" if e.undone else "passed over" if e.skipped else "" for e in events)
    rows = [(f"{e.when:%Y-%m-%d %H:%M}", state, e.label) for e, state in zip(events, states, strict=True)]
    session.lines(table(rows, (16, 11)))
    reach = [e for e in history if not e.undone and not e.skipped]
    if reach:
        changes = "1 change" if len(reach) == 1 else f"{len(reach):,} changes"
        session.say(
            f"undo reaches back {changes}, to {reach[-1].when:%Y-%m-%d}; once the journal has "
            f"{store.JOURNAL_MB} MB, the oldest leave it, never the latest {store.JOURNAL_LEAST}"
        )
    if not history:
        session.say("nothing was changed here yet")
    return 0


COMMAND = Command(
    "history",
    "what was changed, newest first",
    "netui history",
    _run,
    (argument("--limit", metavar="N", type=whole_number, default=20, help="how many changes to show (20)"),),
)
