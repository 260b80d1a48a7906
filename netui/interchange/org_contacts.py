"""Read org-contacts and org-vcard files: headings of Emacs' Org mode whose properties are those of a person.

Three ways of writing one are read: properties at the heading of the person (``:EMAIL:``, ``:PHONE:``), the
same by kind (``:EMAIL_WORK:``), and org-vcard's tree, in which each value is a heading below the person with
a ``:FIELDTYPE:``. Headings that have none of these are chapters, and are passed over.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple
from netui.interchange.records import (
    EntryRecord,
    ParsedFile,
    PersonRecord,
    RejectedRecord,
    clean,
    clean_lines,
    decode,
    made_up_uid,
    partial_date,
    stable_id,
)

SOURCE = "org"
_LONGEST = 10_000
"""Characters of a line."""
_HEADING = re.compile(r"(\*+)[ \t]+(.*?)[ \t]*(?:[ \t](:(?:[\w@#%]+:)+))?[ \t]*\Z")
_TODO = re.compile(r"(?:TODO|DONE|NEXT|WAITING)[ \t]+|\[#[A-Z]\][ \t]+")
_PROPERTY = re.compile(r"[ \t]*:([\w-]+)\+?:(.*)\Z")
_TIMESTAMP = re.compile(r"[<\[]?(?:(\d{4})|-)-(\d{2})-(\d{2})(?:[^>\]]*[>\]])?\Z")
_YEAR = re.compile(r"(\d{4})(?:-(\d{2}))?\Z")
_NOTE = re.compile(r"[ \t]*- Note taken on [\[<](\d{4}-\d{2}-\d{2})[^\]>]*[\]>](?:[ \t]*\\\\)?[ \t]*(.*)\Z")
_LINK = re.compile(r"\[\[(?:[^\[\]]*\]\[)?([^\[\]]*)\]\]")
_SINGLE = {
    "org": "org", "company": "org", "organization": "org", "organisation": "org", "title": "title",
    "job": "title", "role": "title", "location": "location", "city": "location", "country": "location",
    "timezone": "timezone", "tz": "timezone", "pronouns": "pronouns",
}  # fmt: skip
_LABELLED = {
    "email": "emails", "e-mail": "emails", "mail": "emails", "phone": "phones", "tel": "phones",
    "telephone": "phones", "mobile": "phones", "cell": "phones", "landline": "phones", "fax": "phones",
    "url": "links", "website": "links", "web": "links", "homepage": "links", "blog": "links",
    "address": "addresses", "adr": "addresses",
}  # fmt: skip
_LABELS = {"mobile": "cell", "cell": "cell", "landline": "home", "fax": "fax"}
_DATES = {"birthday": "birthday", "bday": "birthday", "anniversary": "anniversary"}
_LISTS = {"nickname": "aliases", "alias": "aliases", "aliases": "aliases", "categories": "tags"}
_KEPT = frozenset(("note", "notes"))
_TELLING = frozenset((*_LABELLED, *_DATES, "nickname"))
"""Properties that only people have: they tell a person from a chapter."""
_CHAPTER_TAGS = frozenset(("contact", "contacts", "ignore", "noexport"))


class _Node(NamedTuple):
    """A heading with its properties, in order and by lower-case name, the text under it, and its notes."""

    level: int
    title: str
    tags: list[str]
    line: int
    properties: list[tuple[str, str]]
    text: list[str]
    notes: list[tuple[str, list[str]]]
    raw: list[str]

    def get(self, key: str) -> str:
        """The first property of this name, or ""."""
        return next((value for name, value in self.properties if name == key), "")


def is_org_contacts(name: str, start: bytes) -> bool:
    """Whether a file of this name that begins like this holds people."""
    if not name.endswith(".org"):
        return False
    return any(_is_person(node) for node in _nodes(decode(start)))


def read(data: bytes, file: str) -> ParsedFile:
    """Parses a file; never raises, whatever ``data`` is."""
    people: list[PersonRecord] = []
    entries: list[EntryRecord] = []
    rejected: list[RejectedRecord] = []
    seen: set[str] = set()
    inside: list[tuple[_Node, list[_Node]]] = []
    for node in _nodes(decode(data)):
        if _is_person(node):
            inside.append((node, []))
        elif inside and node.level > inside[-1][0].level:
            inside[-1][1].append(node)
    for node, below in inside:
        where, raw = f"line {node.line}", "\n".join(node.raw)[:4096]
        name = clean(_LINK.sub(r"\1", node.title))
        if not name:
            rejected.append(RejectedRecord(file, where, "the heading has no name", raw))
            continue
        fields = _fields(node, below, name)
        uid = node.get("id") or node.get("uid") or node.get("custom_id") or made_up_uid(name, {})
        if uid in seen:
            uid = made_up_uid(name, fields)
        seen.add(uid)
        people.append(PersonRecord(SOURCE, uid, name, fields, file, where, raw))
        entries += _entries(uid, node, file)
    if not inside:
        rejected.append(RejectedRecord(file, "", "no heading in it has the properties of a person"))
    return ParsedFile(tuple(people), tuple(entries), tuple(rejected))


def _nodes(text: str) -> Iterator[_Node]:
    """The headings of a file in order."""
    node: _Node | None = None
    drawer = ""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > _LONGEST:
            continue  # no person wrote it
        if heading := _HEADING.match(line):
            if node:
                yield node
            stars, title, tags = heading.groups()
            words = [tag for tag in (tags or "").strip(":").split(":") if tag]
            node, drawer = _Node(len(stars), _TODO.sub("", title), words, number, [], [], [], [line]), ""
        elif node is not None:
            node.raw.append(line)
            drawer = _take(node, line, drawer)
    if node:
        yield node


def _take(node: _Node, line: str, drawer: str) -> str:
    """Takes a line under a heading; returns the drawer in which the next one stands, or ""."""
    stripped = line.strip()
    if not drawer and (opened := re.match(r":([\w-]+):\Z", stripped)):
        return opened[1].lower()
    if drawer and stripped.upper() == ":END:":
        return ""
    if drawer == "properties":
        if found := _PROPERTY.match(line):
            node.properties.append((found[1].lower(), found[2].strip()))
    elif found := _NOTE.match(line):
        node.notes.append((found[1], [found[2]]))
    elif drawer == "logbook":
        if node.notes and stripped and not stripped.startswith("- "):
            node.notes[-1][1].append(stripped)
    elif not drawer and not stripped.startswith(("#+", "%%(", "CLOSED:", "SCHEDULED:", "DEADLINE:")):
        node.text.append(line.rstrip())
    return drawer


def _is_person(node: _Node) -> bool:
    if node.get("fieldtype"):
        return node.get("fieldtype").lower() == "name"
    return any(re.split("[_-]", name)[0] in _TELLING or name in _TELLING for name, _ in node.properties)


def _fields(node: _Node, below: list[_Node], name: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    notes: list[str] = []
    properties = [*node.properties]
    for each in below:
        if kind := each.get("fieldtype"):
            properties.append((kind.lower(), each.title))
        elif each.title and (each.text or each.properties):
            notes.append("\n".join((each.title, *each.text)).strip())
    for key, value in properties:
        if value.strip():
            _add(fields, notes, key, value)
    tags = [tag for tag in node.tags if tag.lower() not in _CHAPTER_TAGS]
    fields["tags"] = list(dict.fromkeys((*tags, *fields.get("tags", ()))))
    fields["aliases"] = [alias for alias in fields.get("aliases", ()) if alias != name]
    text = _LINK.sub(r"\1", clean_lines("\n".join(node.text)))
    fields["notes"] = "\n\n".join(filter(None, (text, *notes)))
    return {key: value for key, value in fields.items() if value}


def _add(fields: dict[str, Any], notes: list[str], key: str, value: str) -> None:
    """What one property says; ``EMAIL_WORK`` is an e-mail with a label."""
    word, _, label = key.replace("-", "_").partition("_")
    value = _LINK.sub(r"\1", value)
    if word in _LABELLED and key not in ("e-mail",):
        _labelled(fields, word, label.lower(), value)
    elif key in _LABELLED:
        _labelled(fields, key, "", value)
    elif key in _DATES:
        if on := _day(value):
            fields.setdefault("date", []).append({"what": _DATES[key], "on": on})
        else:
            notes.append(f"{_DATES[key].capitalize()}: {clean(value)}")
    elif key in _LISTS:
        fields.setdefault(_LISTS[key], []).extend(filter(None, map(clean, re.split("[,;]", value))))
    elif key in _SINGLE:
        said = ", ".join(filter(None, map(clean, value.split(";"))))
        if fields.setdefault(_SINGLE[key], said) != said and _SINGLE[key] == "title":
            notes.append(f"Role: {said}")
    elif key in _KEPT:
        notes.append(clean(value))


def _labelled(fields: dict[str, Any], word: str, label: str, value: str) -> None:
    key = _LABELLED[word]
    label = label.replace("_", " ") or _LABELS.get(word, "")
    if key == "emails":
        values = re.split(r"[,;\s]+", value)
    elif key == "addresses":
        values = [", ".join(filter(None, map(str.strip, value.split(";"))))]
    else:
        values = re.split(r"[,;]" if key == "phones" else r"\s+", value)
    for each in filter(None, map(clean, values)):
        fields.setdefault(key, []).append({"value": each, "label": label} if label else each)


def _day(value: str) -> str | None:
    text = value.strip()
    if match := _TIMESTAMP.match(text):
        return partial_date(match[1], match[2], match[3])
    match = _YEAR.match(text)
    return partial_date(match[1], match[2], None) if match else None


def _entries(uid: str, node: _Node, file: str) -> Iterator[EntryRecord]:
    """The notes that Org takes with a date, in the log of the heading."""
    for day, said in node.notes:
        text = clean_lines("\n".join(said))
        try:
            on = date.fromisoformat(day)
        except ValueError:
            continue
        if text:
            ident = stable_id(SOURCE, uid, fold(day), text)
            fields = {"on": on, "kind": "note", "text": text}
            yield EntryRecord(SOURCE, ident, (uid,), fields, file, f"line {node.line}")
