"""Why people keep a network, walked on the demo: doors, guidance, knowledge, a name, goals, confidence.

Each walk begins on the main screen of an 80×24 terminal and is asked again of the command line.
"""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.support.demo_walk import walking, write_demo

pytestmark = pytest.mark.slow


async def test_opportunities_are_followed_to_their_outcome_and_back_to_who_opened_the_door(
    tmp_path: Path,
) -> None:
    async with walking(tmp_path) as me:
        await me.open_insights()
        await me.down_to("3 won")
        await me.press("enter")
        await me.sees("Opportunities: won")
        await me.down_to("Catarina Lobo")
        await me.sees("project: Harbour dashboard for Setúbal")
        await me.press("escape")
        await me.down_to("Harbour dashboard for Setúbal")
        await me.sees("won · opened by Inês Carvalho")
        await me.press("enter")
        assert me.person == "catarina-lobo"
        await me.sees("✓ project: Harbour dashboard for")
        await me.press("2", "g")
        while "Setúbal" not in me.under_cursor(me.main.timeline_view):
            await me.press("j")
        await me.press("]")
        assert me.person == "ines-carvalho"
        await me.press("[", "[")
        await me.sees("Insights")
        assert "Harbour dashboard" in me.under_cursor(me.page.view)


def test_opportunities_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    doors = {each["text"]: each for each in cli.json("insights")["opportunities"]}
    won = doors["Harbour dashboard for Setúbal"]
    assert (won["status"], won["contact"], won["via"]) == ("won", "catarina-lobo", "ines-carvalho")
    assert {door["status"] for door in doors.values()} == {"open", "won", "lost"}
    assert doors["CTO at Maré Robotics"]["next"] == "One page on the first ninety days"
    assert "ines-carvalho" in [each["id"] for each in cli.json("list", "got:lead")]
    assert "opened by Inês Carvalho" in cli.ok("insights")


