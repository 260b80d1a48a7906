"""Lines for people: columns that line up, cut to the terminal, and nothing a terminal would obey."""

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from netui.domain.text.sanitize import clean, clean_all

NARROW = 80


def room() -> int:
    """How many cells a line may take; without end where nobody looks."""
    if not sys.stdout.isatty():
        return 10_000
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or NARROW
    except (OSError, ValueError):
        return NARROW


def width(text: str) -> int:
    """The cells that clean ``text`` takes."""
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, cells: int) -> str:
    """``text`` in at most ``cells``, with an ellipsis where something is missing."""
    if width(text) <= cells:
        return text
    kept = text[: max(cells - 1, 0)]
    while kept and width(kept) > cells - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def table(rows: Sequence[Sequence[str]], widest: Sequence[int] = ()) -> list[str]:
    """The rows in columns; ``widest`` limits the first columns, the last one takes what is left."""
    if not rows:
        return []
    columns = [clean_all(column) for column in zip(*rows, strict=True)]
    *firsts, last = columns
    limits = [*widest, *([60] * len(columns))]
    widths = [min(_widest(column), limit) for column, limit in zip(firsts, limits, strict=False)]
    left = max(room() - sum(widths) - 2 * len(firsts), 10)
    shown = [_fitted(column, cells) for column, cells in zip(firsts, widths, strict=True)]
    if 2 * max(map(len, last)) > left:
        last = [cell if len(cell) * 2 <= left else cut(cell, left) for cell in last]
    line = "".join(f"%-{cells}s  " for cells in widths) + "%s"
    return [(line % row).rstrip() for row in zip(*shown, last, strict=True)]


def _fitted(column: Sequence[str], cells: int) -> Sequence[str]:
    """The cells of a column cut to one width; padded where their letters are not as many as their cells."""
    if max(map(len, column)) <= cells and "".join(column).isascii():
        return column
    return [
        cell if len(cell) <= cells and cell.isascii() else _padded(cut(cell, cells), cells) for cell in column
    ]


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def _widest(column: Sequence[str]) -> int:
    """The width of the widest cell; only what is not ASCII must be looked at letter by letter."""
    odd = [cell for cell in column if not cell.isascii()]
    return max(max(map(len, column)) if len(odd) < len(column) else 0, max(map(width, odd), default=0))


def wrapped(text: str, indent: str = "") -> list[str]:
    """The words of ``text`` over as many lines as they need; its own line breaks stay."""
    from textwrap import wrap

    cells = min(room(), 100)
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        lines += wrap(clean(line), max(cells - len(indent), 20), break_on_hyphens=False) or [""]
    return [indent + line for line in lines]


def iso(value: date | None) -> str | None:
    """A day or moment as JSON has it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes" if not value.second else "seconds")
    return value.isoformat() if value is not None else None


def or_none(value: Any) -> Any:
    """None for what is empty: absent is null."""
    return None if value == "" else value


def joined(parts: Iterable[str]) -> str:
    """What there is of ``parts``, with dots between."""
    return " · ".join(part for part in parts if part)
