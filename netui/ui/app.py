"""The app: starts and quits, and holds what all screens share: workspace, theme, keys, background tasks."""

import contextlib
import gc
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.filter import LineFilter, NoColor

from netui.presentation.actions import BY_ID
from netui.presentation.glyphs import Glyphs, glyphs
from netui.presentation.keymap import first_key, keys_in_force
from netui.presentation.text import clean
from netui.services.settings import Config, draws_ascii
from netui.services.sync.index_build import remove_spare_folder
from netui.services.sync.screen_snapshot import ScreenSnapshot, delete_snapshot, save_snapshot
from netui.services.sync.watcher import Watch, WatchEvent
from netui.services.workspace import Workspace
from netui.ui.line_filter import PlainTextFilter
from netui.ui.runtime.background import BackgroundTasks
from netui.ui.runtime.copy_watch import CopyWatch
from netui.ui.runtime.event_loop import run_with_ui_priority
from netui.ui.runtime.job_control import has_job_control, stop_job
from netui.ui.runtime.key_queue import KeyQueueApp
from netui.ui.runtime.memory import share_heap
from netui.ui.runtime.signals import install_signal_handlers
from netui.ui.screens.main.screen import MainScreen
from netui.ui.screens.shared.base import ActionScreen
from netui.ui.screens.shared.resize import FixedSizeScreen
from netui.ui.style.palette import Palette, has_few_colours, has_links
from netui.ui.style.themes import OWN, derived_variables, not_a_theme
from netui.ui.terminal import TerminalApp, terminal_key, uses_engine
from netui.ui.widgets.bindings import bindings

if TYPE_CHECKING:
    import subprocess

    from netui.services.editor.external_editor import EditorCopy


