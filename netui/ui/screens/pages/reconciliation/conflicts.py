"""Settling conflicts: both texts of each field that was edited on two sides, and a key for each choice."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from netui.domain.model.conflict import LONG_TEXTS
from netui.presentation.actions import CONFLICTS
from netui.presentation.pages.page_builder import pluralize
from netui.presentation.pages.page_layout import ConflictItem, PageLayout, RenderContext
from netui.presentation.pages.reconciliation.conflicts import conflicts_page
from netui.presentation.text import Line
from netui.services.errors import StoreError
from netui.services.people.conflicts import (
    BOTH,
    FILE,
    OTHER,
    OpenConflict,
    list_conflicts,
    settle_by_text,
    settle_conflict,
)
from netui.services.timeline.form_drafts import load_form, save_form
from netui.ui.controllers.changes import apply_change
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings
from netui.ui.screens.shared.form_fields import Field

_LINES = 6


class ConflictsScreen(PageScreen):
    """All conflicts, with the cursor on those of one person; each leaves the page once it is settled."""

    NAME = CONFLICTS
    BINDINGS = screen_bindings(CONFLICTS)

    def __init__(self, ident: str = ""):
        super().__init__()
        self._ident = ident
        self._found: list[OpenConflict] = []

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            "keep_file": lambda: self._settle(FILE),
            "take_other": lambda: self._settle(OTHER),
            "keep_both": lambda: self._settle(BOTH),
            "write_new": self.write,
            "open": self.open,
        }

    def begin(self) -> None:
        """Begins with the person one comes from."""
        super().begin()
        stems = [conflict.file.stem for conflict in self._found]
        if self._ident in stems:
            self.view.move_to(stems.index(self._ident))

    def read(self) -> None:
        """Reads the files as they are now."""
        self._found = list_conflicts(self.workspace)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Both texts of each."""
        return conflicts_page(self._found, context)

    def heading(self) -> Line:
        """How many there are."""
        count = pluralize(len(self._found), "field was", "fields were")
        return [(" Conflicts", "strong accent"), (f"  {count} edited on two sides", "muted")]

    def facts(self) -> frozenset[str]:
        """Whether both texts may be one, and whether a new one may be written."""
        conflict = self._current()
        if conflict is None:
            return frozenset()
        found = {"both"} if conflict.both is not None else set()
        if isinstance(conflict.value, str) and isinstance(conflict.other, str):
            found.add("text")
        return frozenset(found)

    def _current(self) -> OpenConflict | None:
        item = self.current_item()
        return item.conflict if isinstance(item, ConflictItem) else None

    def _settle(self, choice: str) -> None:
        """Settles the conflict under the cursor; the next one gets the cursor."""
        conflict = self._current()
        if conflict is not None:
            apply_change(self, lambda: settle_conflict(self.workspace, conflict, choice))

    def write(self) -> None:
        """Opens a form with both texts, to write what the field is to say."""
        conflict = self._current()
        if conflict is None:
            return
        if "text" not in self.facts():
            self.set_message(f"{conflict.what} is no text to be written", wrong=True)
            return

        def save(changed: Mapping[str, str]) -> str:
            text = changed["text"]
            return apply_change(self, lambda: settle_by_text(self.workspace, conflict, text))

        name, text = conflict.key.rpartition(".")[2], str(conflict.value)
        key = f"conflict {conflict.file} {conflict.key}"
        with suppress(StoreError):  # both texts are a draft of the form, so that they are saved unchanged too
            if conflict.both and not load_form(self.workspace, key).typed:
                save_form(self.workspace, key, {"text": conflict.both}, {"text": text})
        fields = (Field("text", name, "", _LINES if name in LONG_TEXTS else 1),)
        self.open_form(f"{conflict.whose}: {conflict.what}", fields, {"text": text}, save, key=key)

    def open(self) -> None:
        """Goes to the person, or to the goal."""
        conflict = self._current()
        if conflict is None:
            return
        if conflict.file.folder == "goals":
            self.pages.goal(conflict.file.stem)
        else:
            self.leave_for(conflict.file.stem)
