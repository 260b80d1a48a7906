"""A goal in full, and what may come of it, at the keys."""

from datetime import date
from pathlib import Path

import pytest
import tomli

from netui.presentation.pages.page_layout import GoalItem
from tests.support.app import Driver, driving, entry, until, write_network
from tests.support.quiet_people import TODAY, on


def on_disk(home: Path, where: str) -> dict:
    return tomli.loads((home / "net" / f"{where}.toml").read_text(encoding="utf-8"))


async def test_a_goal_is_opened_filled_reached_and_left(home: Path) -> None:
    async with driving(home) as me:
        await me.press("3", "enter")
        await me.sees("1 of 4")
        await me.press("m")
        await me.enter("CV rewritten by 12 dec")
        await me.sees("CV rewritten")
        await me.press("j", "x")
        assert "done" in on_disk(home, "goals/cto-role")["milestone"][0]
        await me.press("w")
        await me.type("Ladies of Engines")
        await me.press("tab")
        await me.type("org:engines")
        await me.press("tab")
        await me.type("2")
        await me.press("ctrl+s")
        await me.sees("1 of 2")
        await me.press("g", "R")
        await me.sees("reached")
        await me.press("u")
        assert "reached" not in me.screen.split("counted")[0]
        await me.press("escape")
        assert me.app.screen is me.main
        assert "status" not in on_disk(home, "goals/cto-role")


async def test_an_audience_leads_to_a_list_and_the_list_to_a_person(home: Path) -> None:
    async with driving(home) as me:
        await me.press("3", "enter", "w")
        await me.type("Navy")
        await me.press("tab")
        await me.type("#navy")
        await me.press("ctrl+s", "g", "j", "enter")
        await me.sees("Grace Hopper")
        await me.press("enter")
        assert me.app.screen is me.main
        assert me.person == "grace-hopper"


