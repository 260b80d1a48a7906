"""Actions of a screen with a search input over a list of results: move in the list, leave with nothing."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from netui.presentation.footer import key_hints
from netui.presentation.text import Line
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView

if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen

    from netui.ui.screens.shared.app import ScreenApp

_MOVES = (("search_down", "down"), ("search_up", "up"), ("search_leave", "leave"))


class SearchActions:
    """What the keys of :class:`netui.ui.widgets.line_input.SearchInput` do on the screen around it."""

    results: CursorView

    def key_hints(self, verb: str, found: str = "") -> Line:
        """The keys, of which enter does ``verb``, behind what was ``found``."""
        keys: Mapping[str, str] = cast("ScreenApp", cast("Screen[Any]", self).app).keys
        moves = [(keys[name].split(",")[0], words) for name, words in _MOVES]
        return [(f" {found}  " if found else "", "muted"), *key_hints([("enter", verb), *moves])]

    def keys_line(self, verb: str) -> StatusLine:
        """The last line of a screen that lies over another, with the keys."""
        line = StatusLine(classes="modal-keys")
        line.show(self.key_hints(verb))
        return line

    def action_move(self, by: int) -> None:
        """Up or down in the results."""
        self.results.move_by(by)

    def action_page(self, direction: int) -> None:
        """Half a page up or down."""
        self.results.half_page(direction)

    def action_leave(self) -> None:
        """Closes without a choice."""
        cast("Screen[Any]", self).dismiss(None)