class NetuiApp(TerminalApp, KeyQueueApp):
    """The app over one network."""

    TITLE = "netui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        Binding("ctrl+q,ctrl+c", "quit", priority=True, show=False),
        *bindings({"suspend": "suspend_process"}, priority=True),
    ]
    CSS = f"""
    Screen {{ background: $background; color: $foreground; }}
    FormScreen, PickerScreen, PaletteScreen {{ background: transparent; }}
    Toast {{ background: $panel; padding: 0 1; }}
    .modal {{ background: $background; border: solid $link; }}
    .modal {{ border-title-color: $foreground; border-title-style: bold; }}
    .modal-keys {{ dock: bottom; }}
    ToastRack {{ dock: top; align: right top; padding: 0 1 0 0; margin: 0; }}
    {MainScreen.STYLE}
    """

    def __init__(
        self,
        workspace: Workspace,
        *,
        demo: bool = False,
        config_problem: str = "",
        recovered: Sequence[str] = (),
        begin_with: str = "",
        building: "subprocess.Popen[str] | None" = None,
    ):
        super().__init__(has_engine=uses_engine(workspace.config.terminal))
        self.begin_with = begin_with
        self.workspace = workspace
        self.is_demo = demo
        self.glyphs: Glyphs = glyphs(ascii_only=draws_ascii(workspace.config))
        self._plain = PlainTextFilter(draws_ascii(workspace.config))
        self._palette: Palette | None = None
        for theme in OWN:
            self.register_theme(theme)
        theme_problem = not_a_theme(workspace.config.theme)
        self.theme = OWN[0].name if theme_problem else workspace.config.theme
        self.keys, problems = keys_in_force(workspace.config.keys, workspace.config.keymap)
        self._problems = [config_problem, theme_problem, *problems, *recovered]
        self.exit_message = ""
        self.unsaved_lines: dict[str, list[str]] = {}
        self.files_saved = Event()
        """Clear while many files are being saved."""
        self.files_saved.set()
        self._is_watching = False
        self.background_tasks = BackgroundTasks(self, self.report_error)
        self.watch_thread = Watch(workspace, self._watch_event, building)
        self.copy_watch = CopyWatch(self, self._take_saved, self._is_at_rest)

    # ------------------------------------------------------------------ life

    def on_mount(self) -> None:
        """Installs signal handlers and keys; says what is wrong with the settings, or was put right."""
        if not self.is_headless:
            install_signal_handlers(self.leave)
        self.app_resume_signal.subscribe(self, self._go_on)
        self.set_keymap({name: keys for name, keys in self.keys.items() if keys != BY_ID[name].keys})
        for problem in self._problems:
            if problem:
                self.show_toast(problem, severity="warning")

    def get_default_screen(self) -> MainScreen:
        """The main screen."""
        return MainScreen()

    def start_watching(self) -> None:
        """Starts the watcher after the first frame, once; called when the screen is laid out in its size."""
        if not self._is_watching:
            self._is_watching = True
            self.call_after_refresh(self._start_background)

    def _start_background(self) -> None:
        gc.freeze()  # modules and screens stay: later collections need not scan them
        gc.enable()
        self.workspace.index.survive(self.watch_thread.look_now)
        self.watch_thread.start()
        if self.workspace.config.vdir.path and not self.is_demo:
            self._watch_vdir()

    def _watch_vdir(self) -> None:
        """Exchanges contacts with the folder of the settings from now on."""
        from netui.ui.runtime.vdir_watch import VdirWatch

        watch = VdirWatch(self, self.background_tasks, self.workspace, self.show_toast)
        watch.start()

    def _watch_event(self, news: WatchEvent) -> None:
        """Takes an event on the watcher's thread."""
        if self.is_running:
            self.call_later(self.call_between_keys, partial(self._handle_watch_event, news))

    def _handle_watch_event(self, news: WatchEvent) -> None:
        if news.people is not None:
            gc.freeze()  # people stay too, and there are many
        screen = self.main
        if screen is not None:
            screen.on_watch_event(news)
            if isinstance(self.screen, ActionScreen):
                self.screen.refill()

    def _is_at_rest(self) -> bool:
        """Whether nothing is being typed and no page is open."""
        main = self.main
        return main is not None and main is self.screen and not main.prompt.is_asking

    def _take_saved(self, copy: "EditorCopy") -> None:
        if self.main is not None:
            self.main.controllers.editor.take_saved(copy)

    @property
    def main(self) -> MainScreen | None:
        """The main screen, once it is mounted."""
        return next((screen for screen in self.screen_stack if isinstance(screen, MainScreen)), None)

    async def action_quit(self) -> None:
        """Quits; what was being typed is kept as a draft."""
        self.leave()

    def leave(self, status: int = 0) -> None:
        """Quits, saving drafts, the place of the cursor and the snapshot for the next start."""
        last = self._screen_snapshot()
        for screen in self._own_screens():
            screen.before_leaving()
        self._save_unsaved_lines()
        self.watch_thread.stop()
        self.files_saved.wait(SAVING_SECONDS)  # what is cut off is put right, but later
        # In a thread: the disk that the network lies on may hang, and leaving is not to wait for it.
        saving = Thread(target=self._keep_snapshot, args=(last,), daemon=True)
        saving.start()
        saving.join(LEAVING_SECONDS)
        self.exit(status)

    def _keep_snapshot(self, last: ScreenSnapshot | None) -> None:
        """Keeps the screen for the next splash, where it shows what the folder holds."""
        places = self.workspace.places
        if last is not None and self.workspace.index.is_folder_unchanged():
            save_snapshot(places, self.workspace.today, terminal_key(), last)
        elif self.main is not None and self.main.has_moved:
            delete_snapshot(places)

    def keep_typed(self) -> None:
        """Saves what is being typed as drafts, on every screen, whatever is wrong with the app or another."""
        with contextlib.suppress(Exception):
            for screen in self._own_screens():
                with contextlib.suppress(Exception):
                    screen.before_leaving()
            self._save_unsaved_lines()

    def _save_unsaved_lines(self) -> None:
        """Tries once more to write lines as drafts that could not be written before."""
        if any(self.unsaved_lines.values()):
            from netui.services.errors import StoreError
            from netui.services.timeline.line_drafts import save_unsaved

            with contextlib.suppress(StoreError):  # there is still no room
                save_unsaved(self.workspace.places, self.unsaved_lines)

    def _own_screens(self) -> Sequence[FixedSizeScreen]:
        """The open screens, the one on top first."""
        return [screen for screen in reversed(self.screen_stack) if isinstance(screen, FixedSizeScreen)]

    def action_suspend_process(self) -> None:
        """Stops until ``fg``, where a shell that knows jobs stands behind; else says that none does."""
        if self.is_headless or not has_job_control():
            self.show_toast(f"there is no shell to go back to; {first_key(self.keys, 'quit')} leaves netui")
        else:
            stop_job()

    def _go_on(self, _: object) -> None:
        """Draws the whole screen after a stop, and looks at what was changed meanwhile."""
        self.refresh(layout=True)
        self.watch_thread.look_again()

    def leave_for_demo(self) -> None:
        """Quits so that the demo is opened instead."""
        self.leave(LOOK_AT_DEMO)

    def _screen_snapshot(self) -> ScreenSnapshot | None:
        """The snapshot for the next splash: the main screen at rest and up to date; else None."""
        main = self.main
        if self.is_demo or main is None or self.screen is not main or not main.is_at_rest:
            return None
        if self.has_splash and main.is_as_begun:  # the splash still holds more than was drawn since
            return None
        return self.take_snapshot({main.prompt.message_row})

    def handle_crash(self, error: BaseException) -> bool:
        """Ends with a sentence instead of a traceback; what was being typed and a report are kept."""
        if not self.exit_message:  # a further error follows from the first
            self.exit_message = f"{_error_message(error)}; what you were typing is kept as a draft"
        self.keep_typed()
        self.watch_thread.stop()
        self.exit(CRASHED)
        return True

    # ------------------------------------------------------------------ shared means

    @property
    def palette(self) -> Palette:
        """Styles for the theme in force and the colours of the terminal; computed once a theme."""
        if self._palette is None:
            few = self.current_theme.ansi or has_few_colours(
                self.console.color_system, no_color=self.no_color
            )
            self._palette = Palette(self.theme_variables, few_colours=few, links=has_links())
        return self._palette

    def refresh_css(self, animate: bool = True) -> None:
        """Draws in the theme in force: all lines again, so that none keeps colours of the one before."""
        if not self.screen_stack:  # at the start: the styles are parsed with the first screen, in this theme
            self.stylesheet.set_variables(self.get_css_variables())
            return
        before = self.theme_variables
        super().refresh_css(animate)
        if self.theme_variables != before:
            self._palette = None
            for screen in self.screen_stack:
                for widget in screen.walk_children(with_self=True):
                    widget.refresh()

    def use_settings(self, config: Config) -> frozenset[str]:
        """Puts settings in force that were changed meanwhile; returns those that wait for the next start."""
        before = self.workspace.config
        self.workspace.config = config._replace(**{name: getattr(before, name) for name in _AT_START})
        if not not_a_theme(config.theme):
            self.theme = config.theme
        self.keys, _ = keys_in_force(config.keys, config.keymap)
        self.set_keymap({name: keys for name, keys in self.keys.items() if keys != BY_ID[name].keys})
        for screen in self.screen_stack:
            if isinstance(screen, ActionScreen):
                screen.keys_changed()
        return _AT_START

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own theme variables, derived from the theme's colours."""
        theme = self.current_theme
        return {} if theme in OWN else derived_variables(theme)

    def on_app_focus(self) -> None:
        """Checks for changes at once: the user is back at this terminal."""
        self.watch_thread.look_again()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's line filters, then ours; under NO_COLOR no colours at all, where Textual leaves greys."""
        return [*super().get_line_filters(), *([NoColor()] if self.no_color else []), self._plain]

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables; without colours the text cursor is shown in reverse."""
        found = super().get_css_variables()
        return {**found, "input-cursor-text-style": "reverse"} if self.no_color else found

    def run_outside(self, command: Sequence[str]) -> int:
        """Suspends the app and runs a program on the terminal; raises OSError when it cannot be run."""
        from netui.services.editor.editor_command import run_on_terminal

        problem: OSError | None = None
        status = 0
        with self.suspend():
            try:
                status = run_on_terminal(command)
            except OSError as error:  # an exception must not leave suspend(): the app would not come back
                problem = error
        self.refresh(layout=True)
        if problem is not None:
            raise problem
        return status

    def report_error(self, error: BaseException) -> None:
        """Shows a toast about an error in a background task, with the path of the report."""
        self.show_toast(_error_message(error), severity="error")

    def tell_not_typed(self, text: str) -> None:
        """Says that ``text`` was not taken as keys: it came in one piece with an enter, as in a paste."""
        self.show_toast(f"not typed, as it came in one piece with enter: {text.strip()}")

    def show_toast(self, message: str, *, severity: str = "information") -> None:
        """Shows a toast; the text is data, never markup."""
        self.notify(clean(message), severity=severity, markup=False)  # type: ignore[arg-type]


def _error_message(error: BaseException) -> str:
    if isinstance(error, _OF_OTHER_FILES) and _is_upgraded():
        return "netui was upgraded while it was open: start it again"
    from netui.services.crash_report import save_report

    return f"something unexpected happened ({type(error).__name__}); {save_report(error, 'the app')}"


def _is_upgraded() -> bool:
    """Whether a module of netui was written or put in its place since this one was loaded, or is gone."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    paths = (os.path.join(folder, name) for folder, _, names in os.walk(package) for name in names)
    try:
        written = (os.stat(path).st_ctime for path in paths if path.endswith(".py"))
        return not os.path.exists(__file__) or max(written) > _LOADED_AT
    except OSError:
        return True


