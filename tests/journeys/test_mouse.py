"""The mouse: a click on a key of the footer presses it, on every screen."""

from pathlib import Path

import pytest

from netui.storage.state.config import Config
from tests.support.app import Driver, a_few_people, driving, write_network


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", a_few_people())
    return tmp_path


async def click_on(me: Driver, words: str, at: int = 1) -> None:
    """Clicks on words of the lowest line that holds them, ``at`` cells from their beginning."""
    y = max(n for n, line in enumerate(me.lines) if words in line)
    await me.click(None, me.lines[y].index(words) + at, y)


async def test_a_click_on_a_key_of_the_footer_or_its_word_presses_it(home: Path) -> None:
    async with driving(home, size=(100, 24)) as me:
        await click_on(me, "a add", 0)
        assert me.main.prompt.is_asking
        await me.press("escape")
        await click_on(me, "a add", 3)
        assert me.main.prompt.is_asking
        await me.press("escape")
        await click_on(me, "? help", 3)
        await me.sees("Help: people")
        await click_on(me, "esc back", 5)
        assert me.app.screen is me.main and me.main.people_view.has_focus


async def test_a_click_beside_the_keys_presses_none(home: Path) -> None:
    async with driving(home, size=(200, 24)) as me:
        before, footer = me.screen, me.main.prompt._footer
        await me.click("#footer", 199, 0)
        await me.click("#message", 3, 0)
        assert me.screen == before and footer.line


async def test_keys_of_ones_own_are_pressed_too(home: Path) -> None:
    config = Config(keys={"help": "f1", "add": "ctrl+b,insert"})
    async with driving(home, size=(100, 24), config=config) as me:
        await click_on(me, "^b add")
        assert me.main.prompt.is_asking
        await me.press("escape")
        await click_on(me, "f1 help")
        await me.sees("Help: people")


async def test_questions_forms_pickers_and_the_line_are_answered_by_clicks(home: Path) -> None:
    async with driving(home, size=(100, 30)) as me:
        me.main.select("mary-somerville")
        await me.press("e")
        await me.type("!")
        await click_on(me, "ctrl+s save")
        assert me.app.screen is me.main and "Mary Somerville!" in me.names
        await me.press("d")
        await click_on(me, "n no", 2)
        assert not me.main.prompt.is_questioning and "Mary Somerville!" in me.names
        await me.press("d")
        await click_on(me, "y yes")
        assert "Mary Somerville!" not in me.names
        await me.press("U")
        await click_on(me, "enter take")
        assert "Mary Somerville!" in me.names
        await me.press("n")
        await me.type("coffee with @ada on 1/11: x")
        await click_on(me, "^o", 4)
        assert "1/11" not in me.typed


async def test_the_greeting_is_answered_by_a_click(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {})
    async with driving(tmp_path, size=(80, 24)) as me:
        await me.sees("Welcome to netui")
        await click_on(me, "a name is enough", 3)
        assert me.app.screen is me.main and me.main.prompt.is_asking
