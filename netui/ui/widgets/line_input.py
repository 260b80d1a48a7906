"""Text inputs of one line: for forms and the prompt, and for search."""

from typing import Any

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from netui.presentation.text import paste_lines
from netui.ui.style.palette import Palette
from netui.ui.terminal import NoComponentClasses
from netui.ui.widgets.bindings import bindings


class LineInput(NoComponentClasses, Input):  # type: ignore[misc]
    """An input without a frame, on a shaded background; its cursor does not blink.

    Its parts take their styles from the palette: matching CSS rules for each part of each input would
    take longer than everything else in a form.
    """

    DEFAULT_CSS = """
    LineInput { height: 1; border: none; padding: 0; background: $bar; width: 1fr; }
    LineInput:focus { border: none; background: $bar; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Not a cause for layout: the length of the text moves nothing around the input."""

    def __init__(self, value: str = "", **more: Any):
        super().__init__(value, select_on_focus=False, **more)
        self.cursor_blink = False

    joint = " "
    """What stands between the lines of a paste, of which none is lost."""

    def on_paste(self, event: events.Paste) -> None:
        """Pastes several lines as one."""
        event.stop()
        event.prevent_default()
        self.replace(self._as_one_line(event.text), *self.selection)

    def _as_one_line(self, text: str) -> str:
        lines = paste_lines(text)
        return self.joint.join(line.strip() for line in lines) if len(lines) > 1 else lines[0]

    def get_component_rich_style(
        self, *names: str, partial: bool = False, default: Style | None = None
    ) -> Style:
        """The style of the cursor, of the selection, or of suggestion and placeholder."""
        palette: Palette = self.app.palette  # type: ignore[attr-defined]
        if "input--cursor" in names:
            return Style(reverse=True)
        if "input--selection" in names:
            return palette.cursor(Style(), focused=True)
        return palette.style("muted", Style())


class SearchInput(LineInput):
    """A search query; the arrow keys move among the results."""

    def take_typed_ahead(self, text: str) -> bool:
        """Takes what came in the same read as an enter that led nowhere: most likely a paste."""
        if not (self.has_focus and self.screen.is_current):
            return False
        joint = self.joint if self.value and not self.value.endswith(" ") else ""
        self.insert_text_at_cursor(joint + self._as_one_line(text))
        return True

    BINDINGS = bindings(
        {
            "search_leave": "screen.leave",
            "search_down": "screen.move(1)",
            "search_up": "screen.move(-1)",
            "search_page_down": "screen.page(1)",
            "search_page_up": "screen.page(-1)",
        }
    )
