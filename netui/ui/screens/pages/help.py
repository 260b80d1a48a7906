"""Help for where one is: the keys that work here, the words of the two languages, the signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from netui.presentation.glyphs import Glyphs
from netui.presentation.help import help_lines
from netui.presentation.keymap import first_key
from netui.presentation.text import Line
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.widgets.bindings import bindings
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.cursor_view import CursorView


class HelpView(CursorView):
    """Lines to scroll through; none is selectable."""

    def __init__(self) -> None:
        super().__init__(id="help-lines")
        self.lines: list[Line] = []

    def line_count(self) -> int:
        """Lines of help."""
        return len(self.lines)

    def line_at(self, y: int, width: int) -> Line:
        """One line."""
        return self.lines[y]

    def selectable_count(self) -> int:
        """None: the page scrolls as a whole."""
        return 0

    def selectable_lines(self, index: int) -> tuple[int, int]:
        """The whole page, which scrolls as one."""
        return 0, len(self.lines)

    def move_by(self, steps: int) -> None:
        """Scrolls by lines."""
        self.scroll_relative(y=steps, animate=False)

    def half_page(self, direction: int) -> None:
        """Scrolls by half the height."""
        self.scroll_relative(y=direction * max(self.size.height // 2, 1), animate=False)


class HelpScreen(FixedSizeScreen, Screen[None]):
    """One scrolling page."""

    BINDINGS = bindings(
        {
            "back": "leave",
            "close": "leave",
            "help": "leave",
            "down": "scroll(1)",
            "up": "scroll(-1)",
            "half_down": "page(1)",
            "half_up": "page(-1)",
            "scroll_page": "page(1)",
            "top": "ends(0)",
            "bottom": "ends(1)",
        }
    )
    CSS = "#help-lines { height: 1fr; }"

    def __init__(self, title: str, applicable: Iterable[str], keys: Mapping[str, str], glyphs: Glyphs):
        super().__init__()
        self._about = (title, list(applicable), keys, glyphs)
        self._view = HelpView()
        self._title = StatusLine(shaded=True)
        self._foot = StatusLine()

    def compose(self) -> ComposeResult:
        """Title, page, keys."""
        yield self._title
        yield self._view
        yield self._foot

    def on_mount(self) -> None:
        """Lays the page out."""
        self._title.show([(f" Help: {self._about[0]}", "strong")])
        down, up, back = (first_key(self._about[2], name) for name in ("down", "up", "back"))
        scroll: Line = [(f" {down}", "strong"), (f" {up}  ", "strong"), ("scroll   ", "muted")]
        self._foot.show([*scroll, (back, "strong"), (" close", "muted")])
        self._view.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Wraps anew."""
        page, applicable, keys, glyphs = self._about
        self._view.lines = help_lines(applicable, keys, glyphs, self.size.width, page)
        self._view.content_changed()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """By lines."""
        self._view.move_by(by)

    def action_page(self, direction: int) -> None:
        """By half a page."""
        self._view.half_page(direction)

    def action_ends(self, last: int) -> None:
        """To one of the ends."""
        self._view.scroll_to(y=self._view.line_count() * last, animate=False)
