"""A view of a page that was laid out as a whole: its lines, and the places where the cursor stops."""

from netui.ui.presentation.text import Line
from netui.ui.presentation.timeline import Page, Stop
from netui.ui.widgets.lines import CursorView


class PageView(CursorView):
    """Shows ``page``; call :meth:`content_changed` after giving it another one."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.page = Page([], [])

    def line_count(self) -> int:
        """Lines of the page."""
        return len(self.page.lines)

    def line_at(self, y: int, width: int) -> Line:
        """One line."""
        return self.page.lines[y]

    def stop_count(self) -> int:
        """What can be acted on."""
        return len(self.page.stops)

    def stop_lines(self, stop: int) -> tuple[int, int]:
        """The lines of one of them."""
        return self.page.stops[stop].first, self.page.stops[stop].after

    def current(self) -> Stop | None:
        """What the cursor stands on."""
        return self.page.stops[self.cursor] if self.cursor < len(self.page.stops) else None
