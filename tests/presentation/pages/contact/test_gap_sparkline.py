"""Past gaps and this silence in one line, on one scale."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.cadence.status import Status
from netui.domain.model.contact_row import ContactRow
from netui.presentation.glyphs import ASCII, UNICODE, Glyphs
from netui.presentation.pages.contact.gap_sparkline import gap_sparkline
from netui.presentation.text import plain, width_of

TODAY = date(2026, 11, 21)


def after_gaps(*gaps: int) -> ContactRow:
    return ContactRow("ada", "Ada", gaps=b"".join(gap.to_bytes(2, "little") for gap in gaps))


def drawn(gaps: list[int], days: int | None, width: int = 100, glyphs: Glyphs = UNICODE) -> str:
    return plain(gap_sparkline(after_gaps(*gaps), Status("quiet", days), width, glyphs))


@pytest.mark.parametrize(
    ("gaps", "days", "expected"),
    [
        ([10, 20, 40], 80, " ▁▂▄│█ · gaps: usual 20 d, longest 40 d, now 80 d"),
        ([10, 20, 80], 40, " ▁▂█│▄ · gaps: usual 20 d, longest 80 d, now 40 d"),
        ([9, 9, 9, 9], 0, " ████│ · gaps: usual 9 d, longest 9 d, in touch today"),
        ([1, 1, 1], 400, " ▁▁▁│█ · gaps: usual 1 d, longest 1 d, now 400 d"),
    ],
)
def test_gaps_and_silence_to_one_scale(gaps: list[int], days: int, expected: str) -> None:
    assert drawn(gaps, days) == expected


def test_in_ascii() -> None:
    assert drawn([10, 20, 40], 80, glyphs=ASCII) == " ._=|@ - gaps: usual 20 d, longest 40 d, now 80 d"


@pytest.mark.parametrize(("gaps", "days"), [([], 5), ([3, 3], 5), ([3, 3, 3], None)])
def test_nothing_where_there_is_nothing_to_compare(gaps: list[int], days: int | None) -> None:
    assert drawn(gaps, days) == ""


def test_on_a_narrow_line_words_and_then_the_oldest_gaps_give_way() -> None:
    gaps = [*range(1, 20), 20]
    assert drawn(gaps, 40, 66) == " ▁▁▁▁▁▁▁▂▂▂▂▂▃▃▃▃▃▄▄▄│█ · gaps: usual 11 d, longest 20 d, now 40 d"
    assert drawn(gaps, 40, 52) == " ▁▁▁▁▁▁▁▂▂▂▂▂▃▃▃▃▃▄▄▄│█ · longest gap 20 d, now 40 d"
    assert drawn(gaps, 40, 44) == " ▂▂▂▂▃▃▃▃▃▄▄▄│█ · longest gap 20 d, now 40 d"
    assert drawn(gaps, 40, 30) == " ▁▁▁▂▂▂▂▂▃▃▃▃▃▄▄▄│█ · now 40 d"


def test_a_long_gap_that_is_not_drawn_still_sets_the_scale() -> None:
    gaps = [400, *[10] * 19]
    assert drawn(gaps, 20, 44).startswith(" ▁▁▁▁▁▁▁▁▁▁▁│▁ · longest gap 400 d")


@given(
    st.lists(st.integers(1, 65535), min_size=3, max_size=20),
    st.integers(0, 9999),
    st.integers(24, 120),
    st.sampled_from([UNICODE, ASCII]),
)
def test_it_fits_and_longer_is_never_lower(gaps: list[int], days: int, width: int, glyphs: Glyphs) -> None:
    line = gap_sparkline(after_gaps(*gaps), Status("quiet", days), width, glyphs)
    assert width_of(line) <= width
    bars, between, silence, words = (text for text, _ in line)
    assert between == glyphs.between and words.endswith(f"now {days} d" if days else "in touch today")
    shown = [*zip(reversed(gaps), reversed(bars.strip()), strict=False), *zip([days], silence, strict=False)]
    for one, bar in shown:
        for other, higher in shown:
            assert not one < other or glyphs.spark.index(bar) <= glyphs.spark.index(higher)
