"""Autosave: writes what is being typed while one types, so that a kill or an empty battery loses little."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from netui.services.errors import StoreError

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer

    from netui.ui.runtime.background import BackgroundTasks

PAUSE = 1.0
"""Seconds without a key after which the text is written."""
INTERVAL = 2.0
"""Seconds between two writes at least, and after which text is written although one types on."""


class Autosave:
    """Writes in a background thread after each pause. ``collect`` returns the write, on the owner's turn.

    A key costs a look at the clock. A write that cannot be done is tried again after the next key.
    """

    def __init__(
        self, owner: MessagePump, tasks: BackgroundTasks, collect: Callable[[], Callable[[], object]]
    ):
        self._owner, self._tasks, self._collect = owner, tasks, collect
        self._timer: Timer | None = None
        self._first_at = self._changed_at = 0.0
        self._written_at = float("-inf")
        self._round = 0
        self._lock = Lock()

    def changed(self) -> None:
        """The text changed."""
        self._changed_at = time.monotonic()
        if self._timer is None:
            self._first_at = self._changed_at
            self._wait()

    def cancel(self) -> None:
        """Takes back what was not begun, and waits for a write that was: nothing is written afterwards."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._round += 1
        with self._lock:
            pass

    def _wait(self) -> None:
        due = min(self._changed_at + PAUSE, self._first_at + INTERVAL)
        left = max(due, self._written_at + INTERVAL) - time.monotonic()
        if left > 0:
            self._timer = self._owner.set_timer(left, self._wait)
            return
        self._timer = None
        self._written_at = time.monotonic()
        write, number = self._collect(), self._round
        self._tasks.submit(lambda: self._run(write, number), lambda _: None)

    def _run(self, write: Callable[[], object], number: int) -> None:
        with self._lock:
            if number == self._round:
                with suppress(StoreError):  # said when the line is left; until then it is on screen
                    write()
