"""A built page: sections, text and items, each where it stands."""

from datetime import date

from netui.presentation.glyphs import ASCII
from netui.presentation.pages.page_builder import BAR_WIDTH, PageBuilder, folded, pluralize
from netui.presentation.pages.page_layout import ContactItem, ContactsItem, RenderContext
from netui.presentation.research_notes import RESEARCH_NOTES
from netui.presentation.text import plain, width_of


def builder() -> PageBuilder:
    return PageBuilder(RenderContext(30, date(2026, 11, 21), ASCII))


def test_sections_begin_where_they_say_with_their_note_below() -> None:
    page = builder()
    page.section("First")
    page.text("some words that are too long for one line of thirty cells")
    page.section("Second", "weak")
    assert [plain(page.lines[at]).split()[0] for at in page.sections] == ["First", "Second"]
    said = " ".join(plain(line).strip() for line in page.lines[page.sections[1] + 1 :])
    assert said == RESEARCH_NOTES["weak"][0]
    assert all(width_of(line) <= 30 for line in page.lines)


def test_an_item_covers_its_lines_cut_to_the_width() -> None:
    page = builder()
    page.section("People")
    page.add(ContactItem("ada"), [[("Ada Lovelace " * 5, "")], [("second", "")]])
    page.drill("Met", lambda: [("ada", "")], [[("3 people", "")]])
    first, second = page.selectables
    assert (first.item, first.first, first.after) == (ContactItem("ada"), 1, 3)
    assert isinstance(second.item, ContactsItem) and second.item.contacts() == [("ada", "")]
    assert (second.first, second.after) == (3, 4)
    assert all(width_of(line) <= 30 for line in page.lines)


def test_a_folded_line_loses_nothing_and_keeps_its_roles() -> None:
    line = [("  growth  ", "muted"), ("▁▂▃▄", "link"), ("  1,234 new people in 12 months, 10,000 in all", "")]
    assert folded(line, 80) == [line]
    for width in range(18, 60):
        rows = folded(line, width)
        assert all(width_of(row) <= width for row in rows)
        assert " ".join(" ".join(plain(row) for row in rows).split()) == " ".join(plain(line).split())
    assert folded(line, 30)[0] == line[:2] and plain(folded(line, 30)[1]).startswith("    1,234 new")
    assert plain(folded([("a long word " * 3, "")], 20)[0]).endswith("…")


def test_a_bar_is_full_by_its_share() -> None:
    for share, full in ((-1.0, 0), (0.0, 0), (0.5, BAR_WIDTH // 2), (1.0, BAR_WIDTH), (7.0, BAR_WIDTH)):
        bar = builder().bar(share)
        assert [len(text) for text, _ in bar] == [full, BAR_WIDTH - full]


def test_plurals() -> None:
    assert [pluralize(1, "door"), pluralize(3, "door"), pluralize(0, "person", "people")] == [
        "1 door",
        "3 doors",
        "0 people",
    ]
    assert pluralize(1200, "day") == "1,200 days"