async def test_an_opportunity_is_noted_shown_won_and_deleted(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.enter("grace")
        await me.press("o")
        await me.type("job")
        await me.press("tab")
        await me.type("Keeper of [b]engines[/b]")
        await me.press("tab")
        await me.type("Send CV")
        await me.press("tab")
        await me.type("fri")
        await me.press("tab")
        await me.type("cto-role")
        await me.press("ctrl+s")
        await me.sees("job: Keeper of [b]engines[/b]")
        await me.sees("next Fri: Send CV")
        await me.press("2", "g", "W")
        assert on_disk(home, "contacts/grace-hopper")["opportunity"][0]["status"] == "won"
        await me.press("u", "3", "enter")
        await me.sees("Keeper of [b]engines[/b] (Grace Hopper)")
        await me.press("j", "d", "y")
        assert "opportunity" not in on_disk(home, "contacts/grace-hopper")


async def test_a_page_helps_with_what_works_on_it(home: Path) -> None:
    async with driving(home) as me:
        await me.press("3", "enter", "?")
        await me.sees("Mark the goal reached")
        assert "Sort by" not in me.screen
        await me.press("escape", "q")
        assert me.app.screen is me.main


async def test_a_promise_noted_on_the_page_belongs_to_the_goal(home: Path) -> None:
    async with driving(home) as me:
        await me.press("3", "enter", "n")
        await me.enter("coffee with @grace-hopper: plans")
        await until(lambda: "Grace Hopper" in me.app.screen.text, "Grace on the goal's page")
        await me.press("G", "p")
        await me.enter("send the plan by fri")
        await me.sees("you: send the plan")
        assert on_disk(home, "contacts/grace-hopper")["promise"][0]["goal"] == "cto-role"


def goal_titles(me: Driver) -> list[str]:
    items = [selectable.item for selectable in me.main.goals_view.page.selectables]
    return [item.progress.goal.title for item in items if isinstance(item, GoalItem)]


async def test_goals_are_put_in_order_by_hand_and_the_cursor_goes_along(home: Path) -> None:
    write_network(
        home / "net",
        goals={
            "sail": {"title": "Sail", "due": date(2027, 5, 1)},
            "won": {"title": "Won", "status": "reached"},
        },
    )
    async with driving(home) as me:
        await me.press("3")
        assert goal_titles(me) == ["Sail", "A CTO role", "Won"]
        await me.burst("J", "J")
        assert goal_titles(me) == ["A CTO role", "Sail", "Won"]
        assert me.main.current_item().progress.goal.title == "Sail"
        assert me.said == "Sail is the last already"
        await me.press("K")
        assert goal_titles(me) == ["Sail", "A CTO role", "Won"]
        await me.press("u")
        assert goal_titles(me) == ["A CTO role", "Sail", "Won"]
        await me.press("u")
        assert "order" not in on_disk(home, "goals/cto-role") and "order" not in on_disk(home, "goals/sail")
        await me.press("G", "K")
        assert goal_titles(me)[-1] == "Won"


async def test_moving_is_offered_only_where_a_goal_is_under_the_cursor(home: Path) -> None:
    async with driving(home, size=(140, 40)) as me:
        assert "goal_down" not in me.main.visible_actions()
        await me.press("3")
        assert "J move" in me.understood
        await me.press("?")
        await me.sees("Move the goal down")


async def test_a_new_goal_gets_the_cursor_and_a_milestone_says_its_day_as_it_is_typed(home: Path) -> None:
    async with driving(home) as me:
        await me.press("3", "a")
        assert "status" not in me.screen
        await me.type("Learn Rust")
        await me.press("ctrl+s")
        assert me.main.current_item().progress.goal.title == "Learn Rust"
        await me.press("enter", "m")
        page = me.app.screen
        await me.type("Ship it by 12 dec")
        assert "by Sat 12 Dec 2026" in me.screen
        await me.press("enter")
        await me.sees("by 12 Dec")
        assert isinstance(page.current_item(), GoalItem)


async def test_the_cursor_of_a_goals_page_stays_on_what_it_stood_on(home: Path) -> None:
    async with driving(home) as me:
        await me.press("3", "enter", "n")
        await me.enter("lunch with @grace-hopper and @mary-somerville: plans")
        await me.sees("Mary Somerville")
        await me.press("G")
        page = me.app.screen
        standing = page.current_item()
        await me.press("p")
        await me.enter("send the plan by fri")
        await me.sees("you: send the plan")
        assert page.current_item() == standing


@pytest.mark.parametrize(
    ("key", "said", "held"),
    [
        ("x", "reached", 'status = "reached"'),
        ("X", "dropped", 'status = "dropped"'),
        ("s", "moved", "due = 2027-01-31"),
    ],
)
async def test_a_goal_past_its_day_is_settled_with_one_key(
    tmp_path: Path, key: str, said: str, held: str
) -> None:
    goal = {
        "title": "Ten talks",
        "due": date(2026, 11, 12),
        "measure": {"count": "kind:coffee", "target": 10},
    }
    people = {"ada": {"name": "Ada", "timeline": [entry("2026-11-15", "coffee", goals=["talks"])]}}
    write_network(tmp_path / "net", people, {"talks": goal})
    async with on(tmp_path, TODAY, size=(140, 40)) as (me, _):
        await me.press("3")
        await me.sees("9 short, due 9 days ago")
        await me.press(key)
        if key == "s":
            await me.enter("2027-01-31")
        if key == "x":
            await me.sees("Reached: Ten talks. Whom to thank?")
            assert "Ada" in me.screen and "1 time" in me.screen
            await me.press("escape")
        await until(lambda: held in (tmp_path / "net/goals/talks.toml").read_text(), said)
        await me.press("u")
        await me.sees("9 short, due 9 days ago")


GOAL = {"title": "A boat", "milestone": [{"text": "Plan it"}]}
PROMISE = {"id": "p1", "by": "me", "text": "Send the deck", "due": TODAY}


async def test_among_the_goals_keys_for_a_person_are_for_whom_the_cursor_is_on(tmp_path: Path) -> None:
    bob = {"name": "Bob", "emails": ["bob@x.example"], "promise": [PROMISE]}
    people = {"ada": {"name": "Ada", "emails": ["ada@x.example"]}, "bob": bob}
    write_network(tmp_path / "net", people, {"boat": GOAL})
    async with driving(tmp_path) as me:
        assert me.person == "ada"
        await me.press("3", "g")
        for _ in range(2):  # the goal, then its milestone
            assert "reach" not in me.screen.splitlines()[-1] and "brief" not in me.screen.splitlines()[-1]
            for key in "mcbptoPTRDAZF":
                await me.press(key)
                await me.sees("this is for a person, and the cursor is on a goal")
            await me.press("j")
        await me.sees("reach")
        await me.press("m")
        await me.sees("reach Bob")
        await me.press("escape", "c")
        await me.sees("rhythm of Bob")
        await me.press("escape", "T")
        await me.sees("tried to reach Bob")
        await me.press("n")
        await me.type("call")
        await me.sees("Bob")
        assert "Ada" not in me.screen.splitlines()[-2]
        await me.press("escape", "]")
        assert me.person == "bob"
    assert on_disk(tmp_path, "contacts/bob")["timeline"] and "timeline" not in on_disk(
        tmp_path, "contacts/ada"
    )
