"""Help for where one is, and the manual: read, searched, followed, and what it names run."""

from pathlib import Path

from netui.presentation.manual.topics import TOPICS
from netui.presentation.text import plain
from netui.ui.screens.pages.help import HelpScreen
from tests.support.app import Driver, driving, until


def page(me: Driver) -> HelpScreen:
    screen = me.app.screen
    assert isinstance(screen, HelpScreen)
    return screen


async def test_an_entry_runs_what_it_names_where_help_was_opened(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        me.main.select("ada-lovelace")
        await me.press("?")
        await me.sees("Everyone you know")
        await me.press("slash")
        await me.enter("add or remove tags")
        await me.press("enter")
        await until(lambda: me.app.screen is me.main and me.main.prompt.is_asking)
        await me.sees("tags of Ada Lovelace")


async def test_of_a_page_it_runs_there(home: Path) -> None:
    async with driving(home) as me:
        me.main.select("ada-lovelace")
        await me.press("b", "?", "slash")
        await me.enter("copy to the clip")
        await me.press("enter")
        await me.sees("copied")
        assert me.app.screen is not me.main and not isinstance(me.app.screen, HelpScreen)


async def test_the_manual_is_searched_and_followed(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("?", "slash")
        await me.enter("the folder, every key")
        await me.press("enter")
        await me.sees("Help: files")
        await me.press("slash")
        await me.type("snoozed_until")
        await me.sees("No reminders before this day.")
        await me.press("enter", "slash")
        await me.type("zzzz")
        await me.sees("nowhere on this page")
        await me.press("escape", "n")
        await me.press("slash")
        await me.enter("how often")
        await me.sees("[rhythm]")
        await me.press("n", "n")
        await me.sees("[rhythm.defaults]")
        await me.press("N", "N")
        await me.sees("[rhythm]")
        await me.press("escape")
        await me.sees("Help: people")
        await me.press("escape")
        assert me.app.screen is me.main


async def test_all_of_a_topic_is_seen_by_going_down(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("colon")
        await me.enter("help files")
        await me.sees("Help: files")
        lines = [plain(line).strip() for line in page(me).view.page.lines]
        seen: set[str] = set()
        for _ in lines:
            seen.update(line.strip() for line in me.lines)
            await me.press("j")
        assert {line for line in lines if line} <= seen


async def test_every_topic_fits_narrow_and_wide_screens(home: Path) -> None:
    for size in ((60, 20), (80, 24), (200, 50)):
        async with driving(home, size=size) as me:
            for name in TOPICS:
                me.main.pages.manual(name)
                await me.settled()
                assert all(len(plain(line)) <= size[0] for line in page(me).view.page.lines), name
                await me.press("q")
                assert me.app.screen is me.main


async def test_a_key_of_help_that_does_nothing_says_so(home: Path) -> None:
    async with driving(home) as me:
        await me.press("?", "G", "enter")
        assert "move to a key" in plain(page(me).prompt.message) or "does nothing" in plain(
            page(me).prompt.message
        )
        await me.press("colon", "escape", "?")
        assert me.app.screen is me.main
