"""Helpers of every importer: stable ids, cleaned text, unknown charsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.records import clean, decode, stable_id


@given(st.lists(st.text(max_size=8), min_size=1, max_size=3))
def test_the_same_parts_give_the_same_id(parts: list[str]) -> None:
    assert stable_id(*parts) == stable_id(*parts)
    assert len(stable_id(*parts)) == 10


def test_parts_are_not_run_together() -> None:
    assert stable_id("ab", "c") != stable_id("a", "bc")


def test_cleaned_text_is_one_composed_line_without_control_characters() -> None:
    assert clean("  Zoe\u0308\x1b[31m\n Blake\u2028 ") == "Zo\u00eb[31m Blake"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_of_any_usual_charset_is_decoded(encoding: str) -> None:
    assert decode("Zoë Blake".encode(encoding)) == "Zoë Blake"
