"""Contact channels in a file: e-mail, phone and links."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.channels import Channel, channel_of, channels, untried


def test_one_of_each_name_in_the_order_of_use() -> None:
    head = {
        "links": ["https://www.Social.example/ada", "https://social.example/other", "http://ada.example"],
        "phones": [{"value": " +351 1 ", "label": "work"}, "+351 2"],
        "emails": ["ada@x.example", "ada@y.example"],
    }
    assert channels(head) == [
        Channel("e-mail", "ada@x.example"),
        Channel("phone", "+351 1"),
        Channel("social.example", "https://www.Social.example/ada"),
        Channel("ada.example", "http://ada.example"),
    ]


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://social.example", "social.example"),
        ("social.example/ada?x=1", "social.example"),
        ("https://me:secret@www.social.example:8443/x", "social.example"),
        ("https://social.example?x=/", "social.example"),
    ],
)
def test_a_link_is_known_by_its_site_alone(link: str, name: str) -> None:
    assert [channel.name for channel in channels({"links": [link]})] == [name]


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"emails": "ada@x.example"},
        {"emails": [""], "phones": [" "], "links": ["localhost", "https://", "no site at.all/x"]},
        {"emails": [3, None, {}, {"label": "home"}, {"value": 4}]},
        {"links": [f"https://{'a' * 50}.example"]},
    ],
)
def test_what_names_no_way_is_passed_over(head: dict[str, Any]) -> None:
    assert channels(head) == []


def test_phrases_and_what_was_tried() -> None:
    known = [Channel("e-mail", "a"), Channel("phone", "1"), Channel("social.example", "x")]
    assert [channel.phrase for channel in known] == ["by e-mail", "by phone", "on social.example"]
    assert [c.name for c in untried(known, map(channel_of, ["call", "coffee", ""]))] == [
        "e-mail",
        "social.example",
    ]


@pytest.mark.slow
@given(
    st.dictionaries(
        st.sampled_from(["emails", "phones", "links"]), st.lists(st.text()) | st.text() | st.integers()
    )
)
def test_nothing_in_a_file_can_break_it(head: dict[str, Any]) -> None:
    for channel in channels(head):
        assert channel.value.strip() and channel.name and not any(c.isspace() for c in channel.name)
