"""Drafts of lines: a list for the log and for each other prompt, newest first, read by app and shell.

Each stays until it is saved or discarded on purpose.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.storage.state.config import Places
    from netui.storage.state.drafts import Draft as Draft
    from netui.storage.state.drafts import Drafts

LOG = ""
"""The name of the log's list; the app and ``netui note`` share it."""
SHOWN = 50
"""How many drafts are offered at once; older ones follow when these are gone."""


def save_draft(places: "Places", line: str, draft: "Draft | None" = None, *, name: str = LOG) -> "Draft":
    """Saves a line as a new draft of that list, or as the new text of ``draft``; raises CannotSave."""
    drafts = _drafts(places)
    return drafts.replace(draft, line) if draft else drafts.add(_kind(name), line)


def newest_drafts(places: "Places", limit: int = SHOWN, *, name: str = LOG) -> "list[Draft]":
    """The drafts of that list, newest first."""
    return _drafts(places).newest(_kind(name), limit)


def save_unsaved(places: "Places", unsaved: Mapping[str, Sequence[str]]) -> None:
    """Saves lines that could not be saved as drafts before, by the name of their list; raises CannotSave."""
    for name, lines in unsaved.items():
        for line in reversed(lines):
            save_draft(places, line, name=name)


def discard_line(places: "Places", line: str, *, name: str = LOG) -> None:
    """Deletes the newest draft of exactly this text, if there is one."""
    draft = next((each for each in newest_drafts(places, name=name) if each.text == line), None)
    if draft is not None:
        discard_draft(places, draft)


def discard_draft(places: "Places", draft: "Draft") -> None:
    """Deletes a draft: its line was saved, or the user does not want it."""
    _drafts(places).remove(draft.path)


def _drafts(places: "Places") -> "Drafts":
    from netui.storage.state.drafts import Drafts

    return Drafts(places)


def _kind(name: str) -> str:
    if name == LOG:
        return "note"
    from netui.storage.state.drafts import hashed_kind

    return hashed_kind("line", name)
