"""``netui search``: words anywhere in notes and timelines."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.output import iso, table
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    workspace = session.refresh()
    hits = workspace.read.search(" ".join(given.text))
    session.emit(
        [{"contact": h.contact, "entry": h.entry, "on": iso(h.on), "snippet": h.snippet} for h in hits]
    )
    if not session.wants_json:
        names = workspace.read.names_of({hit.contact for hit in hits})
        rows = [
            (h.on.isoformat()[:10] if h.on else "", names.get(h.contact, h.contact), h.snippet) for h in hits
        ]
        session.lines(table(rows, (10, 28)))
    return 0


COMMAND = Command(
    "search",
    "words anywhere in notes and timelines",
    "netui search retainer",
    _run,
    (argument("text", metavar="TEXT", nargs="+", help="every word must occur; the last may be a beginning"),),
    dash_words=True,
)
