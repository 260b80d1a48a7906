"""The switch interval is long while the event loop is busy, when long work yields, and short while idle."""

import asyncio
import selectors
import sys
import threading

import pytest

from netui.storage import concurrency
from netui.ui.runtime.event_loop import BUSY_INTERVAL, IDLE_INTERVAL, run_with_ui_priority


def is_ui_idle() -> bool:
    return concurrency._ui_idle is None or concurrency._ui_idle.is_set()


@pytest.mark.skipif(sys.platform == "win32", reason="the event loop of Windows has no selector")
def test_turns_are_long_while_something_is_done_and_short_while_nothing_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, working, waiting, busy, free = sys.getswitchinterval(), [], [], [], []
    select = selectors.DefaultSelector.select

    def watched(self: selectors.BaseSelector, timeout: float | None = None) -> object:
        if timeout is None or timeout > 0:
            waiting.append(sys.getswitchinterval())
            free.append(is_ui_idle())
        return select(self, timeout)

    async def work() -> str:
        for _ in range(3):
            await asyncio.sleep(0.001)
            working.append(sys.getswitchinterval())
            busy.append(not is_ui_idle())
        return "done"

    monkeypatch.setattr(selectors.DefaultSelector, "select", watched)
    assert run_with_ui_priority(work(), on_loop_error=print, on_thread_error=print) == "done"
    assert set(map(round, (at * 1e6 for at in waiting))) == {round(IDLE_INTERVAL * 1e6)}
    assert set(map(round, (at * 1e6 for at in working))) == {round(BUSY_INTERVAL * 1e6)}
    assert all(busy) and len(busy) == 3 and all(free) and len(free) >= 3
    assert sys.getswitchinterval() == before and is_ui_idle()


def test_errors_that_nobody_awaits_reach_the_app_and_are_not_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    found: list[tuple[str, BaseException]] = []

    async def work() -> None:
        asyncio.get_running_loop().call_soon(lambda: 1 // 0)
        thread = threading.Thread(target=lambda: {}["key"])
        thread.start()
        while len(found) < 2:
            await asyncio.sleep(0.001)
        thread.join()

    before = threading.excepthook
    run_with_ui_priority(
        work(),
        on_loop_error=lambda error: found.append(("loop", error)),
        on_thread_error=lambda error: found.append(("thread", error)),
    )
    assert {(where, type(error)) for where, error in found} == {
        ("loop", ZeroDivisionError),
        ("thread", KeyError),
    }
    assert threading.excepthook is before and capfd.readouterr().err == ""
