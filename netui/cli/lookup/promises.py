"""Finds the promise that an id on the command line means."""

from typing import TYPE_CHECKING

from netui.cli.errors import AmbiguousError, NobodyError
from netui.domain.text.sanitize import clean
from netui.services.sync.freshness import Freshness

if TYPE_CHECKING:
    from netui.cli.session import Session
    from netui.domain.model.entry import Promise


def find_promise(session: "Session", ident: str) -> "Promise":
    """The open promise with this id, else one that is kept or dropped.

    Raises NobodyError, and AmbiguousError where several files have an open one.
    """
    workspace = session.refresh(Freshness.FOLDERS)
    workspace.refresh_contacts(promise.contact for promise in workspace.read.promises.with_id(ident))
    found = workspace.read.promises.with_id(ident) or session.refresh().read.promises.with_id(ident)
    if not found:
        raise NobodyError(f"there is no promise {clean(ident)!r}; netui promises lists the open ones")
    still_open = [promise for promise in found if promise.is_open]
    if len(still_open) > 1:
        owners = ", ".join(promise.contact for promise in still_open)
        raise AmbiguousError(f"promise {ident} stands in several files ({owners}); give each its own id")
    return still_open[0] if still_open else found[0]


def closed_words(promise: "Promise") -> str:
    """``it is done already: send the deck``."""
    return f"it is {'dropped' if promise.dropped else 'done'} already: {clean(promise.text)}"
