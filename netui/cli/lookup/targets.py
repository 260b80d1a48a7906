"""Whom a command is for: one person, or everyone who fits a query, shown and asked about first."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.errors import NobodyError, Usage
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.cli.session import Session

WHO_OR_QUERY = "a person; or all who fit a query with # or a field, such as #london or org:initech"
QUERY = argument("--query", metavar="QUERY", help="all who fit any query, instead of WHO")
YES = flag("--yes", "do not ask before many are changed")
SHOWN = 12
"""How many of those who fit are named."""


class Targets:
    """The ids of whom a command is for, and the words that follow."""

    def __init__(self, idents: Sequence[str], words: Sequence[str], query: str = ""):
        self.idents, self.words, self._query = list(idents), list(words), query

    def are_agreed(self, session: "Session", what: str, *, yes: bool) -> bool:
        """Whether to go on: one person is meant as named, of a query everyone is shown and asked about.

        ``what`` is said of them in the question: ``archive them``, ``set their org to Initech``.
        """
        if not self._query:
            return True
        count = len(self.idents)
        people = "1 person" if count == 1 else f"{count:,} people"
        if yes:
            return True
        if not session.wants_json:
            names = session.workspace.names(self.idents[:SHOWN])
            session.lines(
                f"  {clean(name)}  ({clean(at)})" for name, at in zip(names, self.idents, strict=False)
            )
            if count > SHOWN:
                session.say(f"  and {count - SHOWN:,} more")
        fit = f"{people} fit{'s' if count == 1 else ''} {clean(self._query)}"
        if session.agreed(f"{fit}: {clean(what)}? It can be undone. [y/N] "):
            return True
        session.warn("nothing was changed; --yes does it without asking")
        return False


def find_targets(session: "Session", given: Namespace, least: int = 0, missing: str = "") -> Targets:
    """Whom the words of a command name, or its ``--query``; raises Usage, NobodyError and QueryError.

    At least so many words follow whom; ``missing`` is said where they do not.
    """
    words, query = list(given.words), given.query or ""
    if not (query or words):
        raise Usage("say who: an id, a part of a name, or a query")
    if len(words) < least + (not query):
        raise Usage(missing)
    if not query:
        first = words[0] if least else " ".join(words)
        query = first if is_query(first) else ""
        if not query:
            session.refresh(Freshness.FOLDERS)
            ident, words = session.split_who(words, least) if least else (session.who(first), [])
            return Targets([ident], words)
        words = words[1:] if least else []
    return Targets(_everyone(session, query), words, query)


def is_query(text: str) -> bool:
    """Whether a text in the place of a person is a query: it has a tag's sign or a field of the language."""
    from netui.domain.query.parser import FIELDS

    return "#" in text or any(name in FIELDS for name in re.findall(r"(?:^|[\s|(-])(\w+):", text.lower()))


def _everyone(session: "Session", query: str) -> list[str]:
    workspace = session.refresh()
    wanted = workspace.parse_query(query)
    if not wanted.clauses:
        raise Usage("an empty query is everyone; say whom you mean")
    found = session.people(workspace).listed(wanted)
    if not found:
        raise NobodyError(f"nobody fits {clean(query)}")
    return [person.row.id for person in found]
