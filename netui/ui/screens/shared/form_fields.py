"""The fields of each form, and conversion of stored values to text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netui.domain.model.custom_keys import custom_keys
from netui.domain.model.dates import MONTH_NAMES, PartialDate
from netui.domain.named_tuple import NamedTuple
from netui.domain.text.lists import ADDRESSES, SEPARATORS, join_items, labelled_items, value_text
from netui.services.dates import DateField

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Opportunity
    from netui.domain.model.goal import Goal
    from netui.services.details.listing import Detail


class Field(NamedTuple):
    """One field: ``key`` names its value, ``lines`` above 1 makes it an area for longer text.

    What is typed into a ``date`` is shown beside it as the day that it means. ``names`` says what is
    completed in it (person, tag, goal, place, kind, role, gift, opportunity, label …, or query), ``several``
    whether it holds items with commas between. ``group`` is the heading above it, "" where it belongs to the
    one before.
    """

    key: str
    label: str
    hint: str = ""
    lines: int = 1
    date: DateField | None = None
    names: str = ""
    several: bool = False
    group: str = ""


CONTACT = (
    Field("name", "name"),
    Field("aliases", "also called", "Ada King, Countess of Lovelace"),
    Field("pronouns", "pronouns", "she/her"),
    Field("roles", "roles", "mentor, advocate, expert, client, friend …", names="role", several=True),
    Field("tags", "tags", "london, maths", names="tag", several=True),
    Field("org", "works at", group="Work"),
    Field("title", "as"),
    Field("location", "lives in", names="place"),
    Field("knows", "knows", "what they can help with"),
    Field("seeks", "seeks", "what they look for"),
    Field("interests", "interests"),
    Field("emails", "e-mail", "ada@engines.example, home: ada@…", names="label", several=True, group="Reach"),
    Field("phones", "phone", "+44 20 7946 0000, work: +44 …", names="label", several=True),
    Field("links", "links", "https://…, blog: https://…", names="label", several=True),
    Field("addresses", "address", "12 High St, London; work: 3 Low St", names="label", several=True),
    Field("timezone", "time zone", "Europe/London"),
    Field("goals", "goals", "cto-role", names="goal", several=True, group="Between you"),
    Field("rhythm.every", "every", "3w; empty: learned from what happened"),
    Field("met.on", "met on", "2 may 2024, may 2024, 2024", date=DateField.PARTIAL),
    Field("met.where", "met at", "PyCon", names="place"),
    Field("met.via", "met through", "an id, or a name; in quotes if they are no contact", names="person"),
    Field("birthday", "birthday", "3 may, or 3 may 1990", date=DateField.YEARLY, group="Dates"),
    Field("died", "died on", "3 mar 2024, 2024: closes what is open with them", date=DateField.PARTIAL),
    Field("notes", "notes", "", 6, group="In your words"),
)
NEW_OWN_KEY = Field("own", "a key of yours", "shoe size: 38   a word of your own, and its value")
ENTRY = (
    Field("on", "on", "yesterday, 14 mar, 2026-11-09 14:30", date=DateField.PAST),
    Field("kind", "kind", "coffee, call, meeting …", names="kind"),
    Field("with_", "with", "the others, comma between", names="person", several=True),
    Field("place", "at", names="place"),
    Field("tags", "tags", names="tag", several=True),
    Field("goals", "goals", names="goal", several=True),
    Field("got", "got", "lead, advice …", names="gift", several=True),
    Field("gave", "gave", names="gift", several=True),
    Field("learned", "learned"),
    Field("started_by", "started by", "me or them"),
    Field("text", "text", "", 6),
)
PROMISE = (
    Field("text", "text"),
    Field("by", "by", "me or them"),
    Field("due", "due", "fri, 12 dec", date=DateField.DUE),
    Field("goal", "goal", names="goal"),
)
GOAL = (
    Field("title", "title"),
    Field("why", "why"),
    Field("due", "due", "end of march, 2027-03-31", date=DateField.DUE),
    Field("measure.count", "count", "kind:coffee ^cto-role; empty: all that name the goal", names="query"),
    Field("measure.target", "target", "12"),
    Field("measure.per", "per", "total, week, month, quarter or year"),
    Field("status", "status", "active, reached or dropped"),
)
MILESTONE = (Field("text", "text"), Field("due", "due", "fri, 12 dec", date=DateField.DUE))
AUDIENCE = (
    Field("who", "who", "CTOs of young companies"),
    Field("match", "match", "which contacts count: title:cto #startup", names="query"),
    Field("want", "want", "5"),
)
OPPORTUNITY = (
    Field("kind", "kind", "job, project, client, referral, speaking …", names="opportunity"),
    Field("text", "what", "Staff engineer at Initech"),
    Field("status", "status", "open, won or lost"),
    Field("next", "next step", "Send CV"),
    Field("next_on", "on", "fri, 12 dec", date=DateField.DUE),
    Field("goal", "goal", "cto-role", names="goal"),
    Field("via", "opened by", "which contact opened the door: an id, or a name", names="person"),
    Field("worth", "worth"),
    Field("stage", "stage", "applied, interview, offer, or your own word", names="stage"),
    Field("history", "so far", "9 nov: applied   a day and what happened, one a line", 4),
)


DATE = (
    Field("what", "what", "birthday, anniversary, nameday, or your own word", names="date"),
    Field("on", "on", "3 may, 3 may 1990, may 2024", date=DateField.YEARLY),
    Field("lead", "days ahead", "told 7 days before, or so many as you say"),
)
RELATION = (
    Field("who", "who", "an id, or a name; in quotes if they are no contact", names="person"),
    Field("as", "is their", "father, sister, boss …", names="relation"),
)
ADDRESS = (
    Field("value", "address", "ada@engines.example, +44 20 7946 0000, https://…, 12 High St, London"),
    Field("label", "label", "home, work, mobile", names="name of label"),
    Field("what", "it is", "e-mail, phone, link or address; empty: by what it looks like"),
)
OWN_KEY = (
    Field("name", "called", "shoe size"),
    Field("value", "value", "38, 2024-05-02, yes, [oak, elm], or text"),
)
INTRODUCTION = (
    Field("by", "introduced by", "me, or a name", names="person"),
    Field("whom", "whom", "an id, or a name", names="person"),
    Field("to", "to", "a name; empty: me, where somebody else introduced them", names="person"),
    Field("on", "on", "empty: today", date=DateField.PAST),
    Field("text", "about", "Rust, and a flat in Leipzig"),
)


def detail_fields(detail: Detail, ident: str) -> dict[str, str] | None:
    """A detail of the contact ``ident`` as its form shows it; None where no line says it."""
    item = detail.item
    if detail.kind == "address":
        return {"value": item["value"], "label": item["label"], "what": ADDRESSES[detail.key]}
    if detail.kind == "own":
        text = value_text(item)
        return None if text is None else {"name": detail.key, "value": text}
    if detail.kind == "relation" and detail.contact != ident:
        return {"who": ident, "as": str(item.get("as", ""))}
    return {key: _typed_date(str(value)) if key == "on" else str(value) for key, value in item.items()}


def contact_fields(head: Mapping[str, Any]) -> dict[str, str]:
    """A contact's values as the form shows them."""
    found: dict[str, str] = {}
    for field in CONTACT:
        value: Any = head
        for key in field.key.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        if field.key == "birthday":
            dates = [d for d in head.get("date", []) if isinstance(d, dict) and d.get("what") == "birthday"]
            value = _typed_date(str(dates[0].get("on", ""))) if dates else None
        if field.names == "label":
            value = join_items(labelled_items(value, field.key), SEPARATORS.get(field.key, ","))
        found[field.key] = _typed(value)
    return found


