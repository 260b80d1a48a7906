"""Read CSV address books: the header row is found by its words, wherever it stands."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from io import StringIO
from itertools import islice, zip_longest
from typing import Any

from netui.domain.named_tuple import NamedTuple
from netui.interchange.csv.columns import (
    ADDRESS_PARTS,
    NAME_PARTS,
    RELATIONS,
    Column,
    column_of,
    columns_of,
)
from netui.interchange.csv.rows import read_rows
from netui.interchange.linkedin.profile import profile_uid
from netui.interchange.records import (
    ParsedFile,
    PersonRecord,
    ReadOptions,
    RejectedRecord,
    clean,
    clean_lines,
    decode,
    made_up_uid,
    partial_date,
)

_DELIMITERS = ",;\t"
LEFT_OUT = "nothing"
"""What a column is mapped to that is to be left out; a number may follow."""
_SEARCHED = 20
"""Rows in which the header is looked for: LinkedIn's stands behind a note of several lines."""
_LINK_LABELS = frozenset(("profile", "blog", "homepage", "home page"))
_GOOGLE_LABELS = _LINK_LABELS | frozenset((
    "home", "work", "other", "mobile", "main", "home fax", "work fax", "google voice", "pager", "internet",
    "anniversary", "spouse", "child", "mother", "father", "parent", "brother", "sister", "friend", "relative",
    "manager", "assistant", "partner", "domestic partner", "referred by",
))  # fmt: skip
"""Labels that Google writes with a capital; any other is the user's own, and stays as it is."""
_EVERYONE = re.compile(r"(?:\*\s*)?(?:my ?contacts|starred)?\Z", re.IGNORECASE)
"""Google's groups that say nothing of a person."""
_STAR = re.compile(r"\A\*\s+")
"""Google's mark of a label or group of its own."""
_LONG_DAY = "%d %b %Y"
_KEYS_FILLED = {
    **dict.fromkeys(NAME_PARTS, "name"), **dict.fromkeys(RELATIONS, "related"), "relation": "related",
    **dict.fromkeys(("birthday", "anniversary", "event"), "date"), "connected": "met", "im": "links",
}  # fmt: skip
"""The keys of a contact that columns fill which are called otherwise."""
_CUSTOM_LISTS = ("roles", "knows", "seeks", "interests")
_CUSTOM = (*_CUSTOM_LISTS, "location", "timezone", "pronouns", "died", "notes")
"""The keys of a contact that Google's custom fields can fill."""


class _Table(NamedTuple):
    """The rows of a file with the line of each, under the columns that its header row has."""

    headers: list[str]
    columns: list[Column | None]
    rows: list[tuple[int, list[str]]]


def is_address_book(start: bytes) -> bool:
    """Whether a file that begins like this has a header row of people."""
    table = _table(decode(start), {})
    if table is None:
        return False
    keys = {each.key for each in table.columns if each}
    return "emails" in keys or (bool(keys & {"given", "family", "name"}) and len(keys) > 1)


def read(data: bytes, file: str, options: ReadOptions | None = None) -> ParsedFile:
    """Parses a file; never raises. The columns of the options come before all tables."""
    table = _table(decode(data).replace("\0", ""), options.columns if options else {})
    if table is None:
        why = "no column of it is known; say what they are with --map name=COLUMN --map emails=COLUMN"
        return ParsedFile(rejected=(RejectedRecord(file, "", why),))
    source = _source(table)
    months_first = {key: _is_month_first(table, key) for key in ("birthday", "anniversary")}
    covers = _covered_keys(table, source)
    people, rejected = [], []
    for line, row in table.rows:
        if not any(cell.strip() for cell in row):
            continue
        raw = csv_text((table.headers, row))
        fields, names = _fields(table, row, months_first, source)
        name = _name(names, fields)
        if not name:
            rejected.append(RejectedRecord(file, f"line {line}", "the row has no name", raw))
            continue
        aliases = [alias for alias in fields.pop("aliases", []) if alias != name]
        if aliases:
            fields["aliases"] = aliases
        uid = _uid(name, fields, source)
        where = f"line {line}"
        people.append(PersonRecord(source, uid, name, fields, file, where, raw, covers=covers))
    if not people and not rejected:
        rejected.append(RejectedRecord(file, "", "no row below its header can be read"))
    return ParsedFile(tuple(people), (), tuple(rejected))


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def unknown_columns(raw: str) -> dict[str, str]:
    """The cells of a row under headers that have no place in a contact; ``raw`` is header row and row."""
    rows = [row for _, row in _rows(raw, ",")]
    if len(rows) < 2:
        return {}
    cells = zip(columns_of(rows[0]), rows[0], rows[1], strict=False)
    return {
        header.strip(): cell for known, header, cell in cells if not known and header.strip() and cell.strip()
    }


