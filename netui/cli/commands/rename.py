"""``netui rename``: another name for a contact, whose id stays."""

from netui.cli.arguments import WHO, Namespace, argument
from netui.cli.command import Command
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    workspace = session.refresh(Freshness.FOLDERS)
    who, name = session.split_who([given.who, *given.name], 1)
    batch = people_commands.rename_contact(workspace, who, " ".join(name))
    session.done(workspace.apply(batch))
    return 0


COMMAND = Command(
    "rename",
    "give a contact another name",
    'netui rename ada "Ada King"',
    _run,
    (WHO, argument("name", metavar="NAME", nargs="+")),
)
