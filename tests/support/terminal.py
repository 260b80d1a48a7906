"""The real program on a real pseudo-terminal, seen through a terminal emulator."""

import errno
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import pyte

PATIENCE = 60.0
"""How long a condition may take to come true before a test fails; far beyond what it ever takes."""
LOST = {
    "EDITOR",
    "VISUAL",
    "NO_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "NETUI_DATA",
    "NETUI_TODAY",
    "TERM_PROGRAM",
    "TMUX",
    "STY",
}


def environment(home: Path, **more: str) -> dict[str, str]:
    """The surroundings of one user whose folders are all under ``home``, on a clock that stands still."""
    kept = {key: value for key, value in os.environ.items() if key not in LOST}
    rooms = {name: str(home / name.lower()) for name in ("DATA", "STATE", "CACHE", "CONFIG")}
    return {
        **kept,
        **{f"XDG_{name}_HOME": room for name, room in rooms.items()},
        "HOME": str(home), "NETUI_DATA": str(home / "net"), "NETUI_TODAY": "2026-11-21T09:00",
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(Path(__file__).parents[2]), **more,
    }  # fmt: skip


SYNC_START, SYNC_END = b"\x1b[?2026h", b"\x1b[?2026l"


class NotOnScreen(AssertionError):
    """What was looked for is not on screen, or not yet."""


