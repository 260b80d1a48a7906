"""The list of candidates: few rows, the current one always among them, and no line that jumps."""

import pytest

from netui.ui.widgets.candidates import CandidateList
from tests.support.widget_app import WidgetTestApp


def rows(*names: str) -> list[list[tuple[str, str]]]:
    return [[(name, "")] for name in names]


def drawn(view: CandidateList) -> list[str]:
    return [view.render_line(y).text.strip() for y in range(view.height_shown)]


@pytest.mark.parametrize(("height", "most"), [(24, 5), (12, 3), (5, 1)])
async def test_it_takes_few_rows_of_a_low_screen(height: int, most: int) -> None:
    view = CandidateList()
    async with WidgetTestApp(view).run_test(size=(40, height)):
        view.show(rows(*"abcdef"))
        assert view.height_shown == most


async def test_it_does_not_shrink_within_a_word_and_gives_room_back_behind_it() -> None:
    view = CandidateList()
    async with WidgetTestApp(view).run_test(size=(40, 24)) as pilot:
        view.show(rows("a", "b", "c"))
        await pilot.pause()
        view.show(rows("a"))
        assert drawn(view) == ["a", "", ""]
        assert view.are_choices
        view.show_beside(rows("x"), keep_room=True)
        assert drawn(view) == ["x", "", ""] and not view.are_choices
        view.show_beside(rows("x"))
        assert drawn(view) == ["x"]
        view.reset()
        assert view.height_shown == 0 and not view.display


async def test_the_current_row_is_in_sight() -> None:
    view = CandidateList()
    async with WidgetTestApp(view).run_test(size=(40, 8)) as pilot:
        view.show(rows("a", "b", "c"), 2)
        await pilot.pause()
        assert drawn(view) == ["b", "c"]
