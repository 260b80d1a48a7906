"""Commands on the details of a contact, from the text of a form: add, change and remove one.

Each gives a batch, which is done and undone as one, or raises FieldErrors with all fields that are wrong.
"""

from collections.abc import Mapping
from typing import Any

from netui.domain.dedupe.diff import exact_selector
from netui.domain.model.changes import (
    CONTACTS,
    AddItem,
    AmendItem,
    Batch,
    Change,
    FileId,
    RemoveItem,
    SetValue,
    tables_at,
)
from netui.domain.model.conflict import IDENTITIES
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import PartialDate
from netui.domain.text.lists import ADDRESSES, split_label, with_label
from netui.services.details.listing import Detail
from netui.services.errors import FieldErrors, Refused, parse_fields
from netui.services.people.commands import one_line, read_document
from netui.services.people.field_values import check_address, check_lead
from netui.services.people.set_field import (
    field_key,
    own_key_name,
    parse_own_value,
    parse_yearly_date,
    set_field,
)
from netui.services.relationships.commands import (
    check_relation,
    find_person_or_name,
    relate_contacts,
    related_words,
)
from netui.services.workspace import Workspace

_DATE = {"what": "", "on": ""}
_RELATION = {"who": "", "as": ""}
_ADDRESS = {"value": ""}
_OWN = {"name": "", "value": ""}
"""The fields that something new needs."""


def edit_date(workspace: Workspace, ident: str, detail: Detail | None, changed: Mapping[str, str]) -> Batch:
    """Adds an important date of any kind, or changes one: ``what``, ``on``, ``lead`` (days ahead)."""
    file = FileId(CONTACTS, ident)
    items = tables_at(read_document(workspace, file), "date")
    others = [str(item.get("what", "")) for item in items if detail is None or item != detail.item]

    def parse(key: str, text: str) -> Any:
        text = one_line(text)
        if key == "on":
            what = changed.get("what", str(detail.item.get("what", "")) if detail else "")
            found = parse_yearly_date(workspace, what.strip(), text)
            if found is None:
                raise Refused("on: say the day: 3 may, 3 may 1990, may 2024")
            return found
        if key == "lead":
            return _lead(text)
        if not text:
            raise Refused("what: say what the day is: birthday, anniversary, nameday, or your own word")
        if any(fold(text) == fold(other) for other in others):
            raise Refused(f"what: {workspace.name(ident)} has a date called {text} already; change that one")
        return text.lower() if fold(text) in ("birthday", "anniversary") else text

    values = parse_fields(changed if detail else {**_DATE, **changed}, parse)
    if detail is None:
        item = {key: value for key, value in values.items() if value is not None}
        label = f"{item['what']} of {workspace.name(ident)}: {PartialDate.parse(item['on']).short_words}"
        return Batch(label, (AddItem(file, "date", item),))
    label = f"changed {values.get('what', detail.label)} of {workspace.name(ident)}"
    return Batch(label, (_amend(file, "date", detail.item, items, values),))


def _lead(text: str) -> int | None:
    if not text:
        return None
    days = int(text) if text.isdecimal() else -1
    check_lead(days)
    return days


def edit_relation(
    workspace: Workspace, ident: str, detail: Detail | None, changed: Mapping[str, str]
) -> Batch:
    """Adds a relation, or changes one: ``who``, and what they are to the contact (``as``).

    It stands in one file and shows on the pages of both; of one in the file of the other end, their file is
    changed.
    """
    owner = detail.contact if detail else ident
    file = FileId(CONTACTS, owner)
    items = tables_at(read_document(workspace, file), "related")
    before = _relation_item(detail, ident, items) if detail else {}

    def parse(key: str, text: str) -> str:
        found = find_person_or_name(workspace, text) if key == "who" else one_line(text)
        if not found:
            raise Refused(
                "who: say who it is" if key == "who" else "as: say what they are: father, sister, boss"
            )
        if found == owner and key == "who":
            raise Refused(f"who: {workspace.name(owner)} cannot be related to themselves; name somebody else")
        return found

    values = parse_fields(changed if detail else {**_RELATION, **changed}, parse)
    whom, label = (str(values.get(key, before.get(key, ""))) for key in ("who", "as"))
    known = related_words(workspace, owner, whom, label, apart_from=before)
    if known:
        raise FieldErrors({"who": known})
    if detail is None:
        return relate_contacts(workspace, owner, whom, label)
    try:
        check_relation(workspace, owner, whom, label, is_edited=True)
    except Refused as error:
        raise FieldErrors({"as": str(error)}) from None
    words = f"{workspace.name(whom)} is {label} of {workspace.name(owner)}"
    return Batch(words, (_amend(file, "related", before, items, values),))


