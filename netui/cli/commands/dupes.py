"""``netui dupes``: contacts that may be one person, why, and the command that merges them."""

from shlex import quote
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.domain.dedupe.duplicates import DuplicatePair

SHOWN = 20
"""How many pairs are named that are only possible."""


def _run(session: Session, given: Namespace) -> int:
    from netui.services.dedupe.duplicates import find_duplicates

    if given.not_same:
        return _keep_apart(session, *given.not_same)
    workspace = session.refresh()
    found = find_duplicates(workspace)
    session.emit([{"keep": d.keeper, "merge": d.other, "why": d.why, "likely": d.is_likely} for d in found])
    if session.wants_json:
        return 0
    possible = [double for double in found if not double.is_likely]
    shown = possible if given.all else possible[:SHOWN]
    more = len(possible) - len(shown)
    _list(session, "likely one person", [double for double in found if double.is_likely])
    _list(session, "perhaps one person", shown)
    if more:
        session.say(f"  and {more} more: netui dupes --all")
    if not found:
        session.say("nobody seems to be in twice")
    return 0


def _list(session: Session, heading: str, found: "list[DuplicatePair]") -> None:
    """Two lines for each: who and why, and the command; the command is never cut."""
    if found:
        session.say(f"{heading}:")
    for pair in found:
        names = session.workspace.names((pair.keeper, pair.other))
        session.say(f"  {clean(names[0])}, {clean(names[1])}: {clean(pair.why)}")
        session.say(f"    netui merge {clean(quote(pair.keeper))} {clean(quote(pair.other))}")


def _keep_apart(session: Session, one: str, other: str) -> int:
    """Notes that two are not the same person, so that they are not named again."""
    from netui.services.dedupe.duplicates import keep_apart

    workspace = session.refresh(Freshness.FOLDERS)
    one, other = session.who(one), session.who(other)
    done = workspace.apply(keep_apart(workspace, one, other))
    session.done(done, document={"id": one, "not_same": other, "done": done.label})
    return 0


COMMAND = Command(
    "dupes",
    "who may be in twice, and why",
    "netui dupes",
    _run,
    (
        flag("--all", "all pairs, even where little but the name agrees"),
        argument(
            "--not-same", metavar=("A", "B"), nargs=2, help="these are two people: do not name them again"
        ),
    ),
)
