"""Sanitizing: escape sequences and invisible characters are removed, nothing else changes."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from netui.domain.text.sanitize import _patterns, clean, clean_all


def test_every_character_is_let_through_or_caught() -> None:
    control, invisible = _patterns()
    for letter in map(chr, range(sys.maxunicode + 1)):
        caught = bool(control.search(letter) or invisible.search(letter))
        assert (clean(letter) != letter) == caught, hex(ord(letter))


@given(st.lists(st.text(), max_size=5))
def test_many_are_cleaned_as_one_by_one(texts: list[str]) -> None:
    assert list(clean_all(texts)) == [clean(text) for text in texts]
    assert [clean(text) for text in clean_all(texts)] == list(clean_all(texts))
