"""The conflicts page: both texts of each field, cleaned, in the width there is."""

from datetime import date
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.changes import FileId
from netui.presentation.glyphs import UNICODE
from netui.presentation.pages.page_layout import RenderContext
from netui.presentation.pages.reconciliation.conflicts import MOST_LINES, conflicts_page
from netui.presentation.text import plain, width_of
from netui.services.people.conflicts import OpenConflict

TODAY = date(2026, 11, 21)
ADA = FileId("contacts", "ada")


def conflict(value: object, other: object, whose: str = "Ada King") -> OpenConflict:
    return OpenConflict(ADA, "org", whose, "org", value, other, TODAY, None, None, {})


def drawn(*conflicts: OpenConflict, width: int = 60) -> list[str]:
    return [
        plain(line).rstrip() for line in conflicts_page(conflicts, RenderContext(width, TODAY, UNICODE)).lines
    ]


def test_both_texts_stand_one_above_the_other() -> None:
    assert drawn(conflict("Engines", ["a", date(2026, 1, 2)]), conflict(None, "x")) == [
        "", " ≠ Ada King  org  since Sat 21 Nov", "   file   Engines", "   other  a, 2026-01-02", "",
        " ≠ Ada King  org  since Sat 21 Nov", "   file   (nothing)", "   other  x", "",
    ]  # fmt: skip
    assert drawn() == ["", "  Nothing to settle: no field was edited on two sides."]


def test_a_long_text_is_cut() -> None:
    assert len(drawn(conflict("line\n" * 100, "x"))) == MOST_LINES + 4


@given(st.text(), st.text(), st.integers(30, 110))
def test_it_fits_whatever_the_texts_are(whose: str, other: str, width: int) -> None:
    page = conflicts_page([conflict(other, whose, whose)], RenderContext(width, TODAY, UNICODE))
    assert all(width_of(line) <= width for line in page.lines)
    assert all(category(c) != "Cc" for line in page.lines for span, _ in line for c in span)
