"""The timeline pane: a contact page of which only a window of entries is laid out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region

from netui.presentation.hyperlinks import without_links
from netui.presentation.pages.contact.contact_page import contact_page
from netui.presentation.pages.page_layout import (
    OpportunityItem,
    PageLayout,
    PromiseItem,
    RenderContext,
    identity,
)
from netui.presentation.text import Line
from netui.services.people.local_time import local_time_words
from netui.services.people.profile import Profile
from netui.services.workspace import Clock
from netui.ui.widgets.page import PageView

if TYPE_CHECKING:
    from netui.services.circles.status import CircleStatus

WINDOW = 120
"""Entries laid out at once: more than the tallest terminal shows."""
MARGIN = 20
"""Entries between the cursor and an end of the window at which the window slides."""
_MINUTE = 60.0
"""Seconds between two looks at the contact's local time."""


class TimelineView(PageView):
    """The page of one contact with a cursor over promises, opportunities and entries.

    However long the timeline, :data:`WINDOW` entries are laid out; the window slides with the cursor.
    """

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.profile: Profile | None = None
        self._circle: CircleStatus | None = None
        self.today = date.min
        self.clock: Clock | None = None
        self._first = 0
        self._width = 0

    _marks_cursor_unfocused = False

    def on_mount(self) -> None:
        """Keeps the local time of the contact true."""
        self.set_interval(_MINUTE, self.show_local_time)

    def show_local_time(self) -> None:
        """Draws the page again where the local time on it has changed."""
        if self.clock is None or self.profile is None or not self.profile.local_time:
            return
        now = local_time_words(self.profile.head, self.clock())
        if now != self.profile.local_time:
            self.show(self.profile._replace(local_time=now), self.today)

    def show(self, profile: Profile | None, today: date, circle: CircleStatus | None = None) -> None:
        """Shows a contact, or a circle; for the same one as before cursor and scroll offset stay.

        A cursor that was never moved stays at the top, on the newest entry.
        """
        same = profile is not None and self.profile is not None and profile.row.id == self.profile.row.id
        held = self.current() if same and (self.cursor or self.has_focus) else None
        self.profile, self.today, self._circle = profile, today, circle
        if not same:
            self._first = 0
            self.cursor = 0
            self.scroll_to(y=0, animate=False, immediate=True)
        self._lay_out()
        if held is not None:
            self.cursor = next(
                (
                    at
                    for at, each in enumerate(self.page.selectables)
                    if identity(each.item) == identity(held)
                ),
                self.cursor,
            )
        self.content_changed()

    def _lay_out(self) -> None:
        self._width = self.line_width
        if self.profile is None or not self._width:
            self.page = self._circle_page() if self._circle and self._width else PageLayout([], [])
            return
        self._first = min(self._first, max(self._total - WINDOW, 0))
        context = self._drawing
        self.page = contact_page(self.profile, context, self._first, self._first + WINDOW)

    @property
    def _drawing(self) -> RenderContext:
        return RenderContext(self._width, self.today, self.netui.glyphs, keys=self.netui.keys)

    def _circle_page(self) -> PageLayout:
        from netui.presentation.pages.circle import circle_page

        assert self._circle is not None
        return circle_page(self._circle, (), self._drawing, is_named=True)

    def fit(self) -> None:
        """Wraps for the present width."""
        if self.line_width != self._width:
            self._lay_out()
        self.content_changed()

    def line_at(self, y: int, width: int) -> Line:
        """One line; its links only while one is in the pane: each move in the list would send them."""
        line = super().line_at(y, width)
        return line if self.has_focus else without_links(line)

    def _set_focused(self, has_keys: bool, news: events.Event) -> None:
        super()._set_focused(has_keys, news)
        top = self.scroll_offset.y
        for y, line in enumerate(self.page.lines[top : top + self.size.height]):
            if line != without_links(line):
                self.refresh(Region(0, y, self.size.width, 1))

    # ------------------------------------------------------------------ moving among thousands

    @property
    def _total(self) -> int:
        return len(self.profile.timeline) if self.profile else 0

    @property
    def _lead(self) -> int:
        """The number of items before the first entry laid out."""
        return self.selectable_count() - min(WINDOW, self._total - self._first)

    def move_to(self, index: int, *, notify: bool = True) -> None:
        """Slides the window before the cursor reaches the first or the last entry laid out."""
        if not self.selectable_count():
            self.scroll_relative(y=1 if index > 0 else -1, animate=False)
            return
        first = window_start(self._first + index - self._lead, self._first, self._total)
        if first != self._first:
            index = self._slide(first, index)
        super().move_to(index, notify=notify)

    def _slide(self, first: int, index: int) -> int:
        """Slides the window to ``first`` without moving the lines on screen; returns the new ``index``."""
        shift = self._first - first
        here = self.selectable_lines(self.cursor)[0] - self.scroll_offset.y
        before = self._lead
        self._first = first
        self._lay_out()
        moved = self._lead - before + shift
        self.cursor = max(0, min(self.cursor + moved, self.selectable_count() - 1))
        self.content_changed()
        self.scroll_to(y=self.selectable_lines(self.cursor)[0] - here, animate=False, immediate=True)
        return max(0, index + moved)

    def go_to_start(self) -> None:
        """To the top of the page."""
        self._lay_out_from(0)
        super().go_to_start()

    def go_to_end(self) -> None:
        """To the earliest entry."""
        self._lay_out_from(max(self._total - WINDOW, 0))
        super().go_to_end()

    def _lay_out_from(self, first: int) -> None:
        if first != self._first:
            self._first = first
            self._lay_out()
            self.content_changed()

    def find_entry(self, ident: str) -> None:
        """Moves the cursor to an entry by its id, wherever it is."""
        at = self.profile.timeline.find(ident) if self.profile else None
        if at is not None and self.selectable_count():
            self._lay_out_from(window_start(at, self._first, self._total))
            self.move_to(self._lead + at - self._first)

    def find_item(self, ident: str) -> None:
        """Moves the cursor to a promise or an opportunity by its id."""
        self._lay_out_from(0)
        for at, selectable in enumerate(self.page.selectables):
            match selectable.item:
                case PromiseItem(promise) if promise.id == ident:
                    self.move_to(at)
                case OpportunityItem(opportunity) if opportunity.id == ident:
                    self.move_to(at)


def window_start(at: int, first: int, total: int) -> int:
    """The first entry of a window around entry ``at``; ``first`` where the present window will do."""
    is_above = first > 0 and at < first + MARGIN
    is_below = first + WINDOW < total and at >= first + WINDOW - MARGIN
    return max(0, min(at - WINDOW // 2, total - WINDOW)) if is_above or is_below else first
