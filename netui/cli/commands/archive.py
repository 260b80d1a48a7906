"""``netui archive``: keeps a contact, or all who fit a query, searchable, out of lists and states."""

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.lookup.targets import QUERY, WHO_OR_QUERY, YES, find_targets
from netui.cli.session import Session


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    targets = find_targets(session, given)
    if not targets.are_agreed(session, "bring them back" if given.back else "archive them", yes=given.yes):
        return 2
    workspace = session.workspace
    session.done(
        workspace.apply(people_commands.archive_contacts(workspace, targets.idents, archived=not given.back))
    )
    return 0


COMMAND = Command(
    "archive",
    "take a contact out of the lists, or back",
    "netui archive ada",
    _run,
    (
        argument("words", metavar="WHO", nargs="*", help=WHO_OR_QUERY),
        flag("--back", "bring back into the lists"),
        QUERY,
        YES,
    ),
)
