"""Opportunities (jobs, clients, talks): list, add, edit and delete them, in the file of their contact."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from netui.domain.model.changes import CONTACTS, AddItem, AmendItem, Batch, Change, FileId, RemoveItem
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import day_of, full_day, when_from
from netui.domain.model.entry import OPPORTUNITY_STATUSES, Opportunity, Step
from netui.services.dates import DateField, parse_date_field
from netui.services.errors import Refused
from netui.services.people.commands import one_line
from netui.services.timeline.commands import item_match, require_living
from netui.services.workspace import Workspace
from netui.storage.files.filenames import random_id

KINDS = ("job", "project", "client", "referral", "collaboration", "speaking", "investment")
"""The usual kinds; any other word is accepted too."""
_TABLE = "opportunity"
STAGES = ("applied", "in talks", "interview", "offer", "proposal", "contract")
"""The usual stages; any other word is accepted too."""
_KEYS = (
    "id", "kind", "text", "status", "stage", "opened", "goal", "via", "worth", "next", "next_on", "history",
)  # fmt: skip


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


def opportunity_from(item: Mapping[str, Any], contact: str, ident: str, *_: object) -> Opportunity:
    """The opportunity of a TOML table; values of a wrong type are left out."""
    status = item.get("status", "open")
    texts = {key: _text(item.get(key)) for key in ("text", "goal", "via", "worth", "next", "stage")}
    return Opportunity(
        id=ident,
        contact=contact,
        kind=_text(item.get("kind")) or _TABLE,
        status=status if status in OPPORTUNITY_STATUSES else "open",
        opened=_day(item.get("opened")),
        next_on=_day(item.get("next_on")),
        history=tuple(_steps(item.get("history"))),
        **texts,
    )


def opportunity_item(opportunity: Opportunity) -> dict[str, Any]:
    """An opportunity as a TOML table, without its empty fields."""
    item = {key: value for key in _KEYS if (value := getattr(opportunity, key)) not in (None, "", ())}
    if opportunity.history:
        item["history"] = [
            {"on": s.on, "what": s.what} if s.on else {"what": s.what} for s in opportunity.history
        ]
    return item


def add_opportunity(workspace: Workspace, opportunity: Opportunity) -> Batch:
    """Adds an opportunity to its ``contact``, opened today unless it has a day; raises Refused."""
    noted = _checked(opportunity)
    _require_new(workspace, noted)
    opened = noted.opened or workspace.today
    if noted.stage and not noted.history:
        noted = noted._replace(history=(Step(noted.stage, opened),))
    item = {**opportunity_item(noted), "id": "o" + random_id(4), "opened": opened}
    ordered = {key: item[key] for key in _KEYS if key in item}
    step = f"; next {full_day(noted.next_on)}" if noted.next_on else ""
    return Batch(
        f"opportunity: {noted.text}{step} ({workspace.name(noted.contact)})",
        (AddItem(FileId(CONTACTS, noted.contact), _TABLE, ordered),),
    )


def _require_new(workspace: Workspace, noted: Opportunity) -> None:
    """Raises Refused where the same one is open at the same contact, or that died."""
    require_living(workspace, noted.contact)
    for _, ident, item in workspace.read.opportunities(noted.contact):
        known = opportunity_from(item, noted.contact, ident)
        same = (known.kind, fold(known.text)) == (noted.kind, fold(noted.text))
        if same and known.status == noted.status == "open":
            name = workspace.name(noted.contact)
            raise Refused(f"what: {name} has that {noted.kind} open already ({ident}); change that one")


def edit_opportunity(workspace: Workspace, before: Opportunity, after: Opportunity) -> Batch:
    """Saves the fields that differ; a new stage or status is noted in the history. Raises Refused."""
    after = _with_history(before, _checked(after), workspace.today)
    old, new = opportunity_item(before), opportunity_item(after)
    values = {key: new.get(key) for key in _KEYS if key != "id" and old.get(key) != new.get(key)}
    changes: tuple[Change, ...] = (_amend(workspace, before, values),) if values else ()
    return Batch(f"edited opportunity: {after.text}", changes)


def toggle_opportunity_status(workspace: Workspace, opportunity: Opportunity, status: str) -> Batch:
    """Sets the status to won, lost or open; to open where it is that already."""
    status = "open" if opportunity.status == status else status
    batch = edit_opportunity(workspace, opportunity, opportunity._replace(status=status))
    return batch._replace(label=f"{status}: {opportunity.text}")


def finish_step(workspace: Workspace, opportunity: Opportunity) -> Batch:
    """Notes the next step as done today; raises Refused where there is none."""
    if not opportunity.next:
        raise Refused("it has no next step that could be done; edit it to say what comes next")
    history = (*opportunity.history, Step(opportunity.next, workspace.today))
    after = opportunity._replace(next="", next_on=None, history=history)
    batch = edit_opportunity(workspace, opportunity, after)
    return batch._replace(label=f"done: {opportunity.next}; edit it to say what comes next")


def _with_history(before: Opportunity, after: Opportunity, today: date) -> Opportunity:
    """``after`` with a new stage or status as the last step; one of today that was a mistake goes."""
    steps = list(after.history)
    for old, new in ((before.stage, after.stage), (before.status, after.status)):
        if new in (old, ""):
            continue
        corrected = bool(steps) and steps[-1] == Step(old, today) and after.history == before.history
        if corrected:
            steps.pop()
        if new != "open":
            steps.append(Step(new, today))
        elif not corrected:
            steps.append(Step("open again", today))
    return after._replace(history=tuple(steps))


def history_text(history: Sequence[Step]) -> str:
    """A history as one types it, a step a line: ``2026-11-09: applied``."""
    return "\n".join(f"{step.on or ''}: {step.what}".strip() for step in history)


def parse_history(workspace: Workspace, text: str) -> tuple[Step, ...]:
    """The steps of a text, a line each: a day, a colon, what happened; raises Refused."""
    steps = []
    for line in filter(None, map(one_line, text.splitlines())):
        day, colon, what = line.partition(":")
        if not colon or not what.strip():
            raise Refused(f"so far: “{line}” has no day: write 9 nov: applied")
        try:
            found = parse_date_field(workspace, DateField.PAST, day)
        except Refused as error:
            raise Refused(f"so far: {error}") from None
        steps.append(Step(what.strip(), day_of(found) if isinstance(found, date) else None))
    return tuple(steps)


def remove_opportunity(workspace: Workspace, opportunity: Opportunity) -> Batch:
    """Deletes an opportunity."""
    where = item_match(workspace, _TABLE, opportunity, opportunity_from)
    known = workspace.read.opportunities(opportunity.contact)
    seen = next((item for _, ident, item in known if ident == opportunity.id), None)
    change: Change = RemoveItem(FileId(CONTACTS, opportunity.contact), _TABLE, where, seen)
    return Batch(f"deleted opportunity: {opportunity.text}", (change,))


def _checked(opportunity: Opportunity) -> Opportunity:
    kind, text = one_line(opportunity.kind).lower(), one_line(opportunity.text)
    if not text:
        raise Refused("text: an opportunity needs words: what may come of it?")
    check_status(opportunity.status)
    return opportunity._replace(kind=kind or "project", text=text, stage=one_line(opportunity.stage))


def check_status(text: str) -> str:
    """``text``, which is a status of opportunities; raises Refused."""
    if text not in OPPORTUNITY_STATUSES:
        raise Refused(f"status: {text!r} is none; it is open, won or lost")
    return text


def _amend(workspace: Workspace, opportunity: Opportunity, values: Mapping[str, Any]) -> AmendItem:
    where = item_match(workspace, _TABLE, opportunity, opportunity_from)
    seen = opportunity_item(opportunity)
    return AmendItem(FileId(CONTACTS, opportunity.contact), _TABLE, where, values, seen)


def _steps(value: object) -> Iterator[Step]:
    for item in value if isinstance(value, list) else ():
        if isinstance(item, dict) and (what := _text(item.get("what"))):
            yield Step(what, _day(item.get("on")))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        found = when_from(value)
    except ValueError:
        return None
    return date(found.year, found.month, found.day)
