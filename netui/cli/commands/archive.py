"""``netui archive``: keeps a contact, searchable, out of lists and states."""

from netui.cli.arguments import WHO_WORDS, Namespace, flag
from netui.cli.command import Command
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    workspace = session.refresh(Freshness.FOLDERS)
    ident = session.who(" ".join(given.who))
    session.done(workspace.apply(people_commands.archive_contacts(workspace, [ident], not given.back)))
    return 0


COMMAND = Command(
    "archive",
    "take a contact out of the lists, or back",
    "netui archive ada",
    _run,
    (WHO_WORDS, flag("--back", "bring back into the lists")),
)
