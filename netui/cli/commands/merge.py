"""``netui dupes`` and ``netui merge``: contacts that are one person."""

from shlex import quote
from typing import TYPE_CHECKING

from netui.cli.arguments import Given, Parser
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.dedupe.merge import Merge
from netui.domain.text.sanitize import clean
from netui.services.people.merge import merging, told

if TYPE_CHECKING:
    from netui.domain.dedupe.duplicates import DuplicatePair

SHOWN = 20
"""How many are named of those who share a name and nothing else."""


def dupes_arguments(parser: Parser) -> None:
    """How many."""
    parser.option("--all", action="store_true", help="all who share a name, even where nothing else agrees")


def dupes_command(session: Session, given: Given) -> int:
    """Who may be in twice, why, and the command that makes one of two."""
    from netui.services.people.duplicates import doubles

    workspace = session.refresh_all()
    found = doubles(workspace)
    session.emit([{"keep": d.keeper, "merge": d.other, "why": d.why, "likely": d.is_likely} for d in found])
    if session.wants_json:
        return 0
    namesakes = [double for double in found if not double.is_likely]
    shown = namesakes if given.all else namesakes[:SHOWN]
    more = len(namesakes) - len(shown)
    _list(session, "likely one person", [double for double in found if double.is_likely])
    _list(session, "the same name, and nothing else that agrees", shown)
    if more:
        session.say(f"  and {more} more: netui dupes --all")
    if not found:
        session.say("nobody seems to be in twice")
    return 0


def _list(session: Session, heading: str, found: "list[DuplicatePair]") -> None:
    """Two lines for each: who and why, and the command; the command is never cut."""
    if found:
        session.say(f"{heading}:")
    for keeper, other, why, _ in found:
        names = session.workspace.names((keeper, other))
        session.say(f"  {clean(names[0])}, {clean(names[1])}: {clean(why)}")
        session.say(f"    netui merge {clean(quote(keeper))} {clean(quote(other))}")


def merge_arguments(parser: Parser) -> None:
    """Who stays, and who goes."""
    parser.words("keeper", metavar="A", help="who stays: an id, an alias or any unique part of a name")
    parser.words("other", metavar="B", help="who becomes a part of A")
    parser.option("--yes", action="store_true", help="do not ask")


def merge_command(session: Session, given: Given) -> int:
    """Makes one contact of two: everything of B comes over to A, and whoever named B names A."""
    workspace = session.refresh_all()
    keeper, other = session.who(given.keeper), session.who(given.other)
    found = merging(workspace, keeper, other)
    into = " into ".join(f"{clean(workspace.name(ident))} ({clean(ident)})" for ident in (other, keeper))
    session.say(f"merge {into}:")
    session.lines(f"  {line}" for line in table(told(workspace, found), (12,)))
    session.say(f"  contacts/{clean(other)}.toml goes to the trash")
    if not given.yes and not session.agreed(f"merge {into}? It can be undone. [y/N] "):
        session.warn("nothing was merged")
        return 2
    found = merging(workspace, keeper, other)  # as the files are by now
    done = workspace.apply(found.batch)
    session.emit({**_document(found), "done": done.label, "files": [str(file) for file in done.files]})
    session.say(f"{clean(done.label)}  (netui undo takes it back)")
    return 0


def _document(found: Merge) -> dict[str, object]:
    return {
        "id": found.keeper,
        "merged": found.other,
        "gained": {key: list(values) for key, values in found.gained.items()},
        "noted": [{"key": a.key, "stays": a.kept or None, "value": a.noted} for a in found.conflicts],
        "moved": dict(found.moved),
        "both": dict(found.both),
        "elsewhere": [str(file) for file in found.elsewhere],
    }
