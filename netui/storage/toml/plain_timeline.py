"""Plain timelines: entries as netui writes them are matched by a regular expression instead of parsed.

Parsing TOML is most of the work of whatever reads all files, and timelines are most of the TOML. An entry
with the usual lines in the usual order needs no parser, and no validation: each value has the type that its
pattern says. Whatever is written otherwise is parsed. Property tests hold both to the parser and the models.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from netui.storage.errors import Unreadable
from netui.storage.toml.parse import parse

_HEADER = "\n[[timeline]]\n"
_PLAIN = r"[^\"\\\x00-\x1f\x7f]*"
_TEXT = rf'"({_PLAIN})"'
_LIST = rf'\[("{_PLAIN}"(?:, "{_PLAIN}")*)\]'
_SWITCH = "(true|false)"
_DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_VALUES = {
    "id": _TEXT, "on": _DAY, "kind": _TEXT, "with": _LIST, "place": _TEXT, "started_by": '"(me|them)"',
    "text": _TEXT, "tags": _LIST, "goals": _LIST, "gave": _LIST, "got": _LIST,
    "learned": _TEXT, "private": _SWITCH, "planned": _SWITCH,
}  # fmt: skip
_LISTS, _SWITCHES = (
    frozenset(key for key, value in _VALUES.items() if value is kind) for kind in (_LIST, _SWITCH)
)
_RARE = ("learned", "private", "planned")


def _pattern(values: Mapping[str, str]) -> re.Pattern[str]:
    # An empty alternative takes a third less time than "?" after the group.
    lines = (f"{key} = {value}\n" for key, value in values.items())
    return re.compile("".join(line if line[:2] == "on" else f"(?:{line}|)" for line in lines) + r"\n*")


USUAL_ENTRY = _pattern({key: value for key, value in _VALUES.items() if key not in _RARE})
"""The lines of an entry without what is rare: a group for each value, that of a list with its quotes."""
_ENTRY = _pattern(_VALUES)


def split_timeline(text: str) -> tuple[list[str], list[str]] | None:
    """The parts of the text beside the timeline, and what stands below each header of it; None without one.

    What was added to a person since stands between entries: the file of a promise goes on with the next.
    The first part is the text before the timeline. All that holds if :func:`parse_parts` takes the parts.
    """
    before, *below = text.split(_HEADER)
    if not below:
        return None
    others, entries = [before + "\n"], []
    if text.count("\n[", len(before)) == len(below):  # nothing stands between them
        return others, below
    for entry in below:
        at = entry.find("\n[") + 1
        if at:
            others.append(entry[at:] + "\n")
            entry = entry[:at]
        entries.append(entry)
    return others, entries


def parse_parts(others: list[str], entries: list[Any], file: object = "") -> dict[str, Any] | None:
    """The file of these parts, with ``entries`` for its timeline, in the order that parsing all of it gives.

    None where a part is not TOML by itself: a header may stand in a string that begins before it. None also
    where a part is about the timeline, too.
    """
    try:
        first, *further = [parse(part, file) for part in others]
        whole = parse("".join(others), file) if further else first
    except Unreadable:
        return None
    return None if "timeline" in whole else {**first, "timeline": entries, **whole}


def split_list(items: str) -> list[str]:
    """The texts of a list as :data:`USUAL_ENTRY` matches it."""
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
        others, below = parts
        entries = [_plain_entry(each) for each in below]
        document = parse_parts(others, entries, file) if None not in entries else None
        if document is not None:
            return document, True
    return parse(text, file), False


def _plain_entry(text: str) -> dict[str, Any] | None:
    """A plain entry as the parser gives it; None where it is no plain one."""
    match = _ENTRY.fullmatch(text)
    if match is None:
        return None
    found: dict[str, Any] = {
        key: value for key, value in zip(_VALUES, match.groups(), strict=True) if value is not None
    }
    found["on"] = plain_day(found["on"])
    for key in _LISTS.intersection(found):
        found[key] = split_list(found[key])
    for key in _SWITCHES.intersection(found):
        found[key] = found[key] == "true"
    return found if found["on"] is not None else None
