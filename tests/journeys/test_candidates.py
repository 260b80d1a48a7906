"""Candidates under the line for more than people, and what was last said in their place."""

from pathlib import Path

from netui.presentation.text import plain
from netui.ui.widgets.candidates import CandidateList
from tests.support.app import Driver, driving


def below(me: Driver) -> list[str]:
    """The rows under the line."""
    return [plain(row).strip() for row in me.main.prompt.query_one(CandidateList).rows]


def room(me: Driver) -> int:
    """How many rows they take."""
    return me.main.prompt.query_one(CandidateList).height_shown


async def test_tags_goals_and_places_are_offered_while_typed(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.enter("lunch with @ada at Blue Bottle: horses #hiring")
        await me.press("n")
        await me.type("lunch with @grace at Blue Bo")
        assert below(me) == ["Blue Bottle                once"]
        await me.press("tab")
        assert me.typed == "lunch with @grace at Blue Bottle"
        await me.type(": x #lon")
        assert below(me) == ["#london                    once"]
        await me.press("down")
        assert me.typed.endswith("#london")
        await me.type(" ^c")
        assert below(me) == ["^cto-role                  A CTO role"]
        await me.press("tab")
        await me.type(" got:le")
        assert below(me) == ["got:lead"]
        await me.press("tab", "enter")
        await me.hears("at Blue Bottle")
        await me.sees("got lead  #london  ^cto-role")


async def test_a_place_behind_its_mark_is_quoted(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.enter("lunch with @ada at Blue Bottle: horses")
        await me.press("n")
        await me.type("call with @ada: x place:bl")
        await me.press("tab")
        assert me.typed.endswith('place:"Blue Bottle"')
        await me.press("ctrl+u")
        await me.type("call with @ada: x gave:advice,le")
        await me.press("tab")
        assert me.typed.endswith("gave:advice,lead"), "what stands before the comma stays"
        await me.press("escape")


async def test_a_name_that_one_person_fits_is_no_question(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("call with gra")
        assert me.understood.startswith("“gra”: tab takes Grace Hopper")
        await me.press("escape")


async def test_what_was_last_said_stands_under_the_line_and_gives_way_to_candidates(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("p")
        await me.enter("send the deck by fri")  # to Alan Kay, under the cursor
        await me.press("n")
        await me.type("coffee with @ada ")
        assert below(me) == ["Ada Lovelace          Tue 10 Nov: Her lab is hiring."]
        await me.type("and @al")
        assert [row.split()[1] for row in below(me)] == ["Alan", "Alan"]
        await me.press("tab")
        await me.type(" yesterday: ")
        assert [row.split()[0] for row in below(me)] == ["Ada", "Alan"]
        assert room(me) == 2
        await me.press("escape")


async def test_what_was_promised_stands_before_what_was_said(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("p")
        await me.enter("send the deck by fri")
        await me.press("j", "n")
        await me.type("call with @alan-kay: ")
        assert below(me) == [
            "Alan Kay              you promised: send the deck, by Fri 27 Nov",
            "Alan Kay              Sat 1 Aug: Objects.",
        ]
        await me.press("escape")


async def test_the_room_of_candidates_is_given_back_behind_the_word(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("call @a")
        taken = room(me)
        assert taken >= 3
        await me.type("da")
        assert room(me) == taken, "the line does not jump within a word"
        await me.press("tab")
        await me.type(" ")
        assert room(me) == 1
        await me.press("ctrl+u")
        await me.type("x ")
        assert room(me) == 0
        await me.press("escape")


async def test_tags_are_offered_in_their_prompt_too(home: Path) -> None:
    async with driving(home) as me:
        await me.press("t")
        await me.type("ma")
        assert below(me) == ["maths"]
        await me.press("tab")
        assert me.typed == "maths"
        await me.press("escape")
