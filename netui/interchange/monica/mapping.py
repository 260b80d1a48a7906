"""Map a Monica account to records: contact fields here, what happened in :mod:`.timeline`."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from netui.interchange.monica.account import (
    SOURCE,
    Account,
    Detail,
    MonicaContact,
    Relationship,
    Row,
    day,
    lines,
    text,
    truth,
)
from netui.interchange.monica.timeline import activity_entries, contact_entries, promises
from netui.interchange.records import (
    EntryRecord,
    ParsedFile,
    PersonRecord,
    PersonReference,
    RejectedRecord,
    clean,
)

MOST_CONTACTS = 50_000
_ADDRESS = ("street", "city", "province", "postal_code", "country")


def parsed(account: Account, file: str) -> ParsedFile:
    """The people and entries of an account; oneself and who has no name are rejected."""
    names = account.names
    if len(names) > MOST_CONTACTS:
        why = f"more than {MOST_CONTACTS:,} contacts"
        return ParsedFile(rejected=(RejectedRecord(file, "", why),))
    relatives: dict[str, list[Relationship]] = {}
    for relationship in account.relationships:
        relatives.setdefault(relationship.contact, []).append(relationship)
    people: list[PersonRecord] = []
    rejected: list[RejectedRecord] = []
    entries: list[EntryRecord] = []
    for each in account.contacts:
        raw = json.dumps(each.row, ensure_ascii=False, default=str)[:4096]
        if each.uid == account.me or not names[each.uid]:
            why = "this is yourself" if each.uid == account.me else "the contact has no name"
            rejected.append(RejectedRecord(file, each.where, why, raw))
            continue
        fields = _fields(each, relatives.get(each.uid, ()), names)
        people.append(PersonRecord(SOURCE, each.uid, names[each.uid], fields, file, each.where, raw))
        entries += contact_entries(each, file)
    known = {person.uid for person in people}
    entries += activity_entries(account, known, file)
    return ParsedFile(tuple(people), tuple(entries), tuple(rejected))


def _fields(
    contact: MonicaContact, relatives: Iterable[Relationship], names: Mapping[str, str]
) -> dict[str, Any]:
    row = contact.row
    name = names[contact.uid]
    fields: dict[str, Any] = {"org": text(row, "company"), "title": text(row, "job")}
    if (nickname := text(row, "nickname")) != name:
        fields["aliases"] = [nickname] if nickname else []
    tags = row.get("tags")
    fields["tags"] = [clean(tag) for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    if truth(row, "is_starred"):
        fields["tags"].append("starred")
    for detail in contact.details:
        _add_detail(fields, detail)
    fields["addresses"] = [
        {"value": address, "label": label} if (label := text(each, "name").lower()) else address
        for each in contact.parts.get("addresses", ())
        if (address := ", ".join(filter(None, (text(each, key) for key in _ADDRESS))))
    ]
    fields["notes"] = _notes(contact)
    fields["met"] = _met(row, names)
    fields["rhythm"] = _rhythm(row)
    fields["date"] = _dates(contact)
    fields["related"] = [
        {"who": PersonReference.to(SOURCE, each.other, names[each.other]), "as": each.type}
        for each in relatives
        if names.get(each.other)
    ]
    fields["promise"] = promises(contact)
    if truth(row, "is_dead"):
        fields["died"] = _special_date(row.get("deceased_date")) or ""
    fields["archived"] = row.get("is_active") in (False, 0, "0") or (
        truth(row, "is_dead") and not fields["died"]
    )
    return {key: value for key, value in fields.items() if value}


def _add_detail(fields: dict[str, Any], detail: Detail) -> None:
    """An e-mail, a phone, or a link: an account of a service stands behind its address."""
    value = detail.value
    if not value:
        return
    if detail.kind == "email" or detail.protocol == "mailto:":
        fields.setdefault("emails", []).append(value)
    elif detail.kind == "phone" or detail.protocol == "tel:":
        fields.setdefault("phones", []).append(value)
    else:
        is_address = "://" in value or value.startswith("www.")
        protocol = detail.protocol or f"{detail.name.lower()}:"
        fields.setdefault("links", []).append(value if is_address or protocol == ":" else protocol + value)


def _notes(contact: MonicaContact) -> str:
    """What has no key of its own: the description, food, pets, how they were met, gift-like odds and ends."""
    row = contact.row
    said = [lines(row, "description")]
    for title, key in (("Food", "food_preferences"), ("First met", "first_met_additional_info")):
        if value := lines(row, key):
            said.append(f"{title}: {value}")
    for pet in contact.parts.get("pets", ()):
        kind, name = text(pet, "category").replace("_", " "), text(pet, "name")
        said.append(f"Pet: {f'{name} ({kind})' if name and kind else name or kind}")
    if truth(row, "is_dead") and not _special_date(row.get("deceased_date")):
        said.append("Has died.")
    said += [line for each in contact.parts.get("reminders", ()) if (line := _recurring(each))]
    return "\n".join(filter(None, said))


def _met(row: Row, names: Mapping[str, str]) -> dict[str, Any]:
    through = row.get("first_met_through")
    met: dict[str, Any] = {
        "on": _special_date(row.get("first_met_date")),
        "where": text(row, "first_met_where"),
    }
    if isinstance(through, str) and names.get(through):
        met["via"] = PersonReference.to(SOURCE, through, names[through])
    return {key: value for key, value in met.items() if value}


def _rhythm(row: Row) -> dict[str, str]:
    """How often to stay in touch; a partial contact is only somebody's relative, and never due."""
    days = text(row, "stay_in_touch_frequency")
    rhythm = {"every": f"{int(days)}d"} if days.isdecimal() and 0 < int(days) <= 99_999 else {}
    return {**rhythm, "mode": "off"} if truth(row, "is_partial") else rhythm


