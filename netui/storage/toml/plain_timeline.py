"""Plain timelines: entries as netui writes them are matched by one regular expression instead of parsed.

Parsing TOML is most of the work of whatever reads all files, and timelines are most of the TOML. An entry
with the usual lines in the usual order needs no parser, and no validation: each value has the type that its
pattern says. Whatever is written otherwise is parsed. Property tests hold both to the parser and the models.
"""

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any

from netui.storage.errors import Unreadable
from netui.storage.toml.parse import parse

_HEADER = "\n[[timeline]]\n"
_PLAIN = r"[^\"\\\x00-\x1f\x7f]*"
_TEXT = rf'"({_PLAIN})"'
_LIST = rf'\[("{_PLAIN}"(?:, "{_PLAIN}")*)\]'
_DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_VALUES = {
    "id": _TEXT, "on": _DAY, "kind": _TEXT, "with": _LIST, "place": _TEXT, "started_by": '"(me|them)"',
    "text": _TEXT, "tags": _LIST, "goals": _LIST, "gave": _LIST, "got": _LIST,
}  # fmt: skip
_LISTS = frozenset(key for key, value in _VALUES.items() if value is _LIST)
PLAIN_ENTRY = re.compile(
    # an empty alternative takes a third less time than "?" after the group
    "".join(
        rf"{key} = {value}\n" if key == "on" else rf"(?:{key} = {value}\n|)" for key, value in _VALUES.items()
    )
    + r"\n*"
)
"""The lines below the header of an entry; a group for each of its values, for a list with the quotes."""


def split_timeline(text: str) -> tuple[str, list[str]] | None:
    """The text before the timeline, and what stands below each of its headers; None without a timeline.

    It holds only if the text before is TOML by itself: otherwise the first header may stand in a string.
    """
    at = text.find(_HEADER)
    return None if at < 0 else (text[: at + 1], text[at + len(_HEADER) :].split(_HEADER))


def split_list(items: str) -> list[str]:
    """The texts of a list as :data:`PLAIN_ENTRY` matches it."""
    return items[1:-1].split('", "')


@lru_cache(maxsize=8192)
def plain_day(text: str) -> date | None:
    """The day that ``2026-11-09`` is; None where no calendar has it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def parse_fast(text: str, file: object = "") -> tuple[dict[str, Any], bool]:
    """As :func:`netui.storage.toml.parse.parse`; also whether the timeline is plain, so that it is valid."""
    parts = split_timeline(text)
    if parts is not None:
        entries = [_entry(each) for each in parts[1]]
        if None not in entries:
            with suppress(Unreadable):
                document = parse(parts[0], file)
                if "timeline" not in document:
                    return {**document, "timeline": entries}, True
    return parse(text, file), False


def _entry(text: str) -> dict[str, Any] | None:
    """A plain entry as the parser gives it; None where it is no plain one."""
    match = PLAIN_ENTRY.fullmatch(text)
    if match is None:
        return None
    found: dict[str, Any] = {
        key: value for key, value in zip(_VALUES, match.groups(), strict=True) if value is not None
    }
    found["on"] = plain_day(found["on"])
    for key in _LISTS.intersection(found):
        found[key] = split_list(found[key])
    return found if found["on"] is not None else None
