"""``netui dupes``: contacts that may be one person, why, and the command that merges them."""

from shlex import quote
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, flag
from netui.cli.command import Command
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.domain.dedupe.duplicates import DuplicatePair

SHOWN = 20
"""How many pairs are named that share a name and nothing else."""


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people.duplicates import find_duplicates

    workspace = session.refresh()
    found = find_duplicates(workspace)
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


COMMAND = Command(
    "dupes",
    "who may be in twice, and why",
    "netui dupes",
    _run,
    (flag("--all", "all who share a name, even where nothing else agrees"),),
)
