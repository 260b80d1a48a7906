"""The lines one types in."""

from typing import Any

from rich.style import Style
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from netui.ui.style.palette import Palette
from netui.ui.terminal import NoComponentClasses
from netui.ui.widgets.bindings import bindings


class LineInput(NoComponentClasses, Input):  # type: ignore[misc]
    """One line without a frame, on the shade of what is being typed in; its cursor does not blink.

    Its parts have styles of the palette: in a form, to match the rules for each part of each line would
    take longer than all else.
    """

    DEFAULT_CSS = """
    LineInput { height: 1; border: none; padding: 0; background: $bar; width: 1fr; }
    LineInput:focus { border: none; background: $bar; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """However long the text, the line is as wide as its place: nothing around it moves at a key."""

    def __init__(self, value: str = "", **more: Any):
        super().__init__(value, select_on_focus=False, **more)
        self.cursor_blink = False

    def get_component_rich_style(
        self, *names: str, partial: bool = False, default: Style | None = None
    ) -> Style:
        """The style of the cursor, of what is selected, or of what is suggested or hinted at."""
        palette: Palette = self.app.palette  # type: ignore[attr-defined]
        if "input--cursor" in names:
            return Style(reverse=True)
        if "input--selection" in names:
            return palette.cursor(Style(), focused=True)
        return palette.style("faint", Style())


class SearchInput(LineInput):
    """Words looked for; the arrows move in what the screen found."""

    BINDINGS = bindings(
        {
            "search_leave": "screen.leave",
            "search_down": "screen.move(1)",
            "search_up": "screen.move(-1)",
            "search_page_down": "screen.page(1)",
            "search_page_up": "screen.page(-1)",
        }
    )
