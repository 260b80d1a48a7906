"""The columns of a CSV file that is to be imported, and what the user says of them."""

import os
from collections.abc import Mapping

from netui.interchange.csv.reader import LEFT_OUT, CsvColumn
from netui.interchange.csv.reader import list_columns as _list

FIELDS = (
    "name", "first name", "last name", "nickname", "email", "phone", "website", "address", "company",
    "job title", "location", "birthday", "tags", "notes",
)  # fmt: skip
"""What a column can be said to hold, in the words of the usual headers."""
_SNIFFED = 64 << 10


def list_columns(path: str, columns: Mapping[str, str]) -> list[CsvColumn]:
    """The columns of a CSV file with what each will fill; none for what is no CSV, or cannot be read."""
    if not path.lower().endswith((".csv", ".tsv")) or not os.path.isfile(path):
        return []
    try:
        with open(path, "rb") as file:
            return _list(file.read(_SNIFFED), columns)
    except OSError:
        return []


def map_column(columns: Mapping[str, str], header: str, field: str) -> dict[str, str]:
    """The mapping with another meaning for a column: one of :data:`FIELDS`, or "" to leave it out."""
    left = {key: each for key, each in columns.items() if each != header}
    word, number = field or LEFT_OUT, 2
    key = word
    while key in left:
        key, number = f"{word} {number}", number + 1
    return {**left, key: header}
