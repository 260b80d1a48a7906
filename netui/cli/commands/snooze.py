"""``netui snooze``: no flag for a contact, or all who fit a query, until a day."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.lookup.targets import QUERY, WHO_OR_QUERY, YES, find_targets
from netui.cli.session import Session
from netui.domain.model.dates import full_day


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    targets = find_targets(session, given, 1, 'say until when: 2w, "in 3 weeks", "1 dec"; off wakes')
    workspace = session.workspace
    until = people_commands.parse_wake_day(workspace, " ".join(targets.words))
    if not targets.are_agreed(
        session, f"snooze them until {full_day(until)}" if until else "wake them", yes=given.yes
    ):
        return 2
    session.done(workspace.apply(people_commands.snooze_contacts(workspace, targets.idents, until)))
    return 0


COMMAND = Command(
    "snooze",
    "let a contact rest for a while",
    "netui snooze ada 2w",
    _run,
    (
        argument(
            "words",
            metavar="WHO UNTIL",
            nargs="+",
            help=f'{WHO_OR_QUERY}; then 2w, "in 3 weeks", "1 dec", 2026-12-01; off wakes',
        ),
        QUERY,
        YES,
    ),
)
