"""Changes to goals, as batches."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from netui.domain.model.changes import (
    GOALS,
    AddItem,
    AmendItem,
    Batch,
    Change,
    Create,
    Delete,
    FileId,
    RemoveItem,
    SetValue,
)
from netui.domain.model.goal import Audience, Milestone
from netui.domain.model.manual_order import renumber
from netui.domain.query.parser import QueryError, parse
from netui.services.errors import Refused
from netui.services.goals.progress import PERIODS, STATUSES, goal, neighbours, standing
from netui.services.people.commands import new_id, tidy_name
from netui.services.workspace import Workspace


def add_goal(
    workspace: Workspace,
    title: str,
    *,
    why: str = "",
    due: date | None = None,
    count: str = "",
    target: int = 0,
    per: str = "total",
) -> tuple[str, Batch]:
    """A new goal and its id; ``count`` is a query over timeline entries. Raises Refused.

    With a target and no query the entries count that name the goal.
    """
    from netui.storage.toml.document import dump

    title = tidy_name(title)
    ident = new_id(workspace, GOALS, title)
    count = count or (f"^{ident}" if target else "")
    values: dict[str, Any] = {"title": title, "why": why, "status": "active", "due": due}
    if count:
        values["measure"] = {"count": checked_query(count, "count"), "target": target, "per": _per(per)}
    text = dump({key: value for key, value in values.items() if value not in ("", None)})
    return ident, Batch(f"added goal {title}", (Create(FileId(GOALS, ident), text),))


def update_goal(workspace: Workspace, ident: str, values: Mapping[str | tuple[str, ...], Any]) -> Batch:
    """Sets keys, given as paths or dotted (``measure.target``); None removes one. Raises Refused.

    A target set where no query says what counts makes the entries count that name the goal.
    """
    file = FileId(GOALS, ident)
    changes = []
    measure = found.measure if (found := goal(workspace, ident)) else None
    if values.get("measure.target") and not values.get("measure.count", measure and measure.count):
        values = {**values, "measure.count": f"^{ident}"}
    for key, value in values.items():
        path = tuple(key.split(".")) if isinstance(key, str) else key
        if path == ("title",):
            value = tidy_name(value or "")
        elif path == ("status",):
            value = _status(value)
        elif path == ("measure", "count") and value:
            value = checked_query(value, "count")
        elif path == ("measure", "per") and value:
            value = _per(value)
        changes.append(SetValue(file, path, value))
    return Batch(f"edited goal {_title(workspace, ident)}", tuple(changes))


def set_status(workspace: Workspace, ident: str, status: str) -> Batch:
    """Makes a goal active, reached or dropped."""
    change = SetValue(FileId(GOALS, ident), ("status",), _status(status))
    return Batch(f"goal {_title(workspace, ident)}: {status}", (change,))


def move_goal(workspace: Workspace, ident: str, steps: int) -> Batch:
    """Moves a goal down by so many places (up where negative) among those of its status.

    Changes as few files as can be; none where it stands at that end already. Raises Refused.
    """
    there = neighbours(workspace, ident)
    at = next((place for place, each in enumerate(there) if each.id == ident), -1)
    if at < 0:
        raise Refused("this goal's file cannot be read, so it cannot be moved; E opens it")
    moved = there.pop(at)
    there.insert(max(0, min(at + steps, len(there))), moved)
    unplaced = sorted(there, key=lambda each: standing((replace(each, order=None), "")))
    ranks = {each.id: rank for rank, each in enumerate(unplaced)}
    numbers = renumber([each.order for each in there], [ranks[each.id] for each in there])
    changes = tuple(
        SetValue(FileId(GOALS, each.id), ("order",), number)
        for each, number in zip(there, numbers, strict=True)
        if number != each.order
    )
    return Batch(f"moved goal {moved.title} {'down' if steps > 0 else 'up'}", changes)


def remove_goal(workspace: Workspace, ident: str) -> Batch:
    """Moves a goal to the trash."""
    return Batch(f"deleted goal {_title(workspace, ident)}", (Delete(FileId(GOALS, ident)),))


def add_milestone(workspace: Workspace, ident: str, text: str, due: date | None = None) -> Batch:
    """A further step on the way."""
    item: dict[str, Any] = {"text": tidy_name(text)}
    if due:
        item["due"] = due
    return Batch(
        f"milestone of {_title(workspace, ident)}: {item['text']}",
        (AddItem(FileId(GOALS, ident), "milestone", item),),
    )


def tick_milestone(workspace: Workspace, ident: str, milestone: Milestone) -> Batch:
    """Marks a milestone reached today, or takes that back."""
    done = None if milestone.done else workspace.today
    where = {"text": milestone.text}
    change: Change = AmendItem(FileId(GOALS, ident), "milestone", where, {"done": done})
    return Batch(f"{'reached' if done else 'open again'}: {milestone.text}", (change,))


def edit_milestone(workspace: Workspace, ident: str, before: Milestone, after: Milestone) -> Batch:
    """Changes what differs."""
    new = {"text": tidy_name(after.text), "due": after.due, "done": after.done}
    values = {key: value for key, value in new.items() if getattr(before, key) != value}
    change: Change = AmendItem(FileId(GOALS, ident), "milestone", {"text": before.text}, values)
    label = f"edited milestone of {_title(workspace, ident)}: {new['text']}"
    return Batch(label, (change,) if values else ())


def remove_milestone(workspace: Workspace, ident: str, milestone: Milestone) -> Batch:
    """Takes a step out."""
    change = RemoveItem(FileId(GOALS, ident), "milestone", {"text": milestone.text})
    return Batch(f"deleted milestone of {_title(workspace, ident)}: {milestone.text}", (change,))


def add_audience(workspace: Workspace, ident: str, who: str, match: str, want: int) -> Batch:
    """Who is needed: ``match`` is a query over contacts. Raises Refused."""
    item = {"who": tidy_name(who), "match": checked_query(match, "match"), "want": max(want, 0)}
    return Batch(
        f"audience of {_title(workspace, ident)}: {item['who']}",
        (AddItem(FileId(GOALS, ident), "audience", item),),
    )


def edit_audience(workspace: Workspace, ident: str, before: Audience, after: Audience) -> Batch:
    """Changes what differs; raises Refused."""
    new = {"who": tidy_name(after.who), "match": checked_query(after.match, "match"), "want": after.want}
    values = {key: value for key, value in new.items() if getattr(before, key) != value}
    change: Change = AmendItem(FileId(GOALS, ident), "audience", {"match": before.match}, values)
    return Batch(f"edited audience of {_title(workspace, ident)}: {new['who']}", (change,) if values else ())


def remove_audience(workspace: Workspace, ident: str, match: str) -> Batch:
    """Takes an audience out."""
    return Batch(
        f"deleted audience of {_title(workspace, ident)}: {match}",
        (RemoveItem(FileId(GOALS, ident), "audience", {"match": match}),),
    )


def checked_query(text: str, name: str) -> str:
    """``text`` if it is a query that can be read; raises Refused, saying the ``name`` of the field."""
    try:
        parse(text)
    except QueryError as error:
        raise Refused(f"{name}: {error}") from None
    return text


def _per(text: str) -> str:
    if text not in PERIODS:
        raise Refused(f"per: {text!r} is no period: it is {', '.join(PERIODS)}")
    return text


def _status(text: object) -> str:
    if text not in STATUSES:
        raise Refused(f"status: {text!r} is none: a goal is {', '.join(STATUSES)}")
    return str(text)


def _title(workspace: Workspace, ident: str) -> str:
    found = goal(workspace, ident)
    return found.title if found else ident
