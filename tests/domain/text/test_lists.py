"""Lists and values typed on one line: they are read back as what they were written from."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.text.lists import (
    join_items,
    join_label,
    labelled_items,
    parse_value,
    parse_value_like,
    split_items,
    split_label,
    value_text,
)

ITEMS = st.text('abÅ ,;:"/.@', min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
LABELS = st.sampled_from(["", "home", "work 2", "Büro", "c/o"])
LISTS = st.sampled_from(["emails", "phones", "links", "addresses"])


@given(st.lists(ITEMS, max_size=4), st.sampled_from(",;"))
def test_items_come_back_as_they_were(items: list[str], separator: str) -> None:
    assert split_items(join_items(items, separator), separator) == items


@given(LABELS, ITEMS.filter(lambda text: not text.casefold().startswith(("mailto", "tel"))), LISTS)
def test_a_labelled_value_comes_back_as_it_was(label: str, value: str, key: str) -> None:
    assert split_label(join_label(label, value, key), key) == (label, value)


@given(st.one_of(
    st.booleans(), st.integers(-(10**9), 10**9), st.floats(-1e6, 1e6).map(lambda n: round(n, 3)),
    st.dates(date(1000, 1, 1)), st.datetimes(datetime(1000, 1, 1)).map(lambda d: d.replace(microsecond=0)),
    ITEMS, st.lists(ITEMS, min_size=1, max_size=3), st.lists(st.integers(-9, 9), min_size=1, max_size=3),
))  # fmt: skip
def test_a_value_comes_back_of_its_type(value: Any) -> None:
    text = value_text(value)
    if text is not None:
        found = parse_value_like(value, text)
        assert found == value and type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("38", 38), ("-1.5", -1.5), ("2024-05-02", date(2024, 5, 2)), ("yes", True), ('"38"', "38"),
        ("[a, b]", ["a", "b"]), ("007", "007"), ("2024-13-02", "2024-13-02"), ("small, with milk",) * 2,
    ],
)  # fmt: skip
def test_a_new_value_is_what_it_looks_like(text: str, value: Any) -> None:
    assert parse_value(text) == value and type(parse_value(text)) is type(value)


@pytest.mark.parametrize(
    ("present", "text", "said"),
    [
        (38, "big", "a whole number"), (38, "3.5", "a whole number"), (1.5, "x", "a number"),
        (True, "2", "yes or no"), (date(2024, 1, 1), "may", "a day"), (38, "yes", "a whole number"),
        ({"a": 1}, "x", "more than one value"),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(present: Any, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_value_like(present, text)


@pytest.mark.parametrize(
    ("text", "key", "found"),
    [
        ("home: ada@x.example", "emails", ("home", "ada@x.example")),
        ("home:ada@x.example", "emails", ("home", "ada@x.example")),
        ("mailto:ada@x.example", "emails", ("", "ada@x.example")),
        ("tel:+44 20", "phones", ("", "+44 20")),
        ("https://x.example/a", "links", ("", "https://x.example/a")),
        ("site: https://x.example", "links", ("site", "https://x.example")),
        (": c/o: X", "addresses", ("", "c/o: X")),
    ],
)
def test_labels(text: str, key: str, found: tuple[str, str]) -> None:
    assert split_label(text, key) == found


def test_a_list_of_a_file_as_one_types_it() -> None:
    value = ["a@x.example", {"value": "b@x.example", "label": "home"}]
    assert join_items(labelled_items(value, "emails")) == "a@x.example, home: b@x.example"
    assert split_items('"12 High St; Flat 2", ,say "hi"') == ["12 High St; Flat 2", 'say "hi"']
