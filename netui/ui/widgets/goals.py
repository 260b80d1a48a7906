"""The goals pane: goals with what was counted, promises, and what is coming."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, cast

from netui.presentation.actions import shown_key
from netui.presentation.page_layout import GoalItem, PageLayout, RenderContext
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from netui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from netui.services.goals.pane import GoalsPane
    from netui.ui.app import NetuiApp


class GoalsView(PageView):
    """A cursor over goals, promises, dates and planned meetings."""

    _keeps_cursor = False

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._found: GoalsPane | None = None
        self._today = date.min
        self._asked = 0
        self._touched: set[str] = set()
        self._stand_in = ""

    def as_drawn(self) -> str:
        """The upper end of the page, for :meth:`stand_in`; "" while nothing was counted."""
        if self._found is None:
            return ""
        return json.dumps([self.size.width, self.page.lines[: self.size.height]])

    def stand_in(self, drawn: str) -> None:
        """Shows a page as it was drawn in the same width, until it is counted anew."""
        self._stand_in = drawn

    def show(self, workspace: Workspace, people: ContactList, touched: Iterable[str] = ()) -> None:
        """Counts anew, off the input path, and draws what was counted; what is asked last is shown.

        ``touched`` are goals that were just changed: one of them that was not there gets the cursor.
        """
        self._asked += 1
        self._touched.update(touched)
        asked, today = self._asked, workspace.today
        if workspace.index.path is None:
            from netui.services.goals.pane import build_goals_pane

            self._take(asked, today, build_goals_pane(workspace, people))
            return
        lent = people.snapshot()

        def count() -> GoalsPane | None:
            from netui.services.goals.pane import build_goals_pane_in_thread

            return build_goals_pane_in_thread(workspace, lent) if asked == self._asked else None

        app = cast("NetuiApp", self.app)
        app.background_tasks.submit(count, lambda found: self._take(asked, today, found))

    def _take(self, asked: int, today: date, found: GoalsPane) -> None:
        if asked == self._asked:
            self._found, self._today = found, today
            self._lay_out()

    def on_resize(self) -> None:
        """A new width lays out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        if self._found is None:
            width, lines = json.loads(self._stand_in or "[0, []]")
            if width == self.size.width:
                self.lay(PageLayout([[(text, style) for text, style in line] for line in lines], []))
            return
        from netui.presentation.goals import goals_page

        app = cast("NetuiApp", self.app)
        context = RenderContext(self.size.width, self._today, app.glyphs)
        key = shown_key(app.keys["catch_up"].split(",")[0])
        known = self._goals()
        self.lay(goals_page(self._found, context, key))
        appeared = [at for goal, at in self._goals().items() if goal in self._touched - known.keys()]
        self._touched.clear()
        if appeared:
            self.move_to(appeared[0])

    def _goals(self) -> dict[str, int]:
        """The position of each goal among what is selectable, by id."""
        items = ((at, selectable.item) for at, selectable in enumerate(self.page.selectables))
        return {item.progress.goal.id: at for at, item in items if isinstance(item, GoalItem)}
