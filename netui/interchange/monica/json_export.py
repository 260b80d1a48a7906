"""Read the JSON export of Monica 4: an account with lists of contacts, relationships and activities."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
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

_PICTURES = re.compile(rb'"dataUrl"\s*:\s*"[^"\\]*"')


def is_monica(start: bytes) -> bool:
    """Whether a file that begins like this is such an export."""
    head = start[:4096]
    return head.lstrip().startswith(b"{") and b'"account"' in head and b'"app_version"' in head


def read(data: bytes, file: str) -> ParsedFile:
    """Parses an export; never raises, whatever ``data`` is. Pictures and documents are left out."""
    try:
        found = json.loads(decode(_PICTURES.sub(b'"dataUrl":""', data)))
    except (ValueError, RecursionError) as error:
        return ParsedFile(rejected=(RejectedRecord(file, "", f"not valid JSON: {error}"),))
    account = found.get("account") if isinstance(found, dict) else None
    if not isinstance(account, dict):
        return ParsedFile(rejected=(RejectedRecord(file, "", "not an export of Monica: no account in it"),))
    return parsed(_account(account), file)


def _account(account: dict[str, Any]) -> Account:
    lists = _lists({"data": account.pop("data", None)})
    instance = account.get("instance")
    types = {
        str(item.get("uuid")): _flat(item)
        for name in ("contact_field_types", "activity_types", "life_event_types")
        for item in _items(instance.get(name) if isinstance(instance, dict) else None)
    }
    contacts = _items(lists.pop("contacts", None))
    names: dict[str, str] = {}
    took_part: dict[str, list[str]] = {}
    for number, item in enumerate(contacts, 1):
        names[_uid(item, number)] = name_of(_flat(item))
        for activity in _texts(_lists(item).get("activities")):
            took_part.setdefault(activity, []).append(_uid(item, number))
    relationships = [
        Relationship(text(row, "contact_is"), text(row, "of_contact"), text(row, "type"))
        for row in map(_flat, _items(lists.get("relationships")))
    ]
    activities = []
    for row in map(_flat, _items(lists.get("activities"))):
        kind = types.get(str(row.get("type")), {})
        row.update(type_key=text(kind, "translation_key"), type_name=text(kind, "name"))
        there = took_part.get(str(row.get("uuid")), [])
        activities.append((row, tuple(dict.fromkeys((*there, *_texts(row.get("contacts")))))))
    users = map(_flat, _items(lists.get("users")))
    me = next((uid for row in users if (uid := text(row, "me_contact"))), "")
    return Account(_contacts(contacts, types), names, tuple(relationships), tuple(activities), me)


def _contacts(items: list[dict[str, Any]], types: Mapping[str, Row]) -> Iterator[MonicaContact]:
    """The contacts one by one; what was read of each is let go of: together it is several times the file."""
    items.reverse()
    for number in range(1, len(items) + 1):
        item = items.pop()
        parts = {name: [_flat(each) for each in _items(found)] for name, found in _lists(item).items()}
        details = tuple(_detail(each, types) for each in parts.get("contact_fields", ()))
        for event in parts.get("life_events", ()):
            event.update(type_name=text(types.get(str(event.get("type")), {}), "name"))
        yield MonicaContact(_uid(item, number), _flat(item), details, parts, f"contact {number}")


def _uid(item: Row, number: int) -> str:
    return str(_flat(item).get("uuid") or f"contact {number}")


def _lists(item: Mapping[str, Any]) -> dict[str, list[Any]]:
    """The lists in ``data``, by their type."""
    found: dict[str, list[Any]] = {}
    for each in _items(item.get("data")):
        if isinstance(values := each.get("values"), list):
            found.setdefault(str(each.get("type")), []).extend(values)
    return found


def _flat(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item with its properties beside its own keys; so its messages and its special dates."""
    properties = item.get("properties")
    row = {**item, **(properties if isinstance(properties, dict) else {})}
    for key in ("birthdate", "deceased_date", "first_met_date"):
        if isinstance(row.get(key), dict):
            row[key] = _flat(row[key])
    if isinstance(row.get("messages"), list):
        row["messages"] = [_flat(each) for each in _items(row["messages"])]
    return row


def _detail(row: Row, types: Mapping[str, Row]) -> Detail:
    kind = types.get(str(row.get("type")), {})
    return Detail(text(kind, "type"), text(kind, "name"), text(kind, "protocol"), text(row, "data"))


def _items(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _texts(value: object) -> Iterable[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
