"""Fast path of the first build: timelines as netui writes them become rows by one regular expression.

Parsing TOML is most of the work of a first build, and timelines are most of the TOML; without this a build
of 10,000 contacts takes 40 % more processor time. An entry with the usual lines in the usual order needs no
parser; any other is parsed alone, and in doubt the whole file is. The slow twin is
:func:`netui.storage.index.extract.extract_text`; a property test holds both equal.
"""

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import Any

from netui.domain.model.kinds import Kinds
from netui.domain.query.signs import has_sign, sign_index
from netui.storage.errors import Unreadable
from netui.storage.index.extract import (
    ExtractedContact,
    Malformed,
    count_people,
    entry_row,
    extract_contact,
    extract_text,
    started_by_json,
)
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
    "".join(rf"{key} = {value}\n" if key == "on" else rf"(?:{key} = {value}\n|)" for key, value in _VALUES)
    + r"\n*"
)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def extract_fast(stem: str, text: str, where: str, kinds: Kinds) -> ExtractedContact:
    """The rows of a contact's TOML; raises Unreadable and Malformed where the parser does."""
    found = fast_entries(stem, text, kinds)
    if found is not None:
        before, entries = found
        with suppress(Unreadable):
            document = parse(before, where)
            if "timeline" not in document:
                return extract_contact(stem, {**document, "timeline": entries}, kinds, entries)
    return extract_text(stem, text, where, kinds)


def fast_entries(stem: str, text: str, kinds: Kinds) -> tuple[str, list[tuple[Any, ...]]] | None:
    """The text before the timeline, and the rows of the timeline as `ExtractedContact.entries` has them.

    None where other tables follow the timeline, or an entry cannot be read this way. The rows are valid
    only if the text before them is TOML by itself: otherwise the header may stand inside a string.
    """
    at = text.find(_HEADER)
    if at < 0:
        return None
    rows = []
    counts = _Counts(kinds)
    timeline = text[at + len(_HEADER) :]
    signed = has_sign(timeline)  # once for all, as most hold none
    for place, entry in enumerate(timeline.split(_HEADER)):
        match = _ENTRY.fullmatch(entry)
        row = _row(match, place, counts, stem, signed) if match else _parsed_row(entry, place, kinds, stem)
        if row is None:
            return None
        rows.append(row)
    return text[: at + 1], rows


class _Counts(dict[str, int]):
    """Cache of whether each kind counts as contact: every timeline has the same few kinds."""

    def __init__(self, kinds: Kinds) -> None:
        super().__init__()
        self._kinds = kinds

    def __missing__(self, kind: str) -> int:
        found = self[kind] = int(self._kinds.counts(kind))
        return found


def _row(match: re.Match[str], at: int, counts: _Counts, stem: str, signed: bool) -> tuple[Any, ...] | None:
    ident, on, kind, with_, place, by, text, tags, goals, gave, got = match.groups("")
    if not _is_day(on):
        return None
    others = _framed(with_) if with_ else ""
    if not kind and match[3] is None:
        kind = "note"
    tags = _framed(tags) if tags else ""
    return (
        ident or f"#{at}", on, on, kind, others, place,
        tags, _framed(goals) if goals else "",
        _framed(gave) if gave else "", _framed(got) if got else "",
        text, counts[kind], count_people(others, stem) if others else 1, started_by_json(by) if by else "",
        sign_index(text, tags) if signed or tags else "",
    )  # fmt: skip


def _parsed_row(entry: str, at: int, kinds: Kinds, stem: str) -> tuple[Any, ...] | None:
    """The row of an entry that the expression does not match; None where the text may hold other tables."""
    if _TABLE.search(entry):
        return None
    try:
        return entry_row(parse(entry), at, kinds, stem)
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
