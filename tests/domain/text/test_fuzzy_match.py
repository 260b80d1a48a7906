"""Fuzzy matching: from a whole name down to its initials, and nothing that merely holds the letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.text.fuzzy_match import EXACT, FUZZY, PREFIX, WORD_START, WORDS, match, normalize

NAMES = st.text(alphabet="abc ", min_size=1, max_size=40).map(normalize)


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("Ada Lovelace", "ada lovelace", EXACT),
        ("let_go", "Let go", EXACT),
        ("choir", "#choir", EXACT),
        ("theme: nord", "nord theme", WORDS),
        ("ada", "Ada Lovelace", PREFIX),
        ("love", "Ada Lovelace", WORD_START),
        ("love ad", "Ada Lovelace", WORDS),
        ("al", "Ada Lovelace", FUZZY),
        ("grho", "Grace Hopper", FUZZY),
        ("rviw", "Review those worth thinking of", FUZZY),
        ("áda", "Ada", EXACT),
        ("da", "Ada Lovelace", None),
        ("ae", "Ada Lovelace", None),
        ("adaloveless", "Ada Lovelace", None),
        ("rw", "review", None),
        ("", "Ada", None),
    ],
)
def test_how_letters_fit_a_text(typed: str, text: str, kind: int | None) -> None:
    found = match(normalize(typed), normalize(text))
    assert (found.kind if found else None) == kind


def test_letters_passed_over_are_counted_and_few() -> None:
    assert match("rev", "r e v") == (FUZZY, 0) and match("rvie", "review") == (FUZZY, 1)
    assert match("revw", "review") is None


@given(NAMES, NAMES)
def test_an_abbreviation_holds_its_letters_in_order_from_the_beginning_of_a_word(
    typed: str, text: str
) -> None:
    found = match(typed, text)
    if found is None or found.kind != FUZZY:
        return
    letters = iter(text)
    assert all(letter in letters for letter in typed)
    assert f" {typed[0]}" in f" {text}" and found.gap * 3 <= len(typed)


@given(NAMES.filter(bool))
def test_every_text_fits_itself_its_beginning_and_its_words(text: str) -> None:
    assert match(text, text) == (EXACT, 0)
    word = text.split()[-1]
    found = match(word, text)
    assert found is not None and found.kind <= WORD_START


def test_a_hostile_name_takes_no_time() -> None:
    assert match("a" * 15 + "b", "a " * 5_000) is None
    assert match("a" * 15 + "b", "a " * 39) is None
