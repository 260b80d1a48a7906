"""The application: what all screens share."""

import contextlib
import gc
import subprocess
import sys
from collections.abc import Sequence
from functools import partial

from rich.segment import Segment
from textual.binding import Binding
from textual.color import Color
from textual.filter import LineFilter, NoColor

from netui.presentation.actions import BY_ID, keys_in_force
from netui.presentation.glyphs import Glyphs, glyphs
from netui.presentation.text import clean
from netui.services.sync.screen_snapshot import ScreenSnapshot, delete_snapshot, save_snapshot
from netui.services.sync.watcher import Watch, WatchEvent
from netui.services.workspace import Workspace
from netui.ui.runtime.background import BackgroundTasks
from netui.ui.runtime.event_loop import run_with_ui_priority
from netui.ui.runtime.key_queue import KeysInOrder
from netui.ui.runtime.signals import leave_when_told
from netui.ui.screens.main.screen import MainScreen
from netui.ui.screens.shared.base import ActionScreen
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.style.palette import Palette, has_few_colours
from netui.ui.style.themes import OWN
from netui.ui.terminal import TerminalApp, terminal_key

_DERIVED = {
    "muted": "foreground-muted", "faint": "foreground-muted", "attention": "warning", "good": "success",
    "link": "primary", "cursor": "primary-muted", "cursor-dim": "surface", "bar": "panel",
    "rule": "foreground-disabled",
}  # fmt: skip
"""Which of Textual's colours stand for ours in themes made by others."""


_TWINS = str.maketrans("·…→›✓–—│─┌┐└┘├┤┬┴┼━┃", "-~>>x--|-+++++++++-|")
"""What frames and phrases are drawn with, and what stands for it where only ASCII is wanted."""


