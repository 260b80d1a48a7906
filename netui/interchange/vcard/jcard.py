"""Read jCard, the JSON of vCard (RFC 7095): each card becomes the properties that a vCard has."""

import json
import re
from collections.abc import Iterator
from typing import Any

from netui.interchange.records import ParsedFile, RejectedRecord, decode
from netui.interchange.vcard.content_lines import Property, escape
from netui.interchange.vcard.reader import LARGEST_CARD, MOST_CARDS, Card, people_of

_START = re.compile(rb'\s*\[\s*(?:\[\s*)?"vcard"\s*,', re.IGNORECASE)
_STRUCTURED = frozenset(("n", "adr", "org", "gender", "clientpidmap"))
"""Properties whose value is a list of components; of any other, several values are a list."""


def is_jcard(_: str, start: bytes) -> bool:
    """Whether a file that begins like this holds cards in JSON."""
    return _START.match(start.removeprefix(b"\xef\xbb\xbf")) is not None


def read(data: bytes, file: str) -> ParsedFile:
    """Parses one card or an array of them; never raises, whatever ``data`` is."""
    try:
        found = json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        return ParsedFile(rejected=(RejectedRecord(file, "", f"not valid JSON: {error}"),))
    items = [found] if isinstance(found, list) and found[:1] == ["vcard"] else found
    if not isinstance(items, list) or not items or len(items) > MOST_CARDS:
        why = f"no cards, or more than {MOST_CARDS:,}"
        return ParsedFile(rejected=(RejectedRecord(file, "", why),))
    cards = [_card(item, number) for number, item in enumerate(items, 1)]
    return people_of(cards, file)


def _card(item: Any, number: int) -> Card:
    is_card = isinstance(item, list) and item[:1] == ["vcard"] and len(item) > 1 and isinstance(item[1], list)
    if not is_card:
        return Card(0, [], json.dumps(item)[:4096], f"item {number} is no card")
    properties = [found for each in item[1] if (found := _property(each)) is not None]
    return Card(0, properties, json.dumps(item, ensure_ascii=False)[:4096])


def _property(item: Any) -> Property | None:
    """``[name, parameters, type, value …]`` as a property; None where it is none."""
    if not isinstance(item, list) or len(item) < 4 or not isinstance(item[0], str):
        return None
    given = item[1] if isinstance(item[1], dict) else {}
    parameters = {key.upper(): ",".join(_texts(value)) for key, value in given.items()}
    types = tuple(word.lower() for word in _texts(given.get("type")))
    group = parameters.pop("GROUP", "")
    parameters.pop("TYPE", None)
    name = item[0].lower()
    values = item[3:]
    if name in _STRUCTURED and isinstance(values[0], list):
        value = ";".join(",".join(map(escape, _texts(part))) for part in values[0])
    else:
        value = ",".join(escape(each) for part in values for each in _texts(part))
    if len(value) > LARGEST_CARD:  # a picture
        return None
    return Property(name.upper(), value, types, parameters, group, "")


def _texts(value: object) -> Iterator[str]:
    """A value, or the values of a list, as texts."""
    for each in value if isinstance(value, list) else [value]:
        if each is not None and not isinstance(each, list | dict):
            yield each if isinstance(each, str) else json.dumps(each)