class CsvColumn(NamedTuple):
    """A column: its header, the key of a contact that it will fill ("" for none), and its first value."""

    header: str
    key: str
    sample: str


def list_columns(start: bytes, columns: Mapping[str, str]) -> list[CsvColumn]:
    """The columns of a file that begins like this; of one without a known header, those of its first row."""
    text = decode(start).replace("\0", "")
    table = _table(text, columns)
    if table is None:
        rows = max(
            (list(_rows(text, each)) for each in _DELIMITERS),
            key=lambda each: len(each[0][1] if each else ()),
        )
        if not rows:
            return []
        table = _Table(rows[0][1], [None] * len(rows[0][1]), rows[1:])
    columns_of_cells = zip_longest(*(row for _, row in table.rows), fillvalue="")
    cells = [clean(next(filter(str.strip, each), "")) for each in columns_of_cells]
    cells += [""] * (len(table.headers) - len(cells))
    keys = ["" if each is None or each.key.startswith(LEFT_OUT) else each.key for each in table.columns]
    return [CsvColumn(*each) for each in zip(map(clean, table.headers), keys, cells, strict=False) if each[0]]


def _covered_keys(table: _Table, source: str) -> frozenset[str]:
    """The keys of a contact that the columns can fill."""
    keys = {_KEYS_FILLED.get(each.key, each.key) for each in table.columns if each}
    is_noted = source == "csv" and None in table.columns
    keys |= {"name", *(("notes",) if is_noted else ()), *(("tags",) if source == "linkedin" else ())}
    return frozenset(keys | set(_CUSTOM if "custom" in keys else ()))


def _table(text: str, columns: Mapping[str, str]) -> _Table | None:
    """The table under the row with the most known headers among the first ones; None without one."""
    best: tuple[int, str, int, _Table] | None = None
    for delimiter in _DELIMITERS:
        for at, (_, row) in enumerate(islice(_rows(text, delimiter), _SEARCHED)):
            found = _with_map(columns_of(row), row, columns)
            known = sum(each is not None for each in found)
            is_header = known >= 2 or (known == 1 and len(row) == 1) or (known and columns)
            if is_header and (best is None or known > best[0]):
                best = known, delimiter, at, _Table(row, found, [])
    if best is None:
        return None
    _, delimiter, at, table = best
    return table._replace(rows=list(islice(_rows(text, delimiter), at + 1, None)))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    return ((line, [_without_guard(cell) for cell in row]) for line, row in read_rows(text, delimiter))