_LOADED_AT = time.time()
_OF_OTHER_FILES = (ImportError, AttributeError, TypeError, SyntaxError)
"""What arises where a module that is loaded late is of another version than those before it."""
_AT_START = frozenset(
    (
        *("data", "terminal", "plain", "mouse", "ascii", "languages", "date_style"),
        *("rhythm", "kinds", "synonyms", "vdir", "mcp"),
    )
)
"""The settings that what is open was made with."""
LEAVING_SECONDS = 1.0
"""How long leaving waits for the disk that the network lies on."""
SAVING_SECONDS = 20.0
"""How long leaving waits for many files that are being saved."""
CRASHED = 3
LOOK_AT_DEMO = 64
"""The status :func:`run` returns when the user asked for the demo."""


def run(
    workspace: Workspace,
    *,
    demo: bool = False,
    config_problem: str = "",
    recovered: Sequence[str] = (),
    begin_with: str = "",
    building: "subprocess.Popen[str] | None" = None,
) -> int:
    """Runs the app and returns the exit status; ``begin_with`` is an action to run at once.

    ``recovered`` says what was finished, or taken back, after a crash.
    ``building`` is the process of a first build of the index, where one was started.
    """
    share_heap()
    app = NetuiApp(
        workspace,
        demo=demo,
        config_problem=config_problem,
        recovered=recovered,
        begin_with=begin_with,
        building=building,
    )
    try:
        status = run_with_ui_priority(
            app.run_async(mouse=workspace.config.mouse),
            on_loop_error=app.handle_crash,
            on_thread_error=app.report_error,
        )
    finally:
        app.watch_thread.stop()
        remove_spare_folder()
    if app.exit_message:
        sys.stderr.write(f"netui: {clean(app.exit_message)}\n")
    return status if status is not None else app.return_code or 0
