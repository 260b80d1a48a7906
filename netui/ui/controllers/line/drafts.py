"""Drafts of a prompt while it is open: which draft the text typed belongs to, and what is not kept yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from netui.services.errors import StoreError
from netui.services.timeline.line_drafts import (
    LOG,
    discard_draft,
    discard_line,
    newest_drafts,
    save_draft,
)

if TYPE_CHECKING:
    from netui.services.settings import Places
    from netui.services.timeline.line_drafts import Draft
    from netui.ui.controllers.host import Host

KEPT, DROPPED = "kept as a draft", "the draft is dropped"
_FRESH = -1
"""The place of the text that was not recalled; the others are indexes of the history."""


class LineDrafts:
    """What up recalls at one prompt: the drafts of that ``name``, newest first, then the lines ``logged``.

    Between them stand the lines that could not be written as drafts: ``unsaved`` holds them, by the name of
    their prompt, until the app is left. A draft that was recalled and changed stays one draft; everything
    else that is typed, and is not the ``initial`` text, becomes a new one. Two threads at a time use it only
    as :meth:`autosave` says.
    """

    def __init__(
        self,
        places: Places,
        unsaved: dict[str, list[str]],
        name: str = LOG,
        *,
        initial: str = "",
        logged: Sequence[str] = (),
    ):
        self._places, self._name = places, name
        self._unsaved = unsaved.setdefault(name, [])
        drafts = newest_drafts(places, name=name)
        kept = [*(draft.text for draft in drafts), *self._unsaved]
        self.newest = kept[0] if kept else ""
        self.history = [*kept, *logged]
        self._draft_at: dict[int, Draft] = dict(enumerate(drafts))
        self._kept_at = {_FRESH: initial, **dict(enumerate(self.history))}
        self._unsaved_at = dict(enumerate(self._unsaved, len(drafts)))
        for at in self._unsaved_at:  # once it is recalled, it is to be written like what is typed
            del self._kept_at[at]
        self._unkept: dict[int, str] = {}
        self._at = _FRESH

    def recalled(self, index: int, typed: str) -> None:
        """The history's line of this index takes the place of ``typed``; -1: of what was typed first."""
        self._note(typed)
        if self._at != _FRESH and self._at in self._unkept:
            self.history[self._at] = typed
        self._at = index

    def autosave(self, typed: str) -> Callable[[], None]:
        """Returns what saves the text typed so far: for another thread, while nothing but this is called."""
        self._note(typed)
        return self._keep

    def leave(self, typed: str, *further: str) -> str:
        """Keeps the text of a prompt that is cancelled, or drops a draft left empty; returns words for it.

        ``further`` lines of a paste, which were not asked for yet, are a draft each, the first the newest.
        Raises CannotSave, and all of them can be recalled until the app is left.
        """
        self._note(typed)
        own = bool(typed.strip()) and (self._at in self._unkept or self._at in self._draft_at)
        dropped = not typed.strip() and self._discard()
        try:
            self._save_waiting(further)
            self._keep()
        except StoreError:
            self._remember(*further)
            raise
        return KEPT if own or further else DROPPED if dropped else ""

    def _save_waiting(self, lines: Sequence[str]) -> None:
        known = {draft.text for draft in newest_drafts(self._places, name=self._name)} if lines else ()
        for line in reversed(lines):
            if line not in known:
                save_draft(self._places, line, name=self._name)

    def waiting(self, lines: Sequence[str]) -> None:
        """Keeps further lines of a paste, so that a kill leaves them; they are written again on leaving."""
        with suppress(StoreError):
            self._save_waiting(lines)

    def asked(self, line: str) -> None:
        """A line of a paste waits no longer: it is kept as what is typed from here on."""
        discard_line(self._places, line, name=self._name)

    def saved(self) -> None:
        """The line was saved for good and is no draft any more; others begun at this prompt are kept."""
        self._discard()
        try:
            self._keep()
        except StoreError:
            self._remember()

    def _remember(self, *further: str) -> None:
        """Takes what could not be written, and ``further`` lines, as unsaved."""
        lines = (*self._unkept.values(), *further)
        self._unsaved[:0] = [line for line in lines if line not in self._unsaved]

    def _note(self, typed: str) -> None:
        if typed.strip() and typed != self._kept_at.get(self._at, ""):
            self._unkept[self._at] = typed
        else:
            self._unkept.pop(self._at, None)

    def _keep(self) -> None:
        for at in list(self._unkept):
            text = self._unkept.pop(at)
            try:
                self._draft_at[at] = save_draft(self._places, text, self._draft_at.get(at), name=self._name)
            except BaseException:
                self._unkept.setdefault(at, text)
                raise
            self._forget_unsaved(at)
            self._kept_at[at] = text

    def _forget_unsaved(self, at: int) -> None:
        """The line at this place of the history is written now, or not wanted any more."""
        text = self._unsaved_at.pop(at, None)
        if text in self._unsaved:
            self._unsaved.remove(text)

    def _discard(self) -> bool:
        self._unkept.pop(self._at, None)
        self._forget_unsaved(self._at)
        draft = self._draft_at.pop(self._at, None)
        if draft is not None:
            discard_draft(self._places, draft)
        return draft is not None


def leave_line(host: Host, drafts: LineDrafts, recalled_by: str, line: str, *further: str) -> None:
    """Leaves a prompt: keeps its text, and further lines of a paste, as drafts, and says so.

    ``recalled_by`` is the key that opens the prompt again, "" where that is not one key.
    """
    host.back_to_pane()
    try:
        words = drafts.leave(line, *further)
    except StoreError as error:
        host.set_message(f"kept until you leave netui, as {error}", wrong=True)
        return
    if words:
        host.set_message(f"{words}: {recalled_by}, then up" if words == KEPT and recalled_by else words)
