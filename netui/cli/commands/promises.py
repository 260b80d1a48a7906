"""``netui promises``: every open promise, the soonest due first, or those of somebody, or of all who fit."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.session import Session

if TYPE_CHECKING:
    from netui.domain.model.entry import Promise


_SIGNS = frozenset('#^:|"')
"""What makes a query of words that might be a name."""


def _run(session: Session, given: Namespace) -> int:
    from netui.cli.documents import promise_document
    from netui.cli.tables import promise_lines
    from netui.services.reminders.promises import count_kept, count_promises, sunk_before

    workspace = session.refresh()
    words = " ".join(given.query).strip()
    whose = _whose(session, words) if words else None
    if whose is not None and not whose:
        session.emit([])
        return session.found_nothing(f"nobody fits {words}")

    def of_them(promises: "Sequence[Promise]") -> "Sequence[Promise]":
        return promises if whose is None else [each for each in promises if each.contact in whose]

    found = of_them(workspace.read.promises.all(sunk=sunk_before(workspace.today)))
    session.emit([promise_document(promise) for promise in found])
    session.lines(promise_lines(workspace, found))
    if found and not session.wants_json:
        every = of_them(workspace.read.promises.all(open_only=False))
        kept = count_kept(every, workspace.today)
        open_ones = count_promises(workspace).words if whose is None else f"{len(found):,} open"
        session.say("\n" + "\n".join(filter(None, (open_ones, kept.words))))
    return 0 if found else session.found_nothing(f"no promise is open{f' with {words}' if words else ''}")


def _whose(session: Session, words: str) -> frozenset[str]:
    """The ids of those whom the words name, else of all who fit them as a query."""
    workspace = session.workspace
    if words.startswith("@"):
        return frozenset((session.who(words),))
    named = () if _SIGNS.intersection(words) else workspace.read.find(words)
    if named:
        return frozenset(each.id for each in named)
    query = workspace.parse_query(words)
    return frozenset(person.row.id for person in session.people(workspace).listed(query))


COMMAND = Command(
    "promises",
    "open promises, of all or of some",
    "netui promises ada",
    _run,
    (argument("query", metavar="QUERY", nargs="*", help="of whom: a name, or a query such as #london"),),
    dash_words=True,
)
