"""Work that would keep a key waiting, done in a thread of its own; leaving never waits for it."""

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from netui.ui.app import NetuiApp

_Result = TypeVar("_Result")


class BackgroundTasks:
    """What is underway aside, of one app."""

    def __init__(self, app: "NetuiApp"):
        self._app = app
        self._threads: set[Thread] = set()

    @property
    def is_busy(self) -> bool:
        """Whether anything is."""
        return any(thread.is_alive() for thread in self._threads)

    def submit(self, work: Callable[[], _Result | None], take: Callable[[_Result], object]) -> None:
        """Does ``work`` in a thread; ``take`` is called in the app's with what it returns, unless None."""

        def run() -> None:
            try:
                found = work()
            except Exception as error:  # nobody waits for it: the app goes on without
                self._app.call_later(self._app.tell_fault, error)
            else:
                if found is not None:
                    self._app.call_later(take, found)

        self._threads = {thread for thread in self._threads if thread.is_alive()}
        thread = Thread(target=run, name="netui-aside", daemon=True)
        self._threads.add(thread)
        thread.start()
