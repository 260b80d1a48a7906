"""Insights: the network as a whole, on a page that leads down to people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from netui.presentation.actions import INSIGHTS
from netui.presentation.contact_row import Listed, listed_entry
from netui.presentation.pages.insights.insights import LIST_LONGEST, insights_page
from netui.presentation.pages.insights.results import contacts_named
from netui.presentation.pages.page_layout import (
    ContactItem,
    ContactsItem,
    ExchangeItem,
    IntroductionItem,
    PageLayout,
    RenderContext,
)
from netui.presentation.text import Line
from netui.services.insights.exchange import find_exchanges, find_learned
from netui.services.insights.history import ActivityHistory, build_history
from netui.services.insights.introductions import Introduction, log_introduction, plan_introduction
from netui.services.insights.summary import Insights, build_insights, build_insights_in_thread
from netui.services.workspace import Workspace
from netui.ui.controllers.changes import apply_change
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch

AT_ONCE = 20_000
"""Up to how many people the figures that need no log are counted while a key waits."""


class InsightsScreen(PageScreen):
    """Figures from the list stand at once; those that need a full scan of the log follow from a thread."""

    NAME = INSIGHTS
    BINDINGS = screen_bindings(INSIGHTS)

    _kept: ClassVar[tuple[Workspace, date, ActivityHistory] | None] = None
    """Cache of the last full scan: shown until the next one is done."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Insights | None = None
        self.past: ActivityHistory | None = None
        self._names: dict[str, str] = {}
        self._counting: object | None = None

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            "open": self.open,
            "introduce": lambda: self._settle(log_introduction),
            "plan_introduction": lambda: self._settle(plan_introduction),
        }

    def again(self) -> InsightsScreen:
        """The same page."""
        return InsightsScreen()

    def read(self) -> None:
        """Counts what the list tells, and starts the full scan."""
        workspace, day, past = self._kept or (None, None, None)
        if past is not None and self.past is None and (workspace, day) == (self.workspace, self.today):
            self.past = past
        mine = self._counting = object()
        if len(self.people) <= AT_ONCE or self.workspace.index.path is None:
            self.found = build_insights(self.workspace, self.people)
        else:
            lent = self.people.snapshot()
            self.netui.background_tasks.submit(
                lambda: build_insights_in_thread(self.workspace, lent),
                lambda found: self._take_found(found, mine),
            )

        def count() -> ActivityHistory | None:
            twin = self.workspace.twin()
            try:
                return build_history(twin, lambda: self._counting is mine)
            finally:
                twin.close()

        self.netui.background_tasks.submit(count, lambda past: self._take(past, mine))
        self._name_all()

    def _take_found(self, found: Insights, asked: object) -> None:
        if self._counting is asked:
            self.found = found
            self._name_all()
            self.draw()

    def _take(self, past: ActivityHistory, asked: object) -> None:
        InsightsScreen._kept = self.workspace, self.today, past
        if self._counting is asked and past != self.past:
            self.past = past
            self._name_all()
            self.draw()

    def _name_all(self) -> None:
        self._names = (
            self.workspace.read.names_of(contacts_named(self.found, self.past)) if self.found else {}
        )

    def on_unmount(self) -> None:
        """Stops the full scan."""
        self._counting = None

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lays the page out."""
        if self.found is None:
            return PageLayout([[], [("  counting …", "muted")]], [])
        return insights_page(self.found, self.past, self._names, context)

    def heading(self) -> Line:
        """What this is."""
        said = "your network as a whole, from what you logged; ? names the studies"
        return [(" Insights", "strong accent"), (f"  {said}", "muted")]

    def open(self) -> None:
        """Opens the people behind the line under the cursor."""
        match self.current_item():
            case IntroductionItem(introduction):
                self.select(introduction.seeker)
            case ContactItem(ident, entry):
                if self.people.get(ident):
                    self.leave_for(ident, entry)
            case ExchangeItem(title, thing):
                self.pages.contact_list(title, self._entries(thing))
            case ContactsItem(title, contacts):
                rows = [Listed(ident, words) for ident, words in contacts() if self.people.get(ident)]
                self.pages.contact_list(title, rows[:LIST_LONGEST])

    def _settle(self, make: Callable[[Workspace, Introduction], Batch]) -> None:
        """Logs or promises the introduction under the cursor."""
        item = self.current_item()
        if isinstance(item, IntroductionItem):
            apply_change(self, lambda: make(self.workspace, item.introduction))

    def _entries(self, thing: str) -> list[Listed]:
        """The entries in which ``thing`` was given or got; without one, in which something was learned."""
        if not thing:
            return [listed_entry(entry, entry.learned) for entry in find_learned(self.workspace)]
        found = find_exchanges(self.workspace, thing)
        return [listed_entry(entry, f"{way}: {entry.text or entry.kind}") for way, entry in found]
