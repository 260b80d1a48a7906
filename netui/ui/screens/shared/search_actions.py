"""Actions of a screen with a search input over a list of results: move in the list, leave with nothing."""

from typing import TYPE_CHECKING, cast

from netui.ui.widgets.cursor_view import CursorView

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen


class SearchActions:
    """What the keys of :class:`netui.ui.widgets.line_input.SearchInput` do on the screen around it."""

    results: CursorView

    def action_move(self, by: int) -> None:
        """Up or down in the results."""
        self.results.move_by(by)

    def action_page(self, direction: int) -> None:
        """Half a page up or down."""
        self.results.half_page(direction)

    def action_leave(self) -> None:
        """Closes without a choice."""
        cast("Screen[Any]", self).dismiss(None)
