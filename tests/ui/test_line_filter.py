"""No control character gets past the filter, whatever a widget draws."""

from hypothesis import given
from hypothesis import strategies as st
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from netui.ui.line_filter import PlainTextFilter
from tests.support import hostile

BLACK = Color(0, 0, 0)


def filtered(text: str, *, ascii_only: bool = False) -> str:
    return "".join(s.text for s in PlainTextFilter(ascii_only).apply([Segment(text)], BLACK))


@given(st.text())
def test_no_control_character_comes_out(text: str) -> None:
    assert not set(filtered(text)) & hostile.FORBIDDEN


def test_printable_text_and_styles_stay() -> None:
    segments = [Segment("Ada · Grace", Style(bold=True)), Segment("漢字")]
    assert PlainTextFilter().apply(segments, BLACK) == segments


def test_control_segments_stay() -> None:
    segments = [Control.move(1, 0).segment, Segment("a\x1b[2Jb", Style(bold=True))]
    control, text = PlainTextFilter().apply(segments, BLACK)
    assert control == segments[0] and text.style == Style(bold=True) and "\x1b" not in text.text


def test_ascii_only_replaces_what_the_app_draws_with() -> None:
    assert filtered("─│ → … ✓", ascii_only=True) == "-| > ~ x"
