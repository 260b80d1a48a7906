"""``netui done``: ticks a promise."""

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import AmbiguousError, NobodyError
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness


def _run(session: Session, given: Namespace) -> int:
    from netui.services.timeline.commands import tick_promise

    workspace = session.refresh(Freshness.FOLDERS)
    workspace.refresh_contacts(promise.contact for promise in workspace.read.promise(given.id))
    found = workspace.read.promise(given.id) or session.refresh().read.promise(given.id)
    if not found:
        raise NobodyError(f"there is no promise {clean(given.id)!r}; netui promises lists the open ones")
    still_open = [promise for promise in found if promise.done is None]
    if not still_open:
        session.emit({"done": None, "files": []})
        session.say(f"it is done already: {clean(found[0].text)}")
        return 0
    if len(still_open) > 1:
        owners = ", ".join(promise.contact for promise in still_open)
        raise AmbiguousError(f"promise {given.id} stands in several files ({owners}); give each its own id")
    session.done(workspace.apply(tick_promise(workspace, still_open[0])))
    return 0


COMMAND = Command(
    "done",
    "tick a promise",
    "netui done p7c2",
    _run,
    (argument("id", metavar="ID", help="as netui promises shows it"),),
)
