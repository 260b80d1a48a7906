"""Lets what answers a key run through, while threads in the background go on between keys.

Python gives every thread that runs the same turn. With two threads counting in the background a key
would take three times as long. So long work gives way while the event loop has something to do (see
:mod:`netui.services.sync.concurrency`). For work that cannot, the turns are long while the loop has something
to do; while it waits they are short, and whatever wakes it is heard at once.
"""

import asyncio
import selectors
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

from netui.services.sync.concurrency import ui_busy, ui_idle

WAITING_TURN = 0.0005
"""Seconds a background thread may go on when the event loop has something to do; the default is 0.005."""
WORKING_TURN = 0.02
"""Seconds the event loop may go on when a background thread waits: a screen is drawn in less."""
_Result = TypeVar("_Result")


class _Selector(selectors.DefaultSelector):
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is not None and timeout <= 0:
            return super().select(timeout)  # something waits already: nothing ends here
        sys.setswitchinterval(WAITING_TURN)
        ui_idle()
        try:
            return super().select(timeout)
        finally:
            ui_busy()
            sys.setswitchinterval(WORKING_TURN)


def run_with_ui_priority(main: Coroutine[Any, Any, _Result]) -> _Result:
    """As :func:`asyncio.run`."""
    if sys.platform == "win32":
        return asyncio.run(main)
    before = sys.getswitchinterval()
    try:
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(_Selector())) as runner:
            return runner.run(main)
    finally:
        ui_idle()
        sys.setswitchinterval(before)
