"""Drafts of the log line while it is open: which draft the text typed belongs to, what is not kept yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netui.services.timeline.log_drafts import discard_draft, newest_drafts, save_draft

if TYPE_CHECKING:
    from netui.storage.state.config import Places
    from netui.storage.state.drafts import Draft

_FRESH = -1
"""The place of the text that was not recalled; the others are indexes of the history."""


class LineDrafts:
    """What up recalls at one log line: the drafts, newest first, then the lines ``logged`` before.

    A draft that was recalled and changed keeps its place; everything else that is typed becomes a new draft.
    """

    def __init__(self, places: Places, logged: Sequence[str]):
        self._places = places
        drafts = newest_drafts(places)
        self.newest = drafts[0].text if drafts else ""
        self.history = [*(draft.text for draft in drafts), *logged]
        self._draft_at: dict[int, Draft] = dict(enumerate(drafts))
        self._kept_at = dict(enumerate(self.history))
        self._unkept: dict[int, str] = {}
        self._at = _FRESH

    def recalled(self, index: int, typed: str) -> None:
        """The history's line of this index takes the place of ``typed``; -1: of what was typed first."""
        self.typed(typed)
        if self._at != _FRESH and self._at in self._unkept:
            self.history[self._at] = typed
        self._at = index

    def typed(self, text: str) -> None:
        """Notes the text in the prompt; costs nothing, for each key."""
        if text.strip() and text != self._kept_at.get(self._at, ""):
            self._unkept[self._at] = text
        else:
            self._unkept.pop(self._at, None)

    def keep(self) -> None:
        """Saves what was typed since, durably; raises CannotSave. Takes a while: for a thread."""
        while self._unkept:
            at, text = self._unkept.popitem()
            try:
                self._draft_at[at] = save_draft(self._places, text, self._draft_at.get(at))
            except BaseException:
                self._unkept.setdefault(at, text)
                raise
            self._kept_at[at] = text

    def has_draft(self, text: str) -> bool:
        """Whether the line ``text`` has to be a draft: it is not one of those logged before, unchanged."""
        self.typed(text)
        return self._at in self._unkept or (bool(text.strip()) and self._at in self._draft_at)

    def discard(self) -> bool:
        """Discards the draft of the line, which was saved or emptied; returns whether there was one."""
        self._unkept.pop(self._at, None)
        draft = self._draft_at.pop(self._at, None)
        if draft is not None:
            discard_draft(self._places, draft)
        return draft is not None
