"""Sanitizing: escape sequences and invisible characters are removed, nothing else changes."""

import json
import sys

from hypothesis import given
from hypothesis import strategies as st

from netui.domain.text.sanitize import (
    _patterns,
    clean,
    clean_all,
    clean_lines,
    clean_text,
    escape_json,
    visible,
)


def test_every_character_is_let_through_or_caught() -> None:
    control, invisible = _patterns()
    for letter in map(chr, range(sys.maxunicode + 1)):
        caught = bool(control.search(letter) or invisible.search(letter))
        assert (clean(letter) != letter) == caught, hex(ord(letter))


@given(st.lists(st.text(), max_size=5))
def test_many_are_cleaned_as_one_by_one(texts: list[str]) -> None:
    assert list(clean_all(texts)) == [clean(text) for text in texts]
    assert [clean(text) for text in clean_all(texts)] == list(clean_all(texts))


@given(st.text())
def test_text_of_several_lines_is_cleaned_line_by_line(text: str) -> None:
    assert clean_text(text) == "\n".join(clean_lines(text))
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_escaped_json_means_the_same_and_is_clean(document: object) -> None:
    escaped = escape_json(json.dumps(document, ensure_ascii=False))
    assert json.loads(escaped) == document and clean(escaped) == escaped


def test_what_is_edited_shows_control_characters_and_keeps_all_else() -> None:
    assert visible("a\x1b[31m\u200db é") == "a␛[31m\u200db é"
