"""The rows of the table, each measured beside its floor in the same run."""

import os
import time
from collections.abc import Callable, Iterator

from netui.storage.files.stat import RACY_NS
from tests.speed.bench import MINIMAL, NAME, PASS, Bench, Row
from tests.speed.heavy import heavy
from tests.speed.link import busy, link
from tests.speed.network import SOMEONE, TODAY, entry, ident
from tests.speed.openings import openings
from tests.speed.terminal import Burst, Terminal

PRESSES = 30
IDLE_SECONDS = {10_000: 60.0}
OTHERWISE = 20.0
_REST = 0.3
"""A pause longer than the one after which the timeline follows the cursor."""


def start(bench: Bench) -> Iterator[Row]:
    """To the first name, what that writes, and the way out."""
    bench.warm()
    runs: dict[str, list[tuple[float, float, float]]] = {"netui": [], "floor": []}
    for _ in range(bench.rounds):
        for who, command in (("floor", MINIMAL), ("netui", ())):
            terminal = bench.open(command)
            terminal.read(60)
            terminal.settle(0.8)
            terminal.wait_for(NAME)
            first = (terminal.first_time(NAME) or 99.0) * 1e3
            written = terminal.written
            left, _ = terminal.end("\x11" if command else "q")
            runs[who].append((first, written, left * 1e3))
    (first, written, left), (floor_first, _, floor_left) = (
        list(map(list, zip(*runs[w], strict=True))) for w in runs
    )
    limit = 1.6 if bench.contacts > 10_000 else 1.4
    yield Row("start to the first name", bench.contacts, first, "ms", limit, floor_first)
    yield Row("start-up output", bench.contacts, written, "B", 6 * 1024)
    yield Row("leaving", bench.contacts, left, "ms", 0.5, floor_left)


def ready(bench: Bench) -> Iterator[Row]:
    """Until a key typed at once is answered, and where there is no last screen to show, to the first name."""
    bench.warm()
    answered, first, floor = [], [], []
    for _ in range(bench.rounds):
        floor.append(_first_name(bench))
        terminal = bench.open()
        terminal.type("?")
        if not terminal.wait_for("^ Help", 60):
            raise RuntimeError("help did not open:\n" + "\n".join(terminal.screen()))
        answered.append((terminal.first_time("^ Help") or 99.0) * 1e3)
        terminal.settle()
        terminal.end("\x1bq")
        for kept in bench.private.glob("cache/netui/screen-*"):
            kept.unlink()
        terminal = bench.open()
        terminal.read(60)
        terminal.settle()
        terminal.wait_for(NAME)
        first.append((terminal.first_time(NAME) or 99.0) * 1e3)
        terminal.end("q")
    limit = 1.6 if bench.contacts > 10_000 else 1.4
    yield Row("start without a last screen", bench.contacts, first, "ms", limit, floor)
    yield Row("start until a key is answered", bench.contacts, answered, "ms", None, floor)


def cold(bench: Bench) -> Iterator[Row]:
    """The first start, without an index: list usable, and all read."""
    usable, done, floor = [], [], []
    for _ in range(min(bench.rounds, 3)):
        floor.append(_first_name(bench))
        bench.forget_index()
        terminal = bench.open()
        if not terminal.wait_for(bench.complete, 300):
            raise RuntimeError("netui did not show its list:\n" + "\n".join(terminal.screen()))
        done.append(terminal.chunks[-1].at - terminal.started)
        terminal.settle(0.5)
        usable.append((terminal.first_time(NAME) or 99.0) * 1e3)
        terminal.end("q")
    yield Row("first start: list usable", bench.contacts, usable, "ms", 3, floor)
    yield Row("first start: all read", bench.contacts, done, "s", _at_most(3.5, bench))


def _first_name(bench: Bench) -> float:
    terminal = bench.open(MINIMAL)
    terminal.read(60)
    terminal.settle()
    terminal.end("\x11")
    return (terminal.first_time(NAME) or 99.0) * 1e3


def down(bench: Bench) -> Iterator[Row]:
    """Down in the list: at once, and with the timeline redrawn after the pause."""
    at_once: list[Burst] = []
    whole: list[Burst] = []
    with bench.app() as terminal:
        terminal.press("j", _REST)
        for _ in range(PRESSES):
            at_once.append(terminal.press("j", 0.04))
            terminal.settle(_REST)
        terminal.press("g", _REST)
        for _ in range(PRESSES):
            whole.append(terminal.press("j", _REST))
    yield Row("Down: at once", bench.contacts, [b.size for b in at_once], "B", 300)
    yield Row("Down: with the timeline", bench.contacts, [b.size for b in whole], "B", 1500)
    latencies = sorted(_ms(b.last) for b in at_once)
    yield Row(
        "Down: to the last byte, p95", bench.contacts, [latencies[int(len(latencies) * 0.95)]], "ms", 16
    )


def letter(bench: Bench) -> Iterator[Row]:
    """A letter more in the filter: the list only, before the timeline follows."""
    bursts: list[Burst] = []
    with bench.app() as terminal:
        for _ in range(4):
            terminal.press("/", _REST)
            for key in "adler":
                bursts.append(terminal.press(key, 0.08))
                terminal.settle(_REST)
            terminal.press("\x1b", 0.8)
    yield Row("filter: to the last byte", bench.contacts, [_ms(b.last) for b in bursts], "ms", 33)
    yield Row("filter: a letter", bench.contacts, [b.size for b in bursts], "B", 1500)


def search(bench: Bench) -> Iterator[Row]:
    """Full-text search, 200 hits."""
    bursts = []
    with bench.app() as terminal:
        for _ in range(bench.rounds):
            terminal.press("f", _REST)
            terminal.press("re", _REST)
            bursts.append(terminal.press("t", _REST))
            terminal.press("\x1b", 0.8)
    yield Row("search: painted", bench.contacts, [_ms(b.last) for b in bursts], "ms", 60)


