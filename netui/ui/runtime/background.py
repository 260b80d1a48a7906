"""Background tasks: threads for work that would keep a key waiting; quitting never waits for them."""

from collections.abc import Callable
from threading import Thread
from typing import Any, TypeVar

from textual.app import App

_Result = TypeVar("_Result")


class BackgroundTasks:
    """The background threads of one app; ``on_error`` is called in its thread with what a task raised."""

    def __init__(self, app: App[Any], on_error: Callable[[Exception], object]):
        self._app, self._on_error = app, on_error
        self._threads: set[Thread] = set()

    @property
    def is_busy(self) -> bool:
        """Whether any task is running."""
        return any(thread.is_alive() for thread in self._threads)

    def submit(self, work: Callable[[], _Result | None], take: Callable[[_Result], object]) -> None:
        """Runs ``work`` in a thread, then ``take`` in the app's with the result, unless that is None."""

        def run() -> None:
            try:
                result = work()
            except Exception as error:  # nobody waits for the task: the app goes on without it
                self._app.call_later(self._on_error, error)
            else:
                if result is not None:
                    self._app.call_later(take, result)

        self._threads = {thread for thread in self._threads if thread.is_alive()}
        thread = Thread(target=run, name="netui-background", daemon=True)
        self._threads.add(thread)
        thread.start()
