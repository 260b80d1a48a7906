"""``netui tag``: tags added to and removed from a contact."""

from netui.cli.arguments import WHO, Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people import commands as people_commands

    workspace = session.refresh(Freshness.FOLDERS)
    add = [word.lstrip("+") for word in given.tags if not word.startswith("-")]
    remove = [word[1:] for word in given.tags if word.startswith("-")]
    for word in (*add, *remove):
        if not word.lstrip("#").strip():
            raise Usage("a tag needs a name, as in +london")
    session.done(
        workspace.apply(people_commands.tag_contacts(workspace, [session.who(given.who)], add, remove))
    )
    return 0


COMMAND = Command(
    "tag",
    "add and remove tags",
    "netui tag ada +london -draft",
    _run,
    (WHO, argument("tags", metavar="+TAG|-TAG", nargs="+", help="+a adds, -b removes; a alone adds")),
    dash_words=True,
)
