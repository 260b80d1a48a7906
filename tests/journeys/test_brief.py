"""Before a meeting, along what links people, and asking who knows."""

from datetime import date
from pathlib import Path

import pytest

from netui.presentation.pages.page_layout import DateItem, MeetingItem
from tests.support.app import driving, entry, until, write_network


@pytest.fixture
def circle(tmp_path: Path) -> Path:
    """Ada, met through Charles; a lunch planned with Ada and Bob; Dee, whom one hardly knows."""
    often = [entry(f"2026-{month:02d}-05", "call", "Words on the engine.") for month in range(5, 12)]
    lunch = entry("2026-11-24", "lunch", "The board seat.", **{"with": ["bob"]})
    write_network(
        tmp_path / "net",
        {
            "ada": {
                "name": "Ada King", "knows": ["compilers"], "met": {"on": "2024-05", "via": "charles"},
                "timeline": [*often, lunch],
                "promise": [{"id": "p1", "by": "me", "text": "Send the deck", "due": date(2026, 11, 27)}],
                "date": [{"what": "birthday", "on": "--11-25"}],
            },
            "bob": {"name": "Bob Ray", "timeline": [entry("2026-11-02", "call", "His boat is in the yard.")]},
            "charles": {"name": "Charles Babbage", "archived": True},
            "dee": {
                "name": "Dee Fox", "seeks": ["a compiler person"], "related": [{"who": "ada", "as": "boss"}],
            },
        },
    )  # fmt: skip
    return tmp_path


async def test_the_brief_of_one_is_one_screen_and_is_copied_as_markdown(circle: Path) -> None:
    async with driving(circle, size=(80, 24)) as me:
        me.main.select("ada")
        await me.press("b")
        await me.sees("Before you meet  Ada King")
        for words in (
            "May 2024, through Charles",
            "Words on the engine",
            "Send the deck",
            "birthday",
            "compilers",
        ):
            assert words in me.screen
        await me.press("y")
        assert me.app.clipboard.startswith("# Ada King")
        await me.press("x")
        await me.sees("u takes it back")
        assert "promised" not in me.screen
        await me.press("u")
        await me.sees("promised")
        await me.press("escape")
        assert me.app.screen is me.main


async def test_a_planned_meeting_opens_the_brief_of_all_and_logging_there_is_for_all(circle: Path) -> None:
    async with driving(circle) as me:
        await me.press("3", "G")
        while not isinstance(me.main.current_item(), MeetingItem):
            await me.press("k")
        await me.press("enter")
        await me.sees("lunch on Tue 24 Nov: The board seat.")
        await me.sees("His boat is in the yard")
        await me.press("n")
        await me.enter("coffee: went well")
        await me.sees("went well")
        logged = next(e for e in me.app.workspace.read.timeline("bob") if e.text == "went well")
        assert {logged.contact, *logged.with_} == {"ada", "bob"}


async def test_the_brief_stands_beside_the_timeline_where_there_is_room(circle: Path) -> None:
    async with driving(circle, size=(160, 40)) as me:
        await me.press("B")
        await me.sees("Before you meet")
        first = me.main.person()
        assert first is not None and me.screen.count(first.row.name) == 3, "in the list, timeline and brief"
        await me.press("j")
        second = me.main.person()
        assert second is not None and second != first
        await until(lambda: me.screen.count(second.row.name) >= 3, "the brief follows the cursor")
        await me.press("tab", "B")
        await until(lambda: "Before you meet" not in me.screen, "the brief is gone")
    async with driving(circle, size=(120, 40)) as me:
        await me.press("B")
        await me.sees("there is room for it from 160 columns on; b opens it")


async def test_marked_people_are_briefed_together(circle: Path) -> None:
    async with driving(circle) as me:
        me.main.select("ada")
        await me.press("space")
        me.main.select("dee")
        await me.press("space", "b")
        await me.sees("Before you meet  Ada King, Dee Fox")
        assert "Ada King and Dee Fox: Dee is direct report of Ada" in me.app.screen.text


async def test_one_key_follows_a_link_and_one_leads_back(circle: Path) -> None:
    async with driving(circle) as me:
        me.main.select("dee")
        await me.press("right_square_bracket")
        assert me.person == "ada"
        await me.press("right_square_bracket")
        await me.sees("go to whom?")
        await me.enter("charles")
        assert me.person == "charles"
        await me.press("left_square_bracket", "backspace")
        assert me.person == "dee"
        await me.press("left_square_bracket")
        await me.hears("where you began")


async def test_the_page_shows_how_one_met_and_whom_they_are_linked_to(circle: Path) -> None:
    async with driving(circle, size=(120, 34)) as me:
        me.main.select("ada")
        await me.sees("met May 2024, through Charles Babbage")
        await me.sees("Dee Fox, direct report")


async def test_asking_names_who_knows_and_who_introduces(circle: Path) -> None:
    async with driving(circle, size=(80, 24)) as me:
        await me.press("w")
        await me.type("compil")
        await me.sees("2 to ask")
        assert me.screen.index("Ada King") < me.screen.index("Dee Fox")
        assert "ask Ada King to introduce you" in me.screen
        await me.press("down", "enter")
        assert me.person == "dee"
        await me.press("left_square_bracket")
        assert me.person != "dee"


async def test_what_may_be_asked_stands_there_and_the_way_leads_back_to_the_answers(circle: Path) -> None:
    async with driving(circle, size=(80, 24)) as me:
        await me.press("w")
        await me.sees("Known around you: compilers 1")
        await me.type("compil")
        await me.sees("2 to ask")
        await me.press("enter")
        assert me.person == "ada"
        await me.press("[")
        await me.sees("2 to ask")
        await me.resize(60, 20)
        await me.sees("2 to ask")
        await me.press("escape")
        assert me.app.screen is me.main


async def test_a_brief_one_left_for_someone_is_a_key_away(circle: Path) -> None:
    async with driving(circle, size=(80, 30)) as me:
        me.main.select("ada")
        await me.press("b", "G", "enter")
        assert me.app.screen is me.main
        assert me.person == "dee"
        await me.hears("[ leads back to brief")
        await me.press("[")
        await me.sees("Before you meet  Ada King")
        await me.press("escape")
        assert me.person == "ada"


async def test_a_date_is_ticked_once_acted_on_and_comes_back_with_undo(circle: Path) -> None:
    async with driving(circle) as me:
        await me.press("3", "G")
        while not isinstance(me.main.current_item(), DateItem):
            await me.press("k")
        await me.press("x")
        await me.hears("u takes it back")
        assert list(me.app.workspace.read.dates.upcoming(me.app.workspace.today)) == []
        await me.press("u")
        assert list(me.app.workspace.read.dates.upcoming(me.app.workspace.today))
