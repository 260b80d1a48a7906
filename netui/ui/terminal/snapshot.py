"""A whole screen as bytes: for the terminal, and for whoever goes on drawing on it."""

import json
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from netui.services.sync.screen_snapshot import ScreenSnapshot
from netui.ui.terminal.cell_diff import ScreenBuffer
from netui.ui.terminal.cell_row import DrawnRow
from netui.ui.terminal.sgr import CellStyle

_HALF = "\0"
"""Stands for the second half of a wide character."""


def picture(rows: Sequence[DrawnRow], *, erases: bool, without: Collection[int] = ()) -> ScreenSnapshot:
    """The screen of these rows; those in ``without`` are left blank, in the colour they begin with."""
    rows = [_blank(row) if row.y in without else row for row in rows]
    cells = ScreenBuffer(erases=erases)
    cells.set_rows(rows, shown=False)
    return ScreenSnapshot(
        cells.frame().encode("utf-8", "replace"), json.dumps(_packed(rows), ensure_ascii=False).encode()
    )


def rows_of(packed: bytes) -> list[DrawnRow]:
    """The rows of :attr:`ScreenSnapshot.rows`."""
    found = json.loads(packed)
    pens = [CellStyle(tuple(attributes), *colours) for attributes, *colours in found["pens"]]
    return [
        DrawnRow(
            y,
            ["" if character == _HALF else character for character in text],
            [pens[number] for number, count in runs for _ in range(count)],
        )
        for y, text, runs in found["rows"]
    ]


def _packed(rows: Sequence[DrawnRow]) -> dict[str, Any]:
    numbers: dict[CellStyle, int] = {}
    lines = []
    for y, text, pens in rows:
        runs = [(numbers.setdefault(pen, len(numbers)), len(list(same))) for pen, same in groupby(pens)]
        lines.append((y, "".join(cell or _HALF for cell in text), runs))
    return {"pens": list(numbers), "rows": lines}


def _blank(row: DrawnRow) -> DrawnRow:
    background = row.pens[0].background if row.pens else ""
    return DrawnRow(row.y, [" "] * len(row.text), [CellStyle((), "", background)] * len(row.text))
