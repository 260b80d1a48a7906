"""Duplicates: pairs of contacts that may be one person, one pair at a time, one key for each decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netui.presentation.actions import DUPLICATES
from netui.presentation.pages.page_layout import PageLayout, RenderContext
from netui.presentation.pages.reconciliation.duplicates import duplicates_page, no_duplicates_page
from netui.presentation.text import Line
from netui.services.dedupe.duplicates import ComparedField, compare_contacts, find_duplicates, keep_apart
from netui.services.dedupe.merge import describe_merge, plan_merge
from netui.services.errors import Refused, StoreError
from netui.services.people.contact_list import ListedContact
from netui.services.workspace import Done
from netui.ui.controllers.changes import HistoryController, apply_change
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings

if TYPE_CHECKING:
    from netui.domain.dedupe.duplicates import DuplicatePair
    from netui.domain.model.changes import Batch


class DuplicatesScreen(PageScreen):
    """All pairs, those of one person first; comparing everyone takes a moment and runs in a thread."""

    NAME = DUPLICATES
    BINDINGS = screen_bindings(DUPLICATES)

    def __init__(self, ident: str = "", pairs: Sequence[DuplicatePair] | None = None, at: int = 0):
        super().__init__()
        self._ident = ident
        self._pairs, self._at = pairs, at
        self._is_swapped = False
        self._fields: list[ComparedField] = []
        self._merging: list[tuple[str, str]] = []
        self._problem = ""
        self._settled: list[int] = []
        """The places of the pairs that were settled, the latest last, for undo to go back to."""
        self._history = HistoryController(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            "merge_now": self.merge,
            "not_same": self.keep_apart,
            "skip": lambda: self._go(1),
            "previous": lambda: self._go(-1),
            "swap": self.swap,
            "open": self.open,
            "undo": self.undo,
        }

    def again(self) -> DuplicatesScreen:
        """The same page at the same pair."""
        return DuplicatesScreen(self._ident, self._pairs, self._at)

    def begin(self) -> None:
        """Starts to compare everyone."""
        super().begin()
        if self._pairs is None:
            self.netui.background_tasks.submit(self._search, self._take)

    def _search(self) -> list[DuplicatePair]:
        twin = self.workspace.twin()
        try:
            return find_duplicates(twin)
        finally:
            twin.close()

    def _take(self, pairs: Sequence[DuplicatePair]) -> None:
        """Shows what was found, unless the page was left."""
        if self.is_attached:
            self._pairs = sorted(pairs, key=lambda pair: self._ident not in (pair.keeper, pair.other))
            self.refill()

    # ------------------------------------------------------------------ the pair

    @property
    def _pair(self) -> DuplicatePair | None:
        """The pair that is shown, with whoever is to stay as its keeper."""
        pairs = self._pairs or ()
        if self._at >= len(pairs):
            return None
        pair = pairs[self._at]
        return pair._replace(keeper=pair.other, other=pair.keeper) if self._is_swapped else pair

    def read(self) -> None:
        """Compares the pair, from the files as they are now; passes over whom a merge before took away."""
        self._problem, self._fields, self._merging = "", [], []
        while (pair := self._pair) is not None and None in map(
            self.workspace.read.row, (pair.keeper, pair.other)
        ):
            self._at += 1
        if pair is None:
            return
        self._fields = compare_contacts(self.workspace, pair.keeper, pair.other)
        try:
            self._merging = describe_merge(
                self.workspace, plan_merge(self.workspace, pair.keeper, pair.other)
            )
        except (Refused, StoreError) as error:
            self._problem = str(error)

    def lay_out(self, context: RenderContext) -> PageLayout:
        """The pair, or that there is none."""
        pair = self._pair
        if pair is None:
            searching, settled = self._pairs is None, len(self._settled)
            return no_duplicates_page(context, is_searching=searching, settled=settled)
        merging = [("", self._problem)] if self._problem else self._merging
        return duplicates_page(pair.why, pair.is_likely, self._fields, merging, context)

    def heading(self) -> Line:
        """Which pair of how many."""
        count = len(self._pairs or ())
        place = f"  {self._at + 1} of {count}" if self._pair is not None else ""
        return [(" Duplicates", "strong accent"), (place, "muted")]

    def facts(self) -> frozenset[str]:
        """Whether there is a pair, and whether it can be merged."""
        if self._pair is None:
            return frozenset()
        return frozenset({"pair"} if self._problem else {"pair", "possible"})

    def person(self) -> ListedContact | None:
        """The one who stays."""
        pair = self._pair
        return self.people.get(pair.keeper) if pair else None

    # ------------------------------------------------------------------ acts

    def merge(self) -> None:
        """Makes one of the two, and goes on to the next pair."""
        self._settle(lambda pair: plan_merge(self.workspace, pair.keeper, pair.other).batch)

    def keep_apart(self) -> None:
        """Notes that they are two people, and goes on to the next pair."""
        self._settle(lambda pair: keep_apart(self.workspace, pair.keeper, pair.other))

    def _settle(self, make: Callable[[DuplicatePair], Batch]) -> None:
        pair = self._pair
        if pair is None:
            return
        at, self._at = self._at, self._at + 1
        swapped, self._is_swapped = self._is_swapped, False
        self._settled.append(at)  # before the change, which draws the page again
        if apply_change(self, lambda: make(pair)):
            self._settled.pop()
            self._at, self._is_swapped = at, swapped
            self.refill()

    def apply_result(self, done: Done | None, *, nothing: str = "") -> None:
        """Shows the change, and the next pair from its top."""
        super().apply_result(done, nothing=nothing)
        self.view.go_to_start()

    def _go(self, steps: int) -> None:
        """Goes on by ``steps`` pairs; one that is passed over comes again when the page is opened again."""
        if self._pair is None and steps > 0:
            return
        self._at, self._is_swapped = max(self._at + steps, 0), False
        self.set_message("")
        self.refill()
        self.view.go_to_start()

    def swap(self) -> None:
        """Lets the other one stay."""
        self._is_swapped = not self._is_swapped
        self.refill()

    def open(self) -> None:
        """Goes to the one who stays; one key leads back here."""
        if (pair := self._pair) is not None:
            self.leave_for(pair.keeper)

    def undo(self) -> None:
        """Takes back the last change; where that settled a pair, goes back to it."""
        if self._settled:
            self._at = self._settled.pop()
        self._history.undo()
