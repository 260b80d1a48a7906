"""``netui rhythm``: how often to be in touch with a contact."""

from netui.cli.arguments import WHO, Namespace, argument
from netui.cli.command import Command
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    workspace = session.refresh(Freshness.FOLDERS)
    batch = people_commands.set_rhythm(workspace, [session.who(given.who)], given.setting)
    session.done(workspace.apply(batch))
    return 0


COMMAND = Command(
    "rhythm",
    "how often to be in touch",
    "netui rhythm ada 3w",
    _run,
    (
        WHO,
        argument(
            "setting",
            metavar="3w|learn|ambient|off",
            help="a span; learn from the timeline; ambient: seen anyway, never flagged; off",
        ),
    ),
)
