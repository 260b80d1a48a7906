"""Long work in a thread of its own gives way to whoever waits for an answer.

Python runs one thread at a time. Work that goes through rows of the index lets go of its turn at each
row for so short a time that no other thread gets hold of it, for a tenth of a second and more. So it
rests now and then, long enough for another thread to wake up; and while the answer to a key is made it
waits.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Event, current_thread, main_thread
from time import sleep
from typing import Any, TypeVar

EACH = 128
"""After so many rows to rest: less than a millisecond."""
PART = 4096
"""So many rows are put in order at once: a millisecond or two."""
REST = 0.00005
"""Seconds in which another thread wakes up."""
PATIENCE = 0.1
"""Seconds after which the work goes on in any case."""
_Row = TypeVar("_Row")

_nobody_waits = Event()
_nobody_waits.set()


def ui_busy() -> None:
    """Somebody is being answered from now on."""
    _nobody_waits.clear()


def ui_idle() -> None:
    """The answer is given."""
    _nobody_waits.set()


def yield_to_ui() -> None:
    """Lets others go first, unless this is the thread that answers."""
    if current_thread() is not main_thread():
        sleep(REST)
        if not _nobody_waits.is_set():
            _nobody_waits.wait(PATIENCE)


def yielding(rows: Iterable[_Row], each: int = EACH) -> Iterator[_Row]:
    """The same rows, giving way after every so many of them."""
    for at, row in enumerate(rows):
        if not at % each:
            yield_to_ui()
        yield row


def sorted_yielding(rows: Sequence[_Row], key: Callable[[_Row], Any]) -> list[_Row]:
    """``sorted(rows, key=key)``, giving way between its parts: a list that sorts itself lets nobody in."""
    keys = list(yielding(map(key, rows)))
    found: list[int] = []
    for start in range(0, len(rows), PART):
        yield_to_ui()
        found += sorted(range(start, min(start + PART, len(rows))), key=keys.__getitem__)
    yield_to_ui()
    found.sort(key=keys.__getitem__)  # of parts in order this takes less than a third of the time
    return [rows[at] for at in found]
