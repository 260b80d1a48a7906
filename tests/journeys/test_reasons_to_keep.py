"""Why people keep a network, walked on the demo: support, trust, ties that last, and a circle that grows.

Each walk begins on the main screen of an 80×24 terminal and is asked again of the command line.
"""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.support.app import until
from tests.support.demo_walk import walking, write_demo

pytestmark = pytest.mark.slow


async def test_support_is_counted_both_ways_and_days_to_celebrate_come_in_time(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        await me.press("3")
        await me.down_to("Lucía's birthday")
        await me.sees("Tue  Lucía's birthday")
        await me.press("x")
        await me.hears("u takes it back")
        await until(lambda: "Lucía's birthday" not in me.screen, "the day is done")
        await me.press("u")
        await me.sees("Lucía's birthday")
        await me.open_insights()
        await me.down_to("support")
        line = me.under_cursor(me.page.view)
        assert line.split()[:3] == ["support", "16", "24"]
        await me.press("enter")
        await me.sees("Support  40 times")
        await me.press("G")
        await me.sees("gave: ")
        await me.press("enter")
        assert me.app.screen is me.main and me.person


def test_support_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    coming = cli.json("due")["dates"]
    assert ("lucia-paredes", "birthday", 3) in [(d["contact"], d["what"], d["days"]) for d in coming]
    found = cli.json("insights")
    assert (found["got"]["support"], found["gave"]["support"]) == (16, 24)
    ways = [each["way"] for each in cli.json("insights", "support")]
    assert (ways.count("got"), ways.count("gave")) == (16, 24)
    assert cli.json("list", "gave:support got:support")


async def test_promises_both_ways_are_kept_and_the_balance_shows(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        await me.press("3")
        await me.down_to("Priya")
        await me.sees("Priya → you: Send her on-call rota")
        await me.down_to("Inês: Send her")
        await me.press("b")
        await me.sees("Before you meet  Inês Carvalho")
        await me.sees("you: Send her the contract template with the kill fee")
        me.page.view.focus()
        await me.down_to("contract template")
        await me.press("x")
        await until(lambda: "contract template" not in me.page.text, "the promise is kept")
        assert "you started" in me.page.text and "you gave" in me.page.text and "you got" in me.page.text
        await me.press("escape")
        await me.open_insights()
        await me.down_to("you began")
        await me.press("enter")
        await me.sees("Who begins")
        await me.sees("in the last year")


def test_promises_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    found = cli.json("promises")
    assert {each["by"] for each in found} == {"me", "them"}
    mine = next(each for each in found if each["contact"] == "ines-carvalho" and each["by"] == "me")
    cli.ok("done", mine["id"])
    assert mine["id"] not in [each["id"] for each in cli.json("promises")]
    balance = cli.json("brief", "ines-carvalho")["balance"]
    assert balance["me"] and balance["them"] and balance["gave"] and balance["got"]


async def test_ties_last_by_their_own_rhythm_five_minutes_a_week(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        rows = [person.status.state for person in me.main.people_view.rows]
        assert rows[0] == "quiet" and rows[: rows.count("quiet")] == ["quiet"] * rows.count("quiet")
        await me.sees("usually every")
        await me.press("r")
        await me.sees("Review  1 of 20")
        await me.sees("usually every 17 days, now 75 of silence")
        await me.sees("part of: A CTO role by")
        await me.press("s")
        await me.enter("2w")
        await me.sees("2 of 20")
        await me.press("space")
        await me.sees("3 of 20")
        await me.press("escape", "r")
        await me.sees("3 of 20")
        await me.press("escape", "3")
        await me.down_to("Goran Petrovski")
        await me.sees("Worth reviving")
        await me.sees("say hello by e-mail?")
        await me.press("enter")
        assert me.person == "goran-petrovski"
        await me.sees("dormant")


def test_ties_that_last_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    quiet = cli.json("list", "is:quiet")
    assert quiet and all(each["why"].startswith(("usually", "past")) for each in quiet)
    assert [each["id"] for each in cli.json("due")["quiet"]] == [each["id"] for each in quiet]
    assert "goran-petrovski" in [each["contact"] for each in cli.json("insights")["reviving"]]
    assert "Gone quiet" in cli.ok("digest")


async def test_the_circle_grows_stays_varied_and_shows_who_left(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        await me.open_insights()
        await me.down_to("new people in 12 months")
        await me.press("enter")
        await me.sees("New in the last 12 months  28 people")
        await me.sees("since 17 Nov")
        await me.press("escape")
        for word, title in (("close", "Close ties"), ("weak", "Weak ties"), ("new ", "New ties")):
            await me.down_to(f"  {word}")
            await me.press("enter")
            await me.sees(title)
            await me.press("escape")
        await me.down_to("  left")
        await me.press("enter")
        await me.sees("Left the circle  3 people")
        await me.sees("Stellan Roos")
        await me.press("escape")
        await me.down_to("#lisbon")
        await me.press("enter")
        await me.sees("#lisbon  18 people")
        await me.press("escape")
        assert "people with a field are in" in me.page.text
        await me.down_to("Your set rhythms need 2.6 contacts a week")
        await me.press("enter")
        await me.sees("wants")


def test_the_circle_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    found = cli.json("insights")
    assert found["left"]["stellan-roos"] == {"last": "2025-08-23", "archived": False}
    assert found["left"]["olav-stranden"]["archived"]
    assert len(found["tags"]["lisbon"]) == 18 and len(found["roles"]) >= 8
    assert found["capacity"]["needed"] == 2.61
    assert sum(tie["first"] > "2025-12-01" for tie in found["ties"].values()) >= 25
    assert len(found["months"]) == len(found["states"]["warm"]) == 12


async def test_every_section_of_insights_leads_down_to_people(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        await me.open_insights()
        heads = [*me.page.view.page.sections, len(me.page.view.page.lines)]
        for first, after in pairwise(heads):
            at = next(n for n, s in enumerate(me.page.view.page.selectables) if first <= s.first < after)
            for _ in range(at - me.page.view.cursor):
                await me.press("j")
            await me.press("enter")
            if me.app.screen is me.main:
                assert me.person
                await me.press("[")
            else:
                assert me.page.person() is not None, me.screen
                await me.press("escape")
            await me.sees("Insights")
