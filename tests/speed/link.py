"""Keys under harder conditions: over a slow link, and while other programs write the files."""

import os
import select
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.speed.bench import Bench, Row
from tests.speed.network import ident
from tests.speed.terminal import Chunk, Terminal

RATE, TRIP = 1000, 0.15
"""Bytes a second, and the seconds that an answer takes."""
QUESTION, ANSWER = b"\x1b[5n", b"\x1b[0n"
AHEAD = "j" * 120 + "k" * 100 + "/ada\rjjj\x1b" + "jjjkkk" * 10
EVERY = 0.1
"""Seconds from one file that another program replaces to the next."""
PRESSES = 300
A_KEY = 160
"""About the bytes of one move of the cursor when nothing overtakes it."""


class SlowTerminal(Terminal):
    """A terminal at the far end of a slow link."""

    _free = 0.0
    _asked = 0
    _answers: tuple[float, ...] = ()

    def read(self, seconds: float) -> bool:
        """Waits that long for what arrives at the link's pace; whether anything did."""
        end = time.monotonic() + max(seconds, 0)
        while not self.closed:
            now = time.monotonic()
            while self._answers and self._answers[0] <= now:
                self._answers = self._answers[1:]
                self.type(ANSWER)
            if now >= self._free and select.select([self.descriptor], [], [], 0)[0]:
                return self._take(now)
            if now >= end:
                break
            until = min([end, *self._answers[:1], *([self._free] if now < self._free else [])])
            select.select([self.descriptor] if now >= self._free else [], [], [], max(until - now, 0))
        return False

    def _take(self, now: float) -> bool:
        try:
            data = os.read(self.descriptor, 64)
        except OSError:
            data = b""
        self.closed = not data
        self.chunks.append(Chunk(now, data))
        self._free = now + len(data) / RATE
        asked = b"".join(chunk.data for chunk in self.chunks).count(QUESTION)
        self._answers += (self._free + TRIP,) * (asked - self._asked)
        self._asked = asked
        return bool(data)


def link(bench: Bench) -> Iterator[Row]:
    """Typing ahead over 1 KB/s and 150 ms: what is sent for a key, and when the last of it is there."""
    bench.warm()
    sizes, last = [], []
    for _ in range(min(bench.rounds, 3)):
        terminal = bench.open(kind=SlowTerminal)
        try:
            terminal.wait_for(bench.complete)
            terminal.settle(1.5)
            before, started = terminal.written, time.monotonic()
            terminal.type(AHEAD)
            terminal.settle(1.5)
            sizes.append((terminal.written - before) / len(AHEAD))
            last.append(terminal.chunks[-1].at - started)
        finally:
            terminal.end("q", 20)
    yield Row("typed ahead at 1 KB/s: bytes a key", bench.contacts, sizes, "B", A_KEY / 4)
    yield Row("typed ahead at 1 KB/s: the last byte", bench.contacts, last, "s", None)


@contextmanager
def _others_writing(contacts: Path, stems: list[str]) -> Iterator[None]:
    """Another program that replaces one file after the other; all are as they were afterwards."""
    before = {stem: (contacts / f"{stem}.toml").read_bytes() for stem in stems}
    stop = threading.Event()

    def put(stem: str, data: bytes) -> None:
        spare = contacts / f".{stem}.spare"
        spare.write_bytes(data)
        os.replace(spare, contacts / f"{stem}.toml")

    def write() -> None:
        at = 0
        while not stop.wait(EVERY):
            stem = stems[at % len(stems)]
            put(stem, before[stem] + b"# " + b"x" * (at % 7) + b"\n")
            at += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        yield
    finally:
        stop.set()
        writer.join()
        for stem, data in before.items():
            put(stem, data)


def busy(bench: Bench) -> Iterator[Row]:
    """Down while other programs write: to the first byte."""
    stems = [ident(at) for at in range(10, min(bench.contacts, 400), 3)]
    waits = []
    with bench.app() as terminal, _others_writing(bench.network / "contacts", stems):
        terminal.settle(1.0, 2)
        for at in range(PRESSES):
            burst = terminal.press("j" if at % 40 < 20 else "k", 0.02 + at % 5 / 200)
            waits.append((burst.first or 9.999) * 1e3)
    waits.sort()
    yield Row("Down while files change, p95", bench.contacts, [waits[int(len(waits) * 0.95)]], "ms", 16)
    yield Row("Down while files change, most", bench.contacts, [waits[-1]], "ms", None)
