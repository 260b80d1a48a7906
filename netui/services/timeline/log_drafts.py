"""Drafts of log lines: a list, newest first; each stays until it is saved or discarded on purpose."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.storage.state.config import Places
    from netui.storage.state.drafts import Draft, Drafts

KIND = "note"
SHOWN = 50
"""How many drafts are offered at once; older ones follow when these are gone."""


def save_draft(places: "Places", line: str, draft: "Draft | None" = None) -> "Draft":
    """Saves a line as a new draft, or as the new text of ``draft``; raises CannotSave."""
    drafts = _drafts(places)
    return drafts.replace(draft, line) if draft else drafts.add(KIND, line)


def newest_drafts(places: "Places", limit: int = SHOWN) -> "list[Draft]":
    """The drafts, newest first."""
    return _drafts(places).newest(KIND, limit)


def discard_draft(places: "Places", draft: "Draft") -> None:
    """Deletes a draft: its line was saved, or the user does not want it."""
    _drafts(places).remove(draft.path)


def _drafts(places: "Places") -> "Drafts":
    from netui.storage.state.drafts import Drafts

    return Drafts(places.state)
