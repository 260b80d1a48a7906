"""Splits text into log lines: one entry a line, an indented line continues the one before.

A line that is a day alone, such as ``## Mon 16 Nov`` or ``yesterday:``, is the heading of the lines below it.
"""

import re
from collections.abc import Callable

from netui.domain.named_tuple import NamedTuple

_NEWLINE = re.compile(r"\r\n|\r|\n")
_COMMENT = "# "

OpeningDay = Callable[[str], tuple[str, bool]]
"""The day that a line opens with, as it was typed, "" without one; and whether it is all of the line."""


class LogLine(NamedTuple):
    """A log line, without line breaks, and the number of its first line in the text, from 1.

    ``day`` is the heading it stands below, as it was typed, "" without one, and ``day_number`` the number of
    the heading's line.
    """

    number: int
    text: str
    day: str = ""
    day_number: int = 0


def split_lines(text: str, opening_day: OpeningDay | None = None) -> list[LogLine]:
    """The log lines of ``text``. Blank lines and comments, which begin with ``# ``, are left out.

    A line that is indented further than the first line of an entry belongs to that entry: it is appended
    after a space, so that a sentence or a promise may be wrapped. A day alone is the heading of the lines
    below it, up to the next one, and left out with no line between; the last one of all stays a line then,
    unless it is a comment.
    """
    lines: list[LogLine] = []
    above = LogLine(0, "")
    indent_of_entry = -1
    for number, raw in enumerate(_NEWLINE.split(text.removeprefix("\ufeff")), 1):
        line = raw.strip()
        if not line:
            continue
        is_comment = raw.startswith(_COMMENT)
        indent = len(raw.expandtabs()) - len(raw.expandtabs().lstrip())
        if indent > indent_of_entry >= 0:
            lines[-1] = lines[-1]._replace(text=f"{lines[-1].text} {line}")
            continue
        day, is_heading = opening_day(line) if opening_day is not None else ("", False)
        if is_heading:
            if above.text and lines and lines[-1].number == above.number:
                lines.pop()  # a day of which nothing is told
            above, indent_of_entry = LogLine(number, day), -1  # no line continues a heading
            if not is_comment:
                lines.append(above._replace(text=line))
        if is_heading or is_comment:
            continue
        if (
            above.text and lines and lines[-1].number == above.number
        ):  # a line stands below it: it is none itself
            lines.pop()
        lines.append(LogLine(number, line, above.text, above.number))
        indent_of_entry = indent
        if day and above.text:  # of which of the two is the line after this one?
            above = above._replace(text=f"{above.text} or {day}")
    return lines
