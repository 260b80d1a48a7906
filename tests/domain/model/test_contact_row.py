"""Folding of text for search and of names for comparison."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.contact_row import fold, name_key, split


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ada", "ada"), ("Åsa", "asa"), ("José", "jose"), ("STRASSE", "strasse"), ("Straße", "strasse"),
     ("Søren Łuk", "soren luk"), ("İzmir", "izmir"), ("𝑨da", "ada")],
)  # fmt: skip
def test_fold_leaves_out_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_twice_changes_no_character_there_is() -> None:
    once = {chr(code): fold(chr(code)) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF}
    assert [text for text, folded in once.items() if fold(folded) != folded] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [("Dr. Ada  Lovelace", "dr ada lovelace"), ("Jean-Luc", "jean luc"), ("O’Neil", "o'neil"), (" , ", "")],
)
def test_names_are_compared_without_punctuation(name: str, key: str) -> None:
    assert name_key(name) == key


def test_an_empty_joined_field_has_no_items() -> None:
    assert split("") == []
    assert split("a\nb c") == ["a", "b c"]
