"""Filter, find, sort, help and palette."""

from pathlib import Path

from netui.presentation.actions import GOAL
from netui.presentation.pages.page_layout import PromiseItem
from netui.storage.state.config import Config
from tests.support.app import driving, until, write_network


async def test_the_filter_narrows_at_each_key_and_escape_clears(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.type("ala")
        assert me.names == ["Alan Kay", "Alan Turing"]
        await me.type("n k")
        assert me.names == ["Alan Kay"]
        assert "1 person" in me.understood
        await me.press("enter")
        assert "alan k" in me.screen.split("\n")[1]
        await me.press("escape")
        assert len(me.names) == 5


async def test_the_filter_speaks_the_query_language(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.type("kind:lunch with:grace")
        assert me.names == ["Ada Lovelace"]
        await me.press("escape", "/")
        await me.type("#london|navy")
        assert me.names == ["Ada Lovelace", "Grace Hopper"]
        await me.press("escape", "/")
        await me.type("is:qui")
        await me.press("tab")
        assert me.typed == "is:quiet"


async def test_an_error_in_the_filter_is_told_and_hides_nobody(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.type("last:>soon ")
        assert "soon" in me.understood
        assert len(me.names) == 5


async def test_find_goes_to_the_entry(home: Path) -> None:
    async with driving(home) as me:
        await me.press("f")
        await me.type("board")
        await me.sees("1 found")
        assert "Ada Lovelace" in me.screen
        await me.press("enter")
        await until(lambda: me.person == "ada-lovelace" and me.main.pane() == "timeline")
        assert me.main.current_item().entry.text == "Horses and the board seat."


async def test_find_goes_to_a_promise_and_to_a_goal(tmp_path: Path) -> None:
    ada = {"name": "Ada", "promise": [{"id": f"p{n}", "by": "me", "text": f"Thing {n}"} for n in range(3)]}
    write_network(
        tmp_path / "net", {"bob": {"name": "Bob"}, "ada": ada}, {"g": {"title": "A role by spring"}}
    )
    async with driving(tmp_path) as me:
        me.main.select("bob")
        await me.press("f")
        await me.type("thing 1")
        await me.sees("promise")
        await me.press("enter")
        item = await until(me.main.current_item)
        assert isinstance(item, PromiseItem) and item.promise.id == "p1"
        await me.press("f")
        await me.type("role spring")
        await me.press("enter")
        await until(lambda: me.app.screen.NAME == GOAL)


async def test_find_without_a_hit_says_so_and_escape_stays(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "f")
        await me.type("xyzzy")
        await me.sees("nothing found")
        await me.press("enter", "escape")
        await until(lambda: me.app.screen is me.main)
        assert me.person == "alan-turing"


async def test_a_filter_that_nobody_fits_leads_to_the_words_in_what_was_written(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.type("hiring")
        await me.sees("then f finds it")
        await me.press("enter", "f")
        await me.sees("find  ")
        await me.sees("lab is hiring")


async def test_sorting(home: Path) -> None:
    async with driving(home) as me:
        await me.press("v")
        assert me.names[0] == "Ada Lovelace" and me.names[-1] == "Mary Somerville"
        assert me.person == "alan-kay"
        await me.press("v")
        assert me.names[0] in ("Ada Lovelace", "Grace Hopper") and me.names[-1] == "Mary Somerville"
        assert "last contact" in me.screen


async def test_help_lists_what_applies_here(home: Path) -> None:
    async with driving(home, size=(100, 60)) as me:
        await me.press("?")
        await me.sees("Help: people")
        assert "Mark; actions then act" in me.screen
        assert "Tick a promise" not in me.screen
        await me.press("escape", "2", "?")
        await me.sees("Help: timeline")
        assert "Mark; actions then act" not in me.screen
        await me.press("G")
        await me.sees("its file cannot be read")
        await me.press("q")
        await until(lambda: me.app.screen is me.main)


async def test_the_palette_runs_an_action(home: Path) -> None:
    async with driving(home) as me:
        await me.press(":")
        await me.type("snooze")
        await me.press("enter")
        await until(lambda: me.main.prompt.is_asking)
        await me.enter("1w")
        await me.hears("snoozed Alan Kay")


async def test_remapped_keys_work_and_are_shown(home: Path) -> None:
    async with driving(home, config=Config(keys={"log": "l", "snooze": "ctrl+t"})) as me:
        assert " l log" in me.screen and " n log" not in me.screen
        await me.press("n")
        assert not me.main.prompt.is_asking
        await me.press("l")
        assert me.main.prompt.is_asking
        await me.press("escape", "ctrl+t")
        assert me.main.prompt.is_asking
        await me.press("escape", "?", "ctrl+d")
        await me.sees("^t")


async def test_keys_set_wrongly_are_told(home: Path) -> None:
    async with driving(home, config=Config(keys={"lgo": "l"}), toasts=True) as me:
        await me.sees("there is no action of that name")


async def test_nothing_is_said_to_be_found_while_files_are_still_read(home: Path) -> None:
    async with driving(home) as me:
        me.main.is_complete = False
        await me.press("f")
        await me.type("zebra")
        await me.sees("nothing found yet: the files are still being read")
        me.main.is_complete = True
        await me.type("s")
        await me.sees("nothing found; try fewer")
