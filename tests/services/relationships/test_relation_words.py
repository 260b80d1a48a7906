"""Words of relations: what the other end is called."""

import pytest

from netui.services.relationships.relation_words import ABOVE, BELOW, opposite_word


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("Father", "child"), ("daughter", "parent"), ("child", "parent"), ("uncle", "nephew or niece"),
        ("niece", "uncle or aunt"), ("boss", "direct report"), ("report", "boss"), ("sister", "sibling"),
        ("Business partner", "Business partner"), ("muse", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_other_end(label: str, other: str) -> None:
    assert opposite_word(label) == other


def test_no_word_stands_on_both_sides() -> None:
    assert not ABOVE & BELOW and all(" or " not in word for word in ABOVE | BELOW)
    assert all(opposite_word(opposite_word(word)) for word in ABOVE | BELOW if " " not in opposite_word(word))
