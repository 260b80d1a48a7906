"""Opportunities (jobs, clients, talks): list, add, edit and delete them, in the file of their contact."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from netui.domain.model.changes import CONTACTS, AddItem, AmendItem, Batch, Change, FileId, RemoveItem
from netui.domain.model.dates import when_from
from netui.domain.model.entry import OPPORTUNITY_STATUSES, Opportunity
from netui.services.errors import Refused
from netui.services.people.commands import one_line
from netui.services.timeline.commands import item_match
from netui.services.workspace import Workspace
from netui.storage.files.filenames import random_id

KINDS = ("job", "project", "client", "referral", "collaboration", "speaking", "investment")
"""The usual kinds; any other word is accepted too."""
_TABLE = "opportunity"
_KEYS = ("id", "kind", "text", "status", "opened", "goal", "via", "worth", "next", "next_on")


def list_opportunities(
    workspace: Workspace, *, contact: str | None = None, goal: str | None = None
) -> list[Opportunity]:
    """Opportunities, of one contact or goal or all: the open ones first, by the day of their next step.

    Of equals the latest opened comes first.
    """
    found = [
        opportunity_from(item, owner, ident)
        for owner, ident, item in workspace.read.opportunities(contact, goal)
    ]
    far = date.max
    return sorted(
        found,
        key=lambda o: (
            OPPORTUNITY_STATUSES.index(o.status),
            (o.next_on or far) if o.status == "open" else far,
            -(o.opened or date.min).toordinal(),
        ),
    )


def opportunity_from(item: Mapping[str, Any], contact: str, ident: str) -> Opportunity:
    """The opportunity of a TOML table; values of a wrong type are left out."""
    status = item.get("status", "open")
    texts = {key: _text(item.get(key)) for key in ("text", "goal", "via", "worth", "next")}
    return Opportunity(
        id=ident,
        contact=contact,
        kind=_text(item.get("kind")) or _TABLE,
        status=status if status in OPPORTUNITY_STATUSES else "open",
        opened=_day(item.get("opened")),
        next_on=_day(item.get("next_on")),
        **texts,
    )


def opportunity_item(opportunity: Opportunity) -> dict[str, Any]:
    """An opportunity as a TOML table, without its empty fields."""
    return {key: value for key in _KEYS if (value := getattr(opportunity, key)) not in (None, "")}


def add_opportunity(workspace: Workspace, opportunity: Opportunity) -> Batch:
    """Adds an opportunity to its ``contact``, opened today unless it has a day; raises Refused."""
    noted = _checked(opportunity)
    item = {
        **opportunity_item(noted),
        "id": "o" + random_id(4),
        "opened": noted.opened or workspace.today,
    }
    ordered = {key: item[key] for key in _KEYS if key in item}
    return Batch(
        f"opportunity: {noted.text} ({workspace.name(noted.contact)})",
        (AddItem(FileId(CONTACTS, noted.contact), _TABLE, ordered),),
    )


def edit_opportunity(workspace: Workspace, before: Opportunity, after: Opportunity) -> Batch:
    """Saves the fields that differ; raises Refused."""
    after = _checked(after)
    old, new = opportunity_item(before), opportunity_item(after)
    values = {key: new.get(key) for key in _KEYS if key != "id" and old.get(key) != new.get(key)}
    changes: tuple[Change, ...] = (_amend(workspace, before, values),) if values else ()
    return Batch(f"edited opportunity: {after.text}", changes)


def toggle_opportunity_status(workspace: Workspace, opportunity: Opportunity, status: str) -> Batch:
    """Sets the status to won, lost or open; to open where it is that already."""
    status = "open" if opportunity.status == status else status
    return Batch(f"{status}: {opportunity.text}", (_amend(workspace, opportunity, {"status": status}),))


def remove_opportunity(workspace: Workspace, opportunity: Opportunity) -> Batch:
    """Deletes an opportunity."""
    where = item_match(workspace, opportunity.contact, _TABLE, opportunity.id)
    known = workspace.read.opportunities(opportunity.contact)
    seen = next((item for _, ident, item in known if ident == opportunity.id), None)
    change: Change = RemoveItem(FileId(CONTACTS, opportunity.contact), _TABLE, where, seen)
    return Batch(f"deleted opportunity: {opportunity.text}", (change,))


def _checked(opportunity: Opportunity) -> Opportunity:
    kind, text = one_line(opportunity.kind).lower(), one_line(opportunity.text)
    if not text:
        raise Refused("text: an opportunity needs words: what may come of it?")
    check_status(opportunity.status)
    return opportunity._replace(kind=kind or "project", text=text)


def check_status(text: str) -> str:
    """``text``, which is a status of opportunities; raises Refused."""
    if text not in OPPORTUNITY_STATUSES:
        raise Refused(f"status: {text!r} is none; it is open, won or lost")
    return text


def _amend(workspace: Workspace, opportunity: Opportunity, values: Mapping[str, Any]) -> AmendItem:
    where = item_match(workspace, opportunity.contact, _TABLE, opportunity.id)
    seen = opportunity_item(opportunity)
    return AmendItem(FileId(CONTACTS, opportunity.contact), _TABLE, where, values, seen)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        found = when_from(value)
    except ValueError:
        return None
    return date(found.year, found.month, found.day)
