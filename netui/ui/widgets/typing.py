"""The lines one types in."""

from typing import Any

from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class LineInput(Input):
    """One line without a frame, on the shade of what is being typed in; its cursor does not blink."""

    DEFAULT_CSS = """
    LineInput { height: 1; border: none; padding: 0; background: $bar; width: 1fr; }
    LineInput:focus { border: none; background: $bar; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """However long the text, the line is as wide as its place: nothing around it moves at a key."""

    def __init__(self, value: str = "", **more: Any):
        super().__init__(value, select_on_focus=False, **more)
        self.cursor_blink = False


class SearchInput(LineInput):
    """Words looked for; the arrows move in what the screen found."""

    BINDINGS = [
        Binding("escape", "screen.leave", show=False),
        Binding("down,ctrl+n", "screen.move(1)", show=False),
        Binding("up,ctrl+p", "screen.move(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
    ]
