"""Rows of CSV text with their lines, within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.csv.rows import LARGEST_CELL, MOST_COLUMNS, read_rows


def test_rows_come_with_the_line_they_begin_on_whatever_ends_it() -> None:
    text = 'a,b\r\n"c\nd",e\r\r\nf,g\rh,i'
    assert list(read_rows(text)) == [(1, ["a", "b"]), (2, ["c\nd", "e"]), (4, ["f", "g"]), (5, ["h", "i"])]


def test_a_row_of_too_many_cells_and_a_cell_too_large_hide_no_other() -> None:
    wide, large = "," * (MOST_COLUMNS + 1), "x" * (LARGEST_CELL + 1)
    found = [row for _, row in read_rows(f"a,b\n{wide}\n{large}\nc,d\n") if row]
    assert found == [["a", "b"], ["c", "d"]]


@given(st.text(alphabet='a,;"\r\n', max_size=60))
def test_no_text_raises(text: str) -> None:
    assert all(line >= 1 for line, _ in read_rows(text))
