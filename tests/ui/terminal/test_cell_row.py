"""Rows of cells: wide characters stay whole, and runs cover exactly what changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from netui.ui.terminal.cell_row import (
    AmbiguousWidth,
    Row,
    Run,
    changed_runs,
    merge_blanks,
    split_cells,
    wide_bounds,
)
from netui.ui.terminal.sgr import PLAIN, CellStyle, parse_sgr

BOLD = parse_sgr("1")


def row(text: list[str | None], shown: list[str | None]) -> Row:
    made = Row()
    made.widen(len(text))
    made.text[:], made.shown[:] = text, shown
    made.styles[:] = made.shown_styles[:] = [PLAIN] * len(text)
    return made


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Ada", ["A", "d", "a"]),
        ("漢a", ["漢", "", "a"]),
        ("he\u0301!", ["h", ("e\u0301",), "!"]),
        ("a🚀🚀b", ["a", ("🚀🚀",), "", "", "", "b"]),
        ("a👍🏽, b", ["a", ("👍🏽",), "", ",", " ", "b"]),
        ("☝🏽b", [("☝🏽",), "b"]),
        ("👩\u200d⚕\ufe0f b", [("👩\u200d⚕\ufe0f",), "", " ", "b"]),
        ("\u0301a", [("\u0301a",)]),
        ("\u0301", []),
    ],
)
def test_a_wide_character_takes_two_cells_and_an_ambiguous_one_is_apart(
    text: str, cells: list[str | tuple[str]]
) -> None:
    found = split_cells(text)
    assert [(cell,) if isinstance(cell, AmbiguousWidth) else cell for cell in found] == cells


@given(st.text(st.sampled_from("aé漢\u0301\u200d\ufe0f☝👍👩🏽🇵🇹"), max_size=8))
def test_cells_are_as_many_as_the_text_is_wide_and_lose_nothing(text: str) -> None:
    cells = split_cells(text)
    assert len(cells) == cell_len(text) and ("".join(cells) == text or not cells)


def test_a_wide_character_changes_whole() -> None:
    assert wide_bounds(row(["a", "漢", "", "b"], [None] * 4), 2, 3) == (1, 3)
    assert wide_bounds(row(["a", "漢", "", "b"], [None] * 4), 1, 2) == (1, 3)


@given(st.lists(st.tuples(st.sampled_from("ab "), st.sampled_from("ab "))))
def test_each_changed_cell_is_in_one_run(cells: list[tuple[str, str]]) -> None:
    made = row([new for new, _ in cells], [old for _, old in cells])
    covered = [
        x for _, (_, first, after), _ in changed_runs(0, made, 0, len(cells)) for x in range(first, after)
    ]
    assert len(covered) == len(set(covered))
    assert {x for x, (new, old) in enumerate(cells) if new != old} <= set(covered)


def test_runs_end_where_the_style_changes_and_tell_blanks() -> None:
    made = row(["a", "b", " ", " "], [None] * 4)
    made.styles[1] = BOLD
    assert [(style, run[1:], blank) for style, run, blank in changed_runs(0, made, 0, 2)] == [
        (PLAIN, (0, 1), False),
        (BOLD, (1, 2), False),
    ]
    assert [blank for _, _, blank in changed_runs(0, made, 2, 4)] == [True]


def test_a_row_that_becomes_narrower_shows_no_half_of_a_character() -> None:
    made = row(["a", "漢", ""], ["a", "漢", ""])
    made.invalidate(2)
    assert made.text == ["a", " "] and made.shown == [None, None]


@pytest.mark.parametrize("gap", range(1, 8))
def test_blanks_before_unchanged_text_of_another_style_keep_theirs(gap: int) -> None:
    made = row([*"   ", *" " * gap, "Z"], [*"abc", *" " * gap, "Z"])
    made.styles[-1] = made.shown_styles[-1] = BOLD
    ((style, (_, first, after), is_blank),) = changed_runs(0, made, 0, len(made.text))
    assert (first, after) == (0, 3) and (is_blank is False or style == PLAIN)
    runs: dict[CellStyle, list[Run]] = {}
    assert sum(map(len, merge_blanks(runs, [(style, (0, first, after))] if is_blank else []).values())) < 2
