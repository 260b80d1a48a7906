"""Text output: the one door to stdout and stderr, and columns fitted to the width of the terminal.

Whatever a command prints goes through here, so that no escape sequence from a name, a note or a file name
reaches a terminal, not even behind a pipe to a pager: text for people is sanitized, JSON has a code of ASCII
letters in its place. Only a document in a format of its own (an export, Markdown, HTML) is written exactly,
unless stdout is a terminal.
"""

import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from netui.domain.text.sanitize import clean, clean_all, clean_text, escape_json

_is_plain = False
NARROW = 80
_NO_LIMIT, _WIDEST = 10_000, 100
"""The width assumed of a terminal that does not tell its own."""


def use_plain_text(*, wanted: bool) -> None:
    """Prints from now on one fact a line, without columns and drawings, or as usual."""
    global _is_plain
    _is_plain = wanted


def as_printed(lines: Iterable[str]) -> Iterable[str]:
    """The lines as they are, or as plain text."""
    if not _is_plain:
        return lines
    from netui.cli.plain import plain_lines

    return plain_lines(lines)


def export_output(text: str) -> str:
    """A document in a format of its own as it may be printed: exactly, but on a terminal."""
    return clean_text(text) if sys.stdout.isatty() else text


def json_output(document: Any) -> str:
    """A JSON document as it may be printed, on one line."""
    from json import dumps

    encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "")
    return escape_json(dumps(document, ensure_ascii=encoding != "utf8"))


def print_error(text: str) -> None:
    """Prints lines on stderr, as far as that can be written."""
    _write_error(f"netui: {clean_text(text)}\n")


def ask(question: str) -> None:
    """Prints a question on stderr, to be answered on the same line."""
    _write_error(clean_text(question))


_BAR = 20


def show_progress(done: int, total: int, verb: str = "reading") -> None:
    """Draws a progress bar over the same line of stderr; the line goes when all is done."""
    full = _BAR * done // max(total, 1)
    end = "\r\033[K" if done >= total else "\033[K"
    _write_error(f"\r{verb} [{'#' * full:-<{_BAR}}] {done:,} of {total:,}{end}")


def _write_error(text: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def room() -> int:
    """How many cells a line may take: the width of the terminal, or as good as no limit without one."""
    if _is_plain or not sys.stdout.isatty():
        return _NO_LIMIT
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or NARROW
    except (OSError, ValueError):
        return NARROW


def is_plain() -> bool:
    """Whether plain text was asked for, in which nothing is drawn."""
    return _is_plain


def page_width() -> int:
    """How many cells a page of text takes: longer lines are hard to follow; plain ones are not wrapped."""
    return _NO_LIMIT if _is_plain else min(room(), _WIDEST)


def width(text: str) -> int:
    """The cells that ``text`` takes, once it is without control characters."""
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, cells: int) -> str:
    """Truncates ``text`` to ``cells``, with an ellipsis where something is missing."""
    if width(text) <= cells:
        return text
    kept = text[: max(cells - 1, 0)]
    while kept and width(kept) > cells - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def table(rows: Sequence[Sequence[str]], widest: Sequence[int] = ()) -> list[str]:
    """Aligns rows in columns; ``widest`` limits the first columns, the last one takes what is left."""
    if not rows:
        return []
    columns = [clean_all(column) for column in zip(*rows, strict=True)]
    if _is_plain:
        from netui.cli.plain import plain_row

        return [plain_row(row) for row in zip(*columns, strict=True)]
    *firsts, last = columns
    limits = [*widest, *([60] * len(columns))]
    widths = [min(_widest(column), limit) for column, limit in zip(firsts, limits, strict=False)]
    left = max(room() - sum(widths) - 2 * len(firsts), 10)
    shown = [_fitted(column, cells) for column, cells in zip(firsts, widths, strict=True)]
    if 2 * max(map(len, last)) > left:
        last = [cell if len(cell) * 2 <= left else cut(cell, left) for cell in last]
    line = "".join(layout for layout, _ in shown) + "%s"
    return [(line % row).rstrip() for row in zip(*(cells for _, cells in shown), last, strict=True)]


def _fitted(column: Sequence[str], cells: int) -> tuple[str, Sequence[str]]:
    """A column cut to one width, and how ``%`` formats it: it pads by characters, so only what is ASCII."""
    if "".join(column).isascii():
        return f"%-{cells}s  ", column if max(map(len, column)) <= cells else [cut(c, cells) for c in column]
    return "%s  ", [
        cell.ljust(cells) if len(cell) <= cells and cell.isascii() else _padded(cut(cell, cells), cells)
        for cell in column
    ]


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))


def _widest(column: Sequence[str]) -> int:
    """The width of the widest cell; only what is not ASCII is measured character by character."""
    odd = [cell for cell in column if not cell.isascii()]
    return max(max(map(len, column)) if len(odd) < len(column) else 0, max(map(width, odd), default=0))


def wrapped(text: str, indent: str = "") -> list[str]:
    """Wraps ``text`` to the terminal, 100 cells at most; its own line breaks stay."""
    from textwrap import wrap

    cells = page_width()
    lines: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        lines += wrap(clean(line), max(cells - len(indent), 20), break_on_hyphens=False) or [""]
    return [indent + line for line in lines]


def iso(value: date | None) -> str | None:
    """A date or date-time as an ISO string, to minutes where there are no seconds."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes" if not value.second else "seconds")
    return value.isoformat() if value is not None else None


def or_none(value: Any) -> Any:
    """None for an empty text: what is absent is null in JSON."""
    return None if value == "" else value


def joined(parts: Iterable[str]) -> str:
    """The parts that are not empty, with dots between."""
    return " · ".join(part for part in parts if part)


_DUMB = ("", "dumb", "unknown")
_LESS = "FRX"
"""What less is asked where the environment asks nothing, as git does: a short text stays, and ends it."""
_NOT_RUN = (126, 127)
"""With which a shell ends that could not run the program."""


def show_in_pager(text: str) -> bool:
    """Shows a text that is longer than the terminal in ``PAGER``, else in less; returns whether it did.

    Not off a terminal, not as plain text, and not where ``PAGER`` is empty or ``cat``.
    """
    command = _pager()
    if _is_plain or not command or not sys.stdout.isatty() or os.environ.get("TERM", "") in _DUMB:
        return False
    try:
        is_longer = text.count("\n") >= os.get_terminal_size(sys.stdout.fileno()).lines
    except (OSError, ValueError):
        return False
    if not is_longer:
        return False
    import signal
    import subprocess

    sys.stdout.flush()
    before = signal.signal(signal.SIGINT, lambda *_: None)  # ctrl+c is for the pager
    try:
        data = text.encode(sys.stdout.encoding or "utf-8", "replace")
        surroundings = {"LESS": _LESS, **os.environ}
        ended = subprocess.run(["sh", "-c", command], input=data, env=surroundings, check=False)
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, before)
    return ended.returncode not in _NOT_RUN


def _pager() -> str:
    """The command of the pager, "" for none."""
    from shutil import which

    command = os.environ.get("PAGER", "less" if which("less") else "").strip()
    return "" if command == "cat" else command


def silence_stdout() -> None:
    """Sends stdout to nowhere, because it cannot be written: flushing it again would raise again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
