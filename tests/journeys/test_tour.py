"""The tour: from an empty folder to the first coffee, and over people; left at any moment."""

from pathlib import Path

from tests.support.app import driving, timeline, until, write_network


async def test_the_first_coffee_by_the_tour(tmp_path: Path) -> None:
    write_network(tmp_path / "net")
    async with driving(tmp_path, size=(80, 24)) as me:
        await me.sees("take the tour")
        await me.press("t")
        await me.sees("Tour 1 of 6")
        await me.press("a")
        await me.sees("Tour 1 of 6")
        await me.enter("Ada Lovelace")
        await me.sees("Tour 2 of 6")
        await me.press("enter")
        await me.sees("Tour 3 of 6")
        await me.press("n")
        await me.enter("coffee yesterday: what was said")
        await me.sees("Tour 4 of 6")
        await me.press(":")
        await me.sees("a line to log")
        assert "Tour 4 of 6" in me.lines[-4] and "leaves it" in me.lines[-3], "all of it stands below the box"
        await me.press("escape")
        await me.sees("Tour 5 of 6")
        await me.press("u")
        await me.sees("does it again")
        await me.press("ctrl+r")
        await me.sees("Tour 6 of 6")
        await me.press("?", "escape")
        await me.hears("that was the tour")
        assert "Tour" not in me.screen
        (entry,) = timeline(tmp_path, "ada-lovelace")
        assert (entry["kind"], entry["text"]) == ("coffee", "what was said")


async def test_over_people_it_leaves_no_trace_and_escape_ends_it(home: Path) -> None:
    before = {path: path.read_text() for path in (home / "net/contacts").iterdir()}
    async with driving(home, size=(60, 20)) as me:
        await me.press("H", "j")
        await me.sees("Tour 2 of 6")
        await me.press("/", "a", "enter")
        await me.press("escape")
        assert me.main.query_text == ""
        await me.sees("Tour 2 of 6")
        await me.press("n", "x", "escape", "n", "escape")
        await me.sees("Tour 2 of 6")
        await me.press("escape")
        await me.hears("the tour is over; H takes it again")
        assert "Tour" not in me.screen and me.main.tour is None
        await me.press("j", "u")
    assert {path: path.read_text() for path in (home / "net/contacts").iterdir()} == before


async def test_it_is_found_by_name_and_nobody_is_shown_it_unasked(home: Path) -> None:
    async with driving(home) as me:
        assert "Tour" not in me.screen
        await me.press(":")
        await me.enter("tour")
        await until(lambda: me.main.tour is not None)
        await me.sees("Tour 1 of 6")
    async with driving(home) as me:
        await me.press("j")
        assert "Tour" not in me.screen
