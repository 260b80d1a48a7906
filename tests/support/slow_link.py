"""A terminal at the far end of a slow link: what the program writes arrives at so many bytes a second."""

import os
import time
from pathlib import Path

from tests.support.terminal import Terminal, can_be_read

STATUS_QUERY, STATUS_REPLY = b"\x1b[5n", b"\x1b[0n"


class SlowTerminal(Terminal):
    """Takes ``rate`` bytes a second, and answers questions after ``trip`` seconds, as terminals do."""

    def __init__(
        self, home: Path, *, rate: float = 1000, trip: float = 0.15, size: tuple[int, int] = (80, 24)
    ):
        self._rate, self._trip = rate, trip
        self._free = time.monotonic()
        self._answers: list[float] = []
        self._asked = 0
        super().__init__(home, size=size)

    def read(self, seconds: float) -> bytes:
        """What arrives within the time, at most; an answer leaves when its time has come."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            while self._answers and self._answers[0] <= now:
                self._answers.pop(0)
                os.write(self._master, STATUS_REPLY)
            if now >= self._free and (data := self.take(64)):
                self._free = now + len(data) / self._rate
                asked = self.raw.count(STATUS_QUERY)
                self._answers += [self._free + self._trip] * (asked - self._asked)
                self._asked = asked
                return data
            until = min([end, *self._answers[:1], *([self._free] if now < self._free else [])])
            if now >= self._free:
                can_be_read(self._master, max(until - now, 0))
            else:
                time.sleep(max(until - now, 0))
        return b""

    def ends(self) -> int:
        """Waits for the program's end, then for what is still on its way."""
        status = super().ends()
        while self.take(65536, 0.05):
            continue
        return status
