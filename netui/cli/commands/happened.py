"""``netui happened``: a planned meeting happened, did not, or is moved to another day."""

from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument
from netui.cli.command import Command
from netui.cli.errors import AmbiguousError, NobodyError
from netui.cli.session import Session
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.services.workspace import Workspace


def _run(session: Session, given: Namespace) -> int:
    from netui.services.timeline.plans import answer_plan

    workspace = session.refresh(Freshness.FOLDERS)
    entry = _find_plan(session, workspace, given.id)
    done = workspace.apply(answer_plan(workspace, entry, " ".join(given.answer)))
    session.done(done, document=_document(workspace, entry))
    return 0


def _find_plan(session: Session, workspace: "Workspace", ident: str) -> "Entry":
    """The plan of this id; raises NobodyError, or AmbiguousError where a file was copied by hand."""
    from netui.services.timeline.plans import is_open_plan

    workspace.refresh_contacts(entry.contact for entry in workspace.read.entries_called(ident))
    found = workspace.read.entries_called(ident) or session.refresh().read.entries_called(ident)
    if not found:
        raise NobodyError(f"there is no entry {clean(ident)!r}; netui due names the plans to answer")
    plans = [entry for entry in found if is_open_plan(entry, workspace.today)] or found
    if len(plans) > 1:
        owners = ", ".join(entry.contact for entry in plans)
        raise AmbiguousError(f"entry {clean(ident)} stands in several files ({owners}); give each its own id")
    return plans[0]


def _document(workspace: "Workspace", entry: "Entry") -> dict[str, Any]:
    """The entry as it now stands."""
    from netui.cli.documents import entry_document

    now = workspace.read.entry(entry.contact, entry.id)
    return entry_document(now or entry)


COMMAND = Command(
    "happened",
    "say whether a planned meeting happened, or move it",
    "netui happened 01k9x3v7q2 no",
    _run,
    (
        argument("id", metavar="ID", help="as netui due shows it"),
        argument(
            "answer", metavar="ANSWER", nargs="*",
            help="yes (also without a word), no, or a day: one ahead moves it, on one past it happened",
        ),
    ),
)  # fmt: skip
