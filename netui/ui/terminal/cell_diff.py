"""The screen as it was drawn last, the screen as the terminal shows it, and the way from one to the other.

Textual sends whole lines, each span with its full style and a reset. :class:`ScreenBuffer` takes such a
stream in, and at any later time says in few bytes what turns what the terminal shows into what was
drawn last. What was drawn in between and is gone again is never sent. What the stream holds beside
cells (modes, titles, the clipboard) is passed on; after something unknown nothing is trusted.
"""

import re
from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from netui.ui.terminal.cell_row import (
    AmbiguousWidth,
    DrawnRow,
    Row,
    Run,
    cells_of,
    ends_of,
    is_alike,
    runs_of,
    with_blanks,
)
from netui.ui.terminal.sgr import PLAIN, CellStyle, blank_of, parse_sgr, sgr_transition

_TOKEN = re.compile(
    r"\x1b\[(?P<pen>[0-9;]*)m|\x1b\[(?P<row>\d+);(?P<column>\d+)H|(?P<sync>\x1b\[\?2026[hl])"
    r"|(?P<mode>\x1b\[[?<=>][0-9;]*\$?[a-zA-Z])|(?P<command>\x07|\x1b\](?!8;)[^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|(?P<line>\r?\n)|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)
_SCREENS = re.compile(r"\x1b\[\?(?:47|1047|1049)[hl]")
_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_SEEN_AT_ONCE = 512
"""Up to so many bytes show at once anyhow, without telling the terminal to wait for all of them."""
_BLANKS = re.compile(" {4,}")
_ERASING = re.compile(r"xterm|tmux|linux|alacritty|foot|kitty|rxvt|st\b|konsole|vte|gnome|wezterm|ghostty")


class ScreenBuffer:
    """Both screens; rows and columns count from 0.

    ``erases`` is whether what the terminal erases has the background in force, as most do.
    """

    def __init__(self, *, erases: bool = False) -> None:
        self._erases = erases
        self._width = self._height = 1 << 16
        self._rows: dict[int, Row] = {}
        self._dirty: dict[int, tuple[int, int]] = {}
        self._pen: CellStyle | None = None
        self._at: tuple[int, int] | None = None
        self._cursor: tuple[int, int] | None = None
        self._beside: list[str] = []
        self._out: list[str] = []
        self._marks = False
        self.is_open = False
        """Whether a drawing is underway that is to show as a whole."""

    def clear(self) -> None:
        """Another screen: nothing was drawn on it, and what it shows is unknown."""
        self._rows.clear()
        self._dirty.clear()
        self._pen = self._at = self._cursor = None

    def forget(self, width: int, height: int) -> None:
        """The terminal has this size and may show anything: all is to be sent again.

        What is still drawn for a larger one is left out where there is no room: a terminal would show
        it in its last column, and scroll for a row below its last.
        """
        self._width, self._height = width, height
        self._rows = {y: row for y, row in self._rows.items() if y < height}
        for row in self._rows.values():
            row.forget(width)
        self._dirty = {y: (0, len(row.text)) for y, row in self._rows.items()}
        self._pen = self._at = None

    @property
    def pending(self) -> bool:
        """Whether there may be something to send."""
        return bool(self._dirty or self._beside or (self._cursor and self._cursor != self._at))

    # ------------------------------------------------------------------ a whole screen

    def rows(self) -> list[DrawnRow] | None:
        """The screen as it was drawn last; None where that is not known cell by cell."""
        found = []
        for y, row in sorted(self._rows.items()):
            text = [cell for cell in row.text if cell is not None]
            pens = [pen for pen in row.pens if pen is not None]
            if row.uncertain or not len(text) == len(pens) == len(row.text):
                return None
            found.append(DrawnRow(y, text, pens))
        return found

    def set_rows(self, rows: Iterable[DrawnRow], *, shown: bool) -> None:
        """Draws a whole screen; ``shown`` where the terminal shows it already."""
        self.clear()
        for y, text, pens in rows:
            row = self._rows[y] = Row()
            row.widen(len(text))
            row.text[:] = text
            row.pens[:] = pens
            if shown:
                row.shown[:] = text
                row.shown_pens[:] = pens
            else:
                self._dirty[y] = 0, len(text)

    # ------------------------------------------------------------------ what was drawn

    def take(self, data: str) -> None:
        """Takes in what Textual sends."""
        position: tuple[int, int] | None = None
        cursor = self._cursor
        numbers, pen = "", PLAIN
        end = 0
        for match in _TOKEN.finditer(data):
            kind = match.lastgroup
            if match.start() != end or (kind == "text" and position is None):
                break
            end = match.end()
            if kind == "text":
                assert position is not None
                position = position[0], self._put(*position, match[0], pen)
                cursor = self._cursor
            elif kind == "pen":
                numbers = f"{numbers};{match[1]}" if numbers else match[1]
                pen = parse_sgr(numbers)
                if pen is PLAIN:
                    numbers = ""
            elif kind == "column":
                position = cursor = int(match[2]) - 1, int(match[3]) - 1
            elif kind == "line":
                position = None
            elif kind == "sync":
                self._marks, self.is_open = True, match[0] == _SYNC_START
            else:
                self._pass(match[0])
        if end != len(data):
            self._pass_unknown(data[end:])
        else:
            self._cursor = cursor if cursor != (0, 0) else None

    def _pass(self, sequence: str) -> None:
        if _SCREENS.match(sequence):
            if self._pen not in (None, PLAIN):
                self._beside.append("\x1b[m")
            self.clear()
        self._beside.append(sequence)

    def _pass_unknown(self, data: str) -> None:
        before = self.frame()
        self._beside = [before, data if self._pen in (None, PLAIN) else f"\x1b[m{data}"]
        self.clear()

    def _put(self, y: int, x: int, text: str, pen: CellStyle) -> int:
        """Draws ``text``; returns the column after it."""
        cells = list(text) if text.isascii() else cells_of(text)
        after = x + (cell_len(text) if cells is None else len(cells))
        if y >= self._height or after > self._width:
            if y < self._height and x < self._width:
                self._put(y, x, set_cell_size(text, self._width - x), pen)
            return after
        row = self._rows.get(y)
        if row is None:
            row = self._rows[y] = Row()
        if cells is None:
            row.uncertain = True
            cells = [AmbiguousWidth(text), *[""] * (cell_len(text) - 1)]
        row.widen(after)
        blank = blank_of(pen)
        pens = [blank if cell == " " else pen for cell in cells] if " " in text else [pen] * len(cells)
        if row.text[x:after] == cells and row.pens[x:after] == pens and not row.uncertain:
            return after
        first, last = ends_of(row, x, after)
        row.text[first:last] = [*[" "] * (x - first), *cells, *[" "] * (last - after)]
        row.pens[first:last] = [
            *[blank_of(row.pens[first] or pen)] * (x - first),
            *pens,
            *[blank_of(row.pens[last - 1] or pen)] * (last - after),
        ]
        begun, ended = self._dirty.get(y, (first, last))
        self._dirty[y] = min(begun, first), max(ended, last)
        return after

    # ------------------------------------------------------------------ what to send

    def frame(self, most: int | None = None) -> str:
        """What to send so that the terminal shows what was drawn.

        Of much only the upper rows, about ``most`` bytes of them; the rest the next time.
        """
        beside, self._beside, self._out = "".join(self._beside), [], []
        runs: dict[CellStyle, list[Run]] = {}
        blanks: list[tuple[CellStyle, Run]] = []
        left = most
        for y in sorted(self._dirty):
            if left is not None and left <= 0:
                break
            first, after = self._dirty.pop(y)
            row = self._rows[y]
            if row.uncertain:
                self._send_whole(y, row, first, after)
                cost = after - first
            else:
                cost = 0
                for pen, run, is_blank in runs_of(y, row, first, after):
                    cost += run[2] - run[1] + 16
                    if is_blank:
                        blanks.append((pen, run))
                    else:
                        runs.setdefault(pen, []).append(run)
            if left is not None:
                left -= cost
        self._send(with_blanks(runs, blanks))
        if self._cursor is not None and self._cursor != self._at:
            self._go(*self._cursor)
        sent = "".join(self._out)
        if self._marks and len(sent) > _SEEN_AT_ONCE:
            sent = f"{_SYNC_START}{sent}{_SYNC_END}"
        return beside + sent

    def _send(self, runs: dict[CellStyle, list[Run]]) -> None:
        """Sends all runs of a style before those of the next: a move takes less than another style."""
        while runs:
            pen = min(runs, key=lambda pen: len(sgr_transition(self._pen, pen)))
            for y, first, after in sorted(runs.pop(pen)):
                self._go(y, first)
                self._emit(sgr_transition(self._pen, pen))
                self._pen = pen
                self._draw(y, first, after)

    def _draw(self, y: int, first: int, after: int) -> None:
        row = self._rows[y]
        cells = row.shown[first:after] = row.text[first:after]
        row.shown_pens[first:after] = row.pens[first:after]
        text = "".join([cell or "\0" for cell in cells])
        begun = 0
        for match in _BLANKS.finditer(text):
            count, at = match.end() - match.start(), first + match.end()
            pen = row.pens[first + match.start()]
            if pen is None or pen.attributes or (pen.background and not self._erases):
                continue
            erasing = "\x1b[K" if row.is_blank_from(at, pen) else f"\x1b[{count}X"
            moving = f"\x1b[{count}C" if match.end() < len(text) else ""
            if len(erasing) + len(moving) < count:
                self._emit(text[begun : match.start()].replace("\0", ""))
                self._emit(erasing + moving)
                begun = match.end()
                self._at = (y, at if moving else first + match.start())
        if begun < len(text):
            self._emit(text[begun:].replace("\0", ""))
            self._at = (y, after)

    def _send_whole(self, y: int, row: Row, first: int, after: int) -> None:
        """A row that holds text of uncertain width: from left to right, each piece placed anew."""
        x = first
        while x < after:
            cell, pen = row.text[x], row.pens[x]
            if cell is None or pen is None:
                x += 1
                continue
            end = x + 1
            sure = not isinstance(cell, AmbiguousWidth)
            while end < after and (row.text[end] == "" or (sure and is_alike(row, end, pen))):
                end += 1
            self._go(y, x)
            self._emit(sgr_transition(self._pen, pen) + "".join(filter(None, row.text[x:end])))
            self._pen, self._at = pen, (y, end) if sure else None
            x = end
        row.uncertain = any(isinstance(cell, AmbiguousWidth) for cell in row.text)
        row.shown = [None] * len(row.text)

    def _go(self, y: int, x: int) -> None:
        """Moves the cursor."""
        if self._at == (y, x):
            return
        way = f"\x1b[{y + 1};{x + 1}H"
        if self._at is not None:
            row, column = self._at
            if row == y and x > column:
                way = f"\x1b[{x - column}C" if x - column > 1 else "\x1b[C"
            elif row + 1 == y:
                way = "\r\n" + ("" if not x else "\x1b[C" if x == 1 else f"\x1b[{x}C")
        self._emit(way)
        self._at = (y, x)

    def _emit(self, sequence: str) -> None:
        self._out.append(sequence)


def erases_in_colour(term: str) -> bool:
    """Whether a terminal of this name fills what it erases with the background in force."""
    return _ERASING.match(term) is not None