def _without_guard(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    is_guarded = cell[:1] == "'" and cell.lstrip("'")[:1] in ("=", "+", "-", "@", "\t", "\r")
    return cell[1:] if is_guarded else cell


def _with_map(
    found: list[Column | None], row: Sequence[str], columns: Mapping[str, str]
) -> list[Column | None]:
    """The columns as the user maps them: ``name`` to ``Person``."""
    for field, header in columns.items():
        for at, each in enumerate(row):
            if each.strip().casefold() == header.strip().casefold():
                found[at] = (column_of(field) or Column(field))._replace(group=f"map {at}")
    return found


def _source(table: _Table) -> str:
    keys = {each.key for each in table.columns if each}
    headers = {header.strip().casefold() for header in table.headers}
    if "connected" in keys or {"url", "headline"} <= headers:
        return "linkedin"
    if any(each and each.part == "label" for each in table.columns):
        return "google"
    if "primary email" in headers:
        return "thunderbird"
    return "outlook" if "e-mail address" in headers else "csv"


def _fields(
    table: _Table, row: Sequence[str], months_first: Mapping[str, bool | None], source: str
) -> tuple[dict[str, Any], dict[str, str]]:
    """The contact keys of a row, and the parts of the name."""
    names: dict[str, str] = {}
    fields: dict[str, Any] = {}
    grouped: dict[tuple[str, str], dict[str, str]] = {}
    for column, header, cell in zip(table.columns, table.headers, row, strict=False):
        text = clean_lines(cell) if column and column.key == "notes" else clean(cell)
        if not text:
            continue
        if column is None:
            if source == "csv":
                _note(fields, f"{clean(header)}: {text}" if clean(header) else text)
        elif column.key in (*NAME_PARTS, "name"):
            names.setdefault(column.key, text)
        elif column.key in ("org", "title", "location", "timezone", "pronouns"):
            fields.setdefault(column.key, text)
        elif column.key == "notes":
            _note(fields, text)
        elif column.key in RELATIONS:
            fields.setdefault("related", []).append({"who": text, "as": column.key})
        else:
            group = grouped.setdefault((column.key, column.group), {})
            group[column.part] = text
            if column.label:
                group.setdefault("label", column.label)
    for (key, _), parts in grouped.items():
        _add_group(fields, key, parts, months_first)
    if source == "linkedin":
        fields.setdefault("tags", []).append("linkedin")
    return {key: value for key, value in fields.items() if value}, names


def _add_group(
    fields: dict[str, Any], key: str, parts: Mapping[str, str], months_first: Mapping[str, bool | None]
) -> None:
    """Adds what the columns of one group say together: an e-mail with its label, an address of many parts."""
    value = parts.get("value", "")
    label = _STAR.sub("", parts.get("label", ""))
    label = label.lower() if label.lower() in _GOOGLE_LABELS else label
    if key == "addresses":
        _add_addresses(fields, key, parts.get("whole") or _address(parts), label)
    elif key in ("emails", "phones", "links"):
        _add_addresses(fields, key, value, label)
    elif key in ("tags", "aliases"):
        for word in filter(None, _items(value)):
            if key != "tags" or not _EVERYONE.match(word):
                _append(fields, key, _STAR.sub("", word))
    elif key == "department":
        fields["org"] = ", ".join(filter(None, (fields.get("org", ""), value)))
    elif key == "connected":
        if on := _day(value, None):
            fields["met"] = {"on": on, "where": "LinkedIn"}
    elif key in ("birthday", "anniversary"):
        said = value or "-".join(parts.get(each, "").zfill(2) for each in ("year", "month", "day"))
        _add_date(fields, key, said, months_first.get(key))
    elif key == "event":
        _add_date(fields, label or "anniversary", value, None)
    elif key == "relation":
        _append(fields, "related", {"who": value, **({"as": label} if label else {})})
    elif key == "im":
        _append(fields, "links", f"{label}:{value}" if label else value)
    elif key == "custom":
        _add_custom(fields, label, value)


def _add_addresses(fields: dict[str, Any], key: str, value: str, label: str) -> None:
    """Adds e-mails, phones, links or postal addresses, with their label if it says anything."""
    is_plain = label in ("", "other", "internet") or (key == "links" and label in _LINK_LABELS)
    label = {"mobile": "cell"}.get(label, label)
    for each in re.split(r"\s*:::\s*", value):
        if key == "links":
            each = each.replace("\\:", ":")  # as Google escapes http\://
        elif key == "addresses":
            each = ", ".join(filter(None, map(str.strip, each.split("\n"))))
        if each:
            _append(fields, key, each if is_plain else {"value": each, "label": label})


def _add_custom(fields: dict[str, Any], label: str, value: str) -> None:
    """A field that the user named: one of netui's own comes back as such, any other stays in the notes."""
    if label in _CUSTOM_LISTS:
        for item in filter(None, _items(value, split_commas=False)):
            _append(fields, label, item)
    elif label in ("location", "timezone", "pronouns", "died"):
        fields.setdefault(label, value)
    else:
        _note(fields, f"{label}: {value}" if label else value)


def _items(value: str, *, split_commas: bool = True) -> list[str]:
    """The items of a list: Google has ``:::`` between them, others semicolons or commas."""
    mark = ":::" if ":::" in value else ";" if ";" in value else "," if split_commas else "\n"
    return [item.strip() for item in value.split(mark)]


def _add_date(fields: dict[str, Any], what: str, said: str, month_first: bool | None) -> None:
    on = _day(said, month_first)
    if on:
        _append(fields, "date", {"what": what, "on": on})
    elif said.strip("-0/. "):
        _note(fields, f"{what.capitalize()}: {said}")


def _append(fields: dict[str, Any], key: str, item: Any) -> None:
    items = fields.setdefault(key, [])
    values = [each.get("value", each) if isinstance(each, dict) else each for each in items]
    if (item.get("value", item) if isinstance(item, dict) else item) not in values:
        items.append(item)


def _note(fields: dict[str, Any], text: str) -> None:
    there = fields.get("notes", "")
    if text not in there.split("\n"):
        fields["notes"] = "\n".join(filter(None, (there, text)))


def _address(parts: Mapping[str, str]) -> str:
    town = " ".join(filter(None, (parts.get("code", ""), parts.get("city", ""))))
    known = {**parts, "city": town, "code": ""}
    return ", ".join(known[part] for part in ADDRESS_PARTS if known.get(part))


def _name(names: Mapping[str, str], fields: Mapping[str, Any]) -> str:
    """The whole name, else its parts in order, else what names the person best."""
    if names.get("name"):
        return names["name"]
    parts = [names[part] for part in NAME_PARTS if names.get(part)]
    if parts:
        return " ".join(parts)
    for key in ("aliases", "org", "emails", "phones"):
        value = fields.get(key)
        first = value[0] if isinstance(value, list) and value else value
        if first:
            return str(first.get("value", "") if isinstance(first, dict) else first)
    return ""


def _uid(name: str, fields: Mapping[str, Any], source: str) -> str:
    """LinkedIn's address of the profile, else a made-up one."""
    uid = profile_uid(str(fields["links"][0])) if source == "linkedin" and fields.get("links") else ""
    return uid or made_up_uid(name, fields)


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?\Z|--(\d{2})-(\d{2})\Z|(\d{4})\Z|(\d{4})-(\d{2})\Z")
_PARTED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\Z")


def _day(text: str, month_first: bool | None) -> str | None:
    """A day as a contact file has it; one whose day and month cannot be told apart is none."""
    text = text.strip()
    if match := _ISO.match(text):
        year, month, day = (
            match[1] or match[6] or match[7],
            match[2] or match[4] or match[8],
            match[3] or match[5],
        )
        return partial_date(year, month, day)
    if match := _PARTED.match(text):
        first, mark, second, year = match.groups()
        if int(first) <= 12 and int(second) <= 12 and first != second:
            if month_first is None and mark != ".":
                return None
            is_month = bool(month_first) and mark != "."
        else:
            is_month = int(second) > 12
        return partial_date(year, *((first, second) if is_month else (second, first)))
    for pattern in (_LONG_DAY, "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d-%b-%y", "%d-%b-%Y"):
        try:
            return datetime.strptime(text, pattern).date().isoformat()
        except ValueError:
            continue
    return None


def _is_month_first(table: _Table, key: str) -> bool | None:
    """Whether a column of dates with slashes has the month first: some day above 12 says it, for all."""
    at = next((at for at, each in enumerate(table.columns) if each and each.key == key), None)
    firsts, seconds = [0], [0]
    for _, row in table.rows if at is not None else ():
        match = _PARTED.match(row[at].strip()) if at is not None and at < len(row) else None
        if match:
            firsts.append(int(match[1]))
            seconds.append(int(match[3]))
    if max(firsts) > 12:
        return False
    # Outlook writes the month first wherever its columns are named in English.
    return True if max(seconds) > 12 or "E-mail Address" in table.headers else None
