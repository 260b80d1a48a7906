"""``netui list`` and ``netui search``."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from netui.cli.arguments import Given, Parser
from netui.cli.output import iso, or_none, table
from netui.cli.session import Session
from netui.domain.cadence.explanations import explain, gap_words
from netui.domain.model.contact_row import split
from netui.services.people.ranking import roster
from netui.services.people.rows import SORTS, Person
from netui.services.workspace import Workspace


def list_arguments(parser: Parser) -> None:
    """Whom, and in which order."""
    parser.words(
        "query",
        metavar="QUERY",
        nargs="*",
        help='who: free words, #tag, is:quiet, role:mentor, "last:>90d" …',
    )
    parser.option(
        "--sort", choices=SORTS, default=SORTS[0], metavar="|".join(SORTS), help="the order (quiet)"
    )


def list_command(session: Session, given: Given) -> int:
    """Contacts that fit, as in the app."""
    words = " ".join(given.query)
    if not words.strip() and given.sort == SORTS[0] and not session.wants_json:
        session.lines(_roster_lines(session.refresh_all()))
        return 0
    from netui.domain.query.parser import parse

    query = parse(words)
    workspace = session.refresh_all()
    found = session.people(workspace).listed(query, given.sort)
    if session.wants_json:
        session.emit([person_document(workspace, person) for person in found])
    else:
        session.lines(person_lines(workspace, found))
    return 0


def person_lines(workspace: Workspace, people: Iterable[Person]) -> list[str]:
    """One line for each: state, name, silence; and why, for those who want attention or cannot be read."""
    today, settings = workspace.today, workspace.quiet
    return table(
        [
            (
                standing.state,
                summary.name,
                gap_words(standing.days) if standing.days is not None else "",
                explain(summary, standing, today, settings) if standing.state in _EXPLAINED else "",
            )
            for summary, standing in people
        ],
        _WIDEST,
    )


def _roster_lines(workspace: Workspace) -> list[str]:
    """The same for everyone in order."""
    today, settings = workspace.today, workspace.quiet
    silences: dict[int | None, str] = {None: ""}
    rows = []
    for _, name, _, state, days, known in roster(workspace):
        silence = silences.get(days)
        if silence is None:
            silence = silences[days] = gap_words(days or 0)
        reason = explain(*known, today, settings) if known is not None and state in _EXPLAINED else ""
        rows.append((state, name, silence, reason))
    return table(rows, _WIDEST)


_WIDEST = (8, 32, 6)
_EXPLAINED = ("quiet", "due", "snoozed", "broken")


def person_document(workspace: Workspace, person: Person) -> dict[str, Any]:
    """One person as ``list --json`` gives her."""
    summary, standing = person
    return {
        "id": summary.id,
        "name": summary.name,
        "roles": split(summary.roles),
        "tags": split(summary.tags),
        "org": or_none(summary.org),
        "title": or_none(summary.title),
        "last": iso(date.fromordinal(summary.last)) if summary.last else None,
        "days": standing.days if standing.days is not None else _days(workspace, person),
        "state": standing.state,
        "every": or_none(summary.every),
        "chance": standing.chance,
        "share": standing.share,
        "why": or_none(explain(summary, standing, workspace.today, workspace.quiet)),
    }


def _days(workspace: Workspace, person: Person) -> int | None:
    last = person.row.last
    return max(workspace.today.toordinal() - last, 0) if last else None


def search_arguments(parser: Parser) -> None:
    """The words."""
    parser.words("text", metavar="TEXT", nargs="+", help="every word must occur; the last may be a beginning")


def search_command(session: Session, given: Given) -> int:
    """What was said, wherever it stands."""
    workspace = session.refresh_all()
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