def memory(bench: Bench) -> Iterator[Row]:
    """The most memory it took, from start through use."""

    def used(terminal: Terminal) -> float:
        for key in "jjj/ad":
            terminal.press(key, _REST)
        return terminal.memory()

    with bench.app() as terminal:
        most = used(terminal)
    terminal = bench.open(MINIMAL)
    terminal.wait_for(NAME)
    floor = terminal.memory()
    terminal.end("\x11")
    yield Row("memory of the minimal app", bench.contacts, [floor], "MB", None)
    yield Row("memory", bench.contacts, [most], "MB", 55 if bench.contacts <= 10_000 else 100)


def idle(bench: Bench) -> Iterator[Row]:
    """What an open app does while nobody does anything."""
    with bench.app() as terminal:
        terminal.settle(2.0, 4)
        length = IDLE_SECONDS.get(bench.contacts, OTHERWISE)
        seconds, wakes = terminal.work()
        before = terminal.written
        terminal.settle(length, length)
        after_seconds, after_wakes = terminal.work()
        yield Row("idle: processor", bench.contacts, [(after_seconds - seconds) / length * 100], "%", 0.1)
        yield Row("idle: wake-ups a second", bench.contacts, [(after_wakes - wakes) / length], "/s", 3)
        yield Row("idle: bytes written", bench.contacts, [terminal.written - before], "B", 0)


def changes(bench: Bench) -> Iterator[Row]:
    """Another program's change: a file that comes new, and one edited in place while it is shown."""
    came = bench.network / "contacts" / "zz-newcomer.toml"
    edited = bench.network / "contacts" / f"{ident(0)}.toml"
    before = edited.read_bytes()
    new, shown = [], []
    try:
        with bench.app() as terminal:
            for _ in range(2):
                terminal.settle(0.7)
                spare = came.with_name(".zz-newcomer")
                spare.write_text('name = "Zz Newcomer"\n')
                started = time.monotonic()
                os.replace(spare, came)
                terminal.wait_for(rf"\b{bench.contacts + 1:,} people", 30)
                new.append(time.monotonic() - started)
                came.unlink()
                terminal.wait_for(bench.complete, 30)
            terminal.press(f"/{SOMEONE.split()[-1].lower()}\r", 0.7)
            terminal.settle(0.7)
            started = time.monotonic()
            with edited.open("a") as file:
                file.write(entry(TODAY, "zz", "Freshly heard."))
            if not terminal.wait_for("Freshly heard", 30):
                raise RuntimeError("\n".join(terminal.screen()))
            shown.append(time.monotonic() - started)
    finally:
        came.unlink(missing_ok=True)
        edited.write_bytes(before)
    yield Row("another program's new file on screen", bench.contacts, new, "s", 1.2)
    yield Row("another program's edit of the one shown", bench.contacts, shown, "s", 1.2)


def commands(bench: Bench) -> Iterator[Row]:
    """Whole processes, beside the interpreter's own start."""
    bench.warm()
    edited = bench.network / "contacts" / f"{ident(1)}.toml"
    before = edited.read_bytes()
    try:
        for what, limit, arguments in (
            ("netui note", 7, ("note", f"call with @{ident(1)}: the boiler is mended")),
            ("netui due", 12, ("due",)),
            ("netui list", 14, ("list",)),
            ("netui list QUERY", None, ("list", "is:quiet #rust")),
            ("netui show", None, ("show", ident(1))),
            ("netui status", None, ("status",)),
        ):
            floor, figures = bench.in_turn(lambda: bench.run(command=PASS), lambda a=arguments: bench.run(*a))
            yield Row(what, bench.contacts, figures, "ms", _at_most(limit, bench), floor)
            if arguments[0] == "note":
                time.sleep(RACY_NS / 1e9)  # until then what was written is read again by each command
                bench.run("due")
    finally:
        edited.write_bytes(before)


def rhythms(bench: Bench) -> Iterator[Row]:
    """Where everyone stands, from rows that are in memory."""
    from datetime import datetime
    from pathlib import Path

    from netui.domain.cadence.status import statuses_of
    from netui.services.workspace import Workspace
    from netui.storage.state.config import Config, Places

    nowhere = Path(os.devnull)
    bench.run("list")
    places = Places(
        bench.network, bench.private / "state" / "netui", bench.private / "cache" / "netui", nowhere
    )
    workspace = Workspace(places, Config(), lambda: datetime.combine(TODAY, datetime.min.time()))
    rows, figures = workspace.read.contact_rows(), []
    for _ in range(bench.rounds):
        started = time.perf_counter()
        statuses_of(rows, TODAY)
        figures.append((time.perf_counter() - started) * 1e3)
    workspace.close()
    yield Row("rhythm of all", bench.contacts, figures, "ms", _at_most(20, bench))


def _at_most(limit: float | None, bench: Bench) -> float | None:
    """A limit that is set for up to ten thousand contacts."""
    return limit if bench.contacts <= 10_000 else None


def _ms(seconds: float | None) -> float:
    return 9999.0 if seconds is None else seconds * 1e3


ROWS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    measure.__name__: measure
    for measure in (
        start, ready, cold, down, letter, search, memory, idle, changes, commands, rhythms, openings, heavy,
        link, busy,
    )
}  # fmt: skip
"""The groups of rows by the names that ``--only`` takes."""
AT_ONE_SIZE = {"openings": (10_000, 2), "heavy": (50_000, 3)}
"""Groups measured at one size only, the nearest to this one; and how often at most."""
