"""Asking who knows something: what is said where nobody does."""

from datetime import date

from netui.presentation.glyphs import UNICODE
from netui.presentation.pages.insights.expertise import expertise_page
from netui.presentation.pages.page_layout import RenderContext
from netui.presentation.text import plain

CONTEXT = RenderContext(60, date(2026, 11, 21), UNICODE)


def said(topic: str) -> str:
    return " ".join(plain(line).strip() for line in expertise_page(topic, (), {}, CONTEXT).lines)


def test_words_looked_for_whole_are_told_of_where_there_is_one() -> None:
    assert said("harps \x1b").strip().startswith("nobody comes to mind for “harps")
    assert "looked for whole" not in said("harps") and "\x1b" not in said("harps \x1b")
    assert "looked for whole" in said("go")
