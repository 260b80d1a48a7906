"""Themes: each that is listed starts and is drawn everywhere at once, and none stops the app."""

from pathlib import Path

import pytest
from textual.strip import Strip

from netui.storage.state.config import Config
from netui.ui.style.themes import theme_names
from tests.support.app import Driver, driving


def drawn(me: Driver) -> list[list[Strip]]:
    return me.app.screen._compositor.render_strips()


async def test_every_theme_is_drawn_on_the_whole_screen_at_once(home: Path) -> None:
    async with driving(home) as me:
        await me.press("2")
        for name in [*theme_names(), theme_names()[0]]:
            me.app.theme = name
            await me.settled()
            at_once = drawn(me)
            me.app._palette = None
            for widget in me.app.screen.walk_children(with_self=True):
                widget.refresh()
            await me.settled()
            assert drawn(me) == at_once, name


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light", "textual-light"])
async def test_the_app_starts_in_any_theme(home: Path, name: str) -> None:
    async with driving(home, config=Config(theme=name)) as me:
        assert me.app.theme == name and "Ada Lovelace" in me.screen


async def test_a_theme_that_there_is_not_is_named_with_the_nearest(home: Path) -> None:
    async with driving(home, config=Config(theme="netui-drak"), toasts=True) as me:
        assert me.app.theme == "netui-dark"
        await me.sees("netui-dark?)")


async def test_the_palette_shows_a_theme_while_the_cursor_is_on_it(home: Path) -> None:
    async with driving(home) as me:
        await me.press("colon")
        await me.type("nord")
        assert me.app.theme == "netui-dark", "it may only happen to be first"
        await me.press("escape", "colon")
        await me.type("theme: nord")
        assert me.app.theme == "nord"
        await me.press("escape")
        assert me.app.theme == "netui-dark"
        await me.press("colon")
        await me.enter("theme: nord")
        assert me.app.theme == "nord" and 'theme = "nord"' in me.said
