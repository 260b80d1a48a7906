"""Fast path of the first build: plain timelines become rows without the parser.

Without this a build of 10,000 contacts takes 40 % more processor time. An entry other than the usual
(:mod:`netui.storage.toml.plain_timeline`) is parsed alone, and in doubt the whole file is. The slow twin is
:func:`netui.storage.index.extract.extract_text`; a property test holds both equal.
"""

import re
from collections.abc import Sequence
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
from netui.storage.toml.plain_timeline import USUAL_ENTRY, parse_parts, plain_day, split_timeline

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def extract_fast(stem: str, text: str, where: str, kinds: Kinds) -> ExtractedContact:
    """The rows of a contact's TOML; raises Unreadable and Malformed where the parser does."""
    parts = split_timeline(text)
    rows = fast_rows(stem, parts[1], kinds) if parts is not None else None
    if parts is not None and rows is not None:
        document = parse_parts(parts[0], rows, where)
        if document is not None:
            return extract_contact(stem, document, kinds, rows)
    return extract_text(stem, text, where, kinds)


def fast_rows(stem: str, entries: Sequence[str], kinds: Kinds) -> list[tuple[Any, ...]] | None:
    """The rows of a timeline as `ExtractedContact.entries` has them; None where one is no entry by itself."""
    rows = []
    counts = _Counts(kinds)
    signed = has_sign("".join(entries))  # once for all, as most hold none
    for at, entry in enumerate(entries):
        match = USUAL_ENTRY.fullmatch(entry)
        row = _row(match, at, counts, stem, signed) if match else _parsed_row(entry, at, kinds, stem)
        if row is None:
            return None
        rows.append(row)
    return rows


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
    if plain_day(on) is None:
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
