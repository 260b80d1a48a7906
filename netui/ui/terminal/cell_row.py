"""One row of a screen buffer, and the runs of changed cells in it that are sent together."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from rich.cells import cell_len

from netui.domain.named_tuple import NamedTuple
from netui.ui.terminal.sgr import PLAIN, CellStyle, blank_style

_MAX_GAP = 4
"""Up to so many unchanged cells are sent again: moving the cursor over them takes more bytes."""
_LAST_SURE = "\uffff"
"""Characters behind it, such as emoji, are of a width on which terminals disagree."""
_JOINER = "\u200d"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
Run = tuple[int, int, int]
"""Cells of a row that are sent together: the row, the first column, and the column after the last."""


class DrawnRow(NamedTuple):
    """One row of a screen: text and style of each cell; the second half of a wide character has text ""."""

    y: int
    text: Sequence[str]
    styles: Sequence[CellStyle]


class AmbiguousWidth(str):
    """Text whose width in cells differs between terminals, such as joined emoji."""

    __slots__ = ()


class Row:
    """One row as drawn (``text``, ``styles``) and as the terminal shows it; None is an unknown cell."""

    __slots__ = ("is_ambiguous", "shown", "shown_styles", "styles", "text")

    def __init__(self) -> None:
        self.text: list[str | None] = []
        self.styles: list[CellStyle | None] = []
        self.shown: list[str | None] = []
        self.shown_styles: list[CellStyle | None] = []
        self.is_ambiguous = False

    def widen(self, width: int) -> None:
        """Grows to at least ``width`` cells."""
        more = [None] * (width - len(self.text))
        for cells in (self.text, self.styles, self.shown, self.shown_styles):
            cells += more

    def invalidate(self, width: int) -> None:
        """Shrinks to at most ``width`` cells; what the terminal shows of them is unknown from now on."""
        if self.text[width : width + 1] == [""]:  # half a wide character is left out
            self.text[width - 1] = " "
        del self.text[width:], self.styles[width:]
        self.shown, self.shown_styles = [None] * len(self.text), [None] * len(self.text)

    def changed(self, begin: int, end: int) -> list[bool]:
        """For each column from ``begin`` to ``end`` whether the cell drawn differs from the cell shown."""
        drawn, shown = (
            zip(self.text, self.styles, strict=True),
            zip(self.shown, self.shown_styles, strict=True),
        )
        return [
            one[0] is not None and one != other
            for one, other in islice(zip(drawn, shown, strict=True), begin, end)
        ]

    def is_blank_from(self, x: int, style: CellStyle) -> bool:
        """Whether only blanks of this style were drawn from column ``x`` to the end."""
        return all(cell == " " for cell in self.text[x:]) and all(each == style for each in self.styles[x:])


def wide_bounds(row: Row, first: int, after: int) -> tuple[int, int]:
    """The columns that change when these are overwritten: wide characters at the ends change whole."""
    while first and row.text[first] == "":
        first -= 1
    while after < len(row.text) and row.text[after] == "":
        after += 1
    return first, after


def has_style(row: Row, x: int, style: CellStyle) -> bool:
    """Whether a cell was drawn in this style, and its width is unambiguous."""
    cell = row.text[x]
    return row.styles[x] == style and cell is not None and not isinstance(cell, AmbiguousWidth)


def changed_runs(y: int, row: Row, begin: int, end: int) -> Iterator[tuple[CellStyle, Run, bool]]:
    """The changed cells from ``begin`` to ``end`` as runs of one style, and whether each run is blank."""
    text, styles, changed = row.text, row.styles, [*row.changed(begin, end), True]
    x = begin
    while (x := begin + changed.index(True, x - begin)) < end:
        first = last = x
        style = styles[x] or PLAIN
        is_blank = text[x] == " "
        for x in range(first + 1, end):
            drawn = styles[x]
            if drawn is None or (not changed[x - begin] and x - last > _MAX_GAP):
                break
            if drawn is not style and drawn != style and not (text[x] == " " and drawn == blank_style(style)):
                if not (is_blank and blank_style(drawn) == style):
                    break
                style = drawn
            if changed[x - begin]:
                last = x
            if is_blank:
                is_blank = text[x] == " "
        x = last + 1
        while x < len(text) and text[x] == "":
            x += 1
        while first and text[first] == "":
            first -= 1
        yield style, (y, first, x), is_blank


def merge_blanks(
    runs: dict[CellStyle, list[Run]], blanks: list[tuple[CellStyle, Run]]
) -> dict[CellStyle, list[Run]]:
    """Adds blank runs to a style that looks the same where nothing is written, preferably a neighbour's."""
    styles = {(y, x): style for style, several in runs.items() for y, *ends in several for x in ends}
    for blank, run in blanks:
        y, first, after = run
        beside = (styles.get((y, first)), styles.get((y, after)), *runs, blank)
        style = next(each for each in beside if each is not None and blank_style(each) == blank)
        runs.setdefault(style, []).append(run)
    return runs


@lru_cache(maxsize=4096)
def split_cells(text: str) -> list[str]:
    """One string a cell: a character or what is ambiguous, "" for the further cells that it takes.

    A joined emoji or a letter with its marks is ambiguous; the text around it is not, so that all of it is
    seen where a terminal disagrees on the width. Parts that are not as wide as the whole are no parts.
    """
    cells: list[str] = []
    for part in _parts(text):
        cells += [part, *[""] * (cell_len(part) - 1)]
    if len(cells) != cell_len(text):
        cells = [AmbiguousWidth(text), *[""] * (cell_len(text) - 1)] if cell_len(text) else []
    return cells


def _parts(text: str) -> list[str]:
    """Characters of sure width, and between them what belongs together as :class:`AmbiguousWidth`."""
    parts: list[str] = []
    for character in text:
        before = parts[-1] if parts else ""
        joins = cell_len(character) == 0 or character in _SKIN_TONES
        is_open = isinstance(before, AmbiguousWidth)
        if before and (joins or before[-1] == _JOINER or (is_open and character > _LAST_SURE)):
            parts[-1] = AmbiguousWidth(before + character)
        else:
            parts.append(AmbiguousWidth(character) if joins or character > _LAST_SURE else character)
    return parts
