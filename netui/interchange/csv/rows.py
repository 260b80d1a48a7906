"""Rows of CSV text, within bounds of memory: a line at a time, and none that would be thousands of cells."""

import csv
import re
from collections.abc import Iterator

LARGEST_CELL = 10 << 20
MOST_COLUMNS = 100_000
_LINE = re.compile(r"[^\r\n]*(?:\r*\n|\r|\Z)")


def read_rows(text: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows that can be read, each with the number of the line it begins on."""
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(_lines(text, delimiter), delimiter=delimiter)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            line = reader.line_num + 1
            continue
        yield line, row
        line = reader.line_num + 1


def _lines(text: str, delimiter: str) -> Iterator[str]:
    """The lines with their ends; blank in place of one with more cells than any table has."""
    for match in _LINE.finditer(text):
        line = match[0]
        if line:
            yield line if line.count(delimiter) <= MOST_COLUMNS else "\n"
