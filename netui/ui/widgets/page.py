"""A view of a page layout: its lines, and a cursor over its items."""

from netui.presentation.pages.page_layout import Item, PageLayout, identity
from netui.presentation.text import Line
from netui.ui.widgets.cursor_view import CursorView


class PageView(CursorView):
    """Shows a page laid out as a whole."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.page = PageLayout([], [])

    def lay(self, page: PageLayout) -> None:
        """Shows ``page``; keeps the cursor on the same item, if it occurs twice on the nearest."""
        here = self.current()
        self.page = page
        self.content_changed()
        key = identity(here) if here is not None else None
        if key is not None:
            alike = (at for at, each in enumerate(page.selectables) if identity(each.item) == key)
            at = min(alike, key=lambda at: abs(at - self.cursor), default=self.cursor)
            if at != self.cursor:
                self.move_to(at)

    def line_count(self) -> int:
        """Lines of the page."""
        return len(self.page.lines)

    def line_at(self, y: int, width: int) -> Line:
        """One line."""
        return self.page.lines[y]

    def selectable_count(self) -> int:
        """Items of the page."""
        return len(self.page.selectables)

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """The lines of one item."""
        return self.page.selectables[index].first, self.page.selectables[index].after

    def current(self) -> Item | None:
        """The item under the cursor."""
        return self.page.selectables[self.cursor].item if self.cursor < len(self.page.selectables) else None
