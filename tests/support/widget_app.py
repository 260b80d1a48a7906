"""A small app around one widget, with what widgets use of the app."""

from textual.app import App, ComposeResult
from textual.widget import Widget

from netui.presentation.glyphs import UNICODE
from netui.presentation.keymap import keys_in_force
from netui.ui.runtime.background import BackgroundTasks
from netui.ui.style.palette import Palette
from netui.ui.style.themes import DARK


class WidgetTestApp(App[None]):
    """Shows ``widget`` on the whole screen."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: Widget):
        super().__init__()
        self.widget = widget
        self.glyphs = UNICODE
        self.keys, _ = keys_in_force({})
        self.errors: list[Exception] = []
        self.background_tasks = BackgroundTasks(self, self.errors.append)
        self.register_theme(DARK)
        self.theme = DARK.name
        self.palette = Palette(self.theme_variables, few_colours=False)

    def compose(self) -> ComposeResult:
        yield self.widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict.fromkeys(("bar", "muted"), "#000000")
