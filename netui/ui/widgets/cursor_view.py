"""Line API views: they draw only the lines that changed, whatever the length of the list."""

from functools import lru_cache
from typing import Self

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from netui.presentation.text import Line
from netui.ui.widgets.cached_lines import CachedLines, strip_of


class CursorView(ScrollView, CachedLines, can_focus=True, inherit_bindings=False):
    """A scrolling view of lines in which a cursor stops at some of them.

    Subclasses say how many lines there are (:meth:`line_count`), what a line holds
    (:meth:`line_at`), and which lines the cursor's stops cover (:meth:`stop_count`,
    :meth:`stop_lines`).
    """

    DEFAULT_CSS = """
    CursorView { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """However long the list, nothing around it moves: there are no scroll bars."""

    class Moved(Message):
        """The cursor stands elsewhere now; of several waiting ones only the last matters."""

        def __init__(self, view: "CursorView"):
            super().__init__()
            self.view = view

        @property
        def control(self) -> "CursorView":
            """The view whose cursor moved."""
            return self.view

        def can_replace(self, message: Message) -> bool:
            """A newer move of the same view makes an older one needless."""
            return isinstance(message, CursorView.Moved) and message.view is self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None):
        super().__init__(id=id, classes=classes)
        self.cursor = 0

    def line_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def line_at(self, y: int, width: int) -> Line:
        """What line ``y`` holds."""
        raise NotImplementedError

    def stop_count(self) -> int:
        """At how many places the cursor can stand."""
        raise NotImplementedError

    def stop_lines(self, stop: int) -> tuple[int, int]:
        """The first line of a stop and the one after its last."""
        raise NotImplementedError

    # ------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        top = self.scroll_offset.y + y
        width = self.size.width
        if top >= self.line_count():
            return strip_of([], width, self.palette)
        cursor = None
        if self.stop_count():
            first, after = self.stop_lines(self.cursor)
            if first <= top < after:
                cursor = self.has_focus or None if not self._keeps_cursor else self.has_focus
        return strip_of(self.line_at(top, width), width, self.palette, cursor=cursor)

    _keeps_cursor = True
    """Whether the place of the cursor stays visible without focus."""

    def content_changed(self) -> None:
        """Takes over a new number of lines and draws everything anew; cursor and scroll stay if they can."""
        self.virtual_size = Size(max(self.size.width, 1), self.line_count())
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.cursor = max(0, min(self.cursor, self.stop_count() - 1))
        self.refresh()

    def on_resize(self) -> None:
        """The width changed: so may the lines."""
        self.content_changed()

    # Textual draws every line of a view anew that gets or loses the focus; here only the cursor looks other.

    def focus(self, scroll_visible: bool = False) -> Self:
        """Takes the keys at once. No screen is longer than the terminal, so that nothing has to scroll."""
        self.screen.set_focus(self, scroll_visible=False)
        return self

    def on_focus(self, event: events.Focus) -> None:
        """Draws the cursor as the one that acts."""
        event.prevent_default()
        self._has_keys(True, events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Draws the cursor as one at rest."""
        event.prevent_default()
        self._has_keys(False, events.DescendantBlur(self))

    def _has_keys(self, has_keys: bool, news: events.Event) -> None:
        self.has_focus = has_keys
        self.refresh_stop(self.cursor)
        if isinstance(self.parent, Widget):
            self.parent.post_message(news)

    # ------------------------------------------------------------------ moving

    def move_to(self, stop: int, *, notify: bool = True) -> None:
        """Puts the cursor there, scrolling no further than needed."""
        count = self.stop_count()
        if not count:
            return
        stop = max(0, min(stop, count - 1))
        moved = stop != self.cursor
        if moved:
            self.refresh_stop(self.cursor)
            self.cursor = stop
            self.refresh_stop(stop)
        self._bring_into_view(stop)
        if moved and notify:
            self.post_message(self.Moved(self))

    def _bring_into_view(self, stop: int) -> None:
        first, after = self.stop_lines(stop)
        if stop == 0:
            first = 0
        top, height = self.scroll_offset.y, self.size.height
        if not height:
            return
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif after > top + height:
            jump = max(height // 2, 1) if self.has_focus else 1
            target = min(after - height + jump, first, max(self.line_count() - height, 0))
            self.scroll_to(y=target, animate=False, immediate=True)

    def refresh_stop(self, stop: int) -> None:
        """Draws the lines of one stop anew."""
        if 0 <= stop < self.stop_count():
            first, after = self.stop_lines(stop)
            top = self.scroll_offset.y
            self.refresh(Region(0, first - top, self.size.width, after - first))

    def go_to_start(self) -> None:
        """To the first of all."""
        self.move_to(0)

    def go_to_end(self) -> None:
        """To the last of all."""
        self.move_to(self.stop_count() - 1)

    def move_by(self, stops: int) -> None:
        """Moves the cursor down, or up when negative."""
        self.move_to(self.cursor + stops)

    def half_page(self, direction: int) -> None:
        """Moves by half the height of the view."""
        lines = max(self.size.height // 2, 1)
        if not self.stop_count():
            return
        start = self.stop_lines(self.cursor)[0]
        stop = self.cursor
        while 0 <= stop + direction < self.stop_count():
            stop += direction
            if abs(self.stop_lines(stop)[0] - start) >= lines:
                break
        self.move_to(stop)

    def on_click(self, event: "object") -> None:
        """Puts the cursor where the mouse points."""
        y = self.scroll_offset.y + int(getattr(event, "y", 0))
        for stop in _stops_near(self, y):
            self.move_to(stop)
            return


def _stops_near(view: CursorView, y: int) -> list[int]:
    low, high = 0, view.stop_count() - 1
    while low <= high:
        middle = (low + high) // 2
        first, after = view.stop_lines(middle)
        if y < first:
            high = middle - 1
        elif y >= after:
            low = middle + 1
        else:
            return [middle]
    return []


@lru_cache(maxsize=8)
def rule(width: int, ascii_only: bool) -> str:
    """A thin horizontal rule."""
    return ("-" if ascii_only else "─") * width
