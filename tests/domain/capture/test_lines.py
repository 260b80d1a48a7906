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
    assert [(line.number, line.text) for line in split_lines(text)] == lines


def opening_day(line: str) -> tuple[str, bool]:
    """Reads days of one letter and a colon: ``a:`` is a heading, ``a: b`` a line of its own day."""
    text = line.removeprefix("# ")
    return (text[0], len(text) == 2) if text[1:2] == ":" else ("", False)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a:\none\n\n- two\nb:\nthree", [("one", "a", 1), ("- two", "a", 1), ("three", "b", 5)]),
        ("one\na:\n  two\n    more\n  three", [("one", "", 0), ("two more", "a", 2), ("three", "a", 2)]),
        ("# a:\none\n# a comment\ntwo\n# b:\n", [("one", "a", 1), ("two", "a", 1)]),
        ("a:\nb:\none\nc:", [("one", "b", 2), ("c:", "", 0)]),
        ("a:\none\nb: two\nthree", [("one", "a", 1), ("b: two", "a", 1), ("three", "a or b", 1)]),
        ("b: two\nthree", [("b: two", "", 0), ("three", "", 0)]),
        ("one\n  a:\n  two", [("one a: two", "", 0)]),
    ],
)  # fmt: skip
def test_a_day_alone_is_the_heading_of_the_lines_below_it(
    text: str, lines: list[tuple[str, str, int]]
) -> None:
    assert [line[1:] for line in split_lines(text, opening_day)] == lines


@given(st.text(st.sampled_from("ab# \t\r\n"), max_size=60))
def test_no_word_is_lost(text: str) -> None:
    wanted = [
        word
        for line in text.replace("\r", "\n").split("\n")
        if not line.startswith("# ")
        for word in line.split()
    ]
    assert [word for line in split_lines(text) for word in line.text.split()] == wanted
