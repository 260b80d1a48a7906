"""``netui search``: words anywhere in notes, timelines, promises, dates, goals and custom keys."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.output import iso, table
from netui.cli.session import Session
from netui.services.search import search_text


def _run(session: Session, given: Namespace) -> int:
    workspace = session.refresh()
    hits = search_text(workspace, " ".join(given.text), with_trash=given.trash)
    session.emit(
        [
            {
                "contact": hit.contact or None,
                "entry": hit.entry,
                "on": iso(hit.on),
                "snippet": hit.snippet,
                "where": hit.where or None,
                "id": hit.id or None,
            }
            for hit in hits
        ]
    )
    if not hits:
        return session.found_nothing(f"nothing that was written has “{' '.join(given.text)}”")
    if not session.wants_json:
        names = workspace.read.names_of({hit.contact for hit in hits})
        rows = [
            (
                hit.on.isoformat()[:10] if hit.on else hit.where,
                names.get(hit.contact, hit.contact or hit.id),
                hit.snippet,
            )
            for hit in hits
        ]
        session.lines(table(rows, (11, 28)))
    return 0


COMMAND = Command(
    "search",
    "words anywhere in what you wrote",
    "netui search retainer",
    _run,
    (
        argument("text", metavar="TEXT", nargs="+", help="every word must occur; the last may be begun"),
        argument("--trash", action="store_true", help="also in what was deleted"),
    ),
    dash_words=True,
)
