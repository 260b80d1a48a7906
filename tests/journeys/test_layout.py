"""How the screen divides itself at each width, and what the mouse does."""

import asyncio
from pathlib import Path

import pytest
from textual import events
from textual.geometry import Size

from netui.presentation.text import plain
from tests.support.app import driving, until


@pytest.mark.parametrize(
    ("width", "height", "people", "timeline", "goals"),
    [
        (140, 40, (0, 31), (31, 72), (103, 37)),
        (100, 30, (0, 36), (36, 64), (0, 36)),
        (80, 24, (0, 30), (30, 50), None),
        (59, 20, (0, 59), None, None),
        (20, 5, (0, 20), None, None),
    ],
)
async def test_panes_at_each_width(
    home: Path, width: int, height: int, people: tuple, timeline: tuple | None, goals: tuple | None
) -> None:
    async with driving(home, size=(width, height)) as me:
        for name, expected in (("#people", people), ("#timeline", timeline), ("#goals", goals)):
            pane = me.main.query_one(name)
            shown = (pane.region.x, pane.region.width) if pane.display else None
            assert shown == expected, name
        assert len(me.lines) == height
        assert not [line for line in me.lines if len(line) > width]


@pytest.mark.parametrize("size", [(80, 24), (59, 20), (20, 6)])
async def test_every_pane_is_reached_where_not_all_fit(home: Path, size: tuple[int, int]) -> None:
    async with driving(home, size=size) as me:
        for key, name in (("2", "#timeline"), ("3", "#goals"), ("1", "#people")):
            await me.press(key)
            await until(lambda name=name: me.main.query_one(name).display, f"{name} shown")
            assert me.app.focused in me.main.query_one(name).walk_children()
        came_to = []
        for _ in range(3):
            await me.press("tab")
            came_to.append(me.main.pane())
            assert me.main.query_one(f"#{me.main.pane()}").display
        assert "people" in came_to and "timeline" in came_to


async def test_a_hidden_timeline_shows_the_person_wherever_one_asks_for_its_size(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        for _ in range(2):
            timeline = me.main.timeline_view
            await me.press("3")
            await until(lambda timeline=timeline: not timeline.is_on_screen, "the goals in its place")
            me.main.select("ada-lovelace")
            me.main.show_pane("timeline")
            while not timeline.size.width:  # asked for before the layout: textual sends no resize any more
                me.main.screen._compositor.update_widgets({timeline})  # as an idle screen does
                await asyncio.sleep(0)
            await me.sees("Horses and the board seat.")
            await me.press("1")
            me.main.select("alan-kay")
            await me.sees("Objects.")


async def test_growing_and_shrinking_keeps_person_and_pane(home: Path) -> None:
    async with driving(home, size=(140, 40)) as me:
        await me.press("j", "j", "2", "j")
        held = me.main.current_item().entry.id
        for size in ((80, 24), (59, 20), (20, 5), (100, 30), (140, 40)):
            await me.resize(*size)
            assert me.person == "ada-lovelace"
            assert me.main.pane() == "timeline"
            assert me.main.current_item().entry.id == held
            assert me.main.query_one("#timeline").display
        await me.sees("Ada Lovelace")


async def test_a_click_selects(home: Path) -> None:
    async with driving(home, size=(140, 40)) as me:
        await me.click("#people-list", 5, 2)
        assert me.person == "ada-lovelace"
        await me.sees("Horses and the board seat.")
        y = next(y for y, line in enumerate(me.lines) if "Horses and" in line)
        await me.click("#timeline-list", 12, y - me.main.timeline_view.region.y)
        assert me.main.pane() == "timeline"
        assert me.main.current_item().entry.text == "Horses and the board seat."
        await me.click("#people-list", 5, 20)
        assert me.person == "ada-lovelace"


async def test_a_long_word_of_what_was_done_leaves_room_for_how_to_take_it_back(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.enter("coffee with @ada @grace yesterday: hi #one #two got:lead >send the deck by fri")
        assert "u takes it back" in me.lines[-2]
        await me.press("d")
        assert "yes" in me.lines[-2]


async def test_the_footer_tells_what_the_pane_is_about(home: Path) -> None:
    async with driving(home, size=(140, 40)) as me:
        footers = []
        for key in "123":
            await me.press(key)
            footers.append(plain(me.main.prompt._footer.line))
        assert "filter" in footers[0] and "filter" not in footers[2]
        assert all("help" in footer for footer in footers)
    async with driving(home, size=(40, 12)) as me:
        assert "? help" in me.lines[-1]


async def test_long_values_in_a_form_are_seen_at_the_cursor(home: Path) -> None:
    (home / "net/contacts/alan-kay.toml").write_text(f'name = "Alan Kay"\norg = "{"x" * 200}END"\n')
    async with driving(home, size=(80, 24)) as me:
        while me.person != "alan-kay":
            await me.press("j")
        await me.press("e", *["tab"] * 5)
        assert "END" in me.screen
        await me.press("home")
        assert "END" not in me.screen
        await me.press("end")
        await me.type("ING")
        await me.press("ctrl+s")
        await until(lambda: "ENDING" in (home / "net/contacts/alan-kay.toml").read_text())


async def test_a_size_that_is_no_longer_so_is_not_laid_out_for(home: Path) -> None:
    async with driving(home, size=(120, 34)) as me:
        for key in ("", "?", "f", "r", ":"):
            if key:
                await me.press(key)
            screen, old = me.app.screen, Size(80, 24)
            screen.post_message(events.Resize(old, old))
            await me.settled()
            assert screen.size == me.app.size == Size(120, 34)
            assert len(me.lines) == 34
            if key:
                await me.press("escape")
