"""What is left out of the stream makes no difference to the screen."""

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from netui.ui.terminal.cell_diff import ScreenBuffer

ROWS, COLUMNS = 6, 30
WIDTH = COLUMNS // 2
STYLES = (
    "0", "1;38;2;1;2;3;48;2;9;9;9", "38;2;1;2;3;48;2;9;9;9", "7", "38;5;4", "31;44", "2;38;2;0;0;0", "4;9",
    "92;103", "1;39;49",
)  # fmt: skip
WORDS = ("a", "abc", " ", "    ", "Åsa", "漢字", "é", "●", "x" * 9, "─" * 5)
UNCERTAIN = ("e\u0301", "👩\u200d🚀", "🚀")
"""Of which terminals do not agree how wide they are."""
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


def line(spans: list[tuple[str, str]], row: int) -> str:
    """Spans from edge to edge, as Textual draws a line."""
    out, left = f"\x1b[{row + 1};1H", COLUMNS
    for style, word in spans:
        if cell_len(word) <= left:
            left -= cell_len(word)
            out += f"\x1b[{style}m{word}\x1b[0m"
    return out + " " * left


lines = st.builds(
    line,
    st.lists(st.tuples(st.sampled_from(STYLES), st.sampled_from(WORDS + UNCERTAIN)), max_size=6),
    st.integers(0, ROWS - 1),
)
places = st.builds(lambda row, column: f"\x1b[{row};{column}H", st.integers(1, ROWS), st.integers(1, COLUMNS))


def framed(strips: list[str], place: str) -> str:
    """One drawing."""
    return f"\x1b[?2026h{''.join(strips)}{place}\x1b[?2026l"


frames = st.builds(framed, st.lists(strips, max_size=5), places)
whole_lines = st.builds(framed, st.lists(lines, max_size=5), places)
pieces = st.none() | st.integers(1, 90)


def slim(cells: ScreenBuffer, data: str) -> str:
    """What is sent in the place of ``data``."""
    cells.feed(data)
    return cells.diff()


