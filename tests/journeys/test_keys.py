"""Keys set by the user, on the main screen, on pages, in forms and in the prompt."""

from pathlib import Path

import pytest

from netui.presentation.actions import BY_ID, MAIN, PAGES
from netui.presentation.text import plain
from netui.storage.state.config import Config
from netui.ui.screens.shared.base import ActionScreen
from tests.support.app import Driver, driving, until, write_network


async def test_keys_of_forms_can_be_set_and_are_shown_as_set(home: Path) -> None:
    async with driving(home, config=Config(keys={"form_save": "f2", "edit": "z"})) as me:
        me.main.select("ada-lovelace")
        await me.press("z")
        await me.sees("f2 save  esc leave")
        await me.type(" King")
        await me.press("ctrl+s")
        assert me.app.screen is not me.main
        await me.press("f2")
        await me.hears("edited Ada Lovelace")
        await me.sees("Ada Lovelace King")


async def test_keys_of_the_prompt_and_of_pickers_can_be_set(home: Path) -> None:
    keys = {"prompt_cancel": "f9", "search_leave": "f8", "close": "x"}
    async with driving(home, config=Config(keys=keys)) as me:
        await me.press("t", "escape")
        assert me.main.prompt.is_asking
        await me.press("f9")
        assert not me.main.prompt.is_asking
        await me.press(":", "escape")
        assert me.app.screen is not me.main
        await me.press("f8")
        assert me.app.screen is me.main
        await me.press("i", "q")
        assert me.app.screen is not me.main
        await me.press("x")
        assert me.app.screen is me.main


async def test_help_lists_the_keys_of_what_one_types_in_as_set(home: Path) -> None:
    async with driving(home, config=Config(keys={"prompt_day_earlier": "f7"})) as me:
        await me.press("?")
        lines = "\n".join(plain(line) for line in me.app.screen.view.page.lines)  # type: ignore[attr-defined]
        assert "While you type a line" in lines and "In a form" in lines
        (line,) = [line for line in lines.split("\n") if "One day earlier" in line]
        assert line.split()[0] == "f7"


# ---------------------------------------------------------------------- keys that do nothing

OUTSIDE = ("quit", "suspend", "edit_file", "log_in_editor")
"""What leaves the app, at least for a while."""


async def back_to_rest(me: Driver) -> None:
    for _ in range(4):
        if me.main.prompt.is_questioning:
            await me.press("n")
        elif me.app.screen is not me.main or me.main.prompt.is_asking:
            await me.press("escape")


@pytest.mark.parametrize("people", [True, False])
async def test_every_action_does_something_or_says_why_not(home: Path, tmp_path: Path, people: bool) -> None:
    if not people:
        write_network(tmp_path / "none/net")
    actions = [name for name in PAGES[MAIN].actions if name not in OUTSIDE and BY_ID[name].group != "Move"]
    async with driving(home if people else tmp_path / "none") as me:
        await back_to_rest(me)
        for pane in "123":
            for name in actions:
                await me.press("1", "g", pane, "g")
                me.main.prompt.set_message([])
                before = me.screen
                me.main.action_run(name)
                await me.settled()
                asks = me.main.prompt.is_asking or me.main.prompt.is_questioning
                assert me.app.screen is not me.main or asks or me.said or me.screen != before, (pane, name)
                await back_to_rest(me)


async def test_a_paste_with_no_line_open_says_so(home: Path) -> None:
    async with driving(home) as me:
        await me.paste("coffee with Ada")
        await me.hears("no line is open to paste into")
        await me.press("n")
        await me.paste("coffee with Ada")
        assert "no line" not in me.said and "coffee with Ada" in me.screen


async def test_a_key_that_is_bound_to_nothing_says_so_until_the_next_key(home: Path) -> None:
    async with driving(home) as me:
        await me.press("~")
        await me.hears("~ does nothing here; : lists what can be done, ? explains it")
        await me.press("j")
        assert me.said == ""
        await me.press("x")
        await me.hears("x ticks a promise")
        await me.press("b", "x")
        page = me.app.screen
        assert isinstance(page, ActionScreen) and plain(page.prompt.message)
        await me.press("j")
        assert plain(page.prompt.message) == ""


async def test_a_page_lists_what_can_be_done_on_it(home: Path) -> None:
    async with driving(home) as me:
        me.main.select("ada-lovelace")
        await me.press("b", "colon")
        await me.sees("Copy to the clipboard of your terminal")
        await me.enter("promise")
        page = me.app.screen
        assert isinstance(page, ActionScreen)
        await until(lambda: page.prompt.is_asking)


async def test_the_footer_is_of_what_the_cursor_stands_on(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        me.main.select("ada-lovelace")
        assert me.understood.startswith("n log") and me.understood.endswith("q quit  : all  ? help")
        await me.press("2")
        assert me.understood.startswith("e edit  enter open  d delete  y copy")
        assert me.understood.endswith("q quit  : all  ? help")
        await me.press("b")
        page = me.app.screen
        assert isinstance(page, ActionScreen)
        assert plain(page.prompt._footer.line).rstrip().endswith("esc back  : all  ? help")
