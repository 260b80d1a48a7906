"""The goals pane: goals with what was counted, promises, and what is coming."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from netui.presentation.keymap import shown_key
from netui.presentation.pages.page_layout import GoalItem, PageLayout, RenderContext
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from netui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from netui.services.goals.pane import GoalsPane


class GoalsView(PageView):
    """The list of goals, promises, dates and planned meetings; computed in the background."""

    _marks_cursor_unfocused = False

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._pane: GoalsPane | None = None
        self._today = date.min
        self._request = 0
        self._changed: set[str] = set()
        self._cached = ""

    def page_for_cache(self) -> str:
        """The visible part of the page as JSON, for :meth:`show_cached`; "" while nothing was counted."""
        if self._pane is None:
            return ""
        return json.dumps([self.size.width, self.page.lines[: self.size.height]])

    def show_cached(self, drawn: str) -> None:
        """Shows a page of the last session, if it has the same width, until this one is counted."""
        self._cached = drawn

    def show(self, workspace: Workspace, people: ContactList, touched: Iterable[str] = ()) -> None:
        """Counts in the background and draws the result; of several calls the last one counts.

        ``touched`` are goals just changed: one of them that is new on the page gets the cursor.
        """
        self._request += 1
        self._changed.update(touched)
        asked, today = self._request, workspace.today
        if workspace.index.path is None:
            from netui.services.goals.pane import build_goals_pane

            self._take(asked, today, build_goals_pane(workspace, people))
            return
        lent = people.snapshot()

        def count() -> GoalsPane | None:
            from netui.services.goals.pane import build_goals_pane_in_thread

            return build_goals_pane_in_thread(workspace, lent) if asked == self._request else None

        app = self.netui
        app.background_tasks.submit(count, lambda found: self._take(asked, today, found))

    def _take(self, asked: int, today: date, found: GoalsPane) -> None:
        if asked == self._request:
            self._pane, self._today = found, today
            self._lay_out()

    def fit(self) -> None:
        """Lays out for the present width."""
        super().fit()
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.line_width:
            return
        if self._pane is None:
            width, lines = json.loads(self._cached or "[0, []]")
            if width == self.line_width:
                self.lay(PageLayout([[(text, style) for text, style in line] for line in lines], []))
            return
        from netui.presentation.pages.goals import goals_page

        app = self.netui
        context = RenderContext(self.line_width, self._today, app.glyphs, keys=app.keys)
        key = shown_key(app.keys["catch_up"].split(",")[0])
        known = self._goals()
        self.lay(goals_page(self._pane, context, key))
        appeared = [at for goal, at in self._goals().items() if goal in self._changed - known.keys()]
        self._changed.clear()
        if appeared:
            self.move_to(appeared[0])

    def _goals(self) -> dict[str, int]:
        """The position of each goal among what is selectable, by id."""
        items = ((at, selectable.item) for at, selectable in enumerate(self.page.selectables))
        return {item.progress.goal.id: at for at, item in items if isinstance(item, GoalItem)}
