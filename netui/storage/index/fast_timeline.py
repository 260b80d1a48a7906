"""Timelines as netui writes them, turned into rows of the index at a glance.

Reading TOML is most of what a first build does, and timelines are most of the TOML. An entry whose
lines are the usual ones in the usual order needs no parser. Whatever is written otherwise is parsed,
and in doubt the whole file is: the rows are those that parsing gives, always.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Any

from netui.domain.model.kinds import Kinds
from netui.storage.errors import Unreadable
from netui.storage.index.extract import Malformed, entry_row, started_by_alone
from netui.storage.toml.parse import parse

_HEADER = "\n[[timeline]]\n"
_PLAIN = r"[^\"\\\x00-\x1f\x7f]*"
_TEXT = rf'"({_PLAIN})"'
_LIST = rf'\[("{_PLAIN}"(?:, "{_PLAIN}")*)\]'
_VALUES = (
    ("id", _TEXT), ("on", "([0-9]{4}-[0-9]{2}-[0-9]{2})"), ("kind", _TEXT), ("with", _LIST), ("place", _TEXT),
    ("started_by", '"(me|them)"'), ("text", _TEXT), ("tags", _LIST), ("goals", _LIST), ("gave", _LIST),
    ("got", _LIST),
)  # fmt: skip
_ENTRY = re.compile(
    "".join(rf"{key} = {value}\n" if key == "on" else rf"(?:{key} = {value}\n)?" for key, value in _VALUES)
    + r"\n*"
)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def plain_entries(text: str, kinds: Kinds) -> tuple[str, list[tuple[Any, ...]]] | None:
    """What stands before the timeline, and rows as `Digest.entries` has them.

    None where the timeline is not the last there is in the file, or cannot be read this way. The rows
    hold only if what stands before is TOML by itself: then the timeline begins where it seems to.
    """
    at = text.find(_HEADER)
    if at < 0:
        return None
    rows = []
    counts = _Counts(kinds)
    for place, entry in enumerate(text[at + len(_HEADER) :].split(_HEADER)):
        match = _ENTRY.fullmatch(entry)
        row = _row(match, place, counts) if match else _parsed_row(entry, place, kinds)
        if row is None:
            return None
        rows.append(row)
    return text[: at + 1], rows


class _Counts(dict[str, int]):
    """Whether each kind counts, asked once: the same few stand in every timeline."""

    def __init__(self, kinds: Kinds) -> None:
        super().__init__()
        self._kinds = kinds

    def __missing__(self, kind: str) -> int:
        found = self[kind] = int(self._kinds.counts(kind))
        return found


def _row(match: re.Match[str], at: int, counts: _Counts) -> tuple[Any, ...] | None:
    ident, on, kind, with_, place, by, text, tags, goals, gave, got = match.groups("")
    if not _is_day(on):
        return None
    others = _framed(with_) if with_ else ""
    if not kind and match[3] is None:
        kind = "note"
    return (
        ident or f"#{at}", on, on, kind, others, place,
        _framed(tags) if tags else "", _framed(goals) if goals else "",
        _framed(gave) if gave else "", _framed(got) if got else "",
        text, counts[kind], others.count("\n") or 1, started_by_alone(by) if by else "",
    )  # fmt: skip


def _parsed_row(entry: str, at: int, kinds: Kinds) -> tuple[Any, ...] | None:
    """The row of an entry that is written otherwise; None where it may be more than one, or none."""
    if _TABLE.search(entry):
        return None
    try:
        return entry_row(parse(entry), at, kinds)
    except (Unreadable, Malformed):
        return None


def _framed(items: str) -> str:
    return "\n" + items[1:-1].replace('", "', "\n") + "\n"


@lru_cache(maxsize=8192)
def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
