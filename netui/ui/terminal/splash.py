"""The first sight of the app: the screen as it was left, shown before anything is loaded.

To load what draws takes several times as long as to show what was drawn. Until the app takes over,
keys wait in the terminal, unechoed, as they do once it runs.
"""

import os
import termios
from collections.abc import Mapping
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netui.services.sync.screen_snapshot import ScreenSnapshot

_ENTER, _LEAVE = b"\x1b[?1049h\x1b[?25l", b"\x1b[?1049l\x1b[?25h"
_INPUT, _OUTPUT = 0, 2
"""Where Textual reads, and where it writes."""
_IFLAG, _LFLAG = 0, 3
_SURROUNDINGS = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES",
    "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS", "TEXTUAL_THEME",
)  # fmt: skip


def kind_of_terminal(environment: Mapping[str, str] = os.environ) -> str:
    """What the looks of a screen depend on, apart from what it shows; "" where there is no terminal."""
    try:
        columns, lines = os.get_terminal_size(_OUTPUT)
    except OSError:
        return ""
    named = (f"{name}={environment[name]}" for name in _SURROUNDINGS if name in environment)
    return " ".join((f"{columns}x{lines}", *named))


class Splash:
    """Shows a screen at once and holds the terminal for the app; call :meth:`restore` if none comes."""

    def __init__(self, screen: "ScreenSnapshot", terminal: str):
        self._rows = screen.rows
        self._size = os.get_terminal_size(_OUTPUT)
        self._terminal = terminal
        self._before: list[Any] | None = termios.tcgetattr(_INPUT)
        self._handlers: dict[int, Any] = {}
        quiet = termios.tcgetattr(_INPUT)
        quiet[_IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        quiet[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(_INPUT, termios.TCSANOW, quiet)
        try:
            _write(_ENTER + screen.ansi)
            self._mind_signals()
        except BaseException:
            self.restore()
            raise

    def _mind_signals(self) -> None:
        """Whoever ends the program now finds the terminal as it was."""
        import signal

        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:
                self._handlers[number] = signal.signal(number, self._ended)

    def _ended(self, number: int, _: FrameType | None) -> None:
        self.restore()
        os._exit(128 + number)

    def release(self) -> tuple[bytes, tuple[int, int]] | None:
        """Gives the terminal to the app: what stands on it (``ScreenSnapshot.rows``), and its size in cells.

        None where the terminal got another size meanwhile, and may show anything.
        """
        self._let_go()
        return (self._rows, self._size) if self._terminal == kind_of_terminal() else None

    def restore(self) -> None:
        """Leaves the terminal as it was, unless it was handed over."""
        if self._before is not None:
            self._let_go()
            try:
                _write(_LEAVE)
            except OSError:
                return

    def _let_go(self) -> None:
        if self._before is None:
            return
        before, self._before = self._before, None
        if self._handlers:
            import signal

            for number, handler in self._handlers.items():
                signal.signal(number, handler)
        try:
            termios.tcsetattr(_INPUT, termios.TCSANOW, before)
        except termios.error:
            return


def _write(data: bytes) -> None:
    while data:
        data = data[os.write(_OUTPUT, data) :]
