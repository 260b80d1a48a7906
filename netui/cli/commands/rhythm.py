"""``netui rhythm``: how often to be in touch with a contact, or all who fit a query."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.cli.targets import QUERY, WHO_OR_QUERY, YES, find_targets


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    missing = "say one rhythm: 3w, learn, ambient or off"
    targets = find_targets(session, given, 1, missing)
    if len(targets.words) != 1:
        raise Usage(missing)
    workspace = session.workspace
    batch = people_commands.set_rhythm(workspace, targets.idents, targets.words[0])
    if not targets.are_agreed(session, f"set their rhythm to {targets.words[0]}", yes=given.yes):
        return 2
    session.done(workspace.apply(batch))
    return 0


COMMAND = Command(
    "rhythm",
    "how often to be in touch",
    "netui rhythm ada 3w",
    _run,
    (
        argument(
            "words",
            metavar="WHO 3w|learn|ambient|off",
            nargs="+",
            help=f"{WHO_OR_QUERY}; then a span; learn from the timeline; ambient: seen anyway, never "
            "flagged; off",
        ),
        QUERY,
        YES,
    ),
)
