"""The page of a pair that may be one person."""

from datetime import date

import pytest

from netui.presentation.glyphs import UNICODE
from netui.presentation.pages.page_layout import RenderContext
from netui.presentation.pages.reconciliation.duplicates import duplicates_page, no_duplicates_page
from netui.presentation.text import plain, width_of
from netui.services.dedupe.duplicates import ComparedField

FIELDS = [
    ComparedField("name", ("Kate Miller", "Katherine Miller"), False),
    ComparedField(
        "e-mail", ("k@x.example, katherine@a-long-domain.example, third@x.example", "k@x.example"), True
    ),
    ComparedField("phone", ("", "020 7946 0018"), False),
    ComparedField("notes", ("\x1b[31m red", "x" * 200), False),
]


@pytest.mark.parametrize("width", [40, 80, 110])
def test_two_stand_side_by_side_in_any_width(width: int) -> None:
    context = RenderContext(width, date(2026, 11, 21), UNICODE)
    page = duplicates_page(
        "Kate is a form of Katherine", True, FIELDS, [("aliases", "+ Kate Miller")], context
    )
    text = "\n".join(map(plain, page.lines))
    assert all(width_of(line) <= width for line in page.lines)
    assert "Likely one person: Kate" in text.replace("\n  ", " ") and "\x1b" not in text
    assert "= k@x.example" in text and "–" in text and "+ Kate Miller" in text


def test_without_a_pair_it_is_said_why() -> None:
    context = RenderContext(80, date(2026, 11, 21), UNICODE)

    def said(*, is_searching: bool, settled: int) -> str:
        page = no_duplicates_page(context, is_searching=is_searching, settled=settled)
        return "\n".join(map(plain, page.lines))

    assert "comparing everyone" in said(is_searching=True, settled=0)
    assert "That was all" in said(is_searching=False, settled=1)
    assert "Nobody seems" in said(is_searching=False, settled=0)