def _take_terminal() -> None:
    """Makes the pty the terminal of this process, whose keys are signals even if the tests ignore them."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in (signal.SIGINT, signal.SIGQUIT):  # ignored where the tests run in the background
        signal.signal(number, signal.SIG_DFL)


class Terminal:
    """A run of ``netui``, or of another program, in a terminal of its own; ``raw`` is every byte it wrote."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "-m", "netui"),
    ):
        self.raw = b""
        self._is_watching = False
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.process = subprocess.Popen(
            [*program, *arguments],
            stdin=slave, stdout=slave, stderr=slave, env=dict(env or environment(home)),
            start_new_session=True, preexec_fn=_take_terminal,
        )  # fmt: skip
        self._slave = os.ttyname(slave)
        os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._master >= 0:
            os.close(self._master)

    # ------------------------------------------------------------------ doing

    def keys(self, text: str) -> None:
        """Types ``text``; control characters are the keys they are."""
        os.write(self._master, text.encode())

    def keys_apart(self, *texts: str) -> None:
        """Types each text once the program has read the one before: each is a read of its own."""
        for text in texts:
            self.keys(text)
            self.waits(lambda: not self._has_unread_keys())

    def _has_unread_keys(self) -> bool:
        """Whether the program did not read yet all that was typed; no longer once it has left."""
        try:
            slave = os.open(self._slave, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            return False
        try:
            return can_be_read(slave, 0)  # a poll waits for what is still on its way within the kernel
        finally:
            os.close(slave)

    def resize(self, width: int, height: int) -> None:
        """The window gets another size."""
        self._screen.resize(height, width)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def signal(self, number: int) -> None:
        """Sends the program a signal."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """The line is cut: the terminal goes away under the program."""
        os.close(self._master)
        self._master = -1

    def kill(self) -> None:
        """Ends the program where it stands."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    # ------------------------------------------------------------------ seeing

    def read(self, seconds: float) -> bytes:
        """What the program writes within the time, at most."""
        return self.take(65536, seconds)

    def take(self, most: int, seconds: float = 0) -> bytes:
        """At most so many bytes of what the program wrote."""
        if self._master < 0 or not can_be_read(self._master, seconds):
            return b""
        try:
            data = os.read(self._master, most)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            data = b""
        self.raw += data
        # the emulator does not know the private modes with ">" and "=" and would print their letters
        self._stream.feed(_without_private_modes(data))
        return data

    @property
    def screen(self) -> str:
        """What a person sees."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def is_cooked(self) -> bool:
        """Whether the terminal echoes and edits lines and ends them in two bytes, as a shell wants it."""
        _, output, _, flags, *_ = termios.tcgetattr(self._master)
        return bool(output & termios.OPOST and flags & termios.ECHO and flags & termios.ICANON)

    @property
    def backgrounds(self) -> list[list[str]]:
        """The colour behind each cell, line by line."""
        buffer, screen = self._screen.buffer, self._screen
        return [[buffer[y][x].bg for x in range(screen.columns)] for y in range(screen.lines)]

    def cell(self, text: str) -> Any:
        """The first cell of ``text`` where it stands on screen, with its colours and marks.

        Only for conditions of :meth:`until`: what has arrived at any one moment may be half a frame.
        """
        assert self._is_watching, "a cell is read while the screen may be half received: use until()"
        for y, line in enumerate(self._screen.display):
            if (x := line.find(text)) >= 0:
                return self._screen.buffer[y][x]
        raise NotOnScreen(f"{text!r} is not on screen:\n{self.screen}")

    def until(self, condition: Callable[[], Any], what: str = "") -> Any:
        """Reads on until the condition holds; fails when it does not come true."""
        deadline = time.monotonic() + PATIENCE
        while not (found := self._whole(condition)):
            if time.monotonic() > deadline:
                raise AssertionError(f"never came true: {what or condition}\n{self.screen}")
            self.read(0.02)
        return found

    def _whole(self, condition: Callable[[], Any]) -> Any:
        """The condition over a whole frame: not within a synchronized update, all it looks for on screen."""
        tail = self.raw[-(1 << 16) :]
        if tail.rfind(SYNC_START) > tail.rfind(SYNC_END):
            return None
        self._is_watching = True
        try:
            return condition()
        except NotOnScreen:
            return None
        finally:
            self._is_watching = False

    def rests(self, seconds: float = 0.6) -> None:
        """Waits until for so long nothing arrived and the program wanted no processor.

        On a busy machine silence alone tells nothing: the program may be waiting for its turn.
        """
        deadline = time.monotonic() + PATIENCE
        since, ticks = time.monotonic(), None
        while time.monotonic() - since < seconds:
            assert time.monotonic() < deadline, f"never came to rest:\n{self.screen}"
            before, ticks = ticks, processor_use(self.process.pid)
            if self.read(0.05) or before != ticks:
                since = time.monotonic()

    def waits(self, condition: Callable[[], Any]) -> None:
        """Reads nothing until the condition holds; fails when it does not come true."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"never came true: {condition}"
            time.sleep(0.02)

    def sees(self, text: str) -> None:
        """Waits until ``text`` is on screen."""
        self.until(lambda: text in self.screen, f"{text!r} on screen")

    def sees_cell(self, text: str, **looks: object) -> None:
        """Waits until ``text`` is on screen and its first cell looks like that: ``bold=True``."""
        self.until(
            lambda: all(getattr(self.cell(text), name) == value for name, value in looks.items()),
            f"{text!r} with {looks}",
        )

    def ends(self) -> int:
        """Waits for the program's end; its exit status."""
        self.until(lambda: self.process.poll() is not None, "the program's end")
        while self._master >= 0 and self.read(0.05):
            continue
        return self.process.returncode


def processor_use(pid: int) -> int:
    """What changes while a process uses the processor or waits for it; always 0 where Linux is not there."""
    try:
        stats = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/stat")]
    except OSError:
        return 0
    tasks = [stat.rpartition(")")[2].split() for stat in stats]
    if any(fields[0] in "RD" for fields in tasks):
        return time.monotonic_ns()
    return sum(int(fields[11]) + int(fields[12]) for fields in tasks)


def can_be_read(descriptor: int, seconds: float) -> bool:
    """Whether there is something to read within the time."""
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN)
    return bool(waiting.poll(seconds * 1000))


def _without_private_modes(data: bytes) -> bytes:
    import re

    return re.sub(rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1bP[^\x1b]*\x1b\\\\", b"", data)
