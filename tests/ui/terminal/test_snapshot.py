"""A kept screen shows what was drawn, and whoever goes on drawing on it knows what stands there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.ui.terminal.cell_diff import ScreenBuffer
from netui.ui.terminal.snapshot import take_snapshot, unpack_rows
from tests.ui.terminal.test_cell_diff import COLUMNS, PLAIN_SCREEN, Terminal, strips


def drawn(parts: list[str]) -> ScreenBuffer:
    cells = ScreenBuffer()
    cells.feed(PLAIN_SCREEN)
    for part in parts:
        cells.feed(part)
    return cells


def seen(*data: str) -> Terminal:
    terminal = Terminal()
    for each in data:
        terminal.feed(each)
    return terminal


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(st.lists(strips, max_size=8), st.lists(strips, max_size=4))
def test_it_shows_what_was_drawn_and_is_drawn_on(before: list[str], after: list[str]) -> None:
    cells = drawn(before)
    rows = cells.rows()
    assert rows is not None
    kept = take_snapshot(rows, erases_in_colour=False)
    assert seen(kept.ansi.decode()).seen() == seen(PLAIN_SCREEN, *before).seen()
    assert unpack_rows(kept.cells) == rows
    other = ScreenBuffer()
    other.set_rows(unpack_rows(kept.cells), shown=True)
    assert not other.diff()
    for part in after:
        other.feed(part)
    both = seen(kept.ansi.decode(), other.diff())
    assert both.seen() == seen(PLAIN_SCREEN, *before, *after).seen()


def test_a_row_that_is_to_go_is_left_blank() -> None:
    cells = drawn(["\x1b[2;1H\x1b[48;2;9;9;9mlogged it", "\x1b[3;1Hthe footer"])
    kept = take_snapshot(cells.rows() or [], erases_in_colour=True, without={1})
    screen = seen(kept.ansi.decode()).screen
    assert "the footer" in screen.display[2] and "logged" not in "".join(screen.display)
    assert {screen.buffer[1][x].bg for x in range(COLUMNS)} == {"090909"}


def test_what_is_not_known_cell_by_cell_is_not_kept() -> None:
    assert drawn(["\x1b[1;1H👩\u200d🚀"]).rows() is None
    assert ScreenBuffer().rows() == []
    half = ScreenBuffer()
    half.feed("\x1b[1;5Hlate")
    assert half.rows() is None
