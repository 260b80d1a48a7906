"""The page of one circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netui.domain.model.contact_row import fold
from netui.presentation.actions import CIRCLE
from netui.presentation.pages.circle import circle_page
from netui.presentation.pages.page_layout import ContactItem, PageLayout, RenderContext
from netui.presentation.text import Line, clean
from netui.services.circles.status import CircleStatus, read_guests
from netui.ui.controllers.line.log import LogController
from netui.ui.controllers.people.circles import ask_rhythm, confirm_removal
from netui.ui.screens.pages.page import PageScreen
from netui.ui.screens.shared.base import Handler, screen_bindings


class CircleScreen(PageScreen):
    """A circle: its rhythm, who came when, who has not come for long."""

    NAME = CIRCLE
    BINDINGS = screen_bindings(CIRCLE)

    def __init__(self, tag: str):
        super().__init__()
        self._tag = tag
        self._circle: CircleStatus | None = None
        self._guests: Sequence[tuple[str, str, int]] = ()
        self._log = LogController(self)

    def bind(self) -> Mapping[str, Handler]:
        """What each action runs."""
        return {
            **super().bind(),
            "open": self.open,
            "log": self.log_meeting,
            "rhythm": lambda: ask_rhythm(self, self._tag),
            "delete": lambda: confirm_removal(self, self._tag),
        }

    def again(self) -> CircleScreen:
        """The same circle."""
        return CircleScreen(self._tag)

    def called(self) -> str:
        """By its tag."""
        return f"#{self._tag}"

    def read(self) -> None:
        """Reads the circle as it is now."""
        found = (each for each in self.people.circles() if fold(each.tag) == fold(self._tag))
        self._circle = next(found, None)
        self._guests = read_guests(self.workspace, self._circle) if self._circle else ()

    def lay_out(self, context: RenderContext) -> PageLayout:
        """Lays the circle out, or says that it is none any more."""
        if self._circle is None:
            words = f"  #{clean(self._tag)} is no circle; {self.key('undo')} brings it back, esc leads back."
            return PageLayout([[(words, "muted")]], [])
        return circle_page(self._circle, self._guests, context)

    def heading(self) -> Line:
        """Which circle."""
        return [(" Circle", "strong accent"), (f"  #{clean(self._tag)}", "faint")]

    def open(self) -> None:
        """Goes to the member under the cursor."""
        item = self.current_item()
        if isinstance(item, ContactItem):
            self.leave_for(item.id)

    def log_meeting(self) -> None:
        """Logs a meeting of the circle."""
        self._log.log_line(f"meeting #{self._tag} with ")
