"""``netui relate``: what one person is to another, or that they are that no longer."""

from netui.cli.arguments import WHO, Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    """Notes in the file of WHO that WHOM is their AS: it shows on the pages of both."""
    from netui.services.relationships.commands import relate_contacts, unrelate_contacts

    workspace = session.refresh(Freshness.FOLDERS)
    who, words = session.split_who([given.who, given.whom, *given.label], 1)
    whom, label = (words[0], words[1:]) if given.as_text else session.split_who(words)
    words = label[1:] if label[:1] == ["as"] else label
    change = unrelate_contacts if given.remove else relate_contacts
    done = workspace.apply(change(workspace, who, whom, " ".join(words)))
    related = workspace.read.head(who).get("related", [])
    session.done(done, document={"id": who, "related": related, "done": done.label})
    return 0


COMMAND = Command(
    "relate",
    "say what somebody is to another: father, boss",
    "netui relate ada byron father",
    _run,
    (
        WHO,
        argument("whom", metavar="WHOM", help="the other person"),
        argument("label", metavar="AS", nargs="*", help="what WHOM is to WHO: father, boss, sister"),
        flag("--as-text", "WHOM is no contact: keep the name as it stands"),
        flag("--remove", "they are not, or no longer"),
    ),
)