def own_fields(document: Mapping[str, Any]) -> tuple[list[Field], dict[str, str]]:
    """The keys of one's own in a contact's file as fields, with their values, and a field for a new one.

    Of a value that no line says, such as a table, the field is left out: the file holds it.
    """
    fields: list[Field] = []
    values: dict[str, str] = {}
    for name in custom_keys(document):
        text = value_text(document[name])
        if text is not None:
            lines = min(text.count("\n") + 1, 4)
            fields.append(Field(f"own.{name}", name, lines=lines))
            values[f"own.{name}"] = text
    return [*fields, NEW_OWN_KEY], values


def common_fields(
    heads: Sequence[Mapping[str, Any]], fields: Sequence[Field]
) -> tuple[dict[str, str], set[str]]:
    """What several contacts have in common as the form shows it, "" where they differ; and where they do."""
    shown = [contact_fields(head) for head in heads]
    differing = {field.key for field in fields if len({each[field.key] for each in shown}) > 1}
    return {f.key: "" if f.key in differing else shown[0][f.key] for f in fields}, differing


def entry_fields(entry: Entry) -> dict[str, str]:
    """An entry's values as the form shows them."""
    found = {field.key: _typed(getattr(entry, field.key)) for field in ENTRY}
    return {**found, "on": entry.on.isoformat().replace("T", " ")[:16]}


def opportunity_fields(opportunity: Opportunity) -> dict[str, str]:
    """An opportunity's values as the form shows them."""
    from netui.services.timeline.opportunities import history_text

    values = {field.key: str(getattr(opportunity, field.key) or "") for field in OPPORTUNITY}
    return {**values, "history": history_text(opportunity.history)}


def goal_fields(goal: Goal) -> dict[str, str]:
    """A goal's values as the form shows them."""
    measure = goal.measure
    return {
        "title": goal.title,
        "why": goal.why,
        "due": str(goal.due or ""),
        "status": goal.status,
        "measure.count": measure.count if measure else "",
        "measure.target": str(measure.target) if measure and measure.target else "",
        "measure.per": measure.per if measure else "",
    }


def planned(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of an entry that is still to come: its day is looked for ahead."""
    return tuple(f._replace(date=DateField.PLANNED) if f.date else f for f in fields)


def without_status(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields of something new: it has no status to change yet."""
    return tuple(field for field in fields if field.key != "status")


def _typed_date(text: str) -> str:
    """A yearly date as one types it: ``--11-25`` as ``25 Nov``, any other as it stands."""
    try:
        found = PartialDate.parse(text)
    except ValueError:
        return text
    return f"{found.day} {MONTH_NAMES[found.month - 1][:3]}" if found.year is None and found.month else text


def _typed(value: Any) -> str:
    """A value as one types it: items with commas between."""
    if isinstance(value, (list, tuple)):
        return join_items(map(str, value))
    return "" if value is None else str(value)
