"""The window of entries laid out holds the cursor, with others around it, and moves only when it must."""

from hypothesis import given
from hypothesis import strategies as st

from netui.ui.widgets.timeline import MARGIN, WINDOW, window_start


@st.composite
def places(draw: st.DrawFn) -> tuple[int, int, int]:
    """An entry, the start of the present window, and how many entries there are."""
    total = draw(st.integers(1, 5000))
    first = draw(st.integers(0, max(total - WINDOW, 0)))
    return draw(st.integers(0, total - 1)), first, total


@given(places())
def test_the_entry_is_within_the_window_with_a_margin(place: tuple[int, int, int]) -> None:
    at, first, total = place
    start = window_start(at, first, total)
    assert 0 <= start <= max(total - WINDOW, 0) and start <= at < start + WINDOW
    assert start == 0 or at - start >= MARGIN
    assert start + WINDOW >= total or start + WINDOW - at > MARGIN


@given(places())
def test_a_window_that_will_do_stays(place: tuple[int, int, int]) -> None:
    at, first, total = place
    start = window_start(at, first, total)
    assert window_start(at, start, total) == start


def test_a_short_timeline_is_laid_out_whole() -> None:
    assert [window_start(at, 0, WINDOW) for at in (0, WINDOW - 1)] == [0, 0]
