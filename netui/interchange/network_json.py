"""A network as one JSON document: writes everything, and reads it back without a loss.

``{"format": "netui", "version": 1, "contacts": [{"id": …, keys of the file …}], "goals": […]}``
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from netui.domain.text.sanitize import escape_json
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, RejectedRecord, decode, entry_id

SOURCE = "netui"
_NAME, _VERSION = "netui", 1
_DATE_KEYS = frozenset(("on", "made", "due", "done", "dropped", "opened", "next_on", "snoozed_until"))
"""Keys whose value is a date of TOML where it is a whole day or a moment."""
_PARTIAL = frozenset(("date", "met"))
"""Tables whose dates may be partial, and are text."""

_Documents = Iterable[tuple[str, Mapping[str, Any]]]


def write_network(contacts: _Documents, goals: _Documents = ()) -> Iterator[str]:
    """The document, contact by contact; ids with the content of their files."""
    encode = json.JSONEncoder(ensure_ascii=False, default=_iso).encode
    yield f'{{"format": "{_NAME}", "version": {_VERSION}, "contacts": ['
    for begun, documents in (("\n", contacts), ('\n],\n"goals": [\n', goals)):
        separator = begun
        for ident, document in documents:
            yield separator + escape_json(encode({"id": ident, **document}))
            separator = ",\n"
        if separator == begun:
            yield begun
    yield "\n]}\n"


def is_network(start: bytes) -> bool:
    """Whether a file that begins like this is such a document."""
    return b'"format": "netui"' in start[:200] or b'"format":"netui"' in start[:200]


def read(data: bytes, file: str) -> ParsedFile:
    """Parses the document; a contact of another shape is rejected, and nothing is raised."""
    try:
        found = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        return ParsedFile(rejected=(RejectedRecord(file, "", f"not valid JSON: {error}"),))
    items = found.get("contacts") if isinstance(found, dict) and found.get("format") == _NAME else None
    if not isinstance(items, list):
        return ParsedFile(rejected=(RejectedRecord(file, "", "not a network that netui exported"),))
    if found.get("version") != _VERSION:
        why = f"written in version {found.get('version')!r} of the format; this netui reads {_VERSION}"
        return ParsedFile(rejected=(RejectedRecord(file, "", why),))
    people: list[PersonRecord] = []
    entries: list[EntryRecord] = []
    rejected: list[RejectedRecord] = []
    for number, item in enumerate(items, 1):
        where = f"contact {number}"
        if (
            not isinstance(item, dict)
            or not isinstance(item.get("id"), str)
            or not isinstance(item.get("name"), str)
        ):
            rejected.append(RejectedRecord(file, where, "it has no id and name", json.dumps(item)[:4096]))
            continue
        fields = {key: _dated(key, value) for key, value in item.items()}
        ident, name, timeline = fields.pop("id"), fields.pop("name"), fields.pop("timeline", [])
        people.append(PersonRecord(SOURCE, ident, name, fields, file, where, ident=ident))
        entries += [_entry(ident, entry, file, where) for entry in timeline if isinstance(entry, dict)]
    known = {person.uid for person in people}
    goals = tuple(
        (goal["id"], {key: _dated(key, value) for key, value in goal.items() if key != "id"})
        for goal in found.get("goals", ())
        if isinstance(goal, dict) and isinstance(goal.get("id"), str)
    )
    return ParsedFile(tuple(people), tuple(_of(entry, known) for entry in entries), tuple(rejected), goals)


def _entry(owner: str, item: dict[str, Any], file: str, where: str) -> EntryRecord:
    others = [each for each in item.get("with", ()) if isinstance(each, str)]
    fields = {key: value for key, value in item.items() if key not in ("id", "with")}
    return EntryRecord(SOURCE, entry_id(item), (owner, *others), fields, file, where)


def _of(entry: EntryRecord, known: set[str]) -> EntryRecord:
    """The entry without people who are not in the file."""
    return entry._replace(people=tuple(uid for uid in entry.people if uid in known))


def _dated(key: str, value: Any) -> Any:
    """The value with every date in it, at whatever depth, a date again."""
    if key in _PARTIAL:
        return value
    if isinstance(value, dict):
        return {name: _dated(name, item) for name, item in value.items()}
    if isinstance(value, list):
        return [_dated("", item) for item in value]
    if key in _DATE_KEYS and isinstance(value, str) and len(value) >= 10:
        try:
            return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError:
            return value
    return value


def _iso(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
