"""A sleep that other threads can end, and that ends when a descriptor can be read."""

import select
import socket


class Wakeup:
    """Made for one sleeper; anybody may wake it."""

    def __init__(self) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)

    def ring(self) -> None:
        """Ends the sleep, or the next one."""
        try:
            self._theirs.send(b".")
        except OSError:  # full of rings, or closed: nobody needs another
            return

    def sleep(self, seconds: float, descriptor: int | None = None) -> None:
        """Sleeps that long at most, until somebody rings or there is something to read."""
        waiting = select.poll()  # not select.select: it knows no descriptor from 1,024 on
        waiting.register(self._ours, select.POLLIN)
        if descriptor is not None:
            waiting.register(descriptor, select.POLLIN)
        if any(found == self._ours.fileno() for found, _ in waiting.poll(seconds * 1000)):
            self._ours.recv(4096)

    def close(self) -> None:
        """Nobody sleeps any more."""
        self._ours.close()
        self._theirs.close()
