"""Plans and promises at the keys: did it happen, was it kept, not, or another day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.support.app import entry, file_of, write_network
from tests.support.quiet_people import TODAY, on


def a_plan_gone_by() -> dict[str, Any]:
    return {
        "ada": {
            "name": "Ada Lovelace",
            "promise": [
                {"id": "p1", "by": "me", "text": "send the deck", "due": date(2026, 11, 13)},
                {"id": "p2", "by": "them", "text": "an intro", "due": date(2026, 6, 1)},
            ],
            "timeline": [
                entry("2026-11-15", "call"),
                entry("2026-11-18", "coffee", "her lab", planned=True),
                entry("2026-11-28", "lunch", planned=True),
            ],
        }
    }  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", a_plan_gone_by())
    return tmp_path


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_one_key_says_that_it_happened(home: Path, size: tuple[int, int]) -> None:
    async with on(home, TODAY, size=size) as (me, _):
        await me.press("3")
        await me.sees("Did it happen?")
        assert "coffee with Ada" in me.screen
        await me.press("x")
        await me.hears("happened: coffee with Ada Lovelace, Wed 18 Nov 2026")
        assert "planned" not in file_of(home, "ada")["timeline"][1]
        await me.press("u")
        await me.sees("Did it happen?")


async def test_or_not_or_another_day(home: Path) -> None:
    async with on(home, TODAY, size=(140, 40)) as (me, _):
        await me.press("3", "X")
        await me.hears("did not happen: coffee with Ada Lovelace, Wed 18 Nov 2026")
        assert file_of(home, "ada")["timeline"][1]["kind"] == "skip"
        await me.press("u")
        await me.sees("Did it happen?")
        await me.press("g", "s")
        await me.enter("5 dec")
        await me.hears("moved to Sat 5 Dec 2026")
        found = file_of(home, "ada")["timeline"][1]
        assert (found["on"], found["planned"]) == (date(2026, 12, 5), True)


async def test_in_the_timeline_too_where_other_entries_leave_the_keys_alone(home: Path) -> None:
    async with on(home, TODAY, size=(140, 40)) as (me, _):
        await me.press("2", "G")
        await me.press("x")
        await me.hears("logged already")
        await me.press("k")
        assert "did it happen?" in me.screen
        await me.press("x")
        await me.hears("happened: coffee with Ada Lovelace, Wed 18 Nov 2026")
        await me.press("k", "s")
        await me.enter("1 dec")
        await me.hears("moved to Tue 1 Dec 2026")
        assert file_of(home, "ada")["timeline"][2]["on"] == date(2026, 12, 1)


async def test_promises_are_dropped_moved_and_kept(home: Path) -> None:
    async with on(home, TODAY, size=(140, 40)) as (me, _):
        await me.sees("met since: still open?")
        await me.press("2", "g", "s")
        await me.enter("fri")
        await me.hears("moved to Fri 27 Nov 2026: send the deck")
        await me.press("j", "X")
        await me.hears("dropped: an intro")
        assert file_of(home, "ada")["promise"][1]["dropped"] == TODAY
        await me.press("u")
        await me.press("g", "x")
        await me.hears("done: send the deck")
        assert file_of(home, "ada")["promise"][0]["done"] == TODAY
        await me.sees("you kept 1 of 1 promise in time, they 0 of 1")


async def test_the_review_asks_as_well(home: Path) -> None:
    async with on(home, TODAY, size=(80, 24)) as (me, _):
        await me.press("r")
        await me.sees("? coffee on Wed 18 Nov: did it happen?")
        await me.press("X")
        await me.sees("did not happen: coffee with Ada Lovelace")
        await me.press("u")
        await me.sees("? coffee on Wed 18 Nov: did it happen?")