def _relation_item(detail: Detail, ident: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """The item of a relation in the file that holds it; of an inward one only its label is known."""
    if detail.contact == ident:
        return dict(detail.item)
    label = str(detail.item.get("as", ""))
    named = [item for item in items if str(item.get("as", "")) == label]
    exact = [item for item in named if item.get("who") == ident]
    if not named:
        raise Refused("this relation is gone from the file by now")
    return (exact or named)[0]


def edit_address(
    workspace: Workspace, ident: str, detail: Detail | None, changed: Mapping[str, str]
) -> Batch:
    """Adds an e-mail, phone, link or postal address, or changes one: ``value``, ``label``, ``what`` it is."""

    def parse(key: str, text: str) -> str:
        text = one_line(text)
        if key == "value" and not text:
            raise Refused("address: say it: ada@engines.example, +44 20 …, https://…, 12 High St, London")
        return _list_called(text) if key == "what" and text else text

    values = parse_fields(changed if detail else {**_ADDRESS, **changed}, parse)
    before: Mapping[str, str] = detail.item if detail else {}
    value, label = (values.get(key, before.get(key, "")) for key in ("value", "label"))
    kind = values.get("what") or (detail.key if detail else guess_list(split_label(value, "phones")[1]))
    if not label:
        label, value = split_label(value, kind)
    if detail is None or value != before.get("value") or kind != detail.key:
        try:
            check_address(kind, value)
        except Refused as error:
            raise FieldErrors({"value": str(error)}) from None
    document = read_document(workspace, FileId(CONTACTS, ident))
    there = list(document.get(kind) or ())
    rest = [item for item in there if not (detail and detail.key == kind and _value(item) == before["value"])]
    if any(_value(item) == value for item in rest):
        raise FieldErrors({"value": f"{workspace.name(ident)} has that {ADDRESSES[kind]} already"})
    items = _with_address(there, rest, value, label)
    changes: list[Change] = [SetValue(FileId(CONTACTS, ident), (kind,), items, (document.get(kind),))]
    if detail and detail.key != kind:
        changes.insert(0, _without(ident, detail, document))
    return Batch(f"{ADDRESSES[kind]} of {workspace.name(ident)}: {value}", tuple(changes))


def _with_address(there: list[Any], rest: list[Any], value: str, label: str) -> list[Any]:
    """A list with an address in the place of what is not in ``rest``, else at its end."""
    known = next((item for item in there if item not in rest and isinstance(item, Mapping)), {})
    new = with_label(value, label, known)
    return [item if item in rest else new for item in there] if len(rest) < len(there) else [*there, new]


def guess_list(value: str) -> str:
    """The list that an address belongs to, by what it looks like."""
    if "://" in value or value.startswith("www."):
        return "links"
    if "@" in value and not any(c.isspace() for c in value.partition("@")[2]):
        return "emails"
    digits = sum(c.isdigit() for c in value)
    if digits >= 5 and not any(c.isalpha() for c in value.casefold().partition("ext")[0]):
        return "phones"
    return "links" if "." in value and not any(c.isspace() for c in value) else "addresses"


def _list_called(text: str) -> str:
    key = field_key(text)
    if key not in ADDRESSES:
        raise Refused(f"what: {text!r} is none; it is {', '.join(ADDRESSES.values())}")
    return key


def _value(item: Any) -> str:
    return str(item.get("value", "") if isinstance(item, Mapping) else item).strip()


def edit_own_key(
    workspace: Workspace, ident: str, detail: Detail | None, changed: Mapping[str, str]
) -> Batch:
    """Adds a key of the user's own, or changes one: its ``name`` and ``value``."""
    file = FileId(CONTACTS, ident)
    document = read_document(workspace, file)
    before = detail.key if detail else ""

    def parse(key: str, text: str) -> Any:
        if key == "value":
            if not text.strip():
                raise Refused("value: say what it is")
            return parse_own_value(before or "it", document.get(before), text)
        name = own_key_name(text)
        if name in document:
            raise Refused(f"called: {workspace.name(ident)} has {name} already; change that one")
        return name

    values = parse_fields(changed if detail else {**_OWN, **changed}, parse)
    name, value = values.get("name", before), values.get("value", document.get(before))
    changes = [SetValue(file, (name,), value, (document.get(name),))]
    if detail and name != before:
        changes.insert(0, SetValue(file, (before,), None, (detail.item,)))
    return Batch(f"{name} of {workspace.name(ident)}", tuple(changes))


def remove_detail(workspace: Workspace, ident: str, detail: Detail) -> Batch:
    """Removes a detail from the file that holds it; raises Refused."""
    owner = detail.contact
    file = FileId(CONTACTS, owner)
    label = f"removed {detail.label} of {workspace.name(ident)}: {detail.text[:60]}"
    if detail.kind == "field":
        return set_field(workspace, owner, detail.key, "")._replace(label=label)
    document = read_document(workspace, file)
    if detail.kind == "address":
        return Batch(label, (_without(owner, detail, document),))
    if detail.kind == "own":
        items = tables_at(document, detail.key)
        if items and len(items) == len(document[detail.key]):
            where = ((item, exact_selector(item, items)) for item in items)
            return Batch(label, tuple(RemoveItem(file, detail.key, each, item) for item, each in where))
        return Batch(label, (SetValue(file, (detail.key,), None, (document.get(detail.key),)),))
    items = tables_at(document, detail.key)
    item = _relation_item(detail, ident, items) if detail.kind == "relation" else dict(detail.item)
    return Batch(label, (RemoveItem(file, detail.key, exact_selector(item, items), item),))


def _without(ident: str, detail: Detail, document: Mapping[str, Any]) -> SetValue:
    """Takes an address out of its list."""
    there = document.get(detail.key)
    rest = [item for item in there or () if _value(item) != detail.item["value"]]
    return SetValue(FileId(CONTACTS, ident), (detail.key,), rest or None, (there,))


def _amend(
    file: FileId, table: str, item: Mapping[str, Any], items: list[dict[str, Any]], values: Mapping[str, Any]
) -> AmendItem:
    """Amends an item by what tells it apart, so that another's edit of it meanwhile is kept."""
    where = {key: item.get(key) for key in IDENTITIES[table]}
    alike = sum(all(other.get(key) == value for key, value in where.items()) for other in items)
    return AmendItem(file, table, where if alike == 1 else exact_selector(item, items), values, item)
