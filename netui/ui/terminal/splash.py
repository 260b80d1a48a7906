"""Splash: paints the screen of the last session before Textual is imported.

Importing Textual and drawing take several times as long as showing what was drawn last. Until the app
takes over, keys wait in the terminal, without echo, as they do while the app runs.
"""

import os
import termios
from collections.abc import Mapping
from types import FrameType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netui.services.sync.screen_snapshot import ScreenSnapshot

_ENTER, _LEAVE = b"\x1b[?1049h\x1b[?25l", b"\x1b[?1049l\x1b[?25h"
"""The alternate screen without a cursor, and back."""
_INPUT, _OUTPUT = 0, 2
"""The file descriptors that Textual reads and writes."""
_IFLAG, _LFLAG = 0, 3
_VARIABLES = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR", "FORCE_COLOR",
    "COLUMNS", "LINES", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FILTERS", "TEXTUAL_THEME",
)  # fmt: skip


def terminal_key(environment: Mapping[str, str] = os.environ) -> str:
    """Size and colours of this terminal: a snapshot is valid for one key only. "" without a terminal."""
    try:
        columns, lines = os.get_terminal_size(_OUTPUT)
    except OSError:
        return ""
    named = (f"{name}={environment[name]}" for name in _VARIABLES if name in environment)
    return " ".join((f"{columns}x{lines}", *named))


class Splash:
    """Paints a snapshot and keeps the terminal in raw mode until :meth:`release` or :meth:`restore`."""

    def __init__(self, snapshot: "ScreenSnapshot"):
        self._cells = snapshot.cells
        self._size = os.get_terminal_size(_OUTPUT)
        self._key = terminal_key()
        self._modes: list[Any] | None = termios.tcgetattr(_INPUT)
        self._handlers: dict[int, Any] = {}
        raw = termios.tcgetattr(_INPUT)
        raw[_IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        raw[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(_INPUT, termios.TCSANOW, raw)
        try:
            _write(_ENTER + snapshot.ansi)
            self._catch_signals()
        except BaseException:
            self.restore()
            raise

    def _catch_signals(self) -> None:
        """Restores the terminal when a signal ends the program before the app has taken over."""
        import signal

        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:
                self._handlers[number] = signal.signal(number, self._exit)

    def _exit(self, number: int, _: FrameType | None) -> None:
        self.restore()
        os._exit(128 + number)

    def release(self) -> tuple[bytes, tuple[int, int]] | None:
        """Hands the terminal to the app: ``ScreenSnapshot.cells`` as painted, and the size in cells.

        None where the terminal has been resized meanwhile and may show anything.
        """
        self._reset_modes()
        return (self._cells, self._size) if self._key == terminal_key() else None

    def restore(self) -> None:
        """Leaves the terminal as it was before; does nothing after :meth:`release`."""
        if self._modes is not None:
            self._reset_modes()
            try:
                _write(_LEAVE)
            except OSError:
                return

    def _reset_modes(self) -> None:
        if self._modes is None:
            return
        modes, self._modes = self._modes, None
        if self._handlers:
            import signal

            for number, handler in self._handlers.items():
                signal.signal(number, handler)
        try:
            termios.tcsetattr(_INPUT, termios.TCSANOW, modes)
        except termios.error:
            return


_current: Splash | None = None
"""The splash on the terminal; there is one terminal, and at most one splash on it."""


def paint_splash(snapshot: "ScreenSnapshot") -> None:
    """Paints a snapshot."""
    global _current
    _current = Splash(snapshot)


def is_splash_painted() -> bool:
    """Whether a splash is on the terminal."""
    return _current is not None


def release_splash() -> tuple[bytes, tuple[int, int]] | None:
    """Hands the terminal to the app, see :meth:`Splash.release`; None where there is no splash."""
    global _current
    shown, _current = _current, None
    return shown.release() if shown is not None else None


def restore_splash() -> None:
    """Takes the splash off, unless the terminal was handed to the app."""
    global _current
    shown, _current = _current, None
    if shown is not None:
        shown.restore()


def _write(data: bytes) -> None:
    while data:
        data = data[os.write(_OUTPUT, data) :]
