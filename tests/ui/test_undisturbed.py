"""Turns of the threads: long while the event loop works, short while it waits."""

import asyncio
import selectors
import sys

import pytest

from netui.ui.undisturbed import WAITING_TURN, WORKING_TURN, run_undisturbed


@pytest.mark.skipif(sys.platform == "win32", reason="the event loop of Windows has no selector")
def test_turns_are_long_while_something_is_done_and_short_while_nothing_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, working, waiting = sys.getswitchinterval(), [], []
    select = selectors.DefaultSelector.select

    def watched(self: selectors.BaseSelector, timeout: float | None = None) -> object:
        waiting.append(sys.getswitchinterval())
        return select(self, timeout)

    async def work() -> str:
        for _ in range(3):
            working.append(sys.getswitchinterval())
            await asyncio.sleep(0)
        return "done"

    monkeypatch.setattr(selectors.DefaultSelector, "select", watched)
    assert run_undisturbed(work()) == "done"
    assert set(map(round, (at * 1e6 for at in waiting))) == {round(WAITING_TURN * 1e6)}
    assert set(map(round, (at * 1e6 for at in working[1:]))) == {round(WORKING_TURN * 1e6)}
    assert sys.getswitchinterval() == before
