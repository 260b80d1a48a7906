"""Without colours, or with few, cursor and states are still told apart."""

import pytest
from textual.theme import Theme

from netui.presentation.hyperlinks import linked
from netui.ui.style.palette import Palette, has_few_colours, has_links
from netui.ui.style.themes import DARK, LIGHT


def palette(theme: Theme, *, few_colours: bool = False, links: bool = False) -> Palette:
    variables = {**theme.to_color_system().generate(), **theme.variables}
    return Palette(variables, few_colours=few_colours, links=links)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_with_few_colours_cursor_and_chips_are_marked_without_them(theme: Theme) -> None:
    found = palette(theme, few_colours=True)
    assert found.cursor(found.text, focused=True).reverse
    assert not found.cursor(found.text, focused=False).reverse
    assert found.cursor(found.text, focused=False).underline
    assert found.style("chip").reverse
    assert found.style("muted").dim


def test_where_colours_are_few() -> None:
    assert has_few_colours("standard", no_color=False) and has_few_colours(None, no_color=False)
    assert has_few_colours("truecolor", no_color=True)
    assert not has_few_colours("256", no_color=False) and not has_few_colours("truecolor", no_color=False)


def test_roles_combine() -> None:
    found = palette(DARK)
    style = found.style("muted strong")
    assert style.bold and style.color == found.style("muted").color
    assert found.style("no such role") == found.text


def test_targets_are_links_where_the_terminal_knows_or_ignores_them() -> None:
    role = linked("muted", "tel:+4420")
    assert palette(DARK, links=True).style(role).link == "tel:+4420"
    assert palette(DARK).style(role).link is None
    assert palette(DARK).style(role).color == palette(DARK).style("muted").color


@pytest.mark.parametrize("term", ["xterm-256color", "tmux-256color", "screen", "foot", "st-256color"])
def test_terminals_with_links(term: str) -> None:
    assert has_links({"TERM": term})


@pytest.mark.parametrize("term", ["linux", "dumb", "vt100", "vt220", "ansi", "", "stv52", "unknown"])
def test_terminals_that_would_print_them(term: str) -> None:
    assert not has_links({"TERM": term})
