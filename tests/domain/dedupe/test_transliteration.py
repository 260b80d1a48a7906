"""Words of other alphabets in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.dedupe.transliteration import latin
from netui.domain.model.contact_row import fold


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Дмитрий", "dmitriy"),
        ("Александр", "alexandr"),
        ("Ђорђевић", "djordjevic"),
        ("Κωνσταντίνος", "konstantinos"),
        ("Ευάγγελος", "evangelos"),
        ("Müller", "muller"),
        ("李明", "李明"),
    ],
)
def test_a_word_is_written_as_in_a_passport(word: str, wanted: str) -> None:
    assert latin(fold(word)) == wanted


@given(st.text(st.characters(min_codepoint=0x370, max_codepoint=0x52F), max_size=9))
def test_it_is_done_once(word: str) -> None:
    found = latin(fold(word))
    assert latin(found) == found
