"""``netui rm``: moves a contact to the trash."""

from netui.cli.arguments import WHO_WORDS, Namespace, flag
from netui.cli.command import Command
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    """Asks first; shared entries move to the others who were there."""
    from netui.services.people import commands as people_commands

    workspace = session.refresh(Freshness.FOLDERS)
    ident = session.who(" ".join(given.who))
    name = workspace.name(ident)
    question = f"delete {clean(name)} ({clean(ident)})? It can be undone. [y/N] "
    if not given.yes and not session.agreed(question):
        session.warn("nothing was deleted; --yes does it without asking")
        return 2
    session.done(workspace.apply(people_commands.remove_contacts(workspace, [ident])))
    return 0


COMMAND = Command(
    "rm",
    "move a contact to the trash",
    "netui rm ada",
    _run,
    (WHO_WORDS, flag("--yes", "do not ask")),
)
