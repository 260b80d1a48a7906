"""Read people from the notes of an Obsidian vault, or of any folder of Markdown with front matter.

A note is a person where its front matter says so (a tag or type such as ``person``), where it has a key that
only people have (``birthday``, ``email``), or where it stands in a folder of people. Other notes are passed
over, and templates are refused.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from netui.domain.model.contact_row import fold
from netui.interchange.obsidian.front_matter import Value, split_note
from netui.interchange.records import (
    ParsedFile,
    PersonRecord,
    ReadOptions,
    clean,
    clean_lines,
    decode,
    made_up_uid,
    partial_date,
    rejected_file,
)

SOURCE = "obsidian"
LARGEST_NOTE = 1 << 20
_PEOPLE = frozenset((
    "person", "people", "persons", "contact", "contacts", "crm", "personen", "menschen", "kontakte",
    "personnes", "personas", "persone", "pessoas",
))  # fmt: skip
_SAYS_KIND = ("tags", "tag", "type", "category", "categories", "class", "kind", "fileclass")
_TELLING = frozenset(("email", "emails", "phone", "phones", "mobile", "birthday", "birthdate", "firstname"))
_SINGLE = {
    "company": "org", "organization": "org", "organisation": "org", "org": "org", "employer": "org",
    "title": "title", "job": "title", "jobtitle": "title", "role": "title", "position": "title",
    "location": "location", "city": "location", "lives": "location", "timezone": "timezone",
    "pronouns": "pronouns",
}  # fmt: skip
_LISTS = {
    "aliases": "aliases", "alias": "aliases", "nickname": "aliases", "nicknames": "aliases",
    "email": "emails", "emails": "emails", "mail": "emails", "phone": "phones", "phones": "phones",
    "tel": "phones", "mobile": "phones", "url": "links", "website": "links", "web": "links", "links": "links",
    "linkedin": "links", "twitter": "links", "github": "links", "mastodon": "links", "bluesky": "links",
    "address": "addresses", "streetaddress": "addresses", "interests": "interests", "hobbies": "interests",
    "skills": "knows", "expertise": "knows", "knows": "knows",
}  # fmt: skip
_DATES = {"birthday": "birthday", "birthdate": "birthday", "bday": "birthday", "dob": "birthday",
          "born": "birthday", "anniversary": "anniversary"}  # fmt: skip
_RELATED = {"spouse": "spouse", "partner": "partner", "children": "child", "parents": "parent",
            "mother": "mother", "father": "father", "siblings": "sibling"}  # fmt: skip
_NAMES = ("name", "fullname", "firstname", "middlename", "lastname")
_IGNORED = frozenset((*_NAMES, *_SAYS_KIND, "uid", "id", "uuid", "photo", "image", "cover", "banner",
                      "cssclass", "cssclasses", "publish", "created", "modified", "updated", "date",
                      "permalink", "met", "firstmet", "meton"))  # fmt: skip
_DATE = re.compile(r"(?:(\d{4})|-)-(\d{1,2})(?:-(\d{1,2}))?(?:[T ].*)?\Z|(\d{4})\Z")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_SCRIPT = re.compile(r"^```(?:dataview|dataviewjs|button|tasks)\b.*?^```[ \t]*$\n?", re.DOTALL | re.MULTILINE)


def is_note(name: str, start: bytes) -> bool:
    """Whether a Markdown file that begins like this has front matter; :func:`read` tells who is a person."""
    return name.endswith((".md", ".markdown")) and start.removeprefix(b"\xef\xbb\xbf").startswith(b"---")


def read(data: bytes, file: str, options: ReadOptions | None = None) -> ParsedFile:
    """Parses one note; never raises, whatever ``data`` is."""
    folder = options.part_of if options else ""
    if len(data) > LARGEST_NOTE:
        return rejected_file(file, f"the note is larger than {LARGEST_NOTE >> 20} MiB")
    text = decode(data)
    values, body = split_note(text)
    keys = {re.sub(r"[\s_-]", "", fold(key)): value for key, value in values.items()}
    if not _is_person(keys, f"{folder}/{file}"):
        return (
            ParsedFile()
            if folder
            else rejected_file(file, "its front matter does not say that it is a person")
        )
    if any("{{" in each or "<%" in each for value in values.values() for each in _texts(value)):
        return rejected_file(file, "a template, not a person")
    stem = file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    name = _name(keys) or clean(stem)
    uid = _first(keys, "uid", "id", "uuid") or made_up_uid(clean(stem), {})
    fields = _fields(values, body, name)
    return ParsedFile((PersonRecord(SOURCE, uid, name, fields, file, "", text[:4096]),))


def _is_person(keys: Mapping[str, Value], path: str) -> bool:
    folders = re.split(r"[/\\]", path)[:-1]
    said = [fold(_plain(each)).strip("#") for key in _SAYS_KIND for each in _words(keys.get(key, ""))]
    if any(word.split("/")[0] in _PEOPLE for word in said):
        return True
    if any(keys.get(key) for key in ("type", "category", "class", "kind")) and not keys.keys() & _TELLING:
        return False  # it says that it is something else
    return bool(keys.keys() & _TELLING) or any(
        fold(folder).strip("0123456789 -_.") in _PEOPLE for folder in folders
    )


def _name(keys: Mapping[str, Value]) -> str:
    whole = _first(keys, "name", "fullname")
    parts = [_first(keys, part) for part in ("firstname", "middlename", "lastname")]
    return _plain(whole) or " ".join(filter(None, parts))


def _fields(values: Mapping[str, Value], body: str, name: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"tags": [], "aliases": []}
    notes: list[str] = []
    for written, value in values.items():
        key = re.sub(r"[\s_-]", "", fold(written))
        said = [text for each in _texts(value) if (text := _plain(each))]
        if not said:
            continue
        if key in ("tags", "tag"):
            words = [word.strip("#") for word in _words(value)]
            fields["tags"] += [word for word in words if fold(word) not in _PEOPLE]
        elif key in _SINGLE:
            fields.setdefault(_SINGLE[key], ", ".join(said))
        elif key in _LISTS:
            fields.setdefault(_LISTS[key], []).extend(said)
        elif key in _RELATED:
            related = [{"who": who, "as": _RELATED[key]} for each in said for who in re.split(r",\s*", each)]
            fields.setdefault("related", []).extend(related)
        elif key in _DATES or key in ("met", "firstmet", "meton"):
            _add_date(fields, notes, written, key, said[0])
        elif key not in _IGNORED:
            notes.append(f"{clean(written)}: {', '.join(said)}")
    fields["aliases"] = [alias for alias in fields["aliases"] if alias != name]
    text = clean_lines(_SCRIPT.sub("", body))
    text = re.sub(r"\A# +" + re.escape(name) + r"[ \t]*(?:\n+|\Z)", "", text)
    fields["notes"] = "\n".join(filter(None, (text, *notes)))
    return {key: value for key, value in fields.items() if value}


def _add_date(fields: dict[str, Any], notes: list[str], written: str, key: str, said: str) -> None:
    match = _DATE.match(said)
    on = partial_date(match[1] or match[4], match[2], match[3]) if match else None
    if on is None:
        notes.append(f"{clean(written)}: {said}")
    elif key in _DATES:
        fields.setdefault("date", []).append({"what": _DATES[key], "on": on})
    else:
        fields["met"] = {"on": on}


def _first(keys: Mapping[str, Value], *names: str) -> str:
    return next((clean(each) for name in names for each in _texts(keys.get(name, "")) if clean(each)), "")


def _texts(value: Value) -> Iterable[str]:
    return value if isinstance(value, list) else [value]


def _words(value: Value) -> list[str]:
    """Tags, which a text may hold several of, with commas or blanks between them."""
    if isinstance(value, list):
        return value
    return [value] if "[[" in value else [word for word in re.split(r"[,\s]+", value) if word]


def _plain(text: str) -> str:
    """The text without the brackets of a link."""
    return clean(_LINK.sub(r"\1", text))
