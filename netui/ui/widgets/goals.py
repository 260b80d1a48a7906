"""The goals pane: goals with what was counted, promises, and what is coming."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from netui.services.agenda import Agenda, due
from netui.services.goals import GoalProgress, goals
from netui.services.people import People
from netui.services.reviving import Revival, revivals
from netui.services.workspace import Workspace
from netui.ui.actions import shown_key
from netui.ui.presentation.goals import goals_page
from netui.ui.presentation.timeline import Context
from netui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from netui.ui.app import NetuiApp


class GoalsView(PageView):
    """A cursor over goals, promises, dates and planned meetings."""

    _keeps_cursor = False

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._figures: tuple[list[GoalProgress], Agenda, dict[str, str]]
        self._revivals: list[Revival] = []
        self._shown: tuple[Workspace, People] | None = None

    def show(self, workspace: Workspace, people: People) -> None:
        """Counts anew and draws."""
        self._shown = (workspace, people)
        agenda = due(workspace, people)
        mentioned = {promise.contact for promise in agenda.promises} | {date.contact for date in agenda.dates}
        for entry in agenda.planned:
            mentioned |= {entry.contact, *entry.with_}
        self._figures = (goals(workspace, people), agenda, workspace.read.names_of(mentioned))
        self._revivals = revivals(workspace, people)
        self._lay_out()

    def on_resize(self) -> None:
        """A new width lays out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self._shown is None or not self.size.width:
            return
        workspace, _ = self._shown
        app = cast("NetuiApp", self.app)
        context = Context(self.size.width, workspace.today, app.glyphs)
        key = shown_key(app.keys["catch_up"].split(",")[0])
        self.page = goals_page(*self._figures, context, self._revivals, key)
        self.content_changed()
