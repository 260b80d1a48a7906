"""``netui merge``: two contacts that are one person."""

from netui.cli.output import table
from netui.cli.parsing import Given, Parser
from netui.cli.session import Session
from netui.domain.merge import Merge
from netui.domain.plaintext import clean
from netui.services.merging import merging, told


def merge_arguments(parser: Parser) -> None:
    """Who stays, and who goes."""
    parser.words("keeper", metavar="A", help="who stays: an id, an alias or any unique part of a name")
    parser.words("other", metavar="B", help="who becomes a part of A")
    parser.option("--yes", action="store_true", help="do not ask")


def merge_command(session: Session, given: Given) -> int:
    """Makes one contact of two: everything of B comes over to A, and whoever named B names A."""
    workspace = session.fresh()
    keeper, other = session.who(given.keeper), session.who(given.other)
    found = merging(workspace, keeper, other)
    into = " into ".join(f"{clean(workspace.name(ident))} ({clean(ident)})" for ident in (other, keeper))
    session.say(f"merge {into}:")
    session.lines(f"  {line}" for line in table(told(workspace, found), (12,)))
    session.say(f"  contacts/{clean(other)}.toml goes to the trash")
    if not given.yes and not session.agreed(f"merge {into}? It can be undone. [y/N] "):
        session.warn("nothing was merged")
        return 2
    done = workspace.apply(found.batch)
    session.emit({**_document(found), "done": done.label, "files": [str(file) for file in done.files]})
    session.say(f"{clean(done.label)}  (netui undo takes it back)")
    return 0


def _document(found: Merge) -> dict[str, object]:
    return {
        "id": found.keeper,
        "merged": found.other,
        "gained": {key: list(values) for key, values in found.gained.items()},
        "noted": [{"key": a.key, "stays": a.stays or None, "value": a.noted} for a in found.asides],
        "moved": dict(found.moved),
        "both": dict(found.both),
        "elsewhere": [str(file) for file in found.elsewhere],
    }
