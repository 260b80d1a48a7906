"""Normalized names, tags and addresses: what counts as the same."""

from datetime import date

import pytest

from netui.domain.dedupe.normalize import address_normalizer, normalize_name, normalize_word, to_text


@pytest.mark.parametrize(
    ("key", "one", "other"),
    [
        ("emails", "Ada@Engines.example", {"value": "ada@engines.example ", "label": "work"}),
        ("phones", "+44 20 7946-0000", "+442079460000"),
        ("links", "https://ada.example/", "https://Ada.example"),
    ],
)
def test_one_address_written_two_ways(key: str, one: object, other: object) -> None:
    normalize = address_normalizer(key)
    assert normalize(one) == normalize(other)


def test_phone_numbers_without_digits_are_compared_as_text() -> None:
    normalize = address_normalizer("phones")
    assert normalize("ask Bob") != normalize("ask Eve")


def test_names_keep_their_diacritics_and_words_do_not() -> None:
    assert normalize_name("José ") == normalize_name("JOSÉ") != normalize_name("Jose")
    assert normalize_word("Café") == normalize_word("cafe ")


def test_values_as_text() -> None:
    assert (
        to_text({"on": date(2026, 1, 2), "tags": ["a", "b"], "done": True})
        == "on 2026-01-02, tags a, b, done true"
    )
