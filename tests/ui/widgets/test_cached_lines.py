"""A finished line is drawn once, until it changes; lines wrap and fill their width."""

import pytest
from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip

from netui.presentation.text import Line
from netui.ui.style.palette import Palette
from netui.ui.style.themes import DARK
from netui.ui.widgets.cached_lines import CachedLines, StatusLine, WrappedLine, strip_of
from tests.support.widget_app import WidgetTestApp

PALETTE = Palette({**DARK.to_color_system().generate(), **DARK.variables}, few_colours=False)


class Counting(CachedLines):
    """Counts how often each line is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return strip_of([(f"line {y}", "")], self.size.width, self.palette)


@pytest.mark.parametrize("text", ["Ada", "Ada Lovelace, Countess", "漢字漢字漢字漢字"])
def test_a_strip_is_as_wide_as_its_place(text: str) -> None:
    strip = strip_of([(text, "strong")], 10, PALETTE)
    assert strip.cell_length == 10 and cell_len(strip.text) == 10


async def test_only_what_changed_is_drawn_again() -> None:
    widget = Counting()
    async with WidgetTestApp(widget).run_test(size=(20, 4)) as pilot:
        await pilot.pause()
        widget.drawn.clear()
        whole = widget.size.region
        widget.render_lines(whole)
        assert widget.drawn == []
        widget.refresh(Region(0, 2, 20, 1))
        assert [strip.text.strip() for strip in widget.render_lines(whole)][2] == "line 2"
        assert widget.drawn == [2]
        widget.refresh()
        widget.render_lines(whole)
        assert sorted(widget.drawn) == [0, 1, 2, 2, 3]


async def test_another_palette_draws_all_again() -> None:
    widget = Counting()
    app = WidgetTestApp(widget)
    async with app.run_test(size=(20, 3)) as pilot:
        await pilot.pause()
        widget.drawn.clear()
        app.palette = PALETTE
        widget.render_lines(widget.size.region)
        assert widget.drawn == [0, 1, 2]


async def test_a_status_line_has_two_ends() -> None:
    widget = StatusLine()
    async with WidgetTestApp(widget).run_test(size=(20, 3)) as pilot:
        widget.show_ends([("People", "")], [("Sat", "")])
        await pilot.pause()
        assert widget.render_line(0).text == "People           Sat"
        assert widget.line == [("People", "")]


async def test_a_long_line_wraps_up_to_its_most() -> None:
    widget = WrappedLine(most=2)
    words: Line = [("coffee with Ada ", ""), ("yesterday in London ", ""), ("and much more to say", "")]
    async with WidgetTestApp(widget).run_test(size=(24, 6)) as pilot:
        widget.show(words)
        await pilot.pause()
        assert widget.size.height == 2
        widget.show([("short", "")])
        await pilot.pause()
        assert widget.size.height == 1 and widget.render_line(0).text.strip() == "short"
