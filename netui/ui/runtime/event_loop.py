"""Runs the event loop: a long GIL switch interval while it handles input, a short one while idle.

Python gives every running thread the same share. With two threads counting in the background a key would
take three times as long. Long-running work of netui yields while the event loop is busy (see
:mod:`netui.services.sync.concurrency`). For work that cannot, the switch interval is long while the loop is
busy; while it waits the interval is short, so that whatever wakes it is handled at once.

Errors that nobody awaits, in a thread or a callback of the loop, reach the app: Python would print them over
the screen.
"""

import asyncio
import selectors
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from netui.services.sync.concurrency import ui_busy, ui_idle

IDLE_INTERVAL = 0.0005
"""Switch interval in seconds while the event loop is idle; Python's default is 0.005."""
BUSY_INTERVAL = 0.02
"""Switch interval in seconds while the event loop is busy: longer than it takes to draw a screen."""
_Result = TypeVar("_Result")


class _Selector(selectors.DefaultSelector):
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is not None and timeout <= 0:
            return super().select(timeout)  # polling only: the loop has more to do
        sys.setswitchinterval(IDLE_INTERVAL)
        ui_idle()
        try:
            return super().select(timeout)
        finally:
            ui_busy()
            sys.setswitchinterval(BUSY_INTERVAL)


def run_with_ui_priority(
    main: Coroutine[Any, Any, _Result],
    *,
    on_loop_error: Callable[[BaseException], object],
    on_thread_error: Callable[[BaseException], object],
) -> _Result:
    """Like :func:`asyncio.run`, on a loop that takes precedence over background threads.

    Both functions are called on the loop, with an error that nothing else handles.
    """
    before = sys.getswitchinterval(), threading.excepthook

    def take_from_loop(_: object, context: dict[str, Any]) -> None:
        if (error := context.get("exception")) is not None:
            on_loop_error(error)

    def take_from_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not loop.is_closed():
            loop.call_soon_threadsafe(on_thread_error, found.exc_value)

    try:
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(_Selector())) as runner:
            loop = runner.get_loop()
            loop.set_exception_handler(take_from_loop)
            threading.excepthook = take_from_thread
            return runner.run(main)
    finally:
        ui_idle()
        sys.setswitchinterval(before[0])
        threading.excepthook = before[1]
