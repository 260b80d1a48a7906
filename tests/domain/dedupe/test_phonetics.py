"""Phonetic keys of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.dedupe.phonetics import phonetic_key


@pytest.mark.parametrize(
    "words",
    ["meyer maier mayer meier", "stephen steven stefan stephan", "schmidt schmitt schmid", "johnson jonson",
     "mueller muller", "moeller moller", "clarke clark", "fischer fisher", "geoffrey jeffrey", "gray grey",
     "thompson thomson", "nielsen nilsen", "peterson petersen", "novak nowak", "jackson jaxon"],
)  # fmt: skip
def test_spellings_that_sound_alike_have_one_key(words: str) -> None:
    assert len(set(map(phonetic_key, words.split()))) == 1


@pytest.mark.parametrize(
    "words",
    ["jan jon jens", "anna anne", "hansen jansen", "wong fong", "miller mills", "lee lowe", "ray1 ray11"],
)
def test_other_names_have_other_keys(words: str) -> None:
    assert len(set(map(phonetic_key, words.split()))) == len(words.split())


@given(st.text(max_size=12))
def test_any_word_has_a_key(word: str) -> None:
    assert isinstance(phonetic_key(word), str)
