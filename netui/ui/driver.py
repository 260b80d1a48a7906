"""The terminal, used sparingly: only changed cells are sent, and nobody wakes while nothing is typed."""

import os
import select
import threading
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from netui.ui.cells import Cells
from netui.ui.escapes import Escapes

if TYPE_CHECKING:
    from textual.app import App

_READ = 4096
_ESCAPE_SECONDS = 0.1
"""How long after input to look again whether an escape was a key of its own."""


class SparingDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with a pipe that wakes its input thread when it must end."""

    def __init__(
        self, app: "App[Any]", *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ):
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._cells = Cells()
        self._writing = threading.Lock()
        self._parser = XTermParser(debug)
        self._wake: tuple[int, int] | None = None
        self._user = app
        self._gone = False

    # ------------------------------------------------------------------ output

    def write(self, data: str) -> None:
        """Sends what of ``data`` the terminal does not show already."""
        with self._writing:
            slim = self._cells.slim(data)
            if slim and not self._gone:
                super().write(slim)

    def forget_screen(self) -> None:
        """The terminal may show anything: the next drawing is sent whole."""
        with self._writing:
            self._cells.forget()

    # ------------------------------------------------------------------ input

    def start_application_mode(self) -> None:
        """Takes the terminal over."""
        self.forget_screen()
        self._wake = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]

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

    def run_input_thread(self) -> None:
        """Waits for input without ever waking for nothing; ends with the terminal."""
        assert self._wake is not None
        wake, decode = self._wake[0], getincrementaldecoder("utf-8")(errors="replace").decode
        poll = select.poll()
        for descriptor in (self.fileno, wake):
            poll.register(descriptor, select.POLLIN)
        settling = False
        escapes = Escapes()
        while True:
            ready = {descriptor for descriptor, _ in poll.poll(_ESCAPE_SECONDS * 1000 if settling else None)}
            if wake in ready:
                return
            settling = bool(ready)
            if ready:
                try:
                    data = os.read(self.fileno, _READ)
                except OSError:
                    data = b""
                if not data:
                    self._gone = True  # writing to a terminal that hung up would block or fail
                    self._user.call_later(self._user.action_quit)
                    return
                for piece in escapes.split(decode(data)):
                    if piece is None:
                        self.process_message(events.Key("escape", "\x1b"))
                        continue
                    for message in self._parser.feed(piece):
                        self.process_message(message)
            for message in self._parser.tick():
                self.process_message(message)
