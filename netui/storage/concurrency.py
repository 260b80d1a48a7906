"""Cooperative yield: background loops let the UI thread run while it handles a key.

sqlite3 releases the GIL for each row too briefly for another thread to take it, so a loop over rows keeps
the UI waiting for 100 ms and more. These loops sleep 50 µs every 128 rows, and wait while a key is handled.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from time import sleep
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from threading import Event

ROWS = 128
"""Rows between two yields: less than a millisecond of work."""
SORTED_ROWS = 4096
"""Rows sorted between two yields: a millisecond or two of work."""
SLEEP_SECONDS = 0.00005
"""Seconds of sleep, enough for another thread to wake up."""
WAIT_SECONDS = 0.1
"""The most seconds that a loop waits for the UI."""
_Row = TypeVar("_Row")

_ui_idle: "Event | None" = None
"""Set while no key is handled; None until the first is."""


def ui_busy() -> None:
    """Marks the start of handling a key."""
    global _ui_idle
    if _ui_idle is None:
        from threading import Event

        _ui_idle = Event()
    _ui_idle.clear()


def ui_idle() -> None:
    """Marks the end of handling a key."""
    if _ui_idle is not None:
        _ui_idle.set()


def yield_to_ui() -> None:
    """Sleeps briefly, and waits while the UI is busy; does nothing on the main thread."""
    threading = sys.modules.get("threading")
    if threading is None or threading.current_thread() is threading.main_thread():
        return  # where the module is not even loaded, as in a quick command, there is no other thread
    sleep(SLEEP_SECONDS)
    if _ui_idle is not None and not _ui_idle.is_set():
        _ui_idle.wait(WAIT_SECONDS)


def yielding(rows: Iterable[_Row], each: int = ROWS) -> Iterator[_Row]:
    """The same rows, with a yield to the UI before the first and after every ``each``."""
    for at, row in enumerate(rows):
        if not at % each:
            yield_to_ui()
        yield row


def sorted_yielding(rows: Sequence[_Row], key: Callable[[_Row], Any]) -> list[_Row]:
    """``sorted(rows, key=key)`` with yields between parts: one call of sort would hold the GIL throughout."""
    keys = list(yielding(map(key, rows)))
    found: list[int] = []
    for start in range(0, len(rows), SORTED_ROWS):
        yield_to_ui()
        found += sorted(range(start, min(start + SORTED_ROWS, len(rows))), key=keys.__getitem__)
    yield_to_ui()
    found.sort(key=keys.__getitem__)  # merging sorted parts takes less than a third of the time
    return [rows[at] for at in found]
