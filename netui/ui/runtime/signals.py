"""Signal handlers: quits in order when the terminal hangs up or the machine shuts down."""

import asyncio
import signal
from collections.abc import Callable


def install_signal_handlers(leave: Callable[[int], object]) -> None:
    """Calls ``leave`` with the exit status, 128 and the signal's number, at SIGTERM and SIGHUP.

    A signal that was ignored when the app started, as under nohup, stays ignored.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        try:
            loop.add_signal_handler(number, leave, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            return
