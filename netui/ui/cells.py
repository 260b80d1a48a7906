"""Sends the terminal only the cells that change.

Textual sends whole lines, each span with its full style and a reset. :class:`Cells` remembers what
the terminal shows and turns such a stream into the shortest moves, styles and characters that lead
to the same screen. What it does not know it passes on, and trusts nothing about the screen after.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

_TOKEN = re.compile(
    r"\x1b\[(?P<pen>[0-9;]*)m|\x1b\[(?P<row>\d+);(?P<column>\d+)H|(?P<sync>\x1b\[\?2026[hl])"
    r"|(?P<mode>\x1b\[[?<=>][0-9;]*\$?[a-zA-Z])|(?P<command>\x1b\](?!8;)[^\x07\x1b]*(?:\x07|\x1b\\))"
    r"|(?P<line>\r?\n)|(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
)
_SCREENS = re.compile(r"\x1b\[\?(?:47|1047|1049)[hl]")
_SYNC_START, _SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_GAP = 4
"""Cells that stay as they are but cost less to send again than a move over them."""


class Pen(NamedTuple):
    """A style of cells: its colours and other attributes as the numbers of an SGR sequence."""

    attributes: tuple[str, ...]
    foreground: str
    background: str


_PLAIN = Pen((), "", "")


class Cells:
    """The screen as the terminal has it; rows and columns count from 0."""

    def __init__(self) -> None:
        self._text: dict[int, dict[int, str]] = {}
        self._pens: dict[int, dict[int, Pen]] = {}
        self._pen: Pen | None = None
        self._at: tuple[int, int] | None = None
        self._out: list[str] = []
        self._sync = ""

    def forget(self) -> None:
        """Trusts nothing about the terminal any more: something else wrote to it, or it has another size."""
        self._text.clear()
        self._pens.clear()
        self._pen = self._at = None

    def slim(self, data: str) -> str:
        """What to send instead of ``data``."""
        self._out = []
        position: tuple[int, int] | None = None
        numbers, pen = "", _PLAIN
        end = 0
        for match in _TOKEN.finditer(data):
            if match.start() != end:
                self._pass_on(data[end:])
                return "".join(self._out)
            end = match.end()
            kind = match.lastgroup
            if kind == "text":
                if position is None:
                    self._pass_on(data[match.start() :])
                    return "".join(self._out)
                position = self._write(position, match[0], pen)
            elif kind == "pen":
                numbers = f"{numbers};{match[1]}" if numbers else match[1]
                pen = _pen(numbers)
                if pen is _PLAIN:
                    numbers = ""
            elif kind == "column":
                position = int(match[2]) - 1, int(match[3]) - 1
            elif kind == "line":
                position = None
            elif kind == "sync":
                self._mark(match[0])
            else:
                self._out.append(match[0])
                if kind == "mode" and _SCREENS.match(match[0]):
                    self.forget()
        if end != len(data):
            self._pass_on(data[end:])
        elif position not in (None, (0, 0)) and position != self._at:
            assert position is not None
            self._emit(f"\x1b[{position[0] + 1};{position[1] + 1}H")
            self._at = position
        return "".join(self._out)

    # ------------------------------------------------------------------ sending

    def _emit(self, sequence: str) -> None:
        if self._sync:
            self._out.append(self._sync)
            self._sync = ""
        self._out.append(sequence)

    def _mark(self, mark: str) -> None:
        """Begins or ends what the terminal shows at once; an empty one is not sent at all."""
        if mark == _SYNC_START:
            self._sync = mark
        elif self._sync:
            self._sync = ""
        else:
            self._out.append(mark)

    def _pass_on(self, data: str) -> None:
        self._emit(data if self._pen in (None, _PLAIN) else f"\x1b[m{data}")
        self.forget()

    def _write(self, position: tuple[int, int], text: str, pen: Pen) -> tuple[int, int] | None:
        """Sends the cells of ``text`` that are not on the screen yet; returns the position after it."""
        row, column = position
        cells = list(text) if text.isascii() else _cells(text)
        if cells is None:
            self._go(row, column)
            self._draw(pen, text)
            self._text.pop(row, None)
            self._pens.pop(row, None)
            self._at = None
            return row, column + cell_len(text)
        shown = self._text.setdefault(row, {})
        pens = self._pens.setdefault(row, {})
        blank = _blank(pen)
        first = last = -1
        for x, cell in enumerate(cells, column):
            drawn = blank if cell == " " else pen
            if shown.get(x) == cell and pens.get(x) == drawn:
                continue
            if first >= 0 and x - last > _GAP:
                self._send(row, first, last, cells, column, pen)
                first = -1
            if first < 0:
                first = x
            last = x
            shown[x] = cell
            pens[x] = drawn
        if first >= 0:
            self._send(row, first, last, cells, column, pen)
        return row, column + len(cells)

    def _send(self, row: int, first: int, last: int, cells: list[str], column: int, pen: Pen) -> None:
        while first > column and not cells[first - column]:
            first -= 1  # the second half of a wide character is drawn with its first
        while last - column + 1 < len(cells) and not cells[last - column + 1]:
            last += 1
        self._go(row, first)
        self._draw(pen, "".join(cells[first - column : last - column + 1]))
        self._at = row, last + 1

    def _go(self, row: int, column: int) -> None:
        if self._at == (row, column):
            return
        if self._at is not None and self._at[0] == row and column > self._at[1]:
            between = range(self._at[1], column)
            cells, pens = self._text.get(row, {}), self._pens.get(row, {})
            fitting = (self._pen, _blank(self._pen) if self._pen else None)
            if len(between) <= _GAP and all(
                cells.get(x) and pens[x] == fitting[cells[x] == " "] for x in between
            ):
                self._emit("".join(cells[x] for x in between))
            else:
                self._emit(f"\x1b[{len(between)}C" if len(between) > 1 else "\x1b[C")
        else:
            self._emit(f"\x1b[{row + 1};{column + 1}H")
        self._at = row, column

    def _draw(self, pen: Pen, text: str) -> None:
        unseen = self._pen is not None and not text.strip(" ") and _blank(pen) == _blank(self._pen)
        if pen != self._pen and not unseen:
            self._emit(_change(self._pen, pen))
            self._pen = pen
        self._emit(text)


@lru_cache(maxsize=4096)
def _cells(text: str) -> list[str] | None:
    """One item a cell, "" for the second half of a wide character; None where widths are uncertain."""
    cells: list[str] = []
    for character in text:
        width = cell_len(character)
        if width == 0 or ord(character) > 0xFFFF:
            return None
        cells.append(character)
        cells += [""] * (width - 1)
    return cells if len(cells) == cell_len(text) else None


@lru_cache(maxsize=1024)
def _pen(numbers: str) -> Pen:
    """The style that SGR sequences of these numbers lead to from a plain pen."""
    attributes: list[str] = []
    colours = {"3": "", "4": ""}
    left = [number.lstrip("0") for number in numbers.split(";")]
    while left:
        number = left.pop(0)
        if number in ("38", "48") and left:
            count = {"5": 1, "2": 3}.get(left[0], 0) + 1
            colours[number[0]] = ";".join([number, *(each or "0" for each in left[:count])])
            del left[:count]
        elif len(number) == 2 and number[0] in colours:
            colours[number[0]] = "" if number[1] == "9" else number
        elif len(number) == 2 and number[0] == "9":
            colours["3"] = number
        elif len(number) == 3:
            colours["4"] = number
        elif number:
            attributes.append(number)
        else:
            attributes, colours = [], {"3": "", "4": ""}
    pen = Pen(tuple(attributes), colours["3"], colours["4"])
    return _PLAIN if pen == _PLAIN else pen


@lru_cache(maxsize=1024)
def _blank(pen: Pen) -> Pen:
    """What of a style is seen where nothing is written."""
    return pen if _SEEN.intersection(pen.attributes) else Pen((), "", pen.background)


_SEEN = frozenset(("4", "7", "9", "21", "53"))
"""Lines under, through and over, and reverse."""
_ENDED_BY = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}


@lru_cache(maxsize=4096)
def _change(old: Pen | None, new: Pen) -> str:
    """The shortest sequence from one style to another."""
    whole = ";".join([*new.attributes, *filter(None, (new.foreground, new.background))])
    afresh = f"\x1b[0;{whole}m" if whole else "\x1b[m"
    if old is None:
        return afresh
    ended = [attribute for attribute in old.attributes if attribute not in new.attributes]
    if not _ENDED_BY.keys() >= set(ended):
        return afresh
    parts = list(dict.fromkeys(_ENDED_BY[attribute] for attribute in ended))
    kept = () if "22" in parts else old.attributes
    parts += [attribute for attribute in new.attributes if attribute not in kept]
    if old.foreground != new.foreground:
        parts.append(new.foreground or "39")
    if old.background != new.background:
        parts.append(new.background or "49")
    step = f"\x1b[{';'.join(parts)}m"
    return min(step, afresh, key=len)
