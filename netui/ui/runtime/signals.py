"""What ends the app from outside: a terminal that hangs up, a machine that shuts down."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netui.ui.app import NetuiApp


def leave_when_told(app: NetuiApp) -> None:
    """Leaves in order at SIGTERM and SIGHUP, keeping what was typed; the status is 128 and the signal's.

    A signal that was ignored when the app began, as under nohup, stays ignored.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        try:
            loop.add_signal_handler(number, app.leave, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            return
