"""The manual: each topic is whole, fits, and is true to what it is generated from."""

import pytest

from netui.domain.query.fields import FIELDS
from netui.domain.query.parser import parse as parse_query
from netui.presentation.actions import BY_ID, MAIN, PAGES
from netui.presentation.glyphs import ASCII, UNICODE
from netui.presentation.manual.builder import ManualContext
from netui.presentation.manual.topics import TOPICS, topic_page
from netui.presentation.pages.page_layout import TopicItem
from netui.presentation.text import plain, width_of
from netui.services.transfer.exports import FORMATS as EXPORTS
from netui.services.transfer.file_formats import FORMATS

KEYS = {name: action.keys for name, action in BY_ID.items()}


def text(name: str, width: int = 100) -> str:
    return "\n".join(plain(line) for line in topic_page(name, ManualContext(KEYS, UNICODE, width)).lines)


@pytest.mark.parametrize("name", TOPICS)
@pytest.mark.parametrize("width", [20, 60, 80, 110])
def test_a_topic_fits_its_width_and_its_links_lead_somewhere(name: str, width: int) -> None:
    page = topic_page(name, ManualContext(KEYS, ASCII, width))
    if width >= 60:
        assert max(map(width_of, page.lines)) <= width
    links = [each.item.name for each in page.selectables if isinstance(each.item, TopicItem)]
    assert set(links) == set(TOPICS[name].see) <= set(TOPICS) and page.sections


def test_every_field_of_queries_and_every_format_is_told() -> None:
    assert all(field.help.split("(")[0] in " ".join(text("queries").split()) for field in FIELDS.values())
    for field in FIELDS.values():
        parse_query(field.example)
    assert all(f"   {each.name} " in text("import") for each in FORMATS)
    assert all(f"   {name} " in text("export") for name in EXPORTS)
    assert "()" not in text("import")


def test_every_key_of_the_main_screen_is_told() -> None:
    said = " ".join(text("keys").split())
    assert all(" ".join(BY_ID[name].help.split()) in said for name in PAGES[MAIN].actions)
