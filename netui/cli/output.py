"""Lines for people: columns that line up, cut to the terminal, and nothing a terminal would obey."""

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from netui.domain.plaintext import clean

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
    if text.isascii():
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
    cells = [[clean(cell) for cell in row] for row in rows]
    last = len(cells[0]) - 1
    limits = [*widest, *([60] * len(cells[0]))]
    widths = [min(max(width(row[at]) for row in cells), limits[at]) for at in range(last)]
    left = room() - sum(widths) - 2 * last
    lines = []
    for row in cells:
        parts = [_padded(cut(row[at], widths[at]), widths[at]) for at in range(last)]
        parts.append(cut(row[last], max(left, 10)))
        lines.append("  ".join(parts).rstrip())
    return lines


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


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
