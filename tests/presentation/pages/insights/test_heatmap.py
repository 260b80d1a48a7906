"""The heat map: steps of shade, and a row for each weekday."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netui.presentation.glyphs import glyphs
from netui.presentation.pages.insights.heatmap import heatmap_lines, thresholds
from netui.presentation.text import plain
from tests.support.insights_network import TODAY


@given(st.lists(st.integers(0, 50)))
def test_each_darker_sign_takes_more(counts: list[int]) -> None:
    steps = thresholds(counts)
    assert len(steps) == 4
    assert steps[0] >= 1
    assert all(one < other for one, other in pairwise(steps))


def test_the_heat_map_has_a_row_for_each_weekday_and_ends_today() -> None:
    days = {TODAY: 9, TODAY - timedelta(1): 1, TODAY - timedelta(7): 4}
    lines = [plain(line) for line in heatmap_lines(days, TODAY, 80, glyphs(ascii_only=True))]
    saturday, friday, sunday = lines[6], lines[5], lines[7]
    assert TODAY.weekday() == 5
    assert len(saturday) == 6 + 53
    assert saturday[-2:] == "+#" or saturday[-2:] == "#@"
    assert friday[-1] == ":"
    assert sunday.endswith(". ")
    assert max(map(len, lines)) <= 80
    assert "Nov" in lines[0]


def test_the_rows_of_the_heat_map_begin_with_the_weekday_of_the_settings() -> None:
    days = {TODAY: 9, TODAY - timedelta(1): 1, TODAY + timedelta(-6): 4}
    lines = [plain(line) for line in heatmap_lines(days, TODAY, 80, glyphs(ascii_only=True), first_weekday=6)]
    assert [line[:5].strip() for line in lines[1:8]] == ["Sun", "Mon", "", "Wed", "", "Fri", ""]
    assert len(lines[1]) == len(lines[7])  # the present week has its Sunday and its Saturday
