"""What is left out of the stream makes no difference to the screen."""

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.ui.cells import Cells

ROWS, COLUMNS = 6, 30
WIDTH = COLUMNS // 2
STYLES = (
    "0", "1;38;2;1;2;3;48;2;9;9;9", "38;2;1;2;3;48;2;9;9;9", "7", "38;5;4", "31;44", "2;38;2;0;0;0", "4;9",
    "92;103", "1;39;49",
)  # fmt: skip
WORDS = ("a", "abc", " ", "    ", "Åsa", "漢字", "é", "●", "x" * 9, "e\u0301", "👩\u200d🚀", "─" * 5)
PLAIN_SCREEN = "".join(f"\x1b[{row + 1};1H" + " " * COLUMNS for row in range(ROWS))


def run(spans: list[tuple[str, str]], row: int, column: int) -> str:
    """Spans at a place, as a strip is sent, cut to half the screen."""
    out, left = f"\x1b[{row + 1};{column + 1}H", WIDTH
    for style, word in spans:
        left -= 2 * len(word)
        if left < 0:
            break
        out += f"\x1b[{style}m{word}\x1b[0m"
    return out


strips = st.builds(
    run,
    st.lists(st.tuples(st.sampled_from(STYLES), st.sampled_from(WORDS)), min_size=1, max_size=4),
    st.integers(0, ROWS - 1),
    st.integers(0, COLUMNS - WIDTH - 1),
)
places = st.builds(lambda row, column: f"\x1b[{row};{column}H", st.integers(1, ROWS), st.integers(1, COLUMNS))
frames = st.builds(
    lambda strips, place: f"\x1b[?2026h{''.join(strips)}{place}\x1b[?2026l",
    st.lists(strips, max_size=5),
    places,
)


class Terminal:
    """An emulated screen."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self.screen)

    def feed(self, data: str) -> None:
        self._stream.feed(data)

    def seen(self) -> list[tuple[object, ...]]:
        """Each cell, as far as an eye can tell."""
        cells = [self.screen.buffer[row][column] for row in range(ROWS) for column in range(COLUMNS)]
        return [
            (cell.data, cell.bg)
            if cell.data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)
            else tuple(cell)
            for cell in cells
        ]


@given(st.lists(frames, min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_the_screen_is_the_same(sent: list[str]) -> None:
    whole, slim, cells = Terminal(), Terminal(), Cells()
    for frame in [PLAIN_SCREEN, *sent]:
        whole.feed(frame)
        slim.feed(cells.slim(frame))
        assert slim.seen() == whole.seen()


@given(strips)
def test_what_stands_already_is_not_sent_again(strip: str) -> None:
    if "\u200d" in strip or "\u0301" in strip:
        return  # cells of uncertain width are always sent
    cells = Cells()
    cells.slim(strip)
    assert cells.slim(f"\x1b[?2026h{strip}\x1b[1;1H\x1b[?2026l") == ""


def test_only_what_differs_is_sent() -> None:
    cells = Cells()
    cells.slim("\x1b[1;1H\x1b[1;31mAda Lovelace      58 d\x1b[0m\x1b[1;1H")
    assert cells.slim("\x1b[1;1H\x1b[1;31mAda Lovelace      59 d\x1b[0m\x1b[1;1H") == "\x1b[1;20H9"
    assert cells.slim("\x1b[1;1H\x1b[1;32mA\x1b[0m\x1b[1;1H") == "\x1b[1;1H\x1b[32mA"
    assert cells.slim("\x1b[1;2H\x1b[32md\x1b[0m\x1b[1;1H") == "\x1b[22md"


def test_after_something_unknown_all_is_sent() -> None:
    cells = Cells()
    line = "\x1b[1;1HAda"
    cells.slim(line)
    for unknown in ("\x1b[2J", "\x1b[?1049h", "\x1bc", "no place"):
        assert unknown in cells.slim(unknown)
        assert cells.slim(line).endswith("Ada")
    cells.forget()
    assert cells.slim(line).endswith("Ada")


def test_modes_titles_and_clipboard_pass() -> None:
    for sequence in (
        "\x1b[?25l",
        "\x1b[>25u",
        "\x1b[<u",
        "\x1b[?2048$p",
        "\x1b]52;c;QWRh\x07",
        "\x1b]22;default\x1b\\",
    ):
        cells = Cells()
        cells.slim("\x1b[1;1HAda")
        assert cells.slim(sequence) == sequence
        assert cells.slim("\x1b[1;1HAda") == ""


def test_the_cursor_stands_where_one_types() -> None:
    cells = Cells()
    cells.slim("\x1b[1;1HAda")
    assert cells.slim("\x1b[2;1Hx\x1b[1;3H").endswith("\x1b[1;3H")
    assert cells.slim("\x1b[1;3H") == ""
