"""``netui snooze``: no flag for a contact until a day."""

from netui.cli.arguments import WHO, Namespace, argument
from netui.cli.command import Command
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    workspace = session.refresh(Freshness.FOLDERS)
    ident = session.who(given.who)
    until = people_commands.parse_wake_day(workspace, " ".join(given.until))
    session.done(workspace.apply(people_commands.snooze_contacts(workspace, [ident], until)))
    return 0


COMMAND = Command(
    "snooze",
    "let a contact rest for a while",
    "netui snooze ada 2w",
    _run,
    (
        WHO,
        argument(
            "until", metavar="UNTIL", nargs="+", help='2w, "in 3 weeks", "1 dec", 2026-12-01; off wakes'
        ),
    ),
)