async def test_guidance_is_found_by_role_and_what_was_advised_is_kept(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        assert "Tomas Lindqvist" in await me.filter("role:mentor")
        assert all("mentor" in person.row.roles for person in me.main.people_view.rows)
        await me.press("escape")
        await me.open_insights()
        await me.down_to("advice")
        await me.press("enter")
        await me.sees("Advice  50 times")
        await me.sees("got: Told her about Maré. She said: ask who decides when Hugo is")
        await me.down_to("Inês Carvalho")
        await me.press("enter")
        assert me.person == "ines-carvalho"
        await me.sees("got advice  gave feedback")
        await me.press("f")
        await me.type("afternoon a week")
        await me.sees("Tomas Lindqvist")


def test_guidance_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    assert all("mentor" in each["roles"] for each in cli.json("list", "role:mentor"))
    advised = cli.json("insights", "advice")
    assert {each["way"] for each in advised} == {"got", "gave"}
    assert any("ask who decides when Hugo is wrong" in each["text"] for each in advised)
    assert cli.json("search", "afternoon a week")[0]["contact"] == "tomas-lindqvist"


async def test_knowledge_is_asked_for_with_a_way_to_whom_one_does_not_know_well(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        await me.press("w")
        await me.sees("Known around you: rust 7")
        await me.type("rust")
        await me.sees("ask Yuki Tanabe to introduce you")
        order = [me.screen.index(name) for name in ("Yuki Tanabe", "Anders Holmgaard", "Teo Marchetti")]
        assert order == sorted(order)
        await me.sees("“Where to begin with Rust")
        await me.press("down", "enter")
        assert me.person == "anders-holmgaard"
        await me.hears("leads back to who knows rust")
        await me.press("[")
        await me.sees("8 to ask")
        await me.press("escape")
        await me.open_insights()
        await me.down_to("things learned")
        await me.press("enter")
        await me.sees("Ask who decides when the founder is wrong.")
        await me.sees("Price by the thing that grows.")


def test_knowledge_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    answers = {each["contact"]: each for each in cli.json("ask", "rust")}
    assert next(iter(answers)) == "yuki-tanabe"
    assert answers["teo-marchetti"]["path"] == ["yuki-tanabe", "teo-marchetti"]
    learned = cli.json("insights", "learned")
    assert {"Price by the thing that grows.", "Measure allocations first."} <= {e["text"] for e in learned}
    assert [each["on"] for each in learned] == sorted((each["on"] for each in learned), reverse=True)


async def test_a_name_is_made_at_events_and_by_those_who_vouch(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        await me.open_insights()
        await me.down_to("Porto: Two days of small machines")
        await me.sees("met there Ewan Pryce, Sam Whitlock")
        await me.press("enter")
        await me.sees("Event of Sun 9 Aug, Porto")
        await me.sees("met there first; 3 contact days since")
        await me.press("escape", "g")
        await me.down_to("Inês Carvalho  ")
        await me.press("enter")
        await me.sees("Through Inês Carvalho")
        await me.sees("won: project, Harbour dashboard for")
        await me.sees("met through Inês Carvalho")
        await me.press("escape", "g")
        await me.down_to("visibility")
        await me.press("enter")
        await me.sees("got: The episode is out" if "The episode is out" in me.screen else "Recorded an hour")


def test_a_name_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    found = cli.json("insights")
    event = next(each for each in found["events"] if each["place"] == "Porto")
    first = {each["contact"]: each["met_there"] for each in event["people"]}
    assert first == {"ewan-pryce": True, "sam-whitlock": True, "anders-holmgaard": False}
    ines = next(each for each in found["vouched"] if each["contact"] == "ines-carvalho")
    assert (ines["doors"], ines["won"], ines["good_words"]) == (2, 2, 1)
    assert "catarina-lobo" in ines["introduced"]
    assert "rosalind-achterberg" in [each["id"] for each in cli.json("list", "kind:event")]


async def test_goals_are_counted_and_say_who_is_needed_and_who_could_lead_to_them(tmp_path: Path) -> None:
    async with walking(tmp_path) as me:
        await me.press("3")
        await me.sees("38 of 60  on pace")
        await me.sees("look for 3 more Founders")
        await me.press("enter")
        await me.sees("at this pace by January 2027; 22 short, 140 days left")
        await me.sees("9 of 12  Founders and CTOs of young companies")
        await me.down_to("Founders and CTOs")
        await me.press("enter")
        await me.sees("could lead to more: knows 2 of them")
        await me.down_to("could lead to more")
        led = me.page.person()
        await me.press("enter")
        assert led is not None and me.person == led.row.id
        await me.press("[", "escape", "tab")
        await me.sees("One offer in hand")
        await me.press("G")
        await me.sees("and 9 more")


def test_goals_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    goal = next(each for each in cli.json("goals") if each["id"] == "cto-role")
    assert (goal["done"], goal["target"], goal["pace"]) == (38, 60, "on pace")
    assert goal["audiences"][0]["have"] == 9 and goal["audiences"][0]["want"] == 12
    assert len(cli.json("list", goal["audiences"][0]["match"])) == 9


async def test_one_page_brings_one_back_before_a_meeting(tmp_path: Path) -> None:
    async with walking(tmp_path, (80, 40)) as me:
        await me.press("3")
        await me.down_to("meeting with Hugo")
        await me.press("enter")
        await me.sees("Before you meet  Hugo Bettencourt")
        for words in ("met", "begin with", "promised", "last", "knows", "likes", "for", "between us"):
            await me.sees(f" {words} ")
        await me.sees("Sophie Lambrecht, introduced you")
        await me.sees("One page on the first ninety days")
        await me.press("y")
        assert "# Hugo Bettencourt" in me.app.clipboard
        await me.press("escape")
        assert me.app.screen is me.main


def test_before_a_meeting_from_the_shell(cli: Cli) -> None:
    write_demo(cli.network)
    found = cli.json("brief", "hugo")
    assert found["met"]["via"] == "Sophie Lambrecht"
    assert found["opener"]["quote"] and found["promises"] and found["talks"] and found["interests"]
    assert "begin with" in cli.ok("brief", "hugo")
    assert cli.ok("brief", "hugo", "--markdown").startswith("# Hugo Bettencourt")
