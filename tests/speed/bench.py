"""Where the measuring happens: networks, folders of its own, and how netui and its floors are started."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from compileall import compile_dir
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.speed.network import TODAY, make_network
from tests.speed.terminal import Terminal

ROOT = Path(__file__).parents[2]
MINIMAL = (sys.executable, str(Path(__file__).with_name("minimal.py")))
PASS = (sys.executable, "-c", "pass")
NAME = r"^ [●◐○◌+–] \S"
"""The state and the first letter of someone in the list."""


_PRIVATE = ("cache", "state", "config", "data")


class Row(NamedTuple):
    """One line of the table: ``limit`` is a ratio to the floor's median where there is a floor."""

    what: str
    contacts: int
    figures: list[float]
    unit: str
    limit: float | None
    floor: Sequence[float] = ()

    @property
    def median(self) -> float:
        """The middle of the figures."""
        return statistics.median(self.figures)

    @property
    def measured(self) -> float:
        """What the limit is about."""
        return self.median / statistics.median(self.floor) if self.floor else self.median

    @property
    def reached(self) -> bool | None:
        """Whether the limit is kept; None where there is none."""
        return None if self.limit is None else self.measured <= self.limit


class Bench:
    """One size of network: ``app`` is the command that opens netui, ``rounds`` how often each is measured."""

    def __init__(
        self,
        folder: Path,
        contacts: int,
        app: Sequence[str],
        rounds: int,
        size: tuple[int, int] = (24, 80),
        *,
        name: str = "",
        make: Callable[[Path, int], Path] = make_network,
    ):
        self._folder = folder
        self.contacts, self.rounds, self.size = contacts, rounds, size
        self._app = tuple(app)
        self._is_warm = False
        self.network = folder / f"{name or 'network'}-{contacts}"
        self.private = folder / f"{name or 'network'}-{contacts}-private"
        if not self.network.exists():
            unfinished = folder / f"unfinished-{contacts}"
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished, contacts).rename(self.network)
        self.env = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("XDG_", "NETUI_", "TEXTUAL"))
        }
        for name in ("TMUX", "NO_COLOR", "LINES", "COLUMNS", "PYTHONDONTWRITEBYTECODE"):
            self.env.pop(name, None)
        self.env |= {
            "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
            "NETUI_TODAY": TODAY.isoformat(), "NETUI_DATA": str(self.network), "PYTHONPATH": str(ROOT),
            **{f"XDG_{kind.upper()}_HOME": str(self.private / kind) for kind in _PRIVATE},
        }  # fmt: skip

    def with_network(self, name: str, make: Callable[[Path, int], Path]) -> "Bench":
        """The same over a network of another kind."""
        return Bench(self._folder, self.contacts, self._app, self.rounds, self.size, name=name, make=make)

    @property
    def complete(self) -> str:
        """What a line of the screen holds once everyone is listed."""
        return rf"\b{self.contacts:,} people"

    # ------------------------------------------------------------------ starting things

    def open(self, command: Sequence[str] = (), kind: type[Terminal] = Terminal) -> Terminal:
        """netui, or a floor, on a terminal."""
        rows, columns = self.size
        return kind(command or self._app, self.env, rows=rows, columns=columns, cwd=str(ROOT))

    @contextmanager
    def app(self) -> Iterator[Terminal]:
        """netui once it shows the whole list, from an index that was there; it is ended afterwards."""
        self.warm()
        terminal = self.open()
        try:
            if not terminal.wait_for(self.complete, 60):
                raise RuntimeError("netui did not show its list:\n" + "\n".join(terminal.screen()))
            terminal.settle(1.0)
            terminal.type("\x1b")  # whom the last one looked for is still looked for
            terminal.settle(0.5)
            yield terminal
        finally:
            terminal.end("q", 5)

    def warm(self) -> None:
        """Brings index and byte code up to date: sources alone take more than twice as long to import."""
        if self._is_warm:
            return
        compile_dir(ROOT / "netui", quiet=2)
        self.run("list")
        self._is_warm = True
        with self.app():
            pass
        time.sleep(0.2)

    def forget_index(self) -> None:
        """Takes the index away."""
        self._is_warm = False
        shutil.rmtree(self.private / "cache", ignore_errors=True)

    def run(self, *arguments: str, command: Sequence[str] = ()) -> float:
        """Milliseconds that a whole process takes."""
        whole = command or (sys.executable, "-m", "netui", *arguments)
        started = time.monotonic()
        ended = subprocess.run(
            whole, env=self.env, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=300
        )
        took = (time.monotonic() - started) * 1e3
        if ended.returncode:
            raise RuntimeError(f"{' '.join(whole)}: {ended.stderr.decode(errors='replace')}")
        return took

    def in_turn(self, *measures: Callable[[], float]) -> list[list[float]]:
        """Each of the measures ``rounds`` times, one after the other, so that all see the same machine."""
        found: list[list[float]] = [[] for _ in measures]
        for _ in range(self.rounds):
            for figures, measure in zip(found, measures, strict=True):
                figures.append(measure())
        return found
