"""The tour on the main screen: shows a step above the message, and follows what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from netui.presentation.manual.tour import Tour
from netui.ui.widgets.cached_lines import WrappedLine

if TYPE_CHECKING:
    from netui.ui.controllers.host import MainHost


class TourController:
    """Takes one through the six steps; it can be left at any moment."""

    def __init__(self, host: MainHost):
        self._host = host
        self._tour: Tour | None = None
        self._line: WrappedLine | None = None

    def bind(self) -> Mapping[str, Callable[[], object]]:
        """What each action runs."""
        return {"tour": self.start}

    def start(self) -> None:
        """Begins with the first step."""
        if self._tour is not None:
            self._host.set_message("the tour begins again")
        if self._line is None:
            self._line = WrappedLine(id="tour")
            self._host.prompt.mount(self._line, before=0)
        self._line.display = True
        self._tour = Tour(is_empty=not len(self._host.people))
        self._host.tour = self
        self._show()

    def act(self, action: str) -> None:
        """An action of the main screen was run."""
        if self._tour is not None and action != "tour":
            self._tour.act(action)
            self._show()

    def change(self) -> None:
        """Something was saved, or taken back."""
        if self._tour is not None:
            self._tour.change(has_people=bool(len(self._host.people)))
            self._show()

    def leave(self) -> None:
        """Ends the tour."""
        self._end(
            f"the tour is over; {self._host.key('tour')} takes it again, {self._host.key('help')} is help"
        )

    def _show(self) -> None:
        if self._tour is None or self._line is None:
            return
        if self._tour.current is None:
            self._end(
                f"that was the tour: {self._host.key('log')} logs, {self._host.key('help')} tells the rest"
            )
        else:
            self._line.show(self._tour.line(self._host.keys))

    def _end(self, words: str) -> None:
        self._tour = self._host.tour = None
        if self._line is not None:
            self._line.show([])
            self._line.display = False
        self._host.set_message(words)
