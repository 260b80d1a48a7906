"""Words with signs are found in any text, and spelled so that the tokenizer keeps the signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.query.signs import sign_index, sign_phrase, sign_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("no sign, none: here (really)! a@b.example, R&D, 24/7, <3, ~5, it's", []),
        ("C++, c#/F# and (A+)", ["C++", "c#", "F#", "A+"]),
        ("€20 or 50% or $5", ["€20", "50%", "$5"]),
        ("foo+bar+baz", ["foo+bar+baz"]),
        ("party🎉 👍🏽", ["party🎉", "👍"]),
        ("👨\u200d👩 ❤\ufe0f", ["👨", "👩", "❤\ufe0f"]),
        ("“quotes” – and … are none; 20 °C → is one", ["°C", "→"]),
        ("e\u0301te\u0301+ #été", ["e\u0301te\u0301+", "#été"]),
    ],
)
def test_words_with_signs(text: str, words: list[str]) -> None:
    assert sign_words(text) == words


def test_tags_are_words_with_signs() -> None:
    assert sign_index("plain", "\na-b\n") == sign_phrase("#a-b") != ""
    assert sign_index("plain é – “text”") == sign_index("") == ""
    assert sign_index("x+ and y#").split() == [
        "x", "\ue0002bz", "\ue000", "y", "\ue00023z",
    ]  # fmt: skip


@given(st.text() | st.text("ab +#%$€🎉.\u0301"))
def test_no_word_is_lost_or_made_up(text: str) -> None:
    words = sign_words(text)
    rest = text
    for word in words:
        before, found, rest = rest.partition(word)
        assert found and not sign_words(before)
    assert not sign_words(rest)
    assert bool(sign_index(text)) == bool(words)


def test_a_sign_of_any_script_is_indexed() -> None:
    characters = map(chr, (*range(0xD800), *range(0xE000, 0x10000), *range(0x1F000, 0x1FB00)))
    assert all(bool(sign_index(each)) == bool(sign_words(each)) for each in characters)
