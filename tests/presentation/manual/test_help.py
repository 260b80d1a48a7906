"""Help for where one is: its purpose, the keys that work there as entries, the manual."""

import pytest

from netui.presentation.actions import BY_ID, INSIGHTS, PAGES
from netui.presentation.glyphs import UNICODE
from netui.presentation.manual.builder import ManualContext
from netui.presentation.manual.help import PURPOSES, help_page
from netui.presentation.manual.topics import TOPICS
from netui.presentation.pages.page_layout import ActionItem, TopicItem
from netui.presentation.text import plain

CONTEXT = ManualContext({name: action.keys for name, action in BY_ID.items()}, UNICODE, 80)


@pytest.mark.parametrize("place", PURPOSES)
def test_each_place_says_what_it_is_for_with_its_keys(place: str) -> None:
    page = help_page(place, ["log", "undo"], CONTEXT)
    assert "{" not in plain(page.lines[0]) and plain(page.lines[0]).strip()
    items = [each.item for each in page.selectables]
    assert items[:2] == [ActionItem("log"), ActionItem("undo")]
    assert [item.name for item in items if isinstance(item, TopicItem)] == list(TOPICS)


def test_what_the_advice_rests_on_stands_beside_the_insights() -> None:
    said = "\n".join(map(plain, help_page(INSIGHTS, PAGES[INSIGHTS].actions, CONTEXT).lines))
    assert "Granovetter" in said and "What the advice rests on" in said
