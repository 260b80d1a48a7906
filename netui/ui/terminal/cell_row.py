"""One row of both screens, and the pieces of it that are sent together."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rich.cells import cell_len

from netui.ui.terminal.sgr import PLAIN, CellStyle, blank_of

_GAP = 4
"""Cells that stay as they are but cost less to send again than a move over them."""
Run = tuple[int, int, int]
"""Cells of a row that are sent together: the row, the first of them, and the one after the last."""


class DrawnRow(NamedTuple):
    """One row of a screen: the text and the style of each cell, "" for the second half of a wide one."""

    y: int
    text: Sequence[str]
    pens: Sequence[CellStyle]


class AmbiguousWidth(str):
    """Text of which terminals do not agree how many cells it takes."""

    __slots__ = ()


class Row:
    """One row of both screens: what was drawn, and what the terminal shows; None is a cell unknown."""

    __slots__ = ("pens", "shown", "shown_pens", "text", "uncertain")

    def __init__(self) -> None:
        self.text: list[str | None] = []
        self.pens: list[CellStyle | None] = []
        self.shown: list[str | None] = []
        self.shown_pens: list[CellStyle | None] = []
        self.uncertain = False

    def widen(self, width: int) -> None:
        """Holds at least so many cells."""
        more = [None] * (width - len(self.text))
        for cells in (self.text, self.pens, self.shown, self.shown_pens):
            cells += more

    def forget(self, width: int) -> None:
        """Has at most so many cells, and what is shown of them is unknown."""
        if self.text[width : width + 1] == [""]:  # half a wide character is none
            self.text[width - 1] = " "
        del self.text[width:], self.pens[width:]
        self.shown, self.shown_pens = [None] * len(self.text), [None] * len(self.text)

    def changed(self, begin: int, end: int) -> list[bool]:
        """Which cells between two columns were drawn otherwise than they are shown."""
        drawn, shown = zip(self.text, self.pens, strict=True), zip(self.shown, self.shown_pens, strict=True)
        return [
            one[0] is not None and one != other
            for one, other in islice(zip(drawn, shown, strict=True), begin, end)
        ]

    def is_blank_from(self, x: int, pen: CellStyle) -> bool:
        """Whether nothing but blanks of one style was drawn from there on."""
        return all(cell == " " for cell in self.text[x:]) and all(each == pen for each in self.pens[x:])


def ends_of(row: Row, first: int, after: int) -> tuple[int, int]:
    """The cells that change when those are written over: halves of wide characters go with them."""
    while first and row.text[first] == "":
        first -= 1
    while after < len(row.text) and row.text[after] == "":
        after += 1
    return first, after


def is_alike(row: Row, x: int, pen: CellStyle) -> bool:
    """Whether a cell was drawn in this style, with text of a certain width."""
    cell = row.text[x]
    return row.pens[x] == pen and cell is not None and not isinstance(cell, AmbiguousWidth)


def runs_of(y: int, row: Row, begin: int, end: int) -> Iterator[tuple[CellStyle, Run, bool]]:
    """What changed between two columns, in pieces of one style; and whether a piece is blank."""
    text, pens, changed = row.text, row.pens, [*row.changed(begin, end), True]
    x = begin
    while (x := begin + changed.index(True, x - begin)) < end:
        first = last = x
        pen = pens[x] or PLAIN
        is_blank = text[x] == " "
        for x in range(first + 1, end):
            drawn = pens[x]
            if drawn is None:
                break
            if drawn is not pen and drawn != pen and not (text[x] == " " and drawn == blank_of(pen)):
                if not (is_blank and blank_of(drawn) == pen):
                    break
                pen = drawn
            if changed[x - begin]:
                last = x
            elif x - last > _GAP:
                break
            if is_blank:
                is_blank = text[x] == " "
        x = last + 1
        while x < len(text) and text[x] == "":
            x += 1
        while first and text[first] == "":
            first -= 1
        yield pen, (y, first, x), is_blank


def with_blanks(
    runs: dict[CellStyle, list[Run]], blanks: list[tuple[CellStyle, Run]]
) -> dict[CellStyle, list[Run]]:
    """``runs`` with blanks among those of a style that leaves the same behind, best where they are beside."""
    styles = {(y, x): pen for pen, several in runs.items() for y, *ends in several for x in ends}
    for blank, run in blanks:
        y, first, after = run
        beside = (styles.get((y, first)), styles.get((y, after)), *runs, blank)
        pen = next(each for each in beside if each is not None and blank_of(each) == blank)
        runs.setdefault(pen, []).append(run)
    return runs


@lru_cache(maxsize=4096)
def cells_of(text: str) -> list[str] | None:
    """One item a cell, "" for the second half of a wide character; None where widths are uncertain."""
    cells: list[str] = []
    for character in text:
        width = cell_len(character)
        if width == 0 or ord(character) > 0xFFFF:
            return None
        cells.append(character)
        cells += [""] * (width - 1)
    return cells if len(cells) == cell_len(text) else None
