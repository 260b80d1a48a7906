"""Where a conflict's field stands, how it is said, and whether two texts can be one."""

from typing import Any

import pytest

from netui.domain.model.changes import FileId
from netui.domain.model.conflict import (
    Clash,
    clash_words,
    clashed_words,
    find_field,
    item_key,
    joined_texts,
    key_words,
)

DOCUMENT: dict[str, Any] = {
    "org": "X", "met": {"where": "Rome"}, "a.b": 1, "tags": ["a"],
    "timeline": [{"id": "t.1", "text": "Hi"}, {"text": "no id"}],
    "milestone": [{"text": "v1.0 is out", "due": "2026-12-01"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "path", "present"),
    [
        ("org", ("org",), "X"), ("title", ("title",), None), ("met.where", ("met", "where"), "Rome"),
        ("a.b", ("a.b",), 1), ("timeline.t.1.text", ("text",), "Hi"),
        ("timeline.t.1.place", ("place",), None),
        ("milestone.v1.0 is out.due", ("due",), "2026-12-01"), ("rhythm.every", ("rhythm", "every"), None),
    ],
)  # fmt: skip
def test_a_field_is_found_by_its_key(key: str, path: tuple[str, ...], present: object) -> None:
    found = find_field(DOCUMENT, key)
    assert found is not None and (found.path, found.present) == (path, present)


@pytest.mark.parametrize("key", ["timeline.gone.text", "promise.p1.text", "own.x.y", ""])
def test_a_field_of_an_item_that_is_gone_is_none(key: str) -> None:
    assert find_field(DOCUMENT, key) is None


def test_a_key_is_said_in_words() -> None:
    assert item_key("timeline", DOCUMENT["timeline"][0]) == "timeline.t.1"
    said = ["org", "met.where", "timeline.t.1.text", "opportunity.o1.next", "promise"]
    assert list(map(key_words, said)) == [
        "org", "met.where", "text of an entry", "next of an opportunity", "a promise",
    ]  # fmt: skip
    assert clashed_words([{"key": "org"}, {"key": "org"}, 7, {"key": "title"}]) == "two edits of org, title"


def test_what_an_edit_left_is_said_for_each_file_and_fate() -> None:
    ada, bo = FileId("contacts", "ada"), FileId("contacts", "bo")
    kept = [Clash(ada, key, is_kept=True) for key in ("org", "title", "timeline.x.text", "timeline.y.text")]
    assert clash_words([*kept, Clash(bo, "timeline", is_kept=False)], str.title) == [
        "org, title and text of an entry of Ada changed meanwhile: both texts are kept",
        "an entry of Bo changed meanwhile and stays as it is",
    ]  # fmt: skip
    assert clash_words([], str) == []


@pytest.mark.parametrize(
    ("key", "value", "other", "both"),
    [
        ("org", "A", "B", "A / B"), ("notes", "A\n", "B", "A\n\nB\n"), ("timeline.x.text", "A", "B", "A / B"),
        ("timeline.x.text", "A", "B\nC", "A\n\nB\nC\n"), ("name", "A", "B", None), ("met.on", "A", "B", None),
        ("org", None, "B", None), ("org", "A", 3, None), ("rhythm.every", "2w", "3w", None),
    ],
)  # fmt: skip
def test_two_texts_are_one_where_the_field_can_hold_both(key: str, value: Any, other: Any, both: Any) -> None:
    assert joined_texts(key, value, other) == both
