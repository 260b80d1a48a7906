"""The details page: each detail on lines of its own, whatever text it holds."""

from datetime import date

from netui.domain.model.entry import Promise
from netui.presentation.glyphs import ASCII
from netui.presentation.pages.details import details_page
from netui.presentation.pages.page_layout import RenderContext
from netui.presentation.text import plain
from netui.services.details.listing import Detail, DetailGroup

KEYS = {"add_here": "a", "edit": "e", "delete": "d"}


def test_hostile_and_long_values_stay_within_their_lines() -> None:
    details = (
        Detail("ada", "own", "x" * 40, "x" * 40, "[/b] \x1b[31mred " * 9, "…"),
        Detail("ada", "date", "date", "name day", "3 May", {}, "told 3 days ahead"),
        Detail("ada", "relation", "related", "father", "Lord Byron", {}, "", "byron"),
    )
    context = RenderContext(40, date(2026, 11, 21), ASCII)
    promises = [Promise("p1", "them", "give back 20 euro", contact="ada")]
    page = details_page([DetailGroup("Yours", details)], promises, [], {}, context, "Ada King", KEYS)
    lines = [plain(line) for line in page.lines]
    assert len(page.selectables) == 4 and len(page.sections) == 2
    assert all(len(line) <= 40 and "\x1b" not in line for line in lines)
    assert any(line.startswith("  name day       3 May  told 3 days") for line in lines)
    assert any(line.startswith("  " + "x" * 13 + "… ") for line in lines)
    assert any("Ada: give back 20 euro" in line for line in lines)


def test_a_long_label_has_the_room_that_there_is() -> None:
    detail = Detail("ada", "date", "date", "the day we swapped", "2 December", {})
    for width, shown in ((80, "  the day we swapped 2 December"), (40, "  the day we sw… 2 December")):
        context = RenderContext(width, date(2026, 11, 21), ASCII)
        page = details_page([DetailGroup("Dates", [detail])], [], [], {}, context, "Ada King", KEYS)
        assert plain(page.lines[1]) == shown
