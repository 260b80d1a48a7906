"""``netui set``: one key of a contact."""

from netui.cli.arguments import WHO, Namespace, argument
from netui.cli.command import Command
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.people.set_field import set_field

    workspace = session.refresh(Freshness.FOLDERS)
    batch = set_field(workspace, session.who(given.who), given.key, " ".join(given.value))
    session.done(workspace.apply(batch))
    return 0


COMMAND = Command(
    "set",
    "set one key of a contact",
    'netui set ada org "Analytical Engines"',
    _run,
    (
        WHO,
        argument("key", metavar="KEY", help="org, tags, met.where, rhythm.every, birthday …"),
        argument("value", metavar="VALUE", nargs="+", help='lists with commas; "" removes the key'),
    ),
)
