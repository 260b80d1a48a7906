"""Salvage: the items of ``[[table]]`` that can still be read in a file that as a whole cannot be parsed."""

import re
from typing import Any

from netui.storage.errors import Unreadable
from netui.storage.toml.parse import BOM, parse

_HEADER = re.compile(r"^[ \t]*\[{1,2}[^\[\]\n]*\]{1,2}[ \t]*(?:#.*)?$", re.MULTILINE)
_LONGEST_VALUE = 100
"""The most lines in which the end of a value is looked for."""


def salvage_items(data: bytes, table: str) -> list[dict[str, Any]]:
    """The items of ``[[table]]``, each read by itself, from its header to the next.

    Of a broken one the lines stay that can be parsed. Bytes that are not UTF-8 become U+FFFD.
    """
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    starts = [match.start() for match in _HEADER.finditer(text)]
    found = []
    for start, end in zip(starts, [*starts, len(text)][1:], strict=True):
        items = _readable_part(text[start:end]).get(table)
        if isinstance(items, list):
            found += [item for item in items if isinstance(item, dict) and item]
    return found


def salvage_values(data: bytes) -> dict[str, Any]:
    """The values above the first table, as far as they can be read."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").removeprefix(BOM)
    first = _HEADER.search(text)
    return _readable_part("\n" + text[: first.start() if first else None])


def _readable_part(section: str) -> dict[str, Any]:
    """The data of one section without the lines that cannot be parsed."""
    whole = _parsed(section)
    if whole is not None:
        return whole
    header, *lines = section.splitlines(keepends=True)
    kept, at = header, 0
    while at < len(lines):
        for end in range(at + 1, min(at + _LONGEST_VALUE, len(lines)) + 1):
            longer = kept + "".join(lines[at:end])
            if _parsed(longer) is not None:
                kept, at = longer, end
                break
        else:
            at += 1
    return _parsed(kept) or {}


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return parse(text)
    except Unreadable:
        return None