def _special_date(value: object) -> str:
    """A date of which the year may be unknown, or all but the year; "" where there is none."""
    if not isinstance(value, Mapping) or (on := day(value, "date")) is None:
        return ""
    if truth(value, "is_age_based"):
        return f"{on.year:04d}"
    return f"-{on.isoformat()[4:]}" if truth(value, "is_year_unknown") else on.isoformat()


def _dates(contact: MonicaContact) -> list[dict[str, Any]]:
    """The birthday, life events, and reminders of each year but the one that Monica makes of the birthday."""
    found: list[dict[str, Any]] = []
    birthday = _special_date(contact.row.get("birthdate"))
    if birthday:
        found.append({"what": "birthday", "on": birthday})
    for event in contact.parts.get("life_events", ()):
        what = text(event, "name") or text(event, "type_name").replace("_", " ")
        if what and (on := day(event, "happened_at", "created_at")):
            found.append({"what": what, "on": _partial(on, event)})
    for reminder in contact.parts.get("reminders", ()):
        on, what = day(reminder, "initial_date"), text(reminder, "title")
        if not what or on is None or not _is_yearly(reminder):
            continue
        is_birthday = bool(birthday) and birthday[-5:] == on.isoformat()[5:]
        if not (
            is_birthday and ("birthday" in what.casefold() or reminder.get("delible") in (0, "0", False))
        ):
            found.append({"what": what, "on": f"-{on.isoformat()[4:]}"})
    return found


def _partial(on: date, event: Row) -> str:
    if truth(event, "happened_at_month_unknown"):
        return f"{on.year:04d}"
    return on.isoformat()[:7] if truth(event, "happened_at_day_unknown") else on.isoformat()


def _is_yearly(reminder: Row) -> bool:
    return (
        text(reminder, "frequency_type") == "year"
        and text(reminder, "frequency_number") in ("", "1")
        and not truth(reminder, "inactive")
    )


def _recurring(reminder: Row) -> str:
    """A reminder of another rhythm, in words; once-only ones are promises."""
    every, number = text(reminder, "frequency_type"), text(reminder, "frequency_number") or "1"
    on, title = day(reminder, "initial_date"), text(reminder, "title")
    if every == "one_time" or not title or on is None or _is_yearly(reminder) or truth(reminder, "inactive"):
        return ""
    return f"Reminder every {number} {every}{'' if number == '1' else 's'} from {on}: {title}"
