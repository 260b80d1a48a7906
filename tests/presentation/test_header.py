"""The header says what fits, most important first, and never more than the width."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netui.presentation.header import header_line
from netui.presentation.text import plain, width_of
from netui.services.reminders.headline import Headline

TODAY = date(2026, 11, 21)
FACTS = Headline(214, 6, 1, ("Ada Lovelace", "birthday", "in 3 days"))


def test_everything_there_is_to_say() -> None:
    words = plain(header_line(FACTS, TODAY, 100, None))
    assert words.split("   ")[:4] == [" netui", "214 people", "6 quiet", "1 promise due"]
    assert "Ada's birthday in 3 days" in words and words.endswith("Sat 21 Nov ")


def test_one_of_each_and_none() -> None:
    assert "1 person " in plain(header_line(Headline(1, 0, 0, None), TODAY, 60, None))
    assert "quiet" not in plain(header_line(Headline(1, 0, 0, None), TODAY, 60, None))


def test_progress_comes_first() -> None:
    assert plain(header_line(FACTS, TODAY, 100, (1200, 3000))).startswith(
        " netui   reading 1,200 of 3,000 files"
    )


@given(st.integers(1, 120), st.none() | st.just((1, 2)))
def test_it_fits(width: int, progress: tuple[int, int] | None) -> None:
    line = header_line(FACTS, TODAY, width, progress)
    assert width_of(line) <= max(width, width_of([(" netui", "")]))
