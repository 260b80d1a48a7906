"""``netui trash``: what was deleted, and bringing it back one by one."""

from typing import TYPE_CHECKING

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import NobodyError, Usage
from netui.cli.output import table
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.services.transfer.trash import TrashedFile


def _run(session: Session, given: Namespace) -> int:
    """Lists the trash, or restores one of it."""
    from netui.services.transfer.trash import NotInTrash, find_trashed, list_trash, restore_trashed

    if given.action not in (None, "list") or (given.action == "list" and given.name):
        if given.action != "restore" or not given.name:
            raise Usage("netui trash list names what was deleted; netui trash restore NAME brings one back")
        workspace = session.refresh(Freshness.FOLDERS)
        try:
            trashed = find_trashed(workspace, " ".join(given.name))
        except NotInTrash as error:
            raise NobodyError(str(error)) from None
        done = workspace.apply(restore_trashed(workspace, trashed))
        session.done(done, document=_document(trashed))
        return 0
    found = list_trash(session.workspace)
    session.emit([_document(each) for each in found])
    session.lines(table([(f"{each.when:%Y-%m-%d %H:%M}", each.title, each.name) for each in found], (16, 30)))
    session.say("netui trash restore NAME brings one back" if found else "the trash is empty")
    return 0


def _document(trashed: "TrashedFile") -> dict[str, str]:
    return {
        "id": trashed.file.stem,
        "name": trashed.name,
        "file": str(trashed.file),
        "title": trashed.title,
        "deleted": trashed.when.isoformat(timespec="seconds"),
    }


COMMAND = Command(
    "trash",
    "what was deleted, and bring it back",
    "netui trash restore ada-lovelace",
    _run,
    (
        argument(
            "action", metavar="list|restore", nargs="?", help="list all, or bring back the one of this name"
        ),
        argument(
            "name", metavar="NAME", nargs="*", help="what it was called, its id, or its name in the trash"
        ),
    ),
)
