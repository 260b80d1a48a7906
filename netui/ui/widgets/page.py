"""A view of a page that was laid out as a whole: its lines, and the places where the cursor stops."""

from netui.presentation.contact_page import PageLayout, Selectable
from netui.presentation.text import Line
from netui.ui.widgets.cursor_view import CursorView


class PageView(CursorView):
    """Shows a page given by :meth:`lay`."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.page = PageLayout([], [])

    def lay(self, page: PageLayout) -> None:
        """Shows ``page``; the cursor stays on what it stands on, wherever that is by now.

        Of what stands on it more than once, the nearest is meant.
        """
        here = self.current()
        self.page = page
        self.content_changed()
        named = _name(here) if here is not None else None
        if named is not None:
            alike = (at for at, stop in enumerate(page.stops) if _name(stop) == named)
            at = min(alike, key=lambda at: abs(at - self.cursor), default=self.cursor)
            if at != self.cursor:
                self.move_to(at)

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

    def current(self) -> Selectable | None:
        """What the cursor stands on."""
        return self.page.stops[self.cursor] if self.cursor < len(self.page.stops) else None


def _name(stop: Selectable) -> tuple[object, ...] | None:
    """What tells one thing from the others of a page, however it has changed; None where nothing does."""
    item = stop.item
    if stop.kind == "goal":
        return stop.kind, item.goal.id
    if stop.kind == "milestone":
        return stop.kind, item[0], item[1].text
    if stop.kind == "audience":
        return stop.kind, item.coverage.who, item.coverage.match
    if isinstance(item, str):
        return stop.kind, item
    if stop.kind == "catch_up":
        return (stop.kind,)
    contact = getattr(item, "contact", None) or getattr(item, "title", None)
    if contact is None:
        return None
    return stop.kind, contact, getattr(item, "id", "") or getattr(item, "what", "")
