"""A Textual driver that sends cell diffs from an output thread and whose input thread sleeps while idle."""

import os
import select
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from signal import SIGINT
from threading import Event, Thread
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from netui.services.sync.screen_snapshot import ScreenSnapshot
from netui.ui.terminal.cell_diff import ScreenBuffer, can_erase_in_colour
from netui.ui.terminal.input_parser import InputSplitter, InputToken
from netui.ui.terminal.output_thread import OutputThread
from netui.ui.terminal.snapshot import take_snapshot, unpack_rows
from netui.ui.terminal.splash import release_splash, restore_splash
from netui.ui.terminal.type_ahead import gather_typed_ahead

_READ_SIZE = 4096
_PASTE_SIZE = 1024
"""Bytes in one read that nobody types: what is there to be read at once belongs to it."""
_OUTPUT_FLAGS = 1
"""Where the modes of a terminal hold those of its output."""
_ENTER = "\x1b[?1049h"
"""Textual's sequence for the alternate screen."""
QUITS = ("ctrl+c", "ctrl+q")
"""The keys that quit wherever one is."""
ANSWER_SECONDS = 1.5
"""How long the app may take to leave at one of them, and then to say that it is alive."""
_NO_ANSWER = (
    b"netui: no answer for 3 seconds, as from a disk that hangs: left at once; typed text is a draft\r\n"
)
_DRIVER_PARTS = (
    "write", "start_application_mode", "stop_application_mode", "close", "disable_input",
    "run_input_thread", "process_message", "_disable_mouse_support",
)  # fmt: skip
_PARSER_PARTS = ("feed", "tick")


def check_layout(driver: type = LinuxDriver, parser: type = XTermParser) -> None:
    """Raises ImportError where Textual lacks parts that this module overrides or calls."""
    missing = [name for name in _DRIVER_PARTS if not hasattr(driver, name)]
    missing += [name for name in _PARSER_PARTS if not hasattr(parser, name)]
    if missing:
        raise ImportError(f"Textual's driver has changed: no {', '.join(missing)}")


check_layout()


class CellDiffDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with input and output of our own.

    Where these cannot be started it is Textual's driver unchanged: ``_output`` is None then.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ):
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._client = app
        self._erases_in_colour = can_erase_in_colour(os.environ.get("TERM", ""))
        self._buffer = ScreenBuffer(erases_in_colour=self._erases_in_colour)
        self._is_entered = False
        self._splash_size: tuple[int, int] | None = None
        """The size of the splash, until the first frame has replaced it."""
        self._output: OutputThread | None = None
        self._parser = XTermParser(debug)
        self._wake: tuple[int, int] | None = None
        """A pipe that wakes the input thread when it is to end."""
        self._has_left = Event()
        """Set once the terminal is given back."""

    # ------------------------------------------------------------------ output

    def write(self, data: str) -> None:
        """Takes in what Textual draws; the output thread sends what the terminal does not show yet."""
        if self._output is None:
            if self._writer_thread is not None:
                super().write(data)
        elif self._is_entered and data == _ENTER:
            self._is_entered = False  # the splash has entered the alternate screen already
        elif self._output.has_failed:
            self._send(data.encode("utf-8", "replace"))  # what gives the terminal back
        else:
            self._output.write(data)

    def take_snapshot(self, without: Collection[int]) -> ScreenSnapshot | None:
        """The screen without some of its rows; None where it is not known cell by cell."""
        rows = self._output.rows() if self._output is not None else None
        if not rows:
            return None
        return take_snapshot(rows, erases_in_colour=self._erases_in_colour, without=without)

    def first_frame_drawn(self) -> None:
        """The first frame is complete: it replaces the splash."""
        self._splash_size = None
        if self._output is not None:
            self._output.resume()

    def invalidate(self, width: int, height: int) -> None:
        """Sends the whole screen again: the terminal has this size and may show anything."""
        if self._output is not None and self._splash_size != (width, height):
            self._output.invalidate(width, height)

    def _send(self, data: bytes) -> None:
        descriptor = sys.__stderr__.fileno() if sys.__stderr__ else self.fileno
        while data:
            data = data[os.write(descriptor, data) :]

    # ------------------------------------------------------------------ start and end

    def start_application_mode(self) -> None:
        """Takes the terminal over, with Textual's own means where ours fail."""
        try:
            self._start_engine()
        except Exception:
            self._abandon_engine()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._output is not None:
            super().close()  # Textual's writer thread, which has nothing to do
            self._writer_thread = None
            self._keep_line_ends()

    def _keep_line_ends(self) -> None:
        """Has the kernel send line ends as they are: it made three bytes of two, over a slow link as well."""
        with suppress(termios.error):
            modes = termios.tcgetattr(self.fileno)
            modes[_OUTPUT_FLAGS] &= ~termios.OPOST
            termios.tcsetattr(self.fileno, termios.TCSANOW, modes)

    def _start_engine(self) -> None:
        self._buffer.reset()
        splash = release_splash()
        if splash is not None:
            cells, self._splash_size = splash
            self._buffer.set_rows(unpack_rows(cells), shown=True)
            self._is_entered = True
        self._wake = os.pipe()
        self._has_left.clear()
        self._output = OutputThread(self._buffer, self._send, self._crash)
        if splash is not None:
            self._output.pause()

    def _abandon_engine(self) -> None:
        """Back to Textual's own input and output."""
        restore_splash()
        self._splash_size, self._is_entered = None, False
        if self._output is not None:
            self._output.disconnect()
            self._output = None
        self._close_wake()

    def stop_application_mode(self) -> None:
        """Gives the terminal back once all status replies have arrived: the shell would read them."""
        if self._output is not None and self._wake is not None:
            self._output.drain()
        super().stop_application_mode()

    def close(self) -> None:
        """Sends what is left."""
        if self._output is not None:
            self._output.close()
            self._output = None
        else:
            super().close()

    def disable_input(self) -> None:
        """Ends the input thread at once."""
        self._has_left.set()
        if self._output is None:
            super().disable_input()
        elif self._wake is not None:
            os.write(self._wake[1], b".")
            super().disable_input()
            self._close_wake()

    def _close_wake(self) -> None:
        if self._wake is not None:
            for descriptor in self._wake:
                os.close(descriptor)
            self._wake = None

    # ------------------------------------------------------------------ input

    def run_input_thread(self) -> None:
        """Reads input until the app or the terminal ends; sleeps without a timeout while there is none.

        An escape that nothing follows within ``ESCDELAY`` milliseconds is the escape key.
        """
        if self._wake is None:
            super().run_input_thread()
            return
        try:
            self._read_input(self._wake[0])
        except Exception as error:
            self._crash(error)

    def _crash(self, error: Exception) -> None:
        """Ends the app after an error in a thread of the driver."""
        self._client.call_later(self._client._handle_exception, error)

    def _read_input(self, wake: int) -> None:
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        splitter, is_settling = InputSplitter(), False
        while True:
            ready = self._ready((self.fileno, wake), ESCAPE_DELAY if is_settling else None)
            if wake in ready:
                return
            is_settling = bool(ready)
            if ready:
                data = self._read()
                if not data:
                    self._hang_up()
                    return
                self._process_input(splitter.split(decode(data)))
            else:
                self._process_input(splitter.flush())

    @staticmethod
    def _ready(descriptors: Sequence[int], timeout: float | None) -> list[int]:
        """The descriptors that can be read; by select, as poll on macOS does not know terminals."""
        return select.select(descriptors, (), (), timeout)[0]

    def _read(self) -> bytes:
        """What the terminal has sent, b"" at its end; a long paste that comes in pieces is one read."""
        data = b""
        try:
            while True:
                data += (piece := os.read(self.fileno, _READ_SIZE))
                if len(piece) < _PASTE_SIZE or not self._ready((self.fileno,), 0):
                    return data
        except OSError:
            return data

    def _process_input(self, pieces: Iterable[str | InputToken]) -> None:
        for message in gather_typed_ahead(self._parse_input(pieces)):
            self.process_message(message)
            if isinstance(message, events.Key) and message.key in QUITS:
                self._watch_leaving()

    def _parse_input(self, pieces: Iterable[str | InputToken]) -> Iterator[Message]:
        for piece in pieces:
            if piece is InputToken.ESCAPE:
                yield events.Key("escape", "\x1b")
            elif piece is InputToken.STATUS_REPLY:
                if self._output is not None:
                    self._output.confirm()
            else:
                yield from self._parser.feed(piece)
        yield from self._parser.tick()

    def _hang_up(self) -> None:
        """Quits after the terminal has gone; writing to it would block or fail."""
        if self._output is not None:
            self._output.disconnect()
        self._client.call_later(self._client.action_quit)
        self._watch_leaving()

    def _watch_leaving(self) -> None:
        """Leaves at once where the app does not answer: it may wait for a disk that hangs.

        From a thread: this one goes on reading, as leaving waits for the replies of the terminal.
        """
        Thread(target=self._await_answer, daemon=True).start()

    def _await_answer(self) -> None:
        if self._has_left.wait(ANSWER_SECONDS):
            return
        answered = Event()
        with suppress(RuntimeError):  # the loop is closed: it has left
            self._loop.call_soon_threadsafe(answered.set)
            if not answered.wait(ANSWER_SECONDS) and not self._has_left.is_set():
                self._leave_at_once()

    def _leave_at_once(self) -> None:
        """Gives the terminal back and ends the process, whatever its threads wait for."""
        keeping = Thread(target=getattr(self._client, "keep_typed", None), daemon=True)
        try:
            keeping.start()
            keeping.join(ANSWER_SECONDS)
            if self._output is not None:
                self._output.fail()
                self._key_thread = None  # which nobody need wait for
                self._disable_mouse_support()
                super().stop_application_mode()
            with suppress(OSError):
                self._send(_NO_ANSWER)
        finally:
            os._exit(128 + SIGINT)
