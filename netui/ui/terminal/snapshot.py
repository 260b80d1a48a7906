"""Screen snapshots: the last screen as bytes for the terminal, and as cells for the app that draws over it.

The next start paints the snapshot at once (see :mod:`netui.ui.terminal.splash`), and the cell diff then
starts from its cells instead of from an empty screen.
"""

import json
from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from netui.services.sync.screen_snapshot import ScreenSnapshot
from netui.ui.terminal.cell_diff import ScreenBuffer
from netui.ui.terminal.cell_row import DrawnRow
from netui.ui.terminal.sgr import CellStyle

_WIDE_TAIL = "\0"
"""Stands for the second half of a wide character."""


def take_snapshot(
    rows: Sequence[DrawnRow], *, erases_in_colour: bool, without: Collection[int] = ()
) -> ScreenSnapshot:
    """A snapshot of these rows; those in ``without`` are left blank, in their first background colour."""
    rows = [_blank(row) if row.y in without else row for row in rows]
    buffer = ScreenBuffer(erases_in_colour=erases_in_colour)
    buffer.set_rows(rows, shown=False)
    return ScreenSnapshot(
        buffer.diff().encode("utf-8", "replace"), json.dumps(_pack(rows), ensure_ascii=False).encode()
    )


def unpack_rows(packed: bytes) -> list[DrawnRow]:
    """The rows in :attr:`ScreenSnapshot.cells`."""
    found = json.loads(packed)
    styles = [CellStyle(tuple(attributes), *colours) for attributes, *colours in found["pens"]]
    return [
        DrawnRow(
            y,
            ["" if character == _WIDE_TAIL else character for character in text],
            [styles[number] for number, count in runs for _ in range(count)],
        )
        for y, text, runs in found["rows"]
    ]


def _pack(rows: Sequence[DrawnRow]) -> dict[str, Any]:
    numbers: dict[CellStyle, int] = {}
    lines = []
    for y, text, styles in rows:
        runs = [(numbers.setdefault(style, len(numbers)), len(list(same))) for style, same in groupby(styles)]
        lines.append((y, "".join(cell or _WIDE_TAIL for cell in text), runs))
    return {"pens": list(numbers), "rows": lines}


def _blank(row: DrawnRow) -> DrawnRow:
    background = row.styles[0].background if row.styles else ""
    return DrawnRow(row.y, [" "] * len(row.text), [CellStyle((), "", background)] * len(row.text))
