"""Navigation: the cursor, and the panes of the main screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.actions import GOALS, PEOPLE, TIMELINE
from netui.ui.controllers.pages import PageController

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost
    from netui.ui.widgets.cursor_view import CursorView


class CursorController:
    """Moves the cursor of the view that has the keys."""

    def __init__(self, view: Callable[[], CursorView]):
        self._view = view

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {
            "down": lambda: self._view().move_by(1),
            "up": lambda: self._view().move_by(-1),
            "top": lambda: self._view().go_to_start(),
            "bottom": lambda: self._view().go_to_end(),
            "half_down": lambda: self._view().half_page(1),
            "half_up": lambda: self._view().half_page(-1),
        }


class PaneController:
    """Goes from pane to pane, and back."""

    def __init__(self, host: MainHost):
        self._host = host

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        host = self._host
        return {
            "next_pane": lambda: host.step_pane(1),
            "previous_pane": lambda: host.step_pane(-1),
            "people_pane": lambda: host.show_pane(PEOPLE),
            "timeline_pane": lambda: host.show_pane(TIMELINE),
            "goals_pane": lambda: host.show_pane(GOALS),
            "mark": host.toggle_mark,
            "mark_all": lambda: host.toggle_mark(everyone=True),
            "back": self.back,
            "suspend": host.suspend,
            "quit": host.leave,
        }

    def back(self) -> None:
        """Clears the marks, then the filter; ends the tour; goes back to the people."""
        host = self._host
        if host.marked:
            host.clear_marks()
            host.set_message("marks cleared")
        elif host.query_text:
            host.filter_by("")
        elif host.tour is not None:
            host.tour.leave()
        elif host.pane() != PEOPLE:
            host.show_pane(PEOPLE)


def bind_navigation(host: MainHost) -> Mapping[str, Callable[[], object]]:
    """What each action runs that moves about or opens a page, on the main screen."""
    some = CursorController(host.view), PaneController(host), PageController(host)
    return {name: run for each in some for name, run in each.bind().items()}
