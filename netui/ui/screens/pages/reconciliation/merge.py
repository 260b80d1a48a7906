"""The preview of a merge of two contacts: what comes over, and which of them stays."""

from __future__ import annotations

from collections.abc import Mapping

from netui.presentation.actions import MERGE
from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.presentation.pages.reconciliation.merge import merge_page
from netui.presentation.text import Line, clean, wrap
from netui.services.dedupe.merge import describe_merge, plan_merge
from netui.services.errors import Refused, StoreError
from netui.services.people.contact_list import ListedContact
from netui.ui.controllers.changes import apply_change
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings


class MergeScreen(PageScreen):
    """Shows what a merge would do; one key does it, one lets the other of the two stay."""

    NAME = MERGE
    BINDINGS = screen_bindings(MERGE)

    def __init__(self, keeper: str, other: str):
        super().__init__()
        self._pair = keeper, other
        self._rows: list[tuple[str, str]] = []
        self._problem = ""

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {**super().bind(), "merge_now": self.merge_now, "swap": self.swap}

    def read(self) -> None:
        """What it would do to the files as they are now."""
        self._rows, self._problem = [], ""
        try:
            self._rows = describe_merge(self.workspace, plan_merge(self.workspace, *self._pair))
        except (Refused, StoreError) as error:
            self._problem = str(error)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """The page, or why it cannot be done."""
        if self._problem:
            return PageLayout(
                [[], *([("  " + text, "error")] for text in wrap(self._problem, context.width - 4))], []
            )
        keeper, other = zip(self.workspace.names(self._pair), self._pair, strict=True)
        return merge_page(keeper, other, self._rows, context)

    def heading(self) -> Line:
        """Whom into whom."""
        keeper, other = map(clean, self.workspace.names(self._pair))
        return [(" Merge", "strong accent"), (f"  {other} into {keeper}", "faint")]

    def facts(self) -> frozenset[str]:
        """Whether the two can be merged."""
        return frozenset(() if self._problem else {"possible"})

    def person(self) -> ListedContact | None:
        """The one who stays."""
        return self.people.get(self._pair[0])

    def swap(self) -> None:
        """Lets the other one stay."""
        self._pair = self._pair[1], self._pair[0]
        self.refill()

    def merge_now(self) -> None:
        """Merges the two, and goes to the one who stays."""
        if self._problem:
            self.set_message(self._problem, wrong=True)
            return
        main, pair = self._main, self._pair
        main.marked.clear()
        self.dismiss()
        apply_change(main, lambda: plan_merge(main.workspace, *pair).batch)
        main.select(pair[0])
