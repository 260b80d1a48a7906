"""The terminal, used sparingly: only changed cells are sent, and nobody wakes while nothing is typed."""

import os
import select
import sys
from codecs import getincrementaldecoder
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

from netui.services.sync.screen_snapshot import ScreenSnapshot
from netui.ui.terminal.cell_diff import ScreenBuffer, erases_in_colour
from netui.ui.terminal.input_parser import Escapes, InputToken
from netui.ui.terminal.output_thread import OutputThread
from netui.ui.terminal.snapshot import picture, rows_of

if TYPE_CHECKING:
    from netui.ui.app import NetuiApp

_READ = 4096
_ENTER = "\x1b[?1049h"
"""How Textual has the terminal show its other screen."""


class SparingDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with a pipe that wakes its input thread when it must end.

    What is drawn never waits for the terminal: :class:`OutputThread` sends the newest screen when it can.
    """

    def __init__(
        self, app: "NetuiApp", *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ):
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._erases = erases_in_colour(os.environ.get("TERM", ""))
        self._cells = ScreenBuffer(erases=self._erases)
        self._is_entered = False
        self._known_size: tuple[int, int] | None = None
        """Until the first frame stands, the size of what the terminal is known to show."""
        self._outgoing: OutputThread | None = None
        self._parser = XTermParser(debug)
        self._wake: tuple[int, int] | None = None
        self._user = app

    # ------------------------------------------------------------------ output

    def write(self, data: str) -> None:
        """Takes what is drawn; what of it the terminal does not show already is sent by another thread."""
        if self._is_entered and data == _ENTER:
            self._is_entered = False  # the first sight did that
        elif self._outgoing is not None:
            self._outgoing.draw(data)

    def picture(self, without: Collection[int]) -> ScreenSnapshot | None:
        """What is on the screen but for some rows; None where that is not known cell by cell."""
        rows = self._outgoing.rows() if self._outgoing is not None else None
        return picture(rows, erases=self._erases, without=without) if rows else None

    def first_frame_stands(self) -> None:
        """What was drawn since the start is whole, and takes the place of the first sight."""
        self._known_size = None
        if self._outgoing is not None:
            self._outgoing.release()

    def forget_screen(self, width: int, height: int) -> None:
        """The terminal has this size and may show anything: all is sent again."""
        if self._outgoing is not None and self._known_size != (width, height):
            self._outgoing.forget(width, height)

    def _send(self, data: bytes) -> None:
        descriptor = sys.__stderr__.fileno() if sys.__stderr__ else self.fileno
        while data:
            data = data[os.write(descriptor, data) :]

    # ------------------------------------------------------------------ coming and going

    def start_application_mode(self) -> None:
        """Takes the terminal over."""
        self._cells.clear()
        sight, self._user.splash = self._user.splash, None
        seen = sight.release() if sight is not None else None
        if seen is not None:
            packed, self._known_size = seen
            self._cells.set_rows(rows_of(packed), shown=True)
            self._is_entered = True
        self._outgoing = OutputThread(self._cells, self._send)
        if seen is not None:
            self._outgoing.hold()
        self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        super().close()  # Textual's own thread for output has nothing to do
        self._writer_thread = None

    def stop_application_mode(self) -> None:
        """Gives the terminal back once no answer of its is on the way any more: others would read it."""
        if self._outgoing is not None and self._wake is not None:
            self._outgoing.settle()
        super().stop_application_mode()

    def close(self) -> None:
        """Sends what is left."""
        if self._outgoing is not None:
            self._outgoing.end()
            self._outgoing = None

    def disable_input(self) -> None:
        """Ends the input thread at once."""
        if self._wake is None:
            return
        os.write(self._wake[1], b".")
        super().disable_input()
        reading, writing = self._wake
        self._wake = None
        os.close(reading)
        os.close(writing)

    # ------------------------------------------------------------------ input

    def run_input_thread(self) -> None:
        """Waits for input without ever waking for nothing; ends with the terminal.

        An escape after which nothing came for ``ESCDELAY`` milliseconds was a key of its own.
        """
        assert self._wake is not None
        wake, decode = self._wake[0], getincrementaldecoder("utf-8")(errors="replace").decode
        poll = select.poll()
        for descriptor in (self.fileno, wake):
            poll.register(descriptor, select.POLLIN)
        escapes, settling = Escapes(), False
        while True:
            ready = {descriptor for descriptor, _ in poll.poll(ESCAPE_DELAY * 1000 if settling else None)}
            if wake in ready:
                return
            settling = bool(ready)
            if ready:
                try:
                    data = os.read(self.fileno, _READ)
                except OSError:
                    data = b""
                if not data:
                    self._hang_up()
                    return
                self._tell(escapes.split(decode(data)))
            else:
                self._tell(escapes.release())

    def _tell(self, heard: Iterable[str | InputToken]) -> None:
        for piece in heard:
            if piece is InputToken.ESCAPE:
                self.process_message(events.Key("escape", "\x1b"))
            elif piece is InputToken.ANSWER:
                if self._outgoing is not None:
                    self._outgoing.answered()
            else:
                for message in self._parser.feed(piece):
                    self.process_message(message)
        for message in self._parser.tick():
            self.process_message(message)

    def _hang_up(self) -> None:
        """The terminal is gone: to write to it would block or fail."""
        if self._outgoing is not None:
            self._outgoing.hang_up()
        self._user.call_later(self._user.action_quit)
