"""``netui date``: a day that matters to somebody each year, such as a birthday."""

from typing import Any

from netui.cli.arguments import WHO, Namespace, argument, flag, whole_number
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.session import Session
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    """Sets an important date of a contact, or removes it."""
    from netui.services.people.set_field import set_date

    workspace = session.refresh(Freshness.FOLDERS)
    who, (what, *when) = session.split_who([given.who, given.what, *given.when], 1)
    if any(when) == given.remove:
        raise Usage('say when: netui date ada birthday "10 dec 1985"; --remove takes the date away')
    done = workspace.apply(set_date(workspace, who, what, " ".join(when), lead=given.lead))
    items = workspace.read.head(who).get("date", [])
    item: dict[str, Any] = next((each for each in items if each.get("what") == what), {})
    document = {"id": who, "what": what, "on": item.get("on"), "lead": item.get("lead")}
    session.done(done, document=document)
    return 0


COMMAND = Command(
    "date",
    "a day that matters each year: a birthday",
    'netui date ada birthday "10 dec 1985"',
    _run,
    (
        WHO,
        argument("what", metavar="WHAT", help="birthday, anniversary, or your own word"),
        argument("when", metavar="WHEN", nargs="*", help="10 dec, 10 dec 1985, 1985-12-10"),
        argument("--lead", metavar="DAYS", type=whole_number, help="how many days ahead to be told (7)"),
        flag("--remove", "take the date away"),
    ),
)
