"""The progress bar and the summary of a weekly review."""

from datetime import date

from netui.presentation.glyphs import ASCII
from netui.presentation.pages.page_layout import RenderContext
from netui.presentation.pages.reminders.review import progress_line, summary_page
from netui.presentation.text import plain

CONTEXT = RenderContext(50, date(2026, 11, 21), ASCII)


def test_the_bar_fills_as_the_review_goes_on() -> None:
    assert plain(progress_line("Review", 3, 20, ASCII)).startswith(" Review  4 of 20  ###.................")
    assert plain(progress_line("Review", 20, 20, ASCII)) == " Review  all 20 done  ####################"
    assert plain(progress_line("Review", 0, 0, ASCII)) == " Review"


def test_the_summary_names_what_was_done_and_what_is_left() -> None:
    page = summary_page([("logged", ["ada", "bob"])], {"ada": "Ada Lovelace"}, 3, CONTEXT)
    text = "\n".join(plain(line) for line in page.lines)
    assert "  2 logged      Ada Lovelace, bob" in text
    assert "3 more would be worthwhile" in text


def test_without_anybody_it_says_so() -> None:
    text = "\n".join(plain(line) for line in summary_page([], {}, 0, CONTEXT).lines)
    assert "Nobody to think of" in text and "more would" not in text
