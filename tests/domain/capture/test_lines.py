"""Splitting text into log lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.capture.lines import split_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n \r\n\t\n", []),
        ("one", [(1, "one")]),
        ("one\r\n\r\ntwo\rthree\n", [(1, "one"), (3, "two"), (4, "three")]),
        ("coffee with @ada:\n  her lab\n\tis hiring\ncall @grace",
         [(1, "coffee with @ada: her lab is hiring"),
          (4, "call @grace")]),
        ("one\n\n  more of it", [(1, "one more of it")]),
        ("  one\n  two\n    more\nthree", [(1, "one"), (2, "two more"), (4, "three")]),
        ("# a comment\n#tag is none\n# \none", [(2, "#tag is none"), (4, "one")]),
        ("\ufeffone\x0b\u2028two", [(1, "one\x0b\u2028two")]),
    ],
)  # fmt: skip
def test_an_entry_a_line(text: str, lines: list[tuple[int, str]]) -> None:
    assert split_lines(text) == lines


@given(st.text(st.sampled_from("ab# \t\r\n"), max_size=60))
def test_no_word_is_lost(text: str) -> None:
    wanted = [
        word
        for line in text.replace("\r", "\n").split("\n")
        if not line.startswith("# ")
        for word in line.split()
    ]
    assert [word for _, line in split_lines(text) for word in line.split()] == wanted
