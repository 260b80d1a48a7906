"""Inputs of one line: of several pasted lines none is lost."""

import pytest
from textual import events
from textual.containers import Vertical

from netui.ui.widgets.line_input import LineInput, SearchInput
from tests.support.widget_app import WidgetTestApp


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize(("joint", "text"), [(" ", "x one two"), (", ", "x one, two")])
async def test_pasted_lines_become_one(newline: str, joint: str, text: str) -> None:
    box = Vertical()
    async with WidgetTestApp(box).run_test(size=(40, 8)) as pilot:
        line = LineInput("x ")
        line.joint = joint
        await box.mount(line)
        line.focus()
        line.post_message(events.Paste(newline.join(["one", "", "  two ", ""])))
        await pilot.pause()
        assert line.value == text
        line.post_message(events.Paste(" as it is "))
        await pilot.pause()
        assert line.value == f"{text} as it is "


async def test_what_comes_in_one_read_with_an_enter_goes_on_behind_a_search() -> None:
    box = Vertical()
    async with WidgetTestApp(box).run_test(size=(40, 8)) as pilot:
        search = SearchInput("one")
        await box.mount(search)
        assert not search.take_typed_ahead("two")
        search.focus()
        await pilot.pause()
        assert search.take_typed_ahead("two\n\nthree\n") and search.value == "one two three"
