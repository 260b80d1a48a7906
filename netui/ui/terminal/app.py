"""The base class of the app: chooses the driver and hands the splash, resizes and snapshots to it."""

from collections.abc import Collection
from typing import Any

from textual import events
from textual.app import App
from textual.driver import Driver

from netui.services.sync.screen_snapshot import ScreenSnapshot
from netui.ui.terminal.splash import is_splash_painted, restore_splash


class TerminalApp(App[int]):
    """An app on the terminal engine, or on Textual's own driver where the engine gives way.

    ``has_engine`` is whether it is wanted. Everything works with either driver; without the engine no
    snapshot is taken.
    """

    def __init__(self, *, has_engine: bool = True):
        self._has_engine = has_engine
        super().__init__()
        self.has_splash = is_splash_painted()
        """Whether the screen of the last session was on the terminal before this app."""

    def get_driver_class(self) -> type[Driver]:
        """The engine's driver in the place of Textual's for Linux and macOS, if it is wanted and fits."""
        chosen = super().get_driver_class()
        if chosen.__name__ == "LinuxDriver" and self._has_engine:
            try:
                from netui.ui.terminal.driver import CellDiffDriver
            except ImportError:  # a Textual with other private parts
                pass
            else:
                return CellDiffDriver
        restore_splash()
        return chosen

    def first_frame_drawn(self) -> None:
        """The first frame is complete: it replaces the splash."""
        self._tell_driver("first_frame_drawn")

    def on_resize(self, event: events.Resize) -> None:
        """Sends the whole screen again: after a resize the terminal may show anything."""
        self._tell_driver("invalidate", *event.size)

    def take_snapshot(self, without: Collection[int]) -> ScreenSnapshot | None:
        """The screen without some of its rows; None where it is not known cell by cell."""
        snapshot: ScreenSnapshot | None = self._tell_driver("take_snapshot", without)
        return snapshot

    def _tell_driver(self, name: str, *arguments: Any) -> Any:
        """Calls a method that only the engine's driver has."""
        method = getattr(getattr(self, "_driver", None), name, None)
        return method(*arguments) if method is not None else None

    # ------------------------------------------------------------------ crashes

    def handle_crash(self, error: BaseException) -> bool:
        """Ends the app in order after an error in a handler; returns False to leave it to Textual."""
        return False

    def panic(self, *renderables: Any) -> None:
        """Ends the app after an error in the input thread of Textual's driver, without its traceback."""
        if self.is_headless or not self.handle_crash(RuntimeError("Textual's input thread has ended")):
            super().panic(*renderables)

    def _handle_exception(self, error: Exception) -> None:
        # Textual has no public hook for this
        if self.is_headless or not self.handle_crash(error):
            super()._handle_exception(error)
