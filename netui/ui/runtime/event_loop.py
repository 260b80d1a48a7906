"""Runs the event loop with a long GIL switch interval while it handles input, and a short one while idle.

Python gives every running thread the same share. With two threads counting in the background a key would
take three times as long. Long-running work of netui yields while the event loop is busy (see
:mod:`netui.services.sync.concurrency`). For work that cannot, the switch interval is long while the loop is
busy; while it waits the interval is short, so that whatever wakes it is handled at once.
"""

import asyncio
import selectors
import sys
from collections.abc import Coroutine
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


def run_with_ui_priority(main: Coroutine[Any, Any, _Result]) -> _Result:
    """Like :func:`asyncio.run`, on a loop that takes precedence over background threads."""
    if sys.platform == "win32":
        return asyncio.run(main)
    before = sys.getswitchinterval()
    try:
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(_Selector())) as runner:
            return runner.run(main)
    finally:
        ui_idle()
        sys.setswitchinterval(before)
