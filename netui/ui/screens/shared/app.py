"""What screens use of the app, as a type: no screen imports the app, which imports them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from netui.ui.widgets.cached_lines import WidgetApp

if TYPE_CHECKING:
    from threading import Event

    from netui.services.settings import Config
    from netui.services.sync.watcher import Watch
    from netui.services.workspace import Workspace
    from netui.ui.runtime.copy_watch import CopyWatch


class ScreenApp(WidgetApp, Protocol):
    """The app as screens know it, beside what Textual's ``App`` offers."""

    workspace: Workspace
    watch_thread: Watch
    copy_watch: CopyWatch
    begin_with: str
    """The action to run once the whole list is read, "" for none."""
    unsaved_lines: dict[str, list[str]]
    """Lines that could not be written as drafts, by the name of their prompt."""
    files_saved: Event
    """Clear while a thread saves many files."""
    has_splash: bool
    """Whether the screen of the last session was on the terminal before this app."""

    @property
    def main(self) -> object | None:
        """The main screen, once it is there: to pages a ``MainHost``."""

    def use_settings(self, config: Config) -> frozenset[str]:
        """Puts settings in force that were changed meanwhile; returns those that wait for the next start."""

    def first_frame_drawn(self) -> None:
        """Shows the first frame, which is complete, instead of the screen of the last session."""

    def start_watching(self) -> None:
        """Starts the background task once the first frame is drawn."""

    def show_toast(self, message: str, *, severity: str = "information") -> None:
        """Shows a notification; the text is data, never markup."""

    def run_outside(self, command: Sequence[str]) -> int:
        """Runs a program on the terminal meanwhile; raises OSError when it cannot be run."""

    def hold_keys(self) -> None:
        """Keeps keys in the queue until :meth:`release_keys`."""

    def release_keys(self) -> None:
        """Lets the keys in the queue go on."""

    def leave(self, status: int = 0) -> None:
        """Leaves, saving where one was."""

    def leave_for_demo(self) -> None:
        """Leaves the app to open it on the demo instead."""
