"""Insights: the network as a whole, on a page that leads down to people."""

from __future__ import annotations

from threading import Thread

from netui.services.hindsight import Hindsight, hindsight
from netui.services.insights import Insights, insights
from netui.services.people import Person
from netui.ui.actions import INSIGHTS
from netui.ui.presentation.insights import LIST_LONGEST, Drill, insights_page
from netui.ui.presentation.text import Line
from netui.ui.presentation.timeline import Context, Page
from netui.ui.screens.page import PageScreen, page_bindings
from netui.ui.screens.persons import Listed, PersonsScreen


class InsightsScreen(PageScreen):
    """What can be counted at once stands at once; what needs the whole log follows."""

    NAME = INSIGHTS
    BINDINGS = page_bindings(INSIGHTS)

    def __init__(self) -> None:
        super().__init__()
        self.found: Insights | None = None
        self.past: Hindsight | None = None
        self._names: dict[str, str] = {}
        self._counting: object | None = None

    def read(self) -> None:
        """Counts what can be counted at once, and begins to look back."""
        self.found = insights(self.workspace, self.people)
        mine = self._counting = object()

        def count() -> None:
            twin = self.workspace.twin()
            try:
                past = hindsight(twin, lambda: self._counting is mine and self.is_attached)
            finally:
                twin.close()
            if past is not None and self.is_attached:
                self.call_later(self._take, past)

        Thread(target=count, name="netui-insights", daemon=True).start()
        self._name_all()

    def _take(self, past: Hindsight) -> None:
        self.past = past
        self._name_all()
        self.draw()

    def _name_all(self) -> None:
        found = self.found
        mentioned = {who for o in found.opportunities for who in (o.contact, o.via)} if found else set()
        mentioned |= {each.contact for each in self.past.learned} if self.past else set()
        self._names = self.workspace.read.names_of(mentioned)

    def on_unmount(self) -> None:
        """Nobody waits any more."""
        self._counting = None

    def lay_out(self, context: Context) -> Page:
        """The page."""
        if self.found is None:
            return Page([], [])
        return insights_page(self.found, self.past, self._names, context)

    def heading(self) -> Line:
        """What this is."""
        return [(" Insights", "strong accent"), ("  enter shows the people behind a line", "muted")]

    def person(self) -> Person | None:
        """The one under the cursor."""
        stop = self.current_stop()
        return self.people.get(stop.item) if stop and stop.kind == "person" else None

    def action_open(self) -> None:
        """The people behind the line under the cursor."""
        stop = self.current_stop()
        if stop is None:
            return
        if stop.kind == "person":
            if stop.item in self._names or self.people.get(stop.item):
                self.select(stop.item)
            return
        drill: Drill = stop.item
        rows = [Listed(ident, words) for ident, words in drill.people() if self.people.get(ident)]
        self.app.push_screen(PersonsScreen(drill.title, rows[:LIST_LONGEST]))