class PlainText(LineFilter):
    """The net below all widgets: whatever reaches a line of the screen is text, never a command."""

    def __init__(self, ascii_only: bool = False):
        super().__init__()
        self._ascii = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with control and invisible characters made harmless."""
        if self._ascii:
            segments = [segment._replace(text=segment.text.translate(_TWINS)) for segment in segments]
        if all(segment.control or segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(clean(segment.text), segment.style)
            for segment in segments
        ]


class NetuiApp(TerminalApp, KeysInOrder):
    """One network on one screen."""

    TITLE = "netui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("ctrl+q,ctrl+c", "quit", priority=True, show=False)]
    CSS = f"""
    Screen {{ background: $background; color: $foreground; }}
    Toast {{ background: $panel; padding: 0 1; }}
    ToastRack {{ padding: 0 1 1 0; }}
    {MainScreen.STYLE}
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        demo: bool = False,
        config_problem: str = "",
        begin_with: str = "",
        building: "subprocess.Popen[str] | None" = None,
    ):
        super().__init__(terminal=workspace.config.terminal)
        self.begin_with = begin_with
        self.workspace = workspace
        self.is_demo = demo
        self.glyphs: Glyphs = glyphs(workspace.config.ascii)
        self._plain = PlainText(workspace.config.ascii)
        self._palette: Palette | None = None
        self._palette_theme = ""
        for theme in OWN:
            self.register_theme(theme)
        if workspace.config.theme in self.available_themes:
            self.theme = workspace.config.theme
        else:
            config_problem = f"there is no theme {workspace.config.theme!r}; the palette lists their names"
            self.theme = OWN[0].name
        self.keys, problems = keys_in_force(workspace.config.keys)
        self._problems = [config_problem, *problems]
        self.last_words = ""
        self._begun = False
        self.background_tasks = BackgroundTasks(self)
        self.watch_thread = Watch(workspace, self._news, building)

    # ------------------------------------------------------------------ life

    def on_mount(self) -> None:
        """Listens to signals, and tells what is wrong with the settings."""
        if not self.is_headless:
            leave_when_told(self)
        self.set_keymap({name: keys for name, keys in self.keys.items() if keys != BY_ID[name].keys})
        for problem in self._problems:
            if problem:
                self.tell(problem, severity="warning")

    def get_default_screen(self) -> MainScreen:
        """The main screen; the background task starts once it is drawn."""
        return MainScreen()

    def shown(self) -> None:
        """The first frame stands, everything in its size: the background task starts after it."""
        if not self._begun:
            self._begun = True
            self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.first_frame_drawn()
        gc.freeze()  # what was loaded so far stays; it need not be looked through again
        gc.enable()
        self.watch_thread.start()

    def _news(self, news: WatchEvent) -> None:
        """Called on the watch's thread."""
        if self.is_running:
            self.call_later(self.between_keys, partial(self._deliver, news))

    def _deliver(self, news: WatchEvent) -> None:
        if news.people is not None:
            gc.freeze()  # they stay too, and there are many
        screen = self.main
        if screen is not None:
            screen.on_watch_event(news)
            if isinstance(self.screen, ActionScreen):
                self.screen.refill()

    @property
    def main(self) -> MainScreen | None:
        """The main screen, once it is there."""
        return next((screen for screen in self.screen_stack if isinstance(screen, MainScreen)), None)

    async def action_quit(self) -> None:
        """Leaves; what was being typed is kept as a draft."""
        self.leave()

    def leave(self, status: int = 0) -> None:
        """Leaves, remembering where we were."""
        last = self._screen_snapshot()
        for screen in reversed(self.screen_stack):
            if isinstance(screen, FixedSizeScreen):
                screen.before_leaving()
        if last is not None:
            save_snapshot(self.workspace.places, self.workspace.today, terminal_key(), last)
        elif self.main is not None and self.main.has_moved:
            delete_snapshot(self.workspace.places)
        self.watch_thread.stop()
        self.exit(status)

    def leave_for_demo(self) -> None:
        """Leaves so that the demo is opened instead."""
        self.leave(LOOK_AT_DEMO)

    def _screen_snapshot(self) -> ScreenSnapshot | None:
        """What the next start may show at once: the main screen at rest, true to the folder."""
        main = self.main
        if self.is_demo or main is None or self.screen is not main or not main.is_at_rest:
            return None
        if self.has_splash and main.is_as_begun:  # the splash still holds more than was drawn since
            return None
        if not self.workspace.index.is_folder_unchanged():
            return None
        return self.take_snapshot({main.prompt.message_row})

    def handle_crash(self, error: Exception) -> bool:
        """Ends with one line instead of a traceback; what was being typed and the details are kept."""
        self.last_words = _unexpected(error)
        with contextlib.suppress(Exception):
            self.leave(CRASHED)
        self.exit(CRASHED)
        return True

    # ------------------------------------------------------------------ shared means

    @property
    def palette(self) -> Palette:
        """Styles for the theme in force and the colours of the terminal; computed once a theme."""
        if self._palette is None or self._palette_theme != self.theme:
            few_colours = has_few_colours(self.console.color_system, self.no_color)
            self._palette, self._palette_theme = (
                Palette(self.theme_variables, few_colours=few_colours),
                self.theme,
            )
        return self._palette

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, drawn from the theme's colours where it does not set them."""
        theme = self.current_theme
        if theme in OWN:
            return {}
        colours = theme.to_color_system().generate()
        return {name: colours[source] for name, source in _DERIVED.items()}

    def on_app_focus(self) -> None:
        """Somebody is back at the screen."""
        self.watch_thread.look_again()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and ours below them all; it takes NO_COLOR for shades of grey, we for none."""
        return [*super().get_line_filters(), *([NoColor()] if self.no_color else []), self._plain]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables; without colours the place where one types is marked by reverse."""
        found = super().get_css_variables()
        return {**found, "input-cursor-text-style": "reverse"} if self.no_color else found

    def run_outside(self, command: Sequence[str]) -> int:
        """Runs a program on the terminal while the app stands back; raises OSError when it cannot be run."""
        problem: OSError | None = None
        status = 0
        with self.suspend():
            try:
                status = subprocess.run(command, check=False).returncode
            except OSError as error:  # an exception must not leave suspend(): the app would not come back
                problem = error
        self.refresh(layout=True)
        if problem is not None:
            raise problem
        return status

    def tell_fault(self, error: Exception) -> None:
        """Says that something went wrong that nobody waited for, and where the details are."""
        self.tell(_unexpected(error), severity="error")

    def tell(self, message: str, *, severity: str = "information") -> None:
        """A toast; the text is data, never markup."""
        self.notify(clean(message), severity=severity, markup=False)  # type: ignore[arg-type]


def _unexpected(error: Exception) -> str:
    from netui.services.crash_report import save_report

    return f"something unexpected happened ({type(error).__name__}); {save_report(error)}"


CRASHED = 3
LOOK_AT_DEMO = 64
"""What :func:`run` returns when the user asked for the demo instead."""


def run(
    workspace: Workspace,
    *,
    demo: bool = False,
    config_problem: str = "",
    begin_with: str = "",
    building: "subprocess.Popen[str] | None" = None,
) -> int:
    """Opens the app, at once with the action named, and returns the exit status.

    ``building`` is a first build of the index that was started already.
    """
    app = NetuiApp(
        workspace,
        demo=demo,
        config_problem=config_problem,
        begin_with=begin_with,
        building=building,
    )
    status = run_with_ui_priority(app.run_async())
    if app.last_words:
        sys.stderr.write(f"netui: {clean(app.last_words)}\n")
    return status if status is not None else app.return_code or 0
