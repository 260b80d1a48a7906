"""A scrolling list with a cursor that draws only the lines that changed, however long the list is."""

from abc import abstractmethod
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
    """A scrolling view of lines with a cursor over the items among them; an item may cover several lines.

    Subclasses say how many lines there are (:meth:`line_count`), what a line holds
    (:meth:`line_at`), and which lines each item covers (:meth:`selectable_count`,
    :meth:`selectable_lines`).
    """

    DEFAULT_CSS = """
    CursorView { scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Not a cause for layout: there are no scroll bars, so the length of the list moves nothing."""

    class Moved(Message):
        """The cursor has moved; of several queued messages only the last is delivered."""

        def __init__(self, view: "CursorView"):
            super().__init__()
            self.view = view

        @property
        def control(self) -> "CursorView":
            """The view whose cursor moved."""
            return self.view

        def can_replace(self, message: Message) -> bool:
            """A newer move of the same view replaces this one."""
            return isinstance(message, CursorView.Moved) and message.view is self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None):
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self._fitted = 0

    @abstractmethod
    def line_count(self) -> int:
        """How many lines there are."""

    @abstractmethod
    def line_at(self, y: int, width: int) -> Line:
        """The content of line ``y``."""

    @abstractmethod
    def selectable_count(self) -> int:
        """How many items there are for the cursor."""

    @abstractmethod
    def selectable_lines(self, index: int) -> tuple[int, int]:
        """The first line of an item and the one after its last."""

    # ------------------------------------------------------------------ drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in ``crop``, laid out for the present width.

        Textual sends a view shown again no resize where its size was asked for before the next layout.
        """
        if self.size.width != self._fitted:
            self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One visible line."""
        top = self.scroll_offset.y + y
        width = self.size.width
        if top >= self.line_count():
            return strip_of([], width, self.palette)
        cursor = None
        if self.selectable_count():
            first, after = self.selectable_lines(self.cursor)
            if first <= top < after:
                has_keys = self.has_focus or self._acts_unfocused
                cursor = has_keys or None if not self._marks_cursor_unfocused else has_keys
        return strip_of(self.line_at(top, width), width, self.palette, cursor=cursor)

    _marks_cursor_unfocused = True
    """Whether the cursor is drawn, dimmed, while the view does not have the focus."""

    _acts_unfocused = False
    """Whether the cursor is drawn in full without the focus: below an input, whose keys move it."""

    def content_changed(self) -> None:
        """Redraws everything after the content changed; cursor and scroll offset stay if they can."""
        self.virtual_size = Size(max(self.size.width, 1), self.line_count())
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
        self.cursor = max(0, min(self.cursor, self.selectable_count() - 1))
        self.refresh()

    def on_resize(self) -> None:
        """Redraws for the new size."""
        self._fit()

    def _fit(self) -> None:
        self._fitted = self.line_width
        self.fit()

    def fit(self) -> None:
        """Redraws for the present size; views that wrap their lines wrap them again."""
        self.content_changed()

    @property
    def line_width(self) -> int:
        """The width for lines, in cells: of a hidden view what it last was, 0 before it was ever shown."""
        return self.size.width or self._fitted

    # Textual redraws a whole view that gets or loses the focus; here only the line of the cursor changes.

    def focus(self, scroll_visible: bool = False) -> Self:
        """Takes the focus at once, without scrolling: no screen is longer than the terminal."""
        self.screen.set_focus(self, scroll_visible=False)
        return self

    def on_focus(self, event: events.Focus) -> None:
        """Draws the cursor in full."""
        event.prevent_default()
        self._set_focused(True, events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Draws the cursor dimmed."""
        event.prevent_default()
        self._set_focused(False, events.DescendantBlur(self))

    def _set_focused(self, has_keys: bool, news: events.Event) -> None:
        self.has_focus = has_keys
        self.refresh_selectable(self.cursor)
        if isinstance(self.parent, Widget):
            self.parent.post_message(news)

    # ------------------------------------------------------------------ moving

    def move_to(self, index: int, *, notify: bool = True) -> None:
        """Moves the cursor to an item, and scrolls as little as needed."""
        count = self.selectable_count()
        if not count:
            return
        index = max(0, min(index, count - 1))
        moved = index != self.cursor
        if moved:
            self.refresh_selectable(self.cursor)
            self.cursor = index
            self.refresh_selectable(index)
        self._scroll_into_view(index)
        if moved and notify:
            self.post_message(self.Moved(self))

    def _scroll_into_view(self, index: int) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if height:
            target = self._top_showing(index)
            if target != top:
                self.scroll_to(y=target, animate=False, immediate=True)

    def _top_showing(self, index: int) -> int:
        """The scroll offset nearest to the present one at which an item is in view.

        The first item has what stands above it in view too, where both have room.
        """
        first, after = self.selectable_lines(index)
        top, height = self.scroll_offset.y, self.size.height
        if index == 0 and after <= height:
            first = 0
        if first < top:
            return first
        if after > top + height:
            jump = max(height // 2, 1) if self.has_focus else 1
            return min(after - height + jump, first, max(self.line_count() - height, 0))
        return top

    def _scroll_on(self, direction: int, index: int) -> bool:
        """Scrolls by half a page instead of moving to ``index`` where lines would be passed over unseen.

        Those are the rest of an item longer than the view, and what stands between two items (long notes).
        A view that was scrolled away from the cursor, by the mouse, comes back to it instead.
        """
        top, height = self.scroll_offset.y, self.size.height
        last = self.selectable_count() - 1
        if not height or last < 0:
            return False
        first, after = self.selectable_lines(self.cursor)
        first = first if self.cursor else 0
        after = after if self.cursor < last else self.line_count()
        index = max(0, min(index, last))
        target, end = self.selectable_lines(index)
        if direction > 0:
            is_apart = first > top + height
            unread = after - top - height
            if unread <= 0 and self._top_showing(index) > top + height:
                unread = target - top - height
        else:
            is_apart = after < top
            unread = top - first
            if unread <= 0 and top - max(target + height, end) > 0:
                unread = top - end
        if is_apart or unread <= 0:
            return False
        self.scroll_to(y=top + direction * min(unread, max(height // 2, 1)), animate=False, immediate=True)
        return True

    def refresh_selectable(self, index: int) -> None:
        """Redraws the lines of one item."""
        if 0 <= index < self.selectable_count():
            first, after = self.selectable_lines(index)
            top = self.scroll_offset.y
            self.refresh(Region(0, first - top, self.size.width, after - first))

    def go_to_start(self) -> None:
        """To the top, with the cursor on the first item."""
        self.move_to(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def go_to_end(self) -> None:
        """Moves to the last item."""
        self.move_to(self.selectable_count() - 1)

    def move_by(self, selectables: int) -> None:
        """Moves the cursor by so many items, negative is up; a single step passes over no lines unseen."""
        index = self.cursor + selectables
        if abs(selectables) != 1 or not self._scroll_on(selectables, index):
            self.move_to(index)

    def half_page(self, direction: int) -> None:
        """Moves by half the height of the view; ``direction`` is 1 or -1."""
        lines = max(self.size.height // 2, 1)
        if not self.selectable_count():
            return
        start = self.selectable_lines(self.cursor)[0]
        index = self.cursor
        while 0 <= index + direction < self.selectable_count():
            index += direction
            if abs(self.selectable_lines(index)[0] - start) >= lines:
                break
        if not self._scroll_on(direction, self.cursor + direction):
            self.move_to(index)

    def on_click(self, event: "object") -> None:
        """Moves the cursor to the item under the mouse."""
        y = self.scroll_offset.y + int(getattr(event, "y", 0))
        index = self._index_at(y)
        if index is not None:
            self.move_to(index)

    def _index_at(self, y: int) -> int | None:
        """The item that covers line ``y``, found by bisection; None between items."""
        low, high = 0, self.selectable_count() - 1
        while low <= high:
            middle = (low + high) // 2
            first, after = self.selectable_lines(middle)
            if y < first:
                high = middle - 1
            elif y >= after:
                low = middle + 1
            else:
                return middle
        return None
