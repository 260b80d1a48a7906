"""Splits text into log lines: one entry a line, an indented line continues the one before."""

import re
from typing import NamedTuple

_NEWLINE = re.compile(r"\r\n|\r|\n")
_COMMENT = "# "


class LogLine(NamedTuple):
    """A log line, without line breaks, and the number of its first line in the text, from 1."""

    number: int
    text: str


def split_lines(text: str) -> list[LogLine]:
    """The log lines of ``text``. Blank lines and comments, which begin with ``# ``, are left out.

    A line that is indented further than the first line of an entry belongs to that entry: it is appended
    after a space, so that a sentence or a promise may be wrapped.
    """
    lines: list[LogLine] = []
    entry_indent = 0
    for number, raw in enumerate(_NEWLINE.split(text.removeprefix("\ufeff")), 1):
        line = raw.strip()
        if not line or raw.startswith(_COMMENT):
            continue
        indent = len(raw.expandtabs()) - len(raw.expandtabs().lstrip())
        if lines and indent > entry_indent:
            lines[-1] = LogLine(lines[-1].number, f"{lines[-1].text} {line}")
        else:
            lines.append(LogLine(number, line))
            entry_indent = indent
    return lines
