"""Cell diff: compares the frame drawn last with what the terminal shows, and sends only the changed cells.

Textual writes whole lines, each span with its full style and a reset. :class:`ScreenBuffer` parses that
output into cells; at any later time it gives the few bytes that bring the terminal up to date. Frames in
between are skipped. Other sequences (modes, titles, the clipboard) pass through unchanged; after an unknown
one the buffer forgets what is shown.
"""

import re
from collections.abc import Iterable

from rich.cells import set_cell_size

from netui.ui.terminal.cell_row import (
    AmbiguousWidth,
    DrawnRow,
    Row,
    Run,
    changed_runs,
    has_style,
    merge_blanks,
    split_cells,
    wide_bounds,
)
from netui.ui.terminal.sgr import PLAIN, CellStyle, blank_style, parse_sgr, sgr_transition

_TOKEN = re.compile(
    r"\x1b\[(?P<sgr>[0-9;]*)m|\x1b\[(?P<row>\d+);(?P<column>\d+)H|(?P<sync>\x1b\[\?2026[hl])"
    r"|\x1b\]8;[^;\x07\x1b]*;(?P<link>[^\x07\x1b]*)\x1b\\"
    r"|(?P<mode>\x1b\[[?<=>][0-9;]*\$?[a-zA-Z])|(?P<command>\x07|\x1b\](?!8;)[^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|(?P<line>\r?\n)|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)
_SCREENS = re.compile(r"\x1b\[\?(?:47|1047|1049)[hl]")
_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_SYNC_FROM = 512
"""Bytes above which output is wrapped in synchronized-output marks; less is drawn at once anyhow."""
_BLANKS = re.compile(" {4,}")
_BCE_TERMS = re.compile(r"xterm|tmux|linux|alacritty|foot|kitty|rxvt|st\b|konsole|vte|gnome|wezterm|ghostty")


class ScreenBuffer:
    """The frame drawn last and the frame shown, cell by cell; rows and columns count from 0.

    ``erases_in_colour`` is whether the terminal fills erased cells with the current background (BCE).
    """

    def __init__(self, *, erases_in_colour: bool = False) -> None:
        self._erases_in_colour = erases_in_colour
        self._width = self._height = 1 << 16
        self._rows: dict[int, Row] = {}
        self._dirty: dict[int, tuple[int, int]] = {}
        self._style: CellStyle | None = None
        self._position: tuple[int, int] | None = None
        self._cursor: tuple[int, int] | None = None
        self._passthrough: list[str] = []
        self._out: list[str] = []
        self._uses_sync = False
        self.is_drawing = False
        """Whether a synchronized update has begun and not ended: a frame is incomplete."""

    def reset(self) -> None:
        """Forgets both frames, as after a switch to or from the alternate screen."""
        self._rows.clear()
        self._dirty.clear()
        self._style = self._position = self._cursor = None

    def invalidate(self, width: int, height: int) -> None:
        """Sends everything again: the terminal has this size and may show anything.

        Cells outside this size are dropped: a terminal would draw them in its last column, and scroll
        for a row below its last.
        """
        self._width, self._height = width, height
        self._rows = {y: row for y, row in self._rows.items() if y < height}
        for row in self._rows.values():
            row.invalidate(width)
        self._dirty = {y: (0, len(row.text)) for y, row in self._rows.items()}
        self._style = self._position = None

    @property
    def pending(self) -> bool:
        """Whether :meth:`diff` may return something."""
        return bool(self._dirty or self._passthrough or (self._cursor and self._cursor != self._position))

    @property
    def has_frame(self) -> bool:
        """Whether something has been drawn, and no frame is incomplete."""
        return bool(self._rows) and not self.is_drawing

    # ------------------------------------------------------------------ whole frames

    def rows(self) -> list[DrawnRow] | None:
        """The rows of the frame drawn last; None where they are not known cell by cell."""
        found = []
        for y, row in sorted(self._rows.items()):
            text = [cell for cell in row.text if cell is not None]
            styles = [style for style in row.styles if style is not None]
            if row.is_ambiguous or not len(text) == len(styles) == len(row.text):
                return None
            found.append(DrawnRow(y, text, styles))
        return found

    def set_rows(self, rows: Iterable[DrawnRow], *, shown: bool) -> None:
        """Draws a whole frame; ``shown`` where the terminal shows it already."""
        self.reset()
        for y, text, styles in rows:
            row = self._rows[y] = Row()
            row.widen(len(text))
            row.text[:] = text
            row.styles[:] = styles
            if shown:
                row.shown[:] = text
                row.shown_styles[:] = styles
            else:
                self._dirty[y] = 0, len(text)

    # ------------------------------------------------------------------ input: the output of Textual

    def feed(self, data: str) -> None:
        """Parses a piece of Textual's output."""
        position: tuple[int, int] | None = None
        cursor = self._cursor
        numbers, style, link = "", PLAIN, ""
        end = 0
        for match in _TOKEN.finditer(data):
            kind = match.lastgroup
            if match.start() != end or (kind == "text" and position is None):
                break
            end = match.end()
            if kind == "text":
                assert position is not None
                drawn = style._replace(link=link) if link else style
                position = position[0], self._draw_text(*position, match[0], drawn)
                cursor = self._cursor
            elif kind == "sgr":
                numbers = f"{numbers};{match[1]}" if numbers else match[1]
                style = parse_sgr(numbers)
                if style is PLAIN:
                    numbers = ""
            elif kind == "link":
                link = match["link"]
            elif kind == "column":
                position = cursor = int(match[2]) - 1, int(match[3]) - 1
            elif kind == "line":
                position = None
            elif kind == "sync":
                self._uses_sync, self.is_drawing = True, match[0] == _SYNC_START
            else:
                self._pass_through(match[0])
        if end != len(data):
            self._pass_unknown(data[end:])
        else:
            self._cursor = cursor if cursor != (0, 0) else None

    def _pass_through(self, sequence: str) -> None:
        if _SCREENS.match(sequence):
            if self._style not in (None, PLAIN):
                self._passthrough.append("\x1b[m")
            self.reset()
        self._passthrough.append(sequence)

    def _pass_unknown(self, data: str) -> None:
        before = self.diff()
        self._passthrough = [before, data if self._style in (None, PLAIN) else f"\x1b[m{data}"]
        self.reset()

    def _draw_text(self, y: int, x: int, text: str, style: CellStyle) -> int:
        """Draws ``text`` into the frame; returns the column after it."""
        cells = list(text) if text.isascii() else split_cells(text)
        after = x + len(cells)
        if y >= self._height or after > self._width:
            if y < self._height and x < self._width:
                self._draw_text(y, x, set_cell_size(text, self._width - x), style)
            return after
        row = self._rows.get(y)
        if row is None:
            row = self._rows[y] = Row()
        if any(isinstance(cell, AmbiguousWidth) for cell in cells):
            row.is_ambiguous = True
        row.widen(after)
        blank = blank_style(style)
        styles = [blank if cell == " " else style for cell in cells] if " " in text else [style] * len(cells)
        if row.text[x:after] == cells and row.styles[x:after] == styles and not row.is_ambiguous:
            return after
        first, last = wide_bounds(row, x, after)
        row.text[first:last] = [*[" "] * (x - first), *cells, *[" "] * (last - after)]
        row.styles[first:last] = [
            *[blank_style(row.styles[first] or style)] * (x - first),
            *styles,
            *[blank_style(row.styles[last - 1] or style)] * (last - after),
        ]
        start, end = self._dirty.get(y, (first, last))
        self._dirty[y] = min(start, first), max(end, last)
        return after

    # ------------------------------------------------------------------ output: the changed cells

    def diff(self, most: int | None = None) -> str:
        """The output that brings the terminal up to date.

        With ``most`` only the upper rows, about so many bytes of them; the rest the next time.
        """
        passthrough, self._passthrough, self._out = "".join(self._passthrough), [], []
        runs: dict[CellStyle, list[Run]] = {}
        blanks: list[tuple[CellStyle, Run]] = []
        left = most
        for y in sorted(self._dirty):
            if left is not None and left <= 0:
                break
            first, after = self._dirty.pop(y)
            row = self._rows[y]
            if row.is_ambiguous:
                self._send_ambiguous(y, row, first, after)
                cost = after - first
            else:
                cost = 0
                for style, run, is_blank in changed_runs(y, row, first, after):
                    cost += run[2] - run[1] + 16
                    if is_blank:
                        blanks.append((style, run))
                    else:
                        runs.setdefault(style, []).append(run)
            if left is not None:
                left -= cost
        self._send(merge_blanks(runs, blanks))
        if self._style is not None and self._style.link:
            self._change_style(self._style._replace(link=""))
        if self._cursor is not None and self._cursor != self._position:
            self._move_to(*self._cursor)
        sent = "".join(self._out)
        if self._uses_sync and len(sent) > _SYNC_FROM:
            sent = f"{_SYNC_START}{sent}{_SYNC_END}"
        return passthrough + sent

    def _send(self, runs: dict[CellStyle, list[Run]]) -> None:
        """Sends the runs grouped by style: moving the cursor takes fewer bytes than changing the style."""
        while runs:
            style = min(runs, key=lambda style: len(sgr_transition(self._style, style)))
            for y, first, after in sorted(runs.pop(style)):
                self._move_to(y, first)
                self._change_style(style)
                self._send_run(y, first, after)

    def _send_run(self, y: int, first: int, after: int) -> None:
        row = self._rows[y]
        cells = row.shown[first:after] = row.text[first:after]
        row.shown_styles[first:after] = row.styles[first:after]
        text = "".join([cell or "\0" for cell in cells])
        start = 0
        for match in _BLANKS.finditer(text):
            count, at = match.end() - match.start(), first + match.end()
            style = row.styles[first + match.start()]
            if style is None or style.attributes or style.link:
                continue
            if style.background and not self._erases_in_colour:
                continue
            erasing = "\x1b[K" if row.is_blank_from(at, style) else f"\x1b[{count}X"
            moving = f"\x1b[{count}C" if match.end() < len(text) else ""
            if len(erasing) + len(moving) < count:
                self._emit(text[start : match.start()].replace("\0", ""))
                self._emit(erasing + moving)
                start = match.end()
                self._position = (y, at if moving else first + match.start())
        if start < len(text):
            self._emit(text[start:].replace("\0", ""))
            self._position = (y, after)

    def _send_ambiguous(self, y: int, row: Row, first: int, after: int) -> None:
        """Sends a row with text of ambiguous width: every piece, from left to right, at its own position."""
        x = first
        while x < after:
            cell, style = row.text[x], row.styles[x]
            if cell is None or style is None:
                x += 1
                continue
            end = x + 1
            sure = not isinstance(cell, AmbiguousWidth)
            while end < after and (row.text[end] == "" or (sure and has_style(row, end, style))):
                end += 1
            self._move_to(y, x)
            self._change_style(style)
            self._emit("".join(filter(None, row.text[x:end])))
            self._position = (y, end) if sure else None
            x = end
        row.is_ambiguous = any(isinstance(cell, AmbiguousWidth) for cell in row.text)
        row.shown = [None] * len(row.text)

    def _move_to(self, y: int, x: int) -> None:
        """Moves the cursor, by the shortest sequence."""
        if self._position == (y, x):
            return
        way = f"\x1b[{y + 1};{x + 1}H"
        if self._position is not None:
            row, column = self._position
            if row == y and x > column:
                way = f"\x1b[{x - column}C" if x - column > 1 else "\x1b[C"
            elif row + 1 == y:
                way = "\r\n" + ("" if not x else "\x1b[C" if x == 1 else f"\x1b[{x}C")
        self._emit(way)
        self._position = (y, x)

    def _change_style(self, style: CellStyle) -> None:
        self._emit(sgr_transition(self._style, style))
        self._style = style

    def _emit(self, sequence: str) -> None:
        self._out.append(sequence)


def can_erase_in_colour(term: str) -> bool:
    """Whether a terminal with this ``TERM`` fills erased cells with the current background."""
    return _BCE_TERMS.match(term) is not None
