"""One person's page in a pane."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from netui.services.profile import Profile
from netui.ui.presentation.timeline import Context, Page, Stop, person_page
from netui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from netui.ui.app import NetuiApp

FIRST_ENTRIES = 60
"""How many entries are laid out at once; more follow as the cursor comes near the end."""


class TimelineView(PageView):
    """Who she is and what was said, with a cursor over promises, opportunities and entries."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.profile: Profile | None = None
        self.today = date.min
        self._laid_out = FIRST_ENTRIES
        self._width = 0

    _keeps_cursor = False

    def show(self, profile: Profile | None, today: date) -> None:
        """Takes over a person; for the same one the cursor stays on its entry and the scroll where it was.

        A cursor that was never moved stays at the top, on what was logged just now.
        """
        same = (
            profile is not None and self.profile is not None and profile.summary.id == self.profile.summary.id
        )
        held = self.current() if same and (self.cursor or self.has_focus) else None
        self.profile, self.today = profile, today
        if not same:
            self._laid_out = FIRST_ENTRIES
            self.cursor = 0
            self.scroll_to(y=0, animate=False, immediate=True)
        self._lay_out()
        if held is not None:
            self.cursor = next(
                (at for at, stop in enumerate(self.page.stops) if _same(stop, held)), self.cursor
            )
        self.content_changed()

    def _lay_out(self) -> None:
        self._width = self.size.width
        if self.profile is None or not self._width:
            self.page = Page([], [])
            return
        glyphs = cast("NetuiApp", self.app).glyphs
        self.page = person_page(self.profile, Context(self._width, self.today, glyphs), self._laid_out)

    def on_resize(self) -> None:
        """A new width wraps anew."""
        if self.size.width != self._width:
            self._lay_out()
        self.content_changed()

    def move_to(self, stop: int, *, notify: bool = True) -> None:
        """Lays out more entries before the cursor reaches the last one laid out."""
        total = len(self.profile.timeline) if self.profile else 0
        if stop >= self.stop_count() - 5 and self._laid_out < total:
            self._laid_out = total if stop > self._laid_out * 4 else self._laid_out * 4
            self._lay_out()
            self.content_changed()
        if self.stop_count():
            super().move_to(stop, notify=notify)
        else:
            self.scroll_relative(y=1 if stop > 0 else -1, animate=False)

    def go_to_end(self) -> None:
        """To the earliest entry."""
        self._laid_out = len(self.profile.timeline) if self.profile else 0
        self._lay_out()
        self.content_changed()
        self.move_to(self.stop_count() - 1)

    def find_entry(self, ident: str) -> None:
        """Puts the cursor on an entry, laying out all there are when it lies far back."""
        for _ in range(2):
            for at, stop in enumerate(self.page.stops):
                if stop.kind == "entry" and stop.item.id == ident:
                    self.move_to(at)
                    return
            self._laid_out = len(self.profile.timeline) if self.profile else 0
            self._lay_out()
            self.content_changed()


def _same(one: Stop, other: Stop) -> bool:
    if one.kind != other.kind:
        return False
    first: Any = one.item
    second: Any = other.item
    return bool((first.contact, first.id) == (second.contact, second.id))
