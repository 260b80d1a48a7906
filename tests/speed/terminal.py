"""A program on a pseudo-terminal: what it writes and when, what it uses, how long it takes to end.

The stream is recorded with its times and emulated afterwards, so that emulation costs nothing in
the figures. Questions that a program asks of its terminal are answered as xterm would.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pyte

_ANSWERS = (
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[5n"), b"\x1b[0n"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
)
_FOREIGN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*(?:\$p|u)")
"""What pyte does not know and would print."""


class Chunk(NamedTuple):
    """What came in one read, and when (monotonic seconds)."""

    at: float
    data: bytes


class Burst(NamedTuple):
    """The answer to a key: seconds to its first and last byte (None without one), and its bytes."""

    first: float | None
    last: float | None
    size: int


class Terminal:
    """One program, started at once; close it with :meth:`end`."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        *,
        rows: int = 24,
        columns: int = 80,
        cwd: str = ".",
    ):
        self.rows, self.columns = rows, columns
        self.chunks: list[Chunk] = []
        self._screen = pyte.Screen(columns, rows)
        self._stream, self._drawn = pyte.ByteStream(self._screen), 0
        self.closed = False
        size = struct.pack("HHHH", rows, columns, 0, 0)
        self.started = time.monotonic()
        self.pid, self.descriptor = pty.fork()
        if not self.pid:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.chdir(cwd)
                os.execvpe(command[0], list(command), dict(env))
            finally:
                os._exit(127)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, size)

    # ------------------------------------------------------------------ reading and typing

    def read(self, seconds: float) -> bool:
        """Waits that long for output; whether there was any."""
        if self.closed or not select.select([self.descriptor], [], [], max(seconds, 0))[0]:
            return False
        try:
            data = os.read(self.descriptor, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.closed = True
            return False
        self.chunks.append(Chunk(time.monotonic(), data))
        for question, answer in _ANSWERS:
            for _ in question.finditer(data):
                self.type(answer)
        return True

    def type(self, keys: bytes | str) -> None:
        """Sends keys."""
        try:
            os.write(self.descriptor, keys.encode() if isinstance(keys, str) else keys)
        except OSError:
            self.closed = True

    def settle(self, silence: float = 0.5, limit: float = 30) -> None:
        """Reads until nothing came for ``silence`` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end and self.read(silence):
            pass

    def wait_for(self, pattern: str, limit: float = 60) -> bool:
        """Reads until a line of the screen holds ``pattern``; whether one does."""
        wanted, end = re.compile(pattern), time.monotonic() + limit
        while not any(wanted.search(line) for line in self.screen()):
            if self.closed or time.monotonic() > end:
                return False
            self.read(0.25)
        return True

    def press(self, keys: bytes | str, silence: float = 0.06) -> Burst:
        """Sends keys and takes the answer up to the first pause of ``silence`` seconds."""
        start, sent = len(self.chunks), time.monotonic()
        self.type(keys)
        if self.read(2):
            self.settle(silence)
        answer = self.chunks[start:]
        if not answer:
            return Burst(None, None, 0)
        return Burst(answer[0].at - sent, answer[-1].at - sent, sum(len(chunk.data) for chunk in answer))

    # ------------------------------------------------------------------ what was on the screen

    def first_time(self, pattern: str) -> float | None:
        """Seconds from the start until a line of the screen first held ``pattern``."""
        wanted, screen = re.compile(pattern), pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        for chunk in self.chunks:
            stream.feed(_FOREIGN.sub(b"", chunk.data))
            if any(wanted.search(line) for line in screen.display):
                return chunk.at - self.started
        return None

    def screen(self) -> list[str]:
        """The lines of the screen as they are now."""
        for chunk in self.chunks[self._drawn :]:
            self._stream.feed(_FOREIGN.sub(b"", chunk.data))
        self._drawn = len(self.chunks)
        return [line.rstrip() for line in self._screen.display]

    @property
    def written(self) -> int:
        """How many bytes the program wrote so far."""
        return sum(len(chunk.data) for chunk in self.chunks)

    # ------------------------------------------------------------------ what it uses

    def memory(self) -> float:
        """Its highest resident memory so far, in MB."""
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM"))

    def work(self) -> tuple[float, int]:
        """Seconds of processor time and voluntary wake-ups of all its threads so far."""
        seconds, wakes = 0.0, 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            base = f"/proc/{self.pid}/task/{task}"
            with open(f"{base}/schedstat") as file:
                seconds += int(file.read().split()[0]) / 1e9
            with open(f"{base}/status") as file:
                wakes += next(int(line.split()[1]) for line in file if line.startswith("voluntary"))
        return seconds, wakes

    # ------------------------------------------------------------------ ending

    def end(self, keys: bytes | str = b"", limit: float = 10) -> tuple[float, int | None]:
        """Leaves by ``keys`` (or kills); seconds until the process was gone, and its exit status or None."""
        start = time.monotonic()
        if keys:
            self.type(keys)
        else:
            os.kill(self.pid, signal.SIGKILL)
        found, status = os.waitpid(self.pid, os.WNOHANG)
        while not found and time.monotonic() < start + limit:
            if not self.read(0.002) and self.closed:
                time.sleep(0.001)
            found, status = os.waitpid(self.pid, os.WNOHANG)
        ended = time.monotonic() - start
        if not found:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self.descriptor)
            return ended, None
        while not self.closed and self.read(0):
            pass
        os.close(self.descriptor)
        return ended, os.waitstatus_to_exitcode(status)
