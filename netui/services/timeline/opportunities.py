"""Doors that opened: jobs, clients, talks; kept with the contact they came up with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from netui.domain.model.changes import CONTACTS, AddItem, AmendItem, Batch, Change, FileId, RemoveItem
from netui.domain.model.dates import when_from
from netui.domain.model.entry import Opportunity
from netui.services.errors import Refused
from netui.services.people.commands import one_line
from netui.services.timeline.commands import item_where
from netui.services.workspace import Workspace
from netui.storage.files.filenames import random_id

KINDS = ("job", "project", "client", "referral", "collaboration", "speaking", "investment")
"""The usual kinds; any other word will do too."""
STATUSES = ("open", "won", "lost")
_TABLE = "opportunity"
_KEYS = ("id", "kind", "text", "status", "opened", "goal", "via", "worth", "next", "next_on")


def opportunities(
    workspace: Workspace, *, contact: str | None = None, goal: str | None = None
) -> list[Opportunity]:
    """Opportunities: the open ones first, by the day of their next step, the latest opened before others."""
    found = [
        opportunity_from(item, owner, ident)
        for owner, ident, item in workspace.read.opportunities(contact, goal)
    ]
    far = date.max
    return sorted(
        found,
        key=lambda o: (
            STATUSES.index(o.status),
            (o.next_on or far) if o.status == "open" else far,
            -(o.opened or date.min).toordinal(),
        ),
    )


def opportunity_from(item: Mapping[str, Any], contact: str, ident: str) -> Opportunity:
    """An opportunity as far as the file's table can be understood."""
    status = item.get("status", "open")
    texts = {key: _text(item.get(key)) for key in ("text", "goal", "via", "worth", "next")}
    return Opportunity(
        id=ident,
        contact=contact,
        kind=_text(item.get("kind")) or _TABLE,
        status=status if status in STATUSES else "open",
        opened=_day(item.get("opened")),
        next_on=_day(item.get("next_on")),
        **texts,
    )


def opportunity_item(opportunity: Opportunity) -> dict[str, Any]:
    """An opportunity as the file holds it: what is empty is left out."""
    return {key: value for key in _KEYS if (value := getattr(opportunity, key)) not in (None, "")}


def add_opportunity(workspace: Workspace, opportunity: Opportunity) -> Batch:
    """Notes an opportunity with its ``contact``, opened today unless it says; raises Refused."""
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
    """Changes what differs; raises Refused."""
    after = _checked(after)
    old, new = opportunity_item(before), opportunity_item(after)
    values = {key: new.get(key) for key in _KEYS if key != "id" and old.get(key) != new.get(key)}
    changes: tuple[Change, ...] = (_amend(workspace, before, values),) if values else ()
    return Batch(f"edited opportunity: {after.text}", changes)


def set_status(workspace: Workspace, opportunity: Opportunity, status: str) -> Batch:
    """Marks it won, lost or open; said of one that is so already, it is open again."""
    status = "open" if opportunity.status == status else status
    return Batch(f"{status}: {opportunity.text}", (_amend(workspace, opportunity, {"status": status}),))


def remove_opportunity(workspace: Workspace, opportunity: Opportunity) -> Batch:
    """Takes it out of the file."""
    where = item_where(workspace, opportunity.contact, _TABLE, opportunity.id)
    change: Change = RemoveItem(FileId(CONTACTS, opportunity.contact), _TABLE, where)
    return Batch(f"deleted opportunity: {opportunity.text}", (change,))


def _checked(opportunity: Opportunity) -> Opportunity:
    kind, text = one_line(opportunity.kind).lower(), one_line(opportunity.text)
    if not text:
        raise Refused("text: an opportunity needs words: what may come of it?")
    if opportunity.status not in STATUSES:
        raise Refused(f"status: {opportunity.status!r} is none; it is open, won or lost")
    return opportunity._replace(kind=kind or "project", text=text)


def _amend(workspace: Workspace, opportunity: Opportunity, values: Mapping[str, Any]) -> AmendItem:
    where = item_where(workspace, opportunity.contact, _TABLE, opportunity.id)
    return AmendItem(FileId(CONTACTS, opportunity.contact), _TABLE, where, values)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        found = when_from(value)
    except ValueError:
        return None
    return date(found.year, found.month, found.day)
