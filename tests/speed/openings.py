"""How long each page takes to open: from the key to the last byte, the first time and again."""

import re
import time
from collections.abc import Iterator
from typing import NamedTuple

from tests.speed.bench import Bench, Row
from tests.speed.terminal import Terminal

_REST = 0.35
"""A pause longer than any timer that a key starts."""
_SILENCE = 0.12
"""An answer ends with a pause as long: shorter ones occur within an answer while others use the machine."""
WITHIN, AT_ONCE = 100.0, 60.0
TOPIC = "rust"


class Opening(NamedTuple):
    """A page: the keys that lead to where it is opened, the one that opens it, and the way back."""

    what: str
    before: tuple[str, ...]
    key: str
    shown: str
    limit: float = WITHIN


_ENTER, _ESCAPE, _GOALS = "\r", "\x1b", "3"
OPENINGS = (
    Opening("goal", (_GOALS, "g"), _ENTER, r"^ Goal "),
    Opening("audience", (_GOALS, "g", _ENTER, "j"), _ENTER, r"^ people who know", AT_ONCE),
    Opening("insights", (), "i", r"^ Insights"),
    Opening("review", (), "r", r"^ Review"),
    Opening("brief", (), "b", r"^ Before you meet"),
    Opening("ask", (), "w", r"^ who knows"),
    Opening("ask: an answer", ("w", *TOPIC[:-1]), TOPIC[-1], r"to ask", AT_ONCE),
    Opening("person", (), "2", r"│ Timeline"),
    Opening("linked", (), "]", r""),
    Opening("catching up", (), "C", r"^ Catch up"),
    Opening("palette", (), ":", r"│ :"),
    Opening("help", (), "?", r"^ Help"),
    Opening("find", (), "f", r""),
    Opening("form", (), "e", r"ctrl\+s"),
    Opening("opportunity", (), "o", r"ctrl\+s"),
    Opening("details", (), "P", r"^ Details"),
    Opening("what to add", ("P",), "a", r"add what"),
    Opening("circles", (), "#", r"circle"),
    Opening("settings", (), ",", r"^ Settings"),
    Opening("duplicates", (), "M", r"^ Duplicates"),
    Opening("sorting new people", (), "O", r"^ Sort"),
    Opening("conflicts", (), "=", r"^ Conflicts"),
    Opening("people behind a line", ("i",), _ENTER, r"people$", AT_ONCE),
    Opening("log", (), "n", r""),
    Opening("filter", (), "/", r""),
    Opening("reach", (), "m", r""),
    Opening("promise", (), "p", r""),
)


def openings(bench: Bench) -> Iterator[Row]:
    """Each page in a new app, then a second time."""
    bench.warm()
    for opening in OPENINGS:
        limit = opening.limit if bench.contacts <= 10_000 else None
        first, again = [], []
        for _ in range(bench.rounds):
            with bench.app() as terminal:
                first.append(_open(terminal, opening))
                again.append(_open(terminal, opening))
        yield Row(f"opening: {opening.what}", bench.contacts, first, "ms", limit)
        yield Row(f"opening again: {opening.what}", bench.contacts, again, "ms", limit)
    yield Row("insights: with the whole log", bench.contacts, list(_whole_log(bench)), "ms", None)


def _open(terminal: Terminal, opening: Opening) -> float:
    for key in opening.before:
        terminal.press(key, _REST)
        if key == _GOALS:
            terminal.wait_for("Goal number", 10)
    before, sent = len(terminal.chunks), time.monotonic()
    terminal.press(opening.key, _SILENCE)
    if opening.shown and not re.search(opening.shown, "\n".join(terminal.screen()), re.MULTILINE):
        # On a loaded machine an echo of the key may come well before the answer.
        if not terminal.wait_for(opening.shown, 5):
            raise RuntimeError(f"{opening.what} did not open:\n" + "\n".join(terminal.screen()))
        terminal.settle(_SILENCE)
    took = (terminal.chunks[-1].at - sent) * 1e3 if len(terminal.chunks) > before else 0.0
    terminal.settle(_REST)
    for _ in opening.before:
        terminal.press(_ESCAPE, _REST)
    terminal.press(_ESCAPE, _REST)
    terminal.press("1", _REST)
    return took


def _whole_log(bench: Bench) -> Iterator[float]:
    for _ in range(bench.rounds):
        with bench.app() as terminal:
            started = time.monotonic()
            terminal.press("i", _SILENCE)
            terminal.wait_for(r"new (person|people) in 12 months", 30)
            yield (terminal.chunks[-1].at - started) * 1e3
