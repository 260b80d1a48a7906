"""Without colours, or with few, cursor and states are still told apart."""

import pytest
from textual.theme import Theme

from netui.ui.style.palette import Palette, has_few_colours
from netui.ui.style.themes import DARK, LIGHT


def palette(theme: Theme, *, few_colours: bool = False) -> Palette:
    return Palette({**theme.to_color_system().generate(), **theme.variables}, few_colours=few_colours)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_with_few_colours_cursor_and_chips_are_marked_without_them(theme: Theme) -> None:
    found = palette(theme, few_colours=True)
    assert found.cursor(found.text, focused=True).reverse
    assert not found.cursor(found.text, focused=False).reverse
    assert found.cursor(found.text, focused=False).underline
    assert found.style("chip").reverse
    assert found.style("muted").dim


def test_where_colours_are_few() -> None:
    assert has_few_colours("standard", False) and has_few_colours(None, False)
    assert has_few_colours("truecolor", True)
    assert not has_few_colours("256", False) and not has_few_colours("truecolor", False)


def test_roles_combine() -> None:
    found = palette(DARK)
    style = found.style("muted strong")
    assert style.bold and style.color == found.style("muted").color
    assert found.style("no such role") == found.text
