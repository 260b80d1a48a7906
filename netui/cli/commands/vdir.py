"""``netui vdir``: contacts exchanged with a folder of cards, which vdirsyncer keeps in step with a server."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.output import table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from netui.services.vdir.exchange import Exchange

SHOWN = 10
"""How many of each kind are named."""


def _run(session: Session, given: Namespace) -> int:
    """Exchanges both ways, or shows what that would do; asks about each card that vanished."""
    from netui.services.vdir.exchange import apply_exchange, plan_exchange

    workspace = session.refresh()
    again, release = map(session.who, given.write), map(session.who, given.release)
    wanted = [*again], [*release]
    is_done = given.apply or any(wanted)
    found = apply_exchange(workspace, *wanted) if is_done else plan_exchange(workspace)
    session.emit(found.as_json())
    _show(session, found, "" if is_done else "would be ")
    if is_done and not session.wants_json:
        asked = [each.ident for each in found.vanished if _is_wanted(session, each.ident)]
        if asked:
            written = apply_exchange(workspace, asked).written
            session.say(f"{len(written)} written again")
    elif not is_done:
        session.say("nothing was changed yet; --apply does it")
    return 0


def _is_wanted(session: Session, ident: str) -> bool:
    name = clean(session.workspace.name(ident))
    return session.agreed(f"the card of {name} is gone from the folder; write it again? [y/N] ")


def _show(session: Session, found: "Exchange", verb: str) -> None:
    from netui.cli.commands.import_ import say_gains

    incoming = found.incoming
    for title, idents in (("new", incoming.new), ("changed", incoming.changed), ("merged", incoming.merged)):
        _name(session, f"{verb}{title} here", [incoming.names.get(ident, ident) for ident in idents])
    say_gains(session, incoming)
    _name(session, f"{verb}written to the folder", session.workspace.names(found.written))
    waiting = session.workspace.names(found.waiting)
    _name(session, "with a conflict to settle first (netui conflicts)", waiting)
    _name(session, "deleted here, with a card still in the folder", found.deleted)
    for each in found.vanished:
        name, ident = clean(session.workspace.name(each.ident)), clean(each.ident)
        session.say(
            f"the card of {name} is gone: --write {ident} writes it again, --release {ident} lets it go"
        )
    if found.rejected:
        session.say(f"{len(found.rejected)} rejected:")
        session.lines(table([(f"  {r.file}", r.where, r.why) for r in found.rejected]))


def _name(session: Session, title: str, names: Iterable[str]) -> None:
    names = list(names)
    if names:
        more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
        session.say(f"{len(names)} {title}: {', '.join(map(clean, names[:SHOWN]))}{more}")


COMMAND = Command(
    "vdir",
    "exchange contacts with a folder of cards",
    "netui vdir --apply",
    _run,
    (
        flag("--apply", "do it; without, only what would be done is shown"),
        argument(
            "--write", metavar="WHO", action="append", default=[], help="write a card again that vanished"
        ),
        argument(
            "--release", metavar="WHO", action="append", default=[],
            help="leave somebody whose card vanished out of the folder for good",
        ),
    ),
)  # fmt: skip
