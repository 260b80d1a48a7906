"""A network as one JSON document: writes everything, and reads it back without a loss.

``{"format": "netui", "version": 1, "contacts": [{"id": …, keys of the file …}], "goals": […]}``; of a whole
network also ``"settings"``, its ``netui.toml``, and ``"sources"``, the cards and rows that its contacts came
from: ``[{"kind", "uid", "raw", "taken", "entries"}]``. Dates are ISO strings. Where a value's type does not
follow from its key, as in keys of the user's own, ``$types`` of the item names it by its JSON pointer (RFC
6901): ``{"/own/since": "date"}``.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from itertools import chain
from math import isfinite
from typing import Any

from netui.domain.text.sanitize import escape_json
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, RejectedRecord, decode, entry_id
from netui.storage.sources import SourceState, source_of

SOURCE = "netui"
_NAME, _VERSION = "netui", 1
_DATE_KEYS = frozenset(("on", "made", "due", "done", "dropped", "opened", "next_on", "snoozed_until"))
"""Keys whose value is a date of TOML where it is a whole day or a moment."""
_PARTIAL = frozenset(("date", "met"))
"""Tables whose dates may be partial, and are text."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)

_Documents = Iterable[tuple[str, Mapping[str, Any]]]


def write_network(
    contacts: _Documents,
    goals: _Documents = (),
    settings: Mapping[str, Any] | None = None,
    sources: Iterable[SourceState] = (),
) -> Iterator[str]:
    """The document, contact by contact; ids with the content of their files.

    ``sources`` are asked for once all contacts are written.
    """
    yield f'{{"format": "{_NAME}", "version": {_VERSION}'
    if settings:
        yield f',\n"settings": {_encoded(_with_types(settings))}'
    yield from _listing("contacts", (encode_contact(*each) for each in contacts))
    yield from _listing("goals", (encode_contact(*each) for each in goals))
    said = (each._asdict() for each in sources)
    first = next(said, None)
    if first is not None:
        yield from _listing("sources", map(_with_types, chain((first,), said)))
    yield "}\n"


def _listing(key: str, items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A member of the document that is a list, an item a line."""
    yield f',\n"{key}": ['
    separator = "\n"
    for item in items:
        yield separator + _encoded(item)
        separator = ",\n"
    yield "\n]"


def _encoded(item: Mapping[str, Any]) -> str:
    return escape_json(_ENCODER.encode(item))


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
    parsed = read_contacts(items, file)
    goals = tuple(
        (goal["id"], {key: value for key, value in _with_dates(goal).items() if key != "id"})
        for goal in _listed(found.get("goals"))
        if isinstance(goal, dict) and isinstance(goal.get("id"), str)
    )
    settings = found.get("settings")
    sources = (_with_dates(each) for each in _listed(found.get("sources")) if isinstance(each, dict))
    return parsed._replace(
        goals=goals,
        settings=_with_dates(settings) if isinstance(settings, dict) else {},
        sources=tuple(filter(None, map(source_of, sources))),
    )


def read_contacts(items: list[Any], file: str) -> ParsedFile:
    """The people and entries of contacts in the shape of an export."""
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
        fields = _with_dates(item)
        ident, name = fields.pop("id"), fields.pop("name")
        timeline = [entry for entry in _listed(fields.pop("timeline", None)) if isinstance(entry, dict)]
        people.append(PersonRecord(SOURCE, ident, name, fields, file, where, ident=ident))
        entries += [_entry(ident, entry, file, where) for entry in timeline]
    known = {person.uid for person in people}
    return ParsedFile(tuple(people), tuple(_of(entry, known) for entry in entries), tuple(rejected))


def _entry(owner: str, item: dict[str, Any], file: str, where: str) -> EntryRecord:
    others = [each for each in _listed(item.get("with")) if isinstance(each, str)]
    fields = {key: value for key, value in item.items() if key not in ("id", "with")}
    return EntryRecord(SOURCE, entry_id(item), (owner, *others), fields, file, where)


def _of(entry: EntryRecord, known: set[str]) -> EntryRecord:
    """The entry without people who are not in the file."""
    return entry._replace(people=tuple(uid for uid in entry.people if uid in known))


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


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


_TYPES: Mapping[str, Callable[[Any], Any]] = {
    "date": date.fromisoformat, "datetime": datetime.fromisoformat, "time": time.fromisoformat,
    "str": str, "float": float,
}  # fmt: skip
"""How a value is made from its JSON, by the name of its type in ``$types``."""


def encode_contact(ident: str, document: Mapping[str, Any]) -> dict[str, Any]:
    """One contact or goal as JSON holds it, with the types that :func:`_with_dates` could not know."""
    return _with_types({"id": ident, **{key: value for key, value in document.items() if key != "id"}})


def _with_types(item: Mapping[str, Any]) -> dict[str, Any]:
    plain = {key: _plain(value) for key, value in item.items()}
    types = dict(_untold(item, _with_dates(plain), ""))
    return {**plain, **({"$types": types} if types else {})}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, float) and not isfinite(value) else value


def _untold(value: Any, found: Any, at: str) -> Iterator[tuple[str, str]]:
    """The pointer and type of each value that came back as another."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _untold(each, found[key], f"{at}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _untold(each, found[number], f"{at}/{number}")
    elif type(value) is not type(found) or value != found:
        yield at, type(value).__name__


def _with_dates(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item with the dates that follow from its keys, and the types it names; odd ones are ignored."""
    types = item.get("$types")
    found = {key: _dated(key, value) for key, value in item.items() if key != "$types"}
    for pointer, kind in types.items() if isinstance(types, Mapping) else ():
        *path, last = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]] or [""]
        there, raw = found, item
        try:
            for part in path:
                there, raw = there[_key(there, part)], raw[_key(raw, part)]
            there[_key(there, last)] = _TYPES[kind](raw[_key(raw, last)])
        except (KeyError, IndexError, TypeError, ValueError):
            continue
    return found


def _key(holder: Any, part: str) -> Any:
    return int(part) if isinstance(holder, list) else part
