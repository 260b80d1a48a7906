"""What is heavy: thousands of entries with one person, a megabyte of notes, 2,000 tags, 500 goals.

No key may feel it. The figures are those of single keys to the last byte, the slowest aside.
"""

import time
from collections.abc import Iterator, Sequence

from tests.speed.bench import PASS, Bench, Row
from tests.speed.network import HEAVY, make_heavy
from tests.speed.terminal import Burst, Terminal

_REST = 0.3
"""A pause longer than the one after which the timeline follows the cursor."""
_QUICK = 0.05
_AFTER = 0.15
KEY, SCREEN = 33, 100
"""Milliseconds that a key and a screen may take."""
TIMES = 12


def heavy(bench: Bench) -> Iterator[Row]:
    """One network with all of it."""
    bench = bench.with_network("heavy", make_heavy)
    yield from _beside(bench)
    yield from _timeline(bench)
    yield from _goals(bench)
    yield from _typing(bench)
    yield from _screens(bench)
    yield from _commands(bench)


def _beside(bench: Bench) -> Iterator[Row]:
    """Down and up between the two heavy ones."""
    at_once, rested = [], []
    with bench.app() as terminal:
        _find(terminal, "zzz")
        for _ in range(TIMES):
            for key in "jk":
                at_once.append(terminal.press(key, _QUICK))
                rested.append(_settled(terminal))
    yield from _keys(bench, "heavy: Down", at_once)
    yield Row("heavy: Down, then the timeline, bytes", bench.contacts, [b.size for b in rested], "B", None)


def _timeline(bench: Bench) -> Iterator[Row]:
    with bench.app() as terminal:
        _find(terminal, "zzz heavy")
        terminal.press("2", _REST)
        yield from _keys(bench, "heavy: timeline j k", _each(terminal, "jjjjkj" * TIMES))
        yield from _keys(bench, "heavy: timeline ctrl+d", _each(terminal, "\x04\x04\x04\x15" * TIMES))
        yield from _keys(bench, "heavy: timeline G g", _each(terminal, "Gg" * TIMES))


def _goals(bench: Bench) -> Iterator[Row]:
    with bench.app() as terminal:
        terminal.press("3", _REST)
        if not terminal.wait_for("Goal number", 30):
            raise RuntimeError("no goals were shown:\n" + "\n".join(terminal.screen()))
        terminal.settle(_REST)
        yield from _keys(bench, "heavy: goals j k", _each(terminal, "jjkj" * TIMES))
        opened = []
        for _ in range(bench.rounds):
            opened.append(terminal.press("\r", _AFTER))
            terminal.settle(_REST)
            terminal.press("\x1b", _REST)
        yield _screen(bench, "heavy: a goal opens", opened)


def _typing(bench: Bench) -> Iterator[Row]:
    typed: dict[str, list[Burst]] = {
        "heavy: filter by tag": [],
        "heavy: tag prompt": [],
        "heavy: log line": [],
    }
    with bench.app() as terminal:
        for what, key, text in zip(
            typed,
            ("/", "t", "n"),
            ("#topic-0123", "topic-0123", "call with @zzz-h #topic-01 ^goal-4"),
            strict=True,
        ):
            for _ in range(2):
                terminal.press(key, _REST)
                typed[what] += _each(terminal, text)
                terminal.press("\x1b", _REST)
                terminal.press("\x1b", _REST)
    for what, bursts in typed.items():
        yield from _keys(bench, what, bursts)


def _screens(bench: Bench) -> Iterator[Row]:
    with bench.app() as terminal:
        _find(terminal, "zzz heavy")
        for what, key in (
            ("heavy: brief opens", "b"),
            ("heavy: form opens", "e"),
            ("heavy: review opens", "r"),
            ("heavy: insights open", "i"),
        ):
            opened = []
            for _ in range(bench.rounds):
                opened.append(terminal.press(key, _AFTER))
                terminal.settle(_REST)
                terminal.press("\x1b", _REST)
            yield _screen(bench, what, opened)


def _commands(bench: Bench) -> Iterator[Row]:
    for command in ("list", "due", f"show {HEAVY}", f"brief {HEAVY}", "goals"):
        floor, figures = bench.in_turn(
            lambda: bench.run(command=PASS), lambda given=command: bench.run(*given.split())
        )
        yield Row(f"heavy: {command}", bench.contacts, figures, "ms", None, floor)


# ---------------------------------------------------------------------- one key at a time


def _find(terminal: Terminal, words: str) -> None:
    terminal.press("\x1b", _REST)
    terminal.press(f"/{words}\r", 0.6)


def _each(terminal: Terminal, keys: str) -> list[Burst]:
    bursts = []
    for key in keys:
        bursts.append(terminal.press(key, _QUICK))
        _settled(terminal)
    return bursts


def _settled(terminal: Terminal) -> Burst:
    """What comes after the answer, once the cursor rests."""
    started, before = time.monotonic(), terminal.written
    terminal.settle(_AFTER)
    return Burst(None, time.monotonic() - started, terminal.written - before)


def _keys(bench: Bench, what: str, bursts: Sequence[Burst]) -> Iterator[Row]:
    answered = sorted(burst.last * 1e3 for burst in bursts if burst.last is not None)
    if not answered:
        raise RuntimeError(f"{what}: no key was answered")
    yield Row(what, bench.contacts, answered, "ms", KEY)
    yield Row(f"{what}, 95 in 100 within", bench.contacts, [answered[int(len(answered) * 0.95)]], "ms", KEY)
    yield Row(f"{what}, bytes", bench.contacts, [burst.size for burst in bursts], "B", None)


def _screen(bench: Bench, what: str, bursts: Sequence[Burst]) -> Row:
    return Row(what, bench.contacts, [(b.last or 9.999) * 1e3 for b in bursts], "ms", SCREEN)
