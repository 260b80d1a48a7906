"""Read the SQL export of Monica, or a dump of its database: INSERT statements of a dozen tables.

Monica leaves whatever looks like a number without quotes, phone numbers too, so such a cell stays the text
that it is. The text of a note may hold SQL: statements are told apart by a scan that knows quotes.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from netui.interchange.monica.account import (
    Account,
    Detail,
    MonicaContact,
    Relationship,
    Row,
    name_of,
    text,
)
from netui.interchange.monica.mapping import parsed
from netui.interchange.records import ParsedFile, RejectedRecord, decode

_GAP = re.compile(r"(?:\s+|#[^\n]*|--[ \t\r\n][^\n]*|/\*.*?\*/)+", re.DOTALL)
_INSERT = re.compile(
    r"INSERT\s+(?:IGNORE\s+)?INTO\s+(?:[`\"]?\w+[`\"]?\.)?[`\"]?(\w+)[`\"]?\s*(?:\(([^()]*)\)\s*)?VALUES\s*",
    re.IGNORECASE,
)
_CREATE = re.compile(r"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?[`\"]?(\w+)[`\"]?\s*\(", re.IGNORECASE)
_COLUMN = re.compile(r"^\s*`(\w+)` ", re.MULTILINE)
_STRING = r"'[^'\\]*+(?:(?:\\.|'')[^'\\]*+)*+'"
_CELL = re.compile(rf"\s*(?:(?:_\w+\s+)?({_STRING})|([^,()'\s;]+))\s*([,)])", re.DOTALL)
_OPENING = re.compile(r"\s*,?\s*\(")
_REST = re.compile(rf"(?:[^;'\"`]++|{_STRING}|\"(?:[^\"\\]|\\.)*+\"|`[^`]*+`)*+;?", re.DOTALL)
_LARGEST_CELL = 1 << 20
_MOST_ROWS = 200_000
_ESCAPED = re.compile(r"\\(.)|''", re.DOTALL)
_CONTROL = {"n": "\n", "r": "\r", "t": "\t", "0": "", "Z": ""}
_PARTS = {
    "notes": "notes", "calls": "calls", "tasks": "tasks", "reminders": "reminders", "gifts": "gifts",
    "debts": "debts", "life_events": "life_events", "conversations": "conversations", "pets": "pets",
    "addresses": "addresses",
}  # fmt: skip
_TABLES = frozenset((
    *_PARTS, "contacts", "contact_fields", "contact_field_types", "contact_tag", "tags", "special_dates",
    "relationships", "relationship_types", "activities", "activity_contact", "activity_types", "places",
    "messages", "life_event_types", "pet_categories", "currencies", "users",
))  # fmt: skip
_Tables = Mapping[str, list[dict[str, Any]]]


def is_monica(start: bytes) -> bool:
    """Whether a file that begins like this is such an export."""
    head = start.lower()
    if b"dump of data" in head[:1024] and b"php artisan migrate" in head[:1024]:
        return True
    return b"create table" in head and (
        b"`activity_contact`" in head or b"`has_access_to_paid_version" in head
    )


def read(data: bytes, file: str) -> ParsedFile:
    """Parses an export; never raises, whatever ``data`` is."""
    tables = _tables(decode(data))
    if any(len(rows) > _MOST_ROWS for rows in tables.values()):
        why = f"a table of more than {_MOST_ROWS:,} rows"
        return ParsedFile(rejected=(RejectedRecord(file, "", why),))
    if not tables:
        why = "no table of Monica is filled in it (INSERT INTO contacts …)"
        return ParsedFile(rejected=(RejectedRecord(file, "", why),))
    return parsed(_account(tables), file)


def _tables(sql: str) -> _Tables:
    """The rows of the tables that are wanted."""
    columns: dict[str, list[str]] = {}
    found: dict[str, list[dict[str, Any]]] = {}
    at = 0
    while at < len(sql):
        if gap := _GAP.match(sql, at):
            at = gap.end()
            continue
        insert = _INSERT.match(sql, at)
        if insert and insert[1] in _TABLES:
            named = re.findall(r"\w+", insert[2]) if insert[2] else columns.get(insert[1], [])
            rows, at = _rows(sql, insert.end())
            found.setdefault(insert[1], []).extend(dict(zip(named, row, strict=False)) for row in rows)
        start = at
        at = max(_statement_end(sql, at), at + 1)
        if create := _CREATE.match(sql, start):
            columns[create[1]] = _COLUMN.findall(sql, create.end(), at)
    return found


def _statement_end(sql: str, at: int) -> int:
    match = _REST.match(sql, at)
    return match.end() if match else at


def _rows(sql: str, at: int) -> tuple[list[list[str | None]], int]:
    """The rows behind VALUES, and where they end."""
    rows: list[list[str | None]] = []
    while len(rows) <= _MOST_ROWS and (match := _OPENING.match(sql, at)):
        row: list[str | None] = []
        at = match.end()
        while cell := _CELL.match(sql, at):
            at = cell.end()
            row.append(_value(cell[1], cell[2]))
            if cell[3] == ")":
                break
        rows.append(row)
    return rows, at


def _value(quoted: str | None, bare: str | None) -> str | None:
    if quoted is not None:
        if len(quoted) > _LARGEST_CELL:
            return None
        return _ESCAPED.sub(lambda each: _CONTROL.get(each[1], each[1]) if each[1] else "'", quoted[1:-1])
    return None if bare is None or bare.upper() == "NULL" else bare


def _account(tables: _Tables) -> Account:
    uids = {
        row.get("id"): str(row.get("uuid") or f"contact {row.get('id')}") for row in _of(tables, "contacts")
    }
    places = _by_id(tables, "places")
    kinds = {name: _by_id(tables, name) for name in ("contact_field_types", "pet_categories", "currencies")}
    messages: dict[Any, list[Row]] = {}
    for row in _of(tables, "messages"):
        messages.setdefault(row.get("conversation_id"), []).append(row)
    events = _by_id(tables, "life_event_types")
    parts: dict[Any, dict[str, list[Row]]] = {}
    for table in _PARTS:
        for row in _of(tables, table):
            row.setdefault("uuid", None)
            row["uuid"] = row["uuid"] or f"{table} {row.get('id')}"
            row["currency"] = kinds["currencies"].get(row.get("currency_id"), {}).get("iso")
            row["category"] = kinds["pet_categories"].get(row.get("pet_category_id"), {}).get("name")
            row["messages"] = messages.get(row.get("id"), []) if table == "conversations" else []
            row["type_name"] = events.get(row.get("life_event_type_id"), {}).get("name")
            row.update({**places.get(row.get("place_id"), {}), **row} if table == "addresses" else {})
            parts.setdefault(row.get("contact_id"), {}).setdefault(table, []).append(row)
    details: dict[Any, list[Detail]] = {}
    for row in _of(tables, "contact_fields"):
        kind = kinds["contact_field_types"].get(row.get("contact_field_type_id"), {})
        detail = Detail(text(kind, "type"), text(kind, "name"), text(kind, "protocol"), text(row, "data"))
        details.setdefault(row.get("contact_id"), []).append(detail)
    contacts = []
    for row in _contact_rows(tables, uids):
        ident = row.get("id")
        reached = tuple(details.get(ident, ()))
        contacts.append(MonicaContact(uids[ident], row, reached, parts.get(ident, {}), f"contact {ident}"))
    me = next((uids.get(row.get("me_contact_id"), "") for row in _of(tables, "users")), "")
    names = {each.uid: name_of(each.row) for each in contacts}
    return Account(contacts, names, tuple(_relationships(tables, uids)), tuple(_activities(tables, uids)), me)


def _contact_rows(tables: _Tables, uids: Mapping[Any, str]) -> Iterator[dict[str, Any]]:
    """The rows of contacts with their tags and dates."""
    dates = _by_id(tables, "special_dates")
    tags = _by_id(tables, "tags")
    tagged: dict[Any, list[str]] = {}
    for row in _of(tables, "contact_tag"):
        tagged.setdefault(row.get("contact_id"), []).append(text(tags.get(row.get("tag_id"), {}), "name"))
    for row in _of(tables, "contacts"):
        yield {
            **row,
            "tags": tagged.get(row.get("id"), []),
            "birthdate": dates.get(row.get("birthday_special_date_id")),
            "deceased_date": dates.get(row.get("deceased_special_date_id")),
            "first_met_date": dates.get(row.get("first_met_special_date_id")),
            "first_met_through": uids.get(row.get("first_met_through_contact_id")),
        }


def _relationships(tables: _Tables, uids: Mapping[Any, str]) -> Iterator[Relationship]:
    types = _by_id(tables, "relationship_types")
    for row in _of(tables, "relationships"):
        one, other = uids.get(row.get("contact_is")), uids.get(row.get("of_contact"))
        if one and other:
            yield Relationship(one, other, text(types.get(row.get("relationship_type_id"), {}), "name"))


def _activities(tables: _Tables, uids: Mapping[Any, str]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    types = _by_id(tables, "activity_types")
    there: dict[Any, list[str]] = {}
    for row in _of(tables, "activity_contact"):
        if uid := uids.get(row.get("contact_id")):
            there.setdefault(row.get("activity_id"), []).append(uid)
    for row in _of(tables, "activities"):
        kind = types.get(row.get("activity_type_id"), {})
        named = {"type_key": text(kind, "translation_key"), "type_name": text(kind, "name")}
        uuid = row.get("uuid") or f"activity {row.get('id')}"
        yield {**row, **named, "uuid": uuid}, tuple(there.get(row.get("id"), ()))


def _of(tables: _Tables, name: str) -> list[dict[str, Any]]:
    return tables.get(name, [])


def _by_id(tables: _Tables, name: str) -> dict[Any, dict[str, Any]]:
    return {row.get("id"): row for row in _of(tables, name)}
