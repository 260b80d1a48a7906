"""Debounce: a call made once nothing asks for it any more for some time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.timer import Timer


class Debounce:
    """Calls ``call`` on the owner's turn, ``seconds`` after the last :meth:`restart`."""

    def __init__(self, owner: MessagePump, seconds: float, call: Callable[[], object]):
        self._owner = owner
        self._seconds = seconds
        self._call = call
        self._timer: Timer | None = None

    def restart(self) -> None:
        """Asks for the call, and begins to wait."""
        self.cancel()
        self._timer = self._owner.set_timer(self._seconds, self.flush)

    def cancel(self) -> None:
        """Takes back what was asked for."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def flush(self) -> None:
        """Makes the call at once if it was asked for."""
        if self._timer is not None:
            self.cancel()
            self._call()
