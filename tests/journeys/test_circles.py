"""A circle in the app: made of a tag, opened from the list, logged, and removed."""

from datetime import date, timedelta
from pathlib import Path

from tests.support.app import driving, until, write_network
from tests.support.quiet_network import contact, each
from tests.support.workspaces import NOW

TODAY = NOW.date()


def meeting(day: date, *people: str) -> dict[str, object]:
    return {"id": f"m{day:%m%d}", "on": day, "kind": "meeting", "with": list(people), "tags": ["choir"]}


async def test_a_circle_from_a_tag_to_its_line_in_the_list_and_back(tmp_path: Path) -> None:
    people = {n: contact(n.title(), [], tags=["choir"]) for n in ("ada", "bob", "cy")}
    people["ada"]["timeline"] = [meeting(TODAY - timedelta(20 + 7 * n), "bob") for n in range(3)]
    people["zoe"] = contact("Zoe", each(7, 9, TODAY))
    write_network(tmp_path / "net", people)
    async with driving(tmp_path, size=(100, 30)) as me:
        await me.press("#")
        await me.sees("which circle?")
        await me.sees("make it a circle")
        await me.press("enter")
        await me.sees("rhythm: learned from its meetings · 3 members · 3 meetings")
        await me.press("c")
        await me.enter("1w")
        await me.sees("○ quiet  past the week you set, by 13 days")
        await me.press("enter")
        await me.sees("[ leads back to #choir")
        await me.press("[")
        await me.sees("Who came")
        await me.press("escape")
        await me.sees("#choir quiet")
        await me.press("1", "g")
        await me.sees("Who came")
        assert me.main.person() is None and me.main.people_view.current_circle() == "choir"
        await me.press("/")
        await me.type("nobody at all")
        await until(lambda: "Who came" not in me.screen, "no circle where nobody fits")
        await me.press("escape", "g", "b")
        await me.sees("Before you meet  Ada, Bob, Cy")
        await me.press("escape", "n")
        await until(lambda: me.typed == "meeting #choir with ", "a meeting is begun")
        await me.press("escape", "t", "space", "enter")
        await me.sees(" Circle  #choir")
        await me.press("n")
        await me.enter("@ada @cy")
        await me.sees("left of the week you set")
        await me.sees("4 meetings")
        await me.press("d", "y")
        await me.sees("#choir is no circle")
        assert "choir" not in (tmp_path / "net" / "netui.toml").read_text()
        await me.press("u")
        await me.sees("4 meetings")


async def test_a_circle_that_a_shell_sets_or_removes_is_seen_at_once(tmp_path: Path) -> None:
    people = {n: contact(n.title(), [], tags=["choir"]) for n in ("ada", "bob")}
    people["ada"]["timeline"] = [meeting(TODAY - timedelta(20), "bob"), meeting(TODAY - timedelta(1))]
    people["ada"]["timeline"][1]["tags"] = []
    write_network(tmp_path / "net", people)
    settings = tmp_path / "net" / "netui.toml"
    async with driving(tmp_path, size=(100, 30)) as me:
        settings.write_text('[circles]\nchoir = "1w"\n')
        await me.sees("#choir quiet")
        await me.press("g")
        await me.sees("Who came")
        settings.unlink()
        await until(lambda: "Who came" not in me.screen and "#choir quiet" not in me.screen, "it is gone")
        assert me.main.person() is not None
