"""Read xCard, the XML of vCard (RFC 6351): each card becomes the properties that a vCard has."""

from io import BytesIO
from xml.etree import ElementTree

from netui.interchange.records import ParsedFile, RejectedRecord, rejected_file
from netui.interchange.vcard.content_lines import Property, escape
from netui.interchange.vcard.reader import LARGEST_CARD, MOST_CARDS, Card, people_of

_NAMESPACE = "urn:ietf:params:xml:ns:vcard-4.0"
_DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
"""Declarations, by which a small file can grow without bound; no address book writes them."""
_DEEPEST = 12
_MOST_ELEMENTS = 20_000
_COMPONENTS = {
    "n": ("surname", "given", "additional", "prefix", "suffix"),
    "adr": ("pobox", "ext", "street", "locality", "region", "code", "country"),
}


def is_xcard(_: str, start: bytes) -> bool:
    """Whether a file that begins like this holds cards in XML."""
    return _NAMESPACE.encode() in start.replace(b"\0", b"")


def read(data: bytes, file: str) -> ParsedFile:
    """Parses the cards of a document; never raises, whatever ``data`` is."""
    if any(each in data.upper() for each in _DECLARES):
        return rejected_file(file, "it declares entities, which no address book does")
    cards: list[Card] = []
    depth = count = 0
    try:
        for event, element in ElementTree.iterparse(BytesIO(data), events=("start", "end")):
            depth += 1 if event == "start" else -1
            count += event == "start"
            if depth > _DEEPEST or count > _MOST_ELEMENTS or len(cards) > MOST_CARDS:
                return rejected_file(file, "more or deeper elements in a card than any person has")
            if event == "end" and _name(element) == "vcard":
                cards.append(_card(element))
                element.clear()
                count = 0
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        rejected = RejectedRecord(file, "", f"not valid XML: {error}")
        return people_of(cards, file)._replace(rejected=(rejected,))
    return people_of(cards, file) if cards else rejected_file(file, "there is no card in it")


def _card(element: ElementTree.Element) -> Card:
    properties = []
    for each in element:
        if _name(each) == "group":
            group = each.get("name", "")
            properties += [_property(inner, group) for inner in each]
        else:
            properties.append(_property(each, ""))
    raw = "\n".join(f"{each.name}:{each.value}" for each in properties)
    return Card(0, properties, raw[:4096])


def _property(element: ElementTree.Element, group: str) -> Property:
    name = _name(element)
    parameters: dict[str, str] = {}
    types: list[str] = []
    values: dict[str, list[str]] = {}
    for part in element:
        if _name(part) != "parameters":
            values.setdefault(_name(part), []).append(part.text or "")
            continue
        for each in part:
            said = [inner.text or "" for inner in each]
            if _name(each) == "type":
                types += [word.lower() for word in said]
            else:
                parameters[_name(each).upper()] = ",".join(said)
    if components := _COMPONENTS.get(name):
        value = ";".join(",".join(map(escape, values.get(key, ()))) for key in components)
    else:
        mark = ";" if name == "org" else ","
        value = mark.join(escape(each) for found in values.values() for each in found)
    if len(value) > LARGEST_CARD:  # a picture
        value = ""
    return Property(name.upper(), value, tuple(types), parameters, group, "")


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
