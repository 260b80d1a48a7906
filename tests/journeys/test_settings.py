"""Settings changed in the app: in force at once, written in place, taken back by one key."""

from pathlib import Path

import pytest
import tomli

from netui.storage.state.config import Config, load_config
from tests.support.app import Driver, a_few_people, driving, places_in, until, write_network

MINE = """# for the garden
theme = "netui-light"   # bright

[keys]
find = "f"
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", a_few_people())
    return tmp_path


@pytest.fixture
def file(home: Path) -> Path:
    path = Path(places_in(home).config)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MINE)
    return path


async def go_to(me: Driver, name: str) -> None:
    """Opens the settings and puts the cursor on one."""
    await me.press("comma")
    await me.sees("Settings")
    page = me.app.screen
    while page.current_item().setting.name != name:  # type: ignore[attr-defined]
        await me.press("down")


async def test_a_choice_is_stepped_through_in_force_at_once_and_taken_back(home: Path, file: Path) -> None:
    async with driving(home, size=(80, 24), config=load_config(file)[0]) as me:
        await go_to(me, "keymap")
        await me.sees("vim, of emacs, or arrows")
        await me.press("enter")
        await me.sees("keymap = vim  (u takes it back)")
        await me.sees("vim  (default: default)")
        assert tomli.loads(file.read_text())["keymap"] == "vim" and MINE.splitlines()[0] in file.read_text()
        assert me.app.keys["next_pane"] == "tab,l"
        await me.press("enter", "enter")
        assert tomli.loads(file.read_text())["keymap"] == "arrows" and me.app.keys["down"] == "down"
        await me.press("u", "u", "u")
        assert file.read_text() == MINE and me.app.keys["down"] == "j,down"
        await me.press("u")
        await me.sees("no setting was changed here")


async def test_with_another_keymap_the_footer_and_the_keys_follow(home: Path, file: Path) -> None:
    async with driving(home, size=(80, 24), config=load_config(file)[0]) as me:
        await go_to(me, "keymap")
        await me.press("enter", "enter", "enter", "escape")
        assert me.main is me.app.screen and "f1 help" in me.screen and "f10 quit" in me.screen
        before = me.person
        await me.press("j")
        assert me.person == before and "does nothing" in me.said
        await me.press("down")
        assert me.person != before


async def test_a_theme_is_seen_before_it_is_chosen(home: Path, file: Path) -> None:
    async with driving(home, size=(80, 24), config=load_config(file)[0]) as me:
        await go_to(me, "theme")
        await me.press("enter")
        await me.type("dracula")
        assert me.app.theme == "dracula"
        await me.press("escape")
        assert me.app.theme == "netui-light" and file.read_text() == MINE
        await me.press("enter")
        await me.enter("nord")
        assert me.app.theme == "nord"
        assert file.read_text() == MINE.replace("netui-light", "nord")


async def test_a_text_is_checked_at_the_line_and_a_key_that_clashes_is_refused(
    home: Path, file: Path
) -> None:
    async with driving(home, size=(80, 24), config=load_config(file)[0]) as me:
        await go_to(me, "keys")
        await me.press("enter")
        await me.enter("log = d")
        await me.sees("give delete another key")
        assert file.read_text() == MINE
        await me.press("ctrl+u")
        await me.enter("log = +")
        assert (
            tomli.loads(file.read_text())["keys"] == {"find": "f", "log": "+"} and me.app.keys["log"] == "+"
        )
        await me.press("escape", "+")
        assert me.main.prompt.is_asking


async def test_a_setting_goes_back_to_its_default(home: Path, file: Path) -> None:
    async with driving(home, size=(80, 24), config=load_config(file)[0]) as me:
        await go_to(me, "theme")
        await me.press("d")
        assert "theme" not in tomli.loads(file.read_text()) and "# for the garden" in file.read_text()
        assert me.app.theme == "netui-dark"
        await me.press("d")
        await me.sees("is at its default")


async def test_a_file_that_cannot_be_read_is_named_and_left(home: Path, file: Path) -> None:
    file.write_text("theme = \n")
    async with driving(home, size=(80, 24)) as me:
        await me.press("comma")
        await me.sees("mend it in an")
        await me.press("enter", "d", "u")
        assert file.read_text() == "theme = \n"


async def test_a_value_that_is_not_in_force_is_marked_with_why_until_it_is_mended(
    home: Path, file: Path
) -> None:
    file.write_text('theem = "x"\nmouse = "maybe"\ntheme = "nope"\n[keys]\nlog = "zz!"\n')
    async with driving(home, size=(80, 30), config=load_config(file)[0]) as me:
        await me.press("comma")
        await me.sees("! theem: there is no such setting (did you mean theme?)")
        at = next(n for n, line in enumerate(me.lines) if line.startswith("! mouse"))
        assert me.lines[at].split()[2] == "maybe" and "mouse must be true or false" in me.lines[at + 1]
        await me.sees("! theme                 nope")
        await me.sees("    there is no theme 'nope'")
        await me.press("escape")
        await go_to(me, "mouse")
        await me.press("enter")
        await until(lambda: "! mouse" not in me.screen)
        await me.sees("  mouse                 true")
        assert "must be true" not in me.screen and "! theme" in me.screen
        while me.app.screen.current_item().setting.name != "keys":  # type: ignore[attr-defined]
            await me.press("down")
        await me.sees("    log: there is no key 'zz!'")


async def test_hints_name_the_keys_of_the_settings(home: Path) -> None:
    config = Config(keys={"log": "+", "add": "insert"})
    async with driving(home, config=config) as me:
        me.main.select("mary-somerville")
        await me.sees("Nothing logged yet: + logs a first line")
        await me.press("3")
        await me.sees("No goals yet: ins adds one")