class Terminal:
    """An emulated screen."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self.screen)
        self.feed("\x1b[?7l")  # as Textual does: no wrapping at the edge

    def feed(self, data: str) -> None:
        self._stream.feed(data)

    def seen(self) -> list[tuple[object, ...]]:
        """Each cell, as far as an eye can tell."""
        seen: list[tuple[object, ...]] = []
        for row in range(ROWS):
            line = [self.screen.buffer[row][column] for column in range(COLUMNS)]
            for cell, before, after in zip(line, [None, *line], [*line[1:], None], strict=False):
                if cell.data == "":
                    whole = before is not None and cell_len(before.data) == 2
                else:
                    whole = cell_len(cell.data) != 2 or (after is not None and after.data == "")
                data = cell.data if whole else " "  # a terminal blanks the other half of a wide character
                seen.append(
                    (data, cell.bg)
                    if data == " " and not (cell.reverse or cell.underscore or cell.strikethrough)
                    else (data, *cell[1:])
                )
        return seen


@pytest.mark.slow
@pytest.mark.parametrize("erases_in_colour", [True, False])
@given(st.lists(frames, min_size=1, max_size=8) | st.lists(whole_lines, min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_the_screen_is_the_same(erases_in_colour: bool, sent: list[str]) -> None:
    whole, slim_one, cells = Terminal(), Terminal(), ScreenBuffer(erases_in_colour=erases_in_colour)
    for frame in [PLAIN_SCREEN, *sent]:
        whole.feed(frame)
        slim_one.feed(slim(cells, frame))
        assert slim_one.seen() == whole.seen()


@pytest.mark.slow
@given(
    st.lists(st.tuples(frames, pieces), min_size=1, max_size=8)
    | st.lists(st.tuples(whole_lines, pieces), min_size=1, max_size=8)
)
@settings(max_examples=300, deadline=None)
def test_the_last_screen_is_reached_whatever_was_left_out_or_sent_in_part(
    sent: list[tuple[str, int | None]],
) -> None:
    whole, slim_one, cells = Terminal(), Terminal(), ScreenBuffer(erases_in_colour=True)
    slim_one.feed(slim(cells, PLAIN_SCREEN))
    whole.feed(PLAIN_SCREEN)
    for frame, most in sent:
        whole.feed(frame)
        cells.feed(frame)
        if most is not None:
            slim_one.feed(cells.diff(most))
    for _ in range(ROWS + 1):
        slim_one.feed(cells.diff(1))
    assert slim_one.seen() == whole.seen()
    assert not cells.pending and cells.diff() == ""


@given(strips)
def test_what_stands_already_is_not_sent_again(strip: str) -> None:
    cells = ScreenBuffer()
    slim(cells, strip)
    assert slim(cells, f"\x1b[?2026h{strip}\x1b[1;1H\x1b[?2026l") == ""


def test_what_was_overtaken_is_never_sent() -> None:
    cells = ScreenBuffer()
    slim(cells, "\x1b[1;1HAda")
    cells.feed("\x1b[1;1HEve")
    cells.feed("\x1b[1;1HAda")
    assert cells.diff() == ""
    cells.feed("\x1b[1;1HEve")
    cells.feed("\x1b[1;1HIda")
    assert cells.diff() == "\x1b[1;1HI"


def test_only_what_differs_is_sent() -> None:
    cells = ScreenBuffer()
    slim(cells, "\x1b[1;1H\x1b[1;31mAda Lovelace      58 d\x1b[0m\x1b[1;1H")
    assert slim(cells, "\x1b[1;1H\x1b[1;31mAda Lovelace      59 d\x1b[0m\x1b[1;1H") == "\x1b[1;20H9"
    assert slim(cells, "\x1b[1;1H\x1b[1;32mA\x1b[0m\x1b[1;1H") == "\x1b[1;1H\x1b[32mA"
    assert slim(cells, "\x1b[1;2H\x1b[32md\x1b[0m\x1b[1;1H") == "\x1b[22md"


def test_after_something_unknown_all_is_sent() -> None:
    cells = ScreenBuffer()
    line = "\x1b[1;1HAda"
    slim(cells, line)
    for unknown in ("\x1b[2J", "\x1b[?1049h", "\x1bc", "no place"):
        assert unknown in slim(cells, unknown)
        assert slim(cells, line).endswith("Ada")


def test_what_was_drawn_is_sent_again_as_far_as_a_new_size_shows_it() -> None:
    cells = ScreenBuffer()
    cells.feed("\x1b[1;1HAda Lovelace\x1b[2;1HGrace\x1b[3;1HAlan")
    assert "Alan" in cells.diff() and cells.diff() == ""
    cells.feed("\x1b[2;1HMary ")
    cells.invalidate(6, 2)
    assert cells.diff() == "\x1b[1;1H\x1b[mAda Lo\r\nMary "
    cells.feed("\x1b[1;1HAda Lo\x1b[2;1HMary  ")
    assert cells.diff() == " "


def test_modes_titles_and_clipboard_pass() -> None:
    for sequence in (
        "\x1b[?25l",
        "\x1b[>25u",
        "\x1b[<u",
        "\x1b[?2048$p",
        "\x1b]52;c;QWRh\x07",
        "\x1b]22;default\x1b\\",
    ):
        cells = ScreenBuffer()
        slim(cells, "\x1b[1;1HAda")
        assert slim(cells, sequence) == sequence
        assert slim(cells, "\x1b[1;1HAda") == ""


def test_the_cursor_stands_where_one_types() -> None:
    cells = ScreenBuffer()
    slim(cells, "\x1b[1;1HAda")
    assert slim(cells, "\x1b[2;1Hx\x1b[1;3H").endswith("\x1b[1;3H")
    assert slim(cells, "\x1b[1;3H") == ""


def test_what_there_is_no_room_for_is_not_sent() -> None:
    cells = ScreenBuffer()
    cells.invalidate(10, 2)
    cells.feed("\x1b[1;8Habcdef\x1b[2;9H界界\x1b[2;1Hhere\x1b[3;1Hbelow")
    sent = cells.diff()
    assert "abc" in sent and "here" in sent and "界" in sent
    assert not {*"dfw"} & {*sent} and sent.count("界") == 1
    cells.feed("\x1b[2;10H界")
    assert "界" not in cells.diff()


def test_a_terminal_that_became_smaller_shows_no_half_of_a_character() -> None:
    cells = ScreenBuffer()
    cells.feed("\x1b[1;1Hab界界")
    cells.invalidate(5, 1)
    assert cells.diff().endswith("ab界 ")


def hyperlink(text: str, uri: str) -> str:
    """A text with a target, as Rich writes it."""
    return f"\x1b]8;id=123;{uri}\x1b\\\x1b[31m{text}\x1b[0m\x1b]8;;\x1b\\"


def test_a_link_is_a_part_of_a_cells_style_and_no_frame_ends_in_one() -> None:
    cells = ScreenBuffer()
    first = slim(cells, f"\x1b[1;1H{hyperlink('Ada K', 'tel:1')} \x1b[1;1H")
    assert "\x1b]8;;tel:1\x1b\\\x1b[31mAda K\x1b]8;;\x1b\\" in first, "no link in the blank"
    assert slim(cells, f"\x1b[1;1H{hyperlink('Ada K', 'tel:1')} \x1b[1;1H") == ""
    other = slim(cells, f"\x1b[1;1H{hyperlink('Ada K', 'tel:2')} ")
    assert "\x1b]8;;tel:2\x1b\\Ada K\x1b]8;;\x1b\\" in other, "all of it leads elsewhere"
    plain = slim(cells, "\x1b[1;1H\x1b[31mAda K\x1b[0m ")
    assert plain.endswith("Ada K") and "]8;" not in plain


def test_blanks_of_a_link_are_written_not_erased() -> None:
    cells = ScreenBuffer(erases_in_colour=True)
    assert "a" + " " * 12 + "b" in slim(cells, f"\x1b[1;1H{hyperlink('a' + ' ' * 12 + 'b', 'tel:1')}")
