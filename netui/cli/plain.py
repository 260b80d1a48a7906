"""Plain text for a screen reader or a pipe: one fact a line, nothing drawn, words in place of signs."""

import re
from collections.abc import Iterable

_DRAWN = "▁▂▃▄▅▆▇█░▒▓▌─│┌┐└┘├┤┬┴┼━┃●◐○◌◇≠†›"
"""Drawings, and signs beside which the word stands anyway."""
_SIGNS = str.maketrans(
    {**dict.fromkeys(_DRAWN, " "), "→": "to", "·": ",", "✓": "ok:", "✗": "wrong:", "–": "-"}
)
_BOXES = {"[x] ": "done: ", "[ ] ": "to do: "}
_GAP = re.compile(r"\s{2,}")
_LOOSE = re.compile(r"\s*,(?:\s*,)+|\s+,")
_AXIS = 3
"""What stands beside a drawing and is no longer than this names its axis."""


def plain_lines(lines: Iterable[str]) -> list[str]:
    """The lines without columns, indents, drawings and empty lines."""
    found = (plain_line(line) for text in lines for line in text.split("\n"))
    return [line for line in found if line]


def plain_line(line: str) -> str:
    """One line; columns become parts with commas between, "" where the line only draws something."""
    shown = line.strip().removeprefix("→ ")
    shown = _BOXES.get(shown[:4], shown[:4]) + shown[4:]
    text = _GAP.sub(", ", shown.translate(_SIGNS).strip())
    text = _LOOSE.sub(",", text).strip(" ,")
    return "" if len(text) <= _AXIS and len(shown) > 2 * len(text) + _AXIS else text


def plain_row(cells: Iterable[str]) -> str:
    """A row of a table: what its cells say, with commas between."""
    return ", ".join(cell.strip() for cell in cells if cell.strip())
