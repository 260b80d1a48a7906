"""Output thread with frame dropping: writing never waits for the terminal, and only the newest frame is sent.

Textual's own writer thread queues every frame; over a slow link a key is answered only after all of them.
"""

import threading
import time
from collections.abc import Callable

from netui.ui.terminal.cell_diff import ScreenBuffer
from netui.ui.terminal.cell_row import DrawnRow
from netui.ui.terminal.flow_control import STATUS_QUERY, FlowControl

_TURN = 0.0005
"""Seconds in which the output thread takes over from the one that draws."""
_EXIT_TIMEOUT = 2.0
"""Seconds that leaving waits for a terminal that accepts no output."""


class OutputThread:
    """Feeds output to a :class:`ScreenBuffer` and sends its diffs from a thread of its own.

    ``send`` writes bytes to the terminal and may block; it raises OSError when the terminal is gone.
    ``on_error`` is called in the thread with an unexpected error, which ends it.
    """

    def __init__(
        self, buffer: ScreenBuffer, send: Callable[[bytes], None], on_error: Callable[[Exception], object]
    ):
        self._buffer, self._send, self._on_error = buffer, send, on_error
        self.has_failed = False
        """Whether an error has ended it: what is written is not sent any more."""
        self._flow = FlowControl()
        self._changed = threading.Condition()
        self._is_leaving = False
        """Whether no status is queried any more: the reply would come to the shell."""
        self._is_closing = False
        self._has_frame = buffer.has_frame
        self._is_sending = False
        self._is_gone = False
        self._is_paused = False
        self._thread = threading.Thread(target=self._run, name="netui-output", daemon=True)
        self._thread.start()

    # ------------------------------------------------------------------ called by other threads

    def write(self, data: str) -> None:
        """Takes in a piece of Textual's output; never blocks on the terminal.

        The first frame is sent at once: the event loop has so much to do as it starts that its thread would
        have the interpreter for itself, and the screen stay empty, twice as long as drawing took.
        """
        with self._changed:
            try:
                self._buffer.feed(data)
            except Exception:
                self.fail()
                raise
            if not self._buffer.is_drawing:
                self._changed.notify_all()
            is_first = self._buffer.has_frame and not self._has_frame
            self._has_frame = self._has_frame or is_first
        if is_first:
            time.sleep(_TURN)

    def pause(self) -> None:
        """Sends nothing until :meth:`resume`, while what was written is still incomplete."""
        self._is_paused = True

    def resume(self) -> None:
        """Sends the newest frame and goes on sending."""
        with self._changed:
            self._is_paused = False
            self._changed.notify_all()
        time.sleep(_TURN)

    def rows(self) -> list[DrawnRow] | None:
        """The rows of the newest frame; None where they are not known cell by cell."""
        with self._changed:
            return self._buffer.rows()

    def invalidate(self, width: int, height: int) -> None:
        """Sends the whole frame again: the terminal has this size and may show anything."""
        with self._changed:
            self._buffer.invalidate(width, height)
            self._changed.notify_all()

    def confirm(self) -> None:
        """Notes that the terminal replied to a status query."""
        with self._changed:
            self._flow.confirm(time.monotonic())
            self._changed.notify_all()

    def disconnect(self) -> None:
        """Stops sending for good: the terminal is gone."""
        with self._changed:
            self._is_gone = True
            self._changed.notify_all()

    def fail(self) -> None:
        """Sends nothing any more; what is still to be written goes to the terminal at once."""
        with self._changed:
            self.has_failed = self._is_gone = True
            self._changed.notify_all()

    def drain(self) -> None:
        """Waits until everything is sent and every status reply has arrived, at most two seconds.

        Nothing that is sent later is followed by a query.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_gone or not (self._is_busy or self._flow.is_probing), _EXIT_TIMEOUT
            )
            self._is_leaving = True

    def close(self) -> None:
        """Sends what is left and ends the thread, in at most two seconds."""
        with self._changed:
            self._is_closing = True
            self._changed.notify_all()
        self._thread.join(_EXIT_TIMEOUT)

    # ------------------------------------------------------------------ the thread

    @property
    def _is_busy(self) -> bool:
        return self._is_sending or self._buffer.pending

    def _run(self) -> None:
        try:
            self._send_frames()
        except Exception as error:
            self.fail()
            self._on_error(error)

    def _send_frames(self) -> None:
        while True:
            with self._changed:
                data = self._next()
            if data is None:
                return
            try:
                self._send(data)
            except OSError:
                self._is_gone = True
            with self._changed:
                self._is_sending = False
                self._changed.notify_all()

    def _next(self) -> bytes | None:
        """The next bytes to send, once there are any; None at the end."""
        while True:
            now = time.monotonic()
            window = self._flow.window(now)
            if self._is_gone or (self._is_closing and not self._buffer.pending):
                return None
            is_held_back = self._buffer.is_drawing or self._is_paused
            if self._is_closing or (self._buffer.pending and window and not is_held_back):
                data = self._buffer.diff(None if self._is_closing else window).encode("utf-8", "replace")
                if data:
                    self._is_sending = True
                    is_probed = not self._is_leaving and self._flow.record_sent(len(data), now)
                    return data + (STATUS_QUERY if is_probed else b"")
                self._changed.notify_all()
                continue
            self._changed.wait(self._flow.timeout(now) if self._buffer.pending and not window else None)
