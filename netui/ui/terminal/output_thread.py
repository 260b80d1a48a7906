"""The way to the terminal: a thread that sends the screen as it is now, not each screen there was."""

import threading
import time
from collections.abc import Callable

from netui.ui.terminal.cell_diff import ScreenBuffer
from netui.ui.terminal.cell_row import DrawnRow
from netui.ui.terminal.flow_control import QUESTION, FlowControl

_LAST = 2.0
"""Seconds that leaving waits for a terminal which does not take what it is sent."""


class OutputThread:
    """Takes drawings at once, whatever the terminal does, and sends the newest whenever it can take more.

    ``send`` writes to the terminal and may block; it raises OSError when the terminal is gone.
    """

    def __init__(self, cells: ScreenBuffer, send: Callable[[bytes], None]):
        self._cells, self._send = cells, send
        self._pace = FlowControl()
        self._news = threading.Condition()
        self._ending = False
        self._is_sending = False
        self._is_gone = False
        self._is_held = False
        self._thread = threading.Thread(target=self._run, name="netui-output", daemon=True)
        self._thread.start()

    # ------------------------------------------------------------------ from other threads

    def draw(self, data: str) -> None:
        """Takes what Textual would send; never waits for the terminal."""
        with self._news:
            self._cells.take(data)
            if not self._cells.is_open:
                self._news.notify_all()

    def hold(self) -> None:
        """Sends nothing until :meth:`release`: what is shown meanwhile is better than what is drawn."""
        self._is_held = True

    def release(self) -> None:
        """What was drawn is whole now."""
        with self._news:
            self._is_held = False
            self._news.notify_all()

    def rows(self) -> list[DrawnRow] | None:
        """The screen as it was drawn last, where that is known."""
        with self._news:
            return self._cells.rows()

    def forget(self, width: int, height: int) -> None:
        """The terminal may show anything: all is sent again."""
        with self._news:
            self._cells.forget(width, height)
            self._news.notify_all()

    def answered(self) -> None:
        """The terminal answered the question how far it is."""
        with self._news:
            self._pace.answered(time.monotonic())
            self._news.notify_all()

    def hang_up(self) -> None:
        """The terminal is gone: nothing is sent any more."""
        with self._news:
            self._is_gone = True
            self._news.notify_all()

    def settle(self) -> None:
        """Waits until the terminal has shown all and no answer is underway, but not for ever."""
        with self._news:
            self._news.wait_for(lambda: self._is_gone or not (self._is_busy or self._pace.is_waiting), _LAST)

    def end(self) -> None:
        """Sends what is left and ends the thread; a terminal that takes nothing is not waited for."""
        with self._news:
            self._ending = True
            self._news.notify_all()
        self._thread.join(_LAST)

    # ------------------------------------------------------------------ the thread

    @property
    def _is_busy(self) -> bool:
        return self._is_sending or self._cells.pending

    def _run(self) -> None:
        while True:
            with self._news:
                data = self._next()
            if data is None:
                return
            try:
                self._send(data)
            except OSError:
                self._is_gone = True
            with self._news:
                self._is_sending = False
                self._news.notify_all()

    def _next(self) -> bytes | None:
        """What to send next, once there is something; None at the end."""
        while True:
            now = time.monotonic()
            window = self._pace.window(now)
            if self._is_gone or (self._ending and not self._cells.pending):
                return None
            if self._ending or (
                self._cells.pending and window and not (self._cells.is_open or self._is_held)
            ):
                data = self._cells.frame(None if self._ending else window).encode("utf-8", "replace")
                if data:
                    self._is_sending = True
                    return data + (QUESTION if self._pace.sending(len(data), now) else b"")
                self._news.notify_all()
                continue
            self._news.wait(self._pace.timeout(now) if self._cells.pending and not window else None)
