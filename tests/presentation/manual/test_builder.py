"""The builder of the manual's pages: keys in prose, terms beside or above what explains them, items."""

from netui.presentation.actions import BY_ID
from netui.presentation.glyphs import UNICODE
from netui.presentation.manual.builder import ManualBuilder, ManualContext
from netui.presentation.pages.page_layout import ActionItem, TopicItem
from netui.presentation.text import plain

KEYS = {name: action.keys for name, action in BY_ID.items()}


def builder(width: int = 80, **keys: str) -> ManualBuilder:
    return ManualBuilder(ManualContext({**KEYS, **keys}, UNICODE, width))


def text(page: ManualBuilder) -> list[str]:
    return [plain(line).rstrip() for line in page.lines]


def test_prose_names_the_keys_in_force() -> None:
    page = builder(log="f2")
    page.prose("{log} logs, {half_down} goes down.")
    assert text(page) == [" f2 logs, ^d goes down."]


def test_terms_stand_beside_their_meaning_or_above_it() -> None:
    for width, lines in (
        (80, ["", "   org       where they work"]),
        (40, ["", "   org", "      where they work"]),
    ):
        page = builder(width)
        page.terms([("org", "where they work")], 9)
        assert text(page) == lines


def test_keys_are_items_where_they_run_and_left_out_without_a_key() -> None:
    page = builder(undo="")
    page.actions("Change", [BY_ID["undo"], BY_ID["redo"]], runs=True)
    assert [each.item for each in page.selectables] == [ActionItem("redo")] and "Undo" not in text(page)
    page.actions("Nothing", [BY_ID["undo"]], runs=True)
    assert "Nothing" not in "".join(text(page))


def test_topics_are_links() -> None:
    page = builder()
    page.see({"files": "the folder"})
    assert page.page.selectables[0].item == TopicItem("files") and page.page.sections == [0]


def test_a_file_keeps_its_lines() -> None:
    page = builder()
    page.code("\n[met]\non = 2024   # a year\n")
    assert text(page) == ["", "   [met]", "   on = 2024   # a year"]
