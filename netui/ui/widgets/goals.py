"""The goals pane: goals with what was counted, promises, and what is coming."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from netui.services.people import People
from netui.services.purpose import Purpose, purpose, purpose_aside
from netui.services.workspace import Workspace
from netui.ui.actions import shown_key
from netui.ui.presentation.goals import goals_page
from netui.ui.presentation.timeline import Context, Stop
from netui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from netui.ui.app import NetuiApp


class GoalsView(PageView):
    """A cursor over goals, promises, dates and planned meetings."""

    _keeps_cursor = False

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._found: Purpose | None = None
        self._today = date.min
        self._asked = 0

    def show(self, workspace: Workspace, people: People) -> None:
        """Counts anew, off the input path, and draws what was counted; what is asked last is shown."""
        self._asked += 1
        if workspace.index.path is None:
            self._take(self._asked, workspace.today, purpose(workspace, people))
            return
        count = partial(self._count, self._asked, workspace, people.copy())
        self.run_worker(count, thread=True, exit_on_error=False)

    def _count(self, asked: int, workspace: Workspace, people: People) -> None:
        if asked == self._asked:
            found = purpose_aside(workspace, people)
            self.app.call_later(self._take, asked, workspace.today, found)

    def _take(self, asked: int, today: date, found: Purpose) -> None:
        if asked == self._asked:
            self._found, self._today = found, today
            self._lay_out()

    def on_resize(self) -> None:
        """A new width lays out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self._found is None or not self.size.width:
            return
        app = cast("NetuiApp", self.app)
        context = Context(self.size.width, self._today, app.glyphs)
        key = shown_key(app.keys["catch_up"].split(",")[0])
        here = self.current()
        self.page = goals_page(self._found, context, key)
        self.content_changed()
        if here is not None:
            self._follow(here)

    def _follow(self, before: Stop) -> None:
        """Keeps the cursor on what it stood on, wherever that stands now."""
        wanted = _named(before)
        at = next((at for at, stop in enumerate(self.page.stops) if _named(stop) == wanted), self.cursor)
        if at != self.cursor:
            self.move_to(at)


def _named(stop: Stop) -> tuple[object, ...]:
    """What tells one thing of the pane from the others, however it has changed."""
    item = stop.item
    if stop.kind == "goal":
        return stop.kind, item.goal.id
    if stop.kind == "milestone":
        return stop.kind, item[0], item[1].text
    if stop.kind == "person":
        return stop.kind, item
    if stop.kind == "catch_up":
        return (stop.kind,)
    return stop.kind, item.contact, getattr(item, "id", "") or getattr(item, "what", "")
