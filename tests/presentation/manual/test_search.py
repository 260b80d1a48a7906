"""Search in a page of the manual."""

from hypothesis import given
from hypothesis import strategies as st

from netui.presentation.manual.search import find_line, mark_words
from netui.presentation.text import Line, plain

PAGE: list[Line] = [[("One", "")], [("a tw", "link"), ("o b", "muted")], [("three", "")], [("TWO two", "")]]


def test_the_next_line_is_found_both_ways_and_around_the_end() -> None:
    assert [find_line(PAGE, "two", at, 1) for at in (-1, 0, 1, 2, 3)] == [1, 1, 3, 3, 1]
    assert [find_line(PAGE, "two", at, -1) for at in (0, 1, 2, 3)] == [3, 3, 1, 1]
    assert find_line(PAGE, "one", 0, 1) is None and find_line(PAGE, "", 0, 1) is None
    assert find_line([], "x", 0, 1) is None and find_line(PAGE, "zz", 0, 1) is None


def test_words_are_marked_across_spans() -> None:
    marked = mark_words(PAGE, "two")
    assert marked[1] == [("a ", "link"), ("tw", "link reverse"), ("o", "muted reverse"), (" b", "muted")]
    assert marked[3] == [("TWO", " reverse"), (" ", ""), ("two", " reverse")] and marked[0] == PAGE[0]


@given(
    st.lists(st.tuples(st.text(alphabet="abİ ", max_size=5), st.just("")), max_size=4),
    st.text(alphabet="ab", max_size=2),
)
def test_marking_changes_no_text(line: Line, words: str) -> None:
    (marked,) = mark_words([line], words)
    assert plain(marked) == plain(line)
