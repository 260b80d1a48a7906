"""``netui merge``: makes one contact of two."""

from typing import TYPE_CHECKING

from netui.cli.arguments import WHO_HELP, Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.domain.dedupe.merge import Merge


def _run(session: Session, given: Namespace) -> int:
    """Makes one contact of two: everything of B comes over to A, and whoever named B names A."""
    from netui.services.dedupe.merge import describe_merge, plan_merge

    workspace = session.refresh()
    keeper, other = session.who(given.keeper), session.who(given.other)
    found = plan_merge(workspace, keeper, other)
    into = " into ".join(f"{clean(workspace.name(ident))} ({clean(ident)})" for ident in (other, keeper))
    session.say(f"merge {into}:")
    session.lines(f"  {line}" for line in table(describe_merge(workspace, found), (12,)))
    session.say(f"  contacts/{clean(other)}.toml goes to the trash")
    if not given.yes and not session.agreed(f"merge {into}? It can be undone. [y/N] "):
        session.warn("nothing was merged; --yes does it without asking")
        return 2
    found = plan_merge(workspace, keeper, other)  # as the files are by now
    done = workspace.apply(found.batch)
    session.emit({**_document(found), "done": done.label, "files": [str(file) for file in done.files]})
    session.say(f"{clean(done.label)}  {session.undo_hint()}")
    session.warn_of_clashes(done)
    return 0


def _document(found: "Merge") -> dict[str, object]:
    return {
        "id": found.keeper,
        "merged": found.other,
        "gained": {key: list(values) for key, values in found.gained.items()},
        "noted": [{"key": a.key, "stays": a.kept or None, "value": a.noted} for a in found.conflicts],
        "moved": dict(found.moved),
        "both": dict(found.both),
        "elsewhere": [str(file) for file in found.elsewhere],
    }


COMMAND = Command(
    "merge",
    "make one contact of two",
    "netui merge ada a-lovelace",
    _run,
    (
        argument("keeper", metavar="A", help=f"who stays: {WHO_HELP}"),
        argument("other", metavar="B", help="who becomes a part of A"),
        flag("--yes", "do not ask"),
    ),
)
