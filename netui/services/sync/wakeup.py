"""Interruptible sleep: one thread waits, any thread may wake it; a readable descriptor does too."""

import select
import socket


class Wakeup:
    """A socket pair that one thread polls and others write to."""

    def __init__(self) -> None:
        self._receiver, self._sender = socket.socketpair()
        self._receiver.setblocking(False)
        self._sender.setblocking(False)

    def set(self) -> None:
        """Ends the wait, or the next one."""
        try:
            self._sender.send(b".")
        except OSError:  # the buffer is full of wake-ups, or closed: another is not needed
            return

    def wait(self, seconds: float, descriptor: int | None = None) -> None:
        """Waits until :meth:`set` is called or ``descriptor`` can be read, ``seconds`` at most."""
        waiting = select.poll()  # not select.select: it takes no descriptor from 1,024 on
        waiting.register(self._receiver, select.POLLIN)
        if descriptor is not None:
            waiting.register(descriptor, select.POLLIN)
        if any(found == self._receiver.fileno() for found, _ in waiting.poll(seconds * 1000)):
            self._receiver.recv(4096)

    def close(self) -> None:
        """Closes both ends; nobody may wait afterwards."""
        self._receiver.close()
        self._sender.close()
