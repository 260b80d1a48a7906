"""Text cut, padded and wrapped by cells, whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from netui.presentation.text import (
    Line,
    clean,
    cut,
    fit,
    flow,
    highlight,
    keep_end,
    paste_lines,
    plain,
    show_match,
    spread,
    width_of,
    wrap,
)
from tests.support.hostile import FORBIDDEN, HARM

TEXTS = st.one_of(st.sampled_from(HARM), st.text(max_size=80))


@given(TEXTS)
def test_clean_text_holds_nothing_a_terminal_obeys(text: str) -> None:
    assert not FORBIDDEN & set(clean(text))
    assert clean(clean(text)) == clean(text)


@given(TEXTS, st.integers(1, 60))
def test_fit_is_exact_and_cut_is_at_most(text: str, width: int) -> None:
    text = clean(text)
    assert cell_len(fit(text, width)) == width
    assert cell_len(cut(text, width)) <= width
    assert cell_len(keep_end(text, width)) <= width


@given(TEXTS, st.integers(4, 60))
def test_wrapped_lines_are_narrow_enough_and_hold_every_word(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(
        "".join(map(clean, text.replace("\r\n", "\n").split("\n"))).split()
    )


@given(TEXTS, TEXTS, st.integers(4, 60))
def test_the_right_end_stands_at_the_right(left: str, right: str, width: int) -> None:
    end = cut(clean(right), width)
    line = spread([(clean(left), "")], [(end, "")], width)
    assert plain(line).endswith(end)
    assert width_of(line) == width


def test_what_follows_the_last_gap_stays() -> None:
    assert (
        keep_end("logged coffee with many people   u takes it back", 34)
        == "logged coffee w…   u takes it back"
    )
    assert keep_end("short   u takes it back", 40) == "short   u takes it back"
    assert keep_end("no gap in this one", 8) == "no gap …"


@given(st.text(st.sampled_from("ab é\n\t日x"), max_size=300), st.integers(4, 20), st.integers(1, 9))
def test_the_first_lines_are_those_of_the_whole(text: str, width: int, most: int) -> None:
    first, whole = wrap(text, width, most), wrap(text, width)[:most]
    while whole and not whole[-1]:
        whole.pop()
    assert first == whole


def test_no_more_of_a_long_text_is_read_than_is_shown() -> None:
    class Text(str):
        def __getitem__(self, at: object) -> str:
            assert isinstance(at, slice) and at.stop <= 4 * 3 * 10
            return super().__getitem__(at)

        replace = property()  # type: ignore[assignment]

    assert wrap(Text("word " * 1_000_000), 10, 3) == ["word word"] * 3


def rows(line: Line, width: int, most: int = 3) -> list[str]:
    return [plain(row) for row in flow(line, width, most)]


def test_spans_go_whole_into_the_next_row() -> None:
    chips = [
        (" ", ""),
        (" coffee ", "chip"),
        (" ", ""),
        (" Ada Lovelace ", "chip"),
        (" ", ""),
        (" #a ", "chip"),
    ]
    assert rows(chips, 80) == ["  coffee   Ada Lovelace   #a "]
    assert rows(chips, 20) == ["  coffee  ", "  Ada Lovelace   #a "]


def test_a_hint_is_cut_in_its_row_and_further_ones_go_whole_or_not_at_all() -> None:
    hints = [(" Ada ", "chip"), (" write a line", "faint"), ("  esc keeps", "faint"), ("  ^t back", "faint")]
    assert rows(hints, 40) == [" Ada  write a line  esc keeps  ^t back"]
    assert rows(hints, 35) == [" Ada  write a line  esc keeps"]
    assert rows(hints, 20) == [" Ada  write a line"] and rows(hints, 12) == [" Ada  write…"]


def test_a_span_wider_than_a_row_breaks_between_words_and_what_finds_no_room_is_told() -> None:
    promise = [(" I promise: send the deck to all of them, by Fri 27 Nov ", "chip")]
    assert rows(promise, 24) == [" I promise: send the ", "  deck to all of them, ", "  by Fri 27 Nov "]
    assert rows(promise, 24, 2) == [" I promise: send the ", "  deck to all of them, …"]


@pytest.mark.parametrize(
    ("typed", "coloured"),
    [
        ("pri", ["Pri", "pri"]), ("#ada", ["Ádá"]), ("ship prices", ["ship"]), ("rice", []), ("", []),
        ("[/b]", []), ("by b", ["by"]),
    ],
)  # fmt: skip
def test_the_beginnings_of_words_that_were_typed_are_in_colour(typed: str, coloured: list[str]) -> None:
    text = "Price by ship; priced, Ádám"
    line = highlight(text, typed, "muted")
    assert plain(line) == text
    assert [piece for piece, role in line if role != "muted"] == coloured


def test_what_was_typed_is_in_view_where_a_text_is_cut() -> None:
    text = "a long way before anything at all is said, and then the price of it, which is high"
    assert show_match(text, "price", 30) == "…is said, and then the price …"
    assert show_match(text, "long", 30) == cut(text, 30)
    assert show_match(text, "price", 200) == text


@given(TEXTS, TEXTS, st.integers(1, 40))
def test_no_text_is_torn_by_what_is_typed(text: str, typed: str, width: int) -> None:
    assert plain(highlight(text, typed)) == text
    assert cell_len(show_match(clean(text), typed, width)) <= width


def test_a_hint_is_cut_and_never_makes_a_row() -> None:
    assert rows([(" Ada ", "chip"), ("  a long hint about what may be typed", "faint")], 20) == [
        " Ada   a long hint …"
    ]


@given(
    st.lists(st.tuples(st.text("ab 日", max_size=30), st.sampled_from(["", "chip", "faint"]))),
    st.integers(6, 40),
)
def test_no_row_is_too_wide(line: Line, width: int) -> None:
    found = flow(line, width, 3)
    assert 1 <= len(found) <= 3
    assert all(width_of(row) <= width for row in found)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a", ["a"]), (" a\r\n", [" a"]), ("\r\na\r\n\r\n b \n\t\nc\rd", ["a", " b ", "c", "d"]),
        ("", [""]), ("\n \n", [" "]),
    ],
)  # fmt: skip
def test_pasted_lines(text: str, lines: list[str]) -> None:
    assert paste_lines(text) == lines


@given(TEXTS)
def test_no_character_of_a_paste_is_lost(text: str) -> None:
    assert [c for c in "".join(paste_lines(text)) if not c.isspace()] == [c for c in text if not c.isspace()]
