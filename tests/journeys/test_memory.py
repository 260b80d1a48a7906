"""Pages that were closed leave nothing behind, however often they are opened."""

import gc
from collections import Counter
from pathlib import Path

import pytest
from textual.strip import Strip

from tests.support.app import Driver, driving

KEYS = {"brief": "b", "insights": "i", "review": "r", "help": "question_mark", "palette": "colon"}
MOST = 5
"""Objects of one kind that a page may leave; a drawn page is over a hundred lines."""


def living() -> Counter[str]:
    gc.unfreeze()
    gc.collect()
    ours = [type(each) for each in gc.get_objects()]
    return Counter(kind.__name__ for kind in ours if kind is Strip or kind.__module__.startswith("netui."))


async def opened(me: Driver, key: str, times: int) -> Counter[str]:
    for _ in range(times):
        await me.press(key, "escape")
    return living()


@pytest.mark.parametrize("page", KEYS)
async def test_a_closed_page_is_gone(home: Path, page: str) -> None:
    async with driving(home) as me:
        before = await opened(me, KEYS[page], 3)
        after = await opened(me, KEYS[page], 10)
        assert {kind: left / 10 for kind, left in (after - before).items() if left > 10 * MOST} == {}


async def test_lines_logged_and_undone_leave_nothing(home: Path) -> None:
    async def log(times: int) -> Counter[str]:
        for _ in range(times):
            await me.press("n")
            await me.enter("call with @ada: said")
            await me.press("u", "j", "2", "j", "1", "k")
        return living()

    async with driving(home) as me:
        before = await log(3)
        assert {kind: left for kind, left in (await log(10) - before).items() if left > 10 * MOST} == {}
