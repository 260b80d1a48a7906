"""Lists the details of a contact: each field, address, date, relation and key of its file, in groups."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from netui.domain.model.changes import CONTACTS, FileId, tables_at, value_at
from netui.domain.model.channels import labelled_values
from netui.domain.model.contact_row import fold
from netui.domain.model.custom_keys import custom_keys, value_texts
from netui.domain.model.dates import PartialDate
from netui.domain.named_tuple import NamedTuple
from netui.domain.text.lists import ADDRESSES
from netui.services.people.commands import read_document
from netui.services.relationships.relation_words import opposite_word
from netui.services.workspace import Workspace

_FIELDS = {
    "Name": (("name", "name"), ("aliases", "also called"), ("pronouns", "pronouns"), ("roles", "roles"),
             ("tags", "tags")),
    "Work": (("org", "works at"), ("title", "as"), ("location", "lives in"), ("knows", "knows"),
             ("seeks", "seeks"), ("interests", "interests")),
    "Reach": (("timezone", "time zone"),),
    "Between you": (("goals", "goals"), ("rhythm.every", "every"), ("rhythm.mode", "rhythm"),
                    ("met.on", "met on"), ("met.where", "met at"), ("met.via", "met through")),
    "In your words": (("notes", "notes"),),
}  # fmt: skip
"""The keys of one value, under the headings of the form, with its labels."""


_TITLES = ("Name", "Work", "Reach", "Dates", "Ties", "Between you", "Yours", "In your words")


_FACT_KEYS: Mapping[str, Sequence[str]] = {
    "place": ("location",), "role": ("roles",), "likes": ("interests",), "email": ("emails",),
    "phone": ("phones",), "link": ("links",), "address": ("addresses",), "met": ("met.where", "met.on"),
    "via": ("met.via",),
}  # fmt: skip
"""The keys of the facts of the index that have another name there."""


class Detail(NamedTuple):
    """One thing that a contact's file says.

    ``contact`` is whose file holds it; ``kind`` is field, address, date, relation, own or former; ``key`` its
    key there, ``item`` what stands there. ``label`` and ``text`` are how it reads on the page, ``note`` what
    is said beside it. ``other`` is the contact that it leads to, "" for none.
    """

    contact: str
    kind: str
    key: str
    label: str
    text: str
    item: Any = None
    note: str = ""
    other: str = ""


class DetailGroup(NamedTuple):
    """Details under one heading."""

    title: str
    details: tuple[Detail, ...]


def list_details(workspace: Workspace, ident: str) -> list[DetailGroup]:
    """The details of a contact, without empty groups; raises StoreError where its file cannot be read."""
    document = read_document(workspace, FileId(CONTACTS, ident))
    found: dict[str, list[Detail]] = {title: [] for title in _TITLES}
    found["Reach"] += _addresses(ident, document)
    for title, fields in _FIELDS.items():
        found[title] += _fields(workspace, ident, document, fields)
    found["Work"] += _former(ident, document)
    found["Dates"] += _dates(ident, document)
    found["Ties"] += _relations(workspace, ident, document)
    found["Yours"] += [
        Detail(ident, "own", key, key, ", ".join(value_texts(document[key])), document[key])
        for key in custom_keys(document)
    ]
    return [DetailGroup(title, tuple(details)) for title, details in found.items() if details]


def _fields(
    workspace: Workspace, ident: str, document: Mapping[str, Any], fields: tuple[tuple[str, str], ...]
) -> Iterator[Detail]:
    for key, label in fields:
        value = value_at(document, key.split("."))
        if value in (None, "", []):
            continue
        text = str(value).strip() if key == "notes" else ", ".join(value_texts(value))
        other = text if key == "met.via" and workspace.read.row(text) is not None else ""
        yield Detail(ident, "field", key, label, workspace.name(other) if other else text, value, "", other)


def _addresses(ident: str, document: Mapping[str, Any]) -> Iterator[Detail]:
    for key, called in ADDRESSES.items():
        for value, label in labelled_values(document, key):
            yield Detail(ident, "address", key, called, value, {"value": value, "label": label}, label)


def _former(ident: str, document: Mapping[str, Any]) -> Iterator[Detail]:
    for item in tables_at(document, "former"):
        until = f"until {item['until']}" if item.get("until") else ""
        text = ", ".join(value_texts(item.get("value")))
        yield Detail(ident, "former", "former", f"before ({item.get('key', '')})", text, item, until)


def _dates(ident: str, document: Mapping[str, Any]) -> Iterator[Detail]:
    for item in tables_at(document, "date"):
        lead = f"told {item['lead']} days ahead" if "lead" in item else ""
        yield Detail(ident, "date", "date", str(item.get("what", "")), _day_words(item.get("on")), item, lead)
    if document.get("died"):
        day = document["died"]
        yield Detail(ident, "field", "died", "died on", _day_words(day), day)


def _day_words(value: object) -> str:
    try:
        return PartialDate.parse(value).words
    except ValueError:
        return str(value or "")


def _relations(workspace: Workspace, ident: str, document: Mapping[str, Any]) -> Iterator[Detail]:
    """Those that the file names, then those of whose files it is named, in the words of this end."""
    for item in tables_at(document, "related"):
        who = str(item.get("who", ""))
        other = who if workspace.read.row(who) is not None else ""
        label = str(item.get("as", "")) or "related"
        yield Detail(
            ident, "relation", "related", label, workspace.name(other) if other else who, item, "", other
        )
    for tie in workspace.read.relationships.relationships_of(ident):
        if tie.outward or not tie.id:
            continue
        if tie.how == "met":
            note = f"met through {workspace.name(ident)}"
            yield Detail(tie.id, "field", "met.via", "introduced", tie.name, ident, note, tie.id)
            continue
        item = {"as": tie.label}
        note = f"{workspace.name(ident)} is their {tie.label}" if tie.label else ""
        yield Detail(
            tie.id, "relation", "related", opposite_word(tie.label) or "related", tie.name, item, note, tie.id
        )


def find_detail(groups: Sequence[DetailGroup], label: str, words: str) -> Detail | None:
    """The detail that a fact of the index is about, by its ``label`` there and its ``words``; None for none.

    Of several alike it is the one with most of the words.
    """
    wanted = fold(words)
    keys = _FACT_KEYS.get(label, (label,))
    alike = [each for group in groups for each in group.details if each.key in keys]
    return max(alike, key=lambda each: sum(word in wanted for word in _words(each)), default=None)


def _words(detail: Detail) -> list[str]:
    return fold(f"{detail.label} {detail.text}").split()
