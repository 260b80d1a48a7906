"""Keys set by the user, on the main screen, on pages, in forms and in the prompt."""

from pathlib import Path

from netui.presentation.text import plain
from netui.storage.state.config import Config
from tests.support.app import driving


async def test_keys_of_forms_can_be_set_and_are_shown_as_set(home: Path) -> None:
    async with driving(home, config=Config(keys={"form_save": "f2", "edit": "z"})) as me:
        me.main.select("ada-lovelace")
        await me.press("z")
        await me.sees("f2 save   esc leave")
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
        lines = "\n".join(plain(line) for line in me.app.screen._view.lines)  # type: ignore[attr-defined]
        assert "While you type a line" in lines and "In a form" in lines
        (line,) = [line for line in lines.split("\n") if "One day earlier" in line]
        assert line.split()[0] == "f7"
