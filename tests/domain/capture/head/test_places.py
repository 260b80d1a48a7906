"""Places after "at" and "in": known ones, capitalised ones, and what is no place."""

import pytest

from netui.domain.capture.head.places import place_at
from netui.domain.capture.tokens.lexer import Lexer

KNOWN = frozenset(("the blue door", "city library"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("at Blue Bottle with", "Blue Bottle"),
        ("at the Tate Modern", "the Tate Modern"),
        ("in London", "London"),
        ("in NYC", "NYC"),
        ("at the blue door again", "the blue door"),
        ("at city library", "city library"),
        ("at Bank of England today", "Bank of England"),
        ("in German", ""),
        ("in Q3", ""),
        ("in ABC", ""),
        ("at lunch", ""),
        ("at, London", ""),
        ("in March", ""),
        ("on London", ""),
    ],
)
def test_places(text: str, place: str) -> None:
    tokens = Lexer(text).tokenize()
    end = place_at(tokens, 0, len(tokens), KNOWN)
    assert " ".join(token.value for token in tokens[1:end]) == place
