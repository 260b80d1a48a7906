"""``netui list``: contacts that fit a query, in the order of the app."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.session import NOBODY_YET, Session
from netui.services.people.rows import SORTS


def _run(session: Session, given: Namespace) -> int:
    words = " ".join(given.query)
    if not words.strip() and given.sort == SORTS[0] and not session.wants_json:
        lines = _all_lines(session)
        session.lines(lines)
        return 0 if lines else session.found_nothing(NOBODY_YET)
    workspace = session.workspace
    session.refresh()
    query = workspace.parse_query(words)
    found = session.people(workspace).listed(query, given.sort)
    if session.wants_json:
        from netui.cli.documents import contact_document

        session.emit([contact_document(workspace, person) for person in found])
    else:
        from netui.cli.tables import contact_lines

        session.lines(contact_lines(workspace, found))
    return 0 if found else session.found_nothing(f"nobody fits {words or 'that'}")


def _all_lines(session: Session) -> list[str]:
    """The table of everyone: as ``contact_lines``, from two columns instead of whole rows."""
    from netui.cli.output import table
    from netui.cli.tables import CONTACT_WIDTHS, EXPLAINED
    from netui.domain.cadence.explanations import explain, gap_words
    from netui.services.people.ranking import rank_contacts

    workspace = session.refresh()
    if workspace.read.contacts_in_conflict():  # who they are the two columns do not tell
        from netui.cli.tables import contact_lines
        from netui.domain.query.parser import parse

        return contact_lines(workspace, session.people(workspace).listed(parse(""), SORTS[0]))
    today, settings = workspace.today, workspace.quiet
    silences: dict[int | None, str] = {None: ""}
    rows = []
    for _, name, _, state, days, known in rank_contacts(workspace):
        silence = silences.get(days)
        if silence is None:
            silence = silences[days] = gap_words(days or 0)
        reason = explain(*known, today, settings) if known is not None and state in EXPLAINED else ""
        rows.append((state, name, silence, reason))
    return table(rows, CONTACT_WIDTHS)


COMMAND = Command(
    "list",
    "contacts, the quiet first",
    'netui list "is:quiet #london"',
    _run,
    (
        argument(
            "query",
            metavar="QUERY",
            nargs="*",
            help='who: free words, #tag, is:quiet, role:mentor, "last:>90d" …',
        ),
        argument(
            "--sort", choices=SORTS, default=SORTS[0], metavar="|".join(SORTS), help="the order (quiet)"
        ),
    ),
    dash_words=True,
)
