"""Names and notes that others wrote are text, wherever they are shown."""

from pathlib import Path

import pytest

from netui.presentation.actions import ACTIONS
from tests.support.app import Driver, driving, until, write_network
from tests.support.hostile import FORBIDDEN, HARM, contacts, goals


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", contacts(), goals())
    return tmp_path


def nothing_forbidden(me: Driver) -> None:
    assert me.app._running
    for line in me.lines:
        assert not FORBIDDEN & set(line), repr(line)


@pytest.mark.slow
@pytest.mark.parametrize("size", [(140, 40), (80, 24), (30, 10)])
async def test_in_list_timeline_and_goals(home: Path, size: tuple[int, int]) -> None:
    async with driving(home, size=size) as me:
        assert len(me.names) == len(HARM)
        for _ in HARM:
            nothing_forbidden(me)
            await me.press("2", "j", "G", "1", "j")
        await me.press("3")
        for _ in range(3):
            await me.press("ctrl+d")
            nothing_forbidden(me)


@pytest.mark.slow
@pytest.mark.parametrize("at", range(0, len(HARM), 3))
async def test_in_prompts_questions_forms_and_pages(home: Path, at: int) -> None:
    async with driving(home, size=(100, 30)) as me:
        before = {path.name: path.read_bytes() for path in (home / "net").rglob("*.toml")}
        me.main.select(f"h{at:02d}")
        for keys in (
            "n",
            "t",
            "s",
            "c",
            "p",
            "d",
            "e",
            "y",
            "2",
            "e",
            "enter",
            "b",
            "?",
            ":",
            "3",
            "enter",
            "d",
        ):
            await me.press(keys)
            nothing_forbidden(me)
            if me.main.prompt.is_questioning:
                await me.press("n")
            if me.app.screen is not me.main:
                await me.press("tab", "down")
                nothing_forbidden(me)
            while me.app.screen is not me.main:
                await me.press("escape")
            if me.main.prompt.is_asking:
                await me.press("escape")
        after = {path.name: path.read_bytes() for path in (home / "net").rglob("*.toml")}
        assert after == before


async def test_in_find_chooser_and_toast(home: Path) -> None:
    async with driving(home, size=(100, 30), toasts=True) as me:
        await me.press("f")
        for text in ("end", "closing", "leave", "owned", "xxx"):
            await me.press("ctrl+u")
            await me.type(text)
            nothing_forbidden(me)
        await me.press("escape")
        await me.press("n")
        await me.enter("call with @e")
        nothing_forbidden(me)
        await me.press("escape", "escape")
        for text in HARM:
            me.app.show_toast(text)
        await me.settled()
        nothing_forbidden(me)
        await until(lambda: me.app._running)


@pytest.mark.slow
async def test_typed_and_pasted_harm_is_text_too(home: Path) -> None:
    from textual import events

    async with driving(home, size=(100, 30)) as me:
        for text in HARM[::2]:
            await me.press("n")
            me.app.post_message(events.Paste("note: " + text))
            await me.settled()
            nothing_forbidden(me)
            await me.press("escape")
            await me.press("/")
            me.app.post_message(events.Paste(text))
            await me.settled()
            nothing_forbidden(me)
            await me.press("escape")


@pytest.mark.slow
async def test_every_action_lives_with_an_empty_and_a_broken_network(tmp_path: Path) -> None:
    write_network(
        tmp_path / "net", {"bad": "name = \n", "[x]": "\x00", "worse": 'name = 3\ntimeline = "no"\n'}
    )
    async with driving(tmp_path, size=(100, 30)) as me:
        quiet = {"quit", "edit_file", "log_in_editor"}
        for pane in "13":
            for action in ACTIONS:
                if action.id in quiet:
                    continue
                await me.press("escape", pane)
                me.main.action_run(action.id)
                await me.settled()
                nothing_forbidden(me)
                if me.main.prompt.is_questioning:
                    await me.press("n")
                for _ in range(3):
                    if me.app.screen is not me.main or me.main.prompt.is_asking:
                        await me.press("escape")
                assert me.app.screen is me.main, action.id
