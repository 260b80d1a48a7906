"""Commands on goals, milestones and audiences: each returns a batch of changes."""

from collections.abc import Mapping
from dataclasses import asdict, replace
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
from netui.domain.model.contact_row import fold
from netui.domain.model.dates import full_day
from netui.domain.model.goal import PERIODS, STATUSES, Audience, Goal, Milestone
from netui.domain.model.manual_order import renumber
from netui.domain.query.parser import QueryError
from netui.services.dates import DateField, by_words, parse_date_field
from netui.services.errors import Refused
from netui.services.goals.progress import find_goal, goal_sort_key, goals_of_same_status
from netui.services.people.commands import clean_name, new_file_id
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
    """Adds a goal; returns its id and the batch. ``count`` is a query over entries. Raises Refused.

    With a target and no query, the entries that name the goal count.
    """
    from netui.storage.toml.document import dump

    title = clean_name(title)
    for goal, body, _ in workspace.read.goals():
        if fold(str(body.get("title", ""))) == fold(title) and body.get("status", "active") == "active":
            raise Refused(f"there is a goal called {title} already ({goal}); change that one")
    ident = new_file_id(workspace, GOALS, title)
    count = count or (f"^{ident}" if target else "")
    values: dict[str, Any] = {"title": title, "why": why, "status": "active", "due": due}
    if count:
        values["measure"] = {
            "count": check_query(workspace, count, "count"),
            "target": target,
            "per": _per(per),
        }
    text = dump({key: value for key, value in values.items() if value not in ("", None)})
    return ident, Batch(f"added goal {title}{by_words(due)}", (Create(FileId(GOALS, ident), text),))


def update_goal(
    workspace: Workspace, ident: str, values: Mapping[str | tuple[str, ...], Any], seen: Goal | None = None
) -> Batch:
    """Sets keys of a goal, given as paths or dotted (``measure.target``); None removes one. Raises Refused.

    A target set without a query makes the entries that name the goal count. ``seen`` is the goal as it was
    when the edit began: now, unless given.
    """
    file = FileId(GOALS, ident)
    changes = []
    found = seen or find_goal(workspace, ident)
    measure = found.measure if found else None
    if values.get("measure.target") and not values.get("measure.count", measure and measure.count):
        values = {**values, "measure.count": f"^{ident}"}
    for key, value in values.items():
        path = tuple(key.split(".")) if isinstance(key, str) else key
        if path == ("title",):
            value = clean_name(value or "")
        elif path == ("status",):
            value = _status(value)
        elif path == ("measure", "count") and value:
            value = check_query(workspace, value, "count")
        elif path == ("measure", "per") and value:
            value = _per(value)
        changes.append(SetValue(file, path, value, (_value_of(found, path),)))
    return Batch(f"edited goal {_title(workspace, ident)}{by_words(values.get('due'))}", tuple(changes))


def move_goal_day(workspace: Workspace, goal: Goal, text: str) -> Batch:
    """Moves the day by which to reach a goal, given as text; raises Refused."""
    due = parse_date_field(workspace, DateField.DUE, text)
    if not isinstance(due, date):
        raise Refused("to which day? 12 dec, end of march, 2027-03-31")
    batch = update_goal(workspace, goal.id, {"due": due}, goal)
    return batch._replace(label=f"moved {goal.title} to {full_day(due)}")


def set_goal_status(workspace: Workspace, ident: str, status: str) -> Batch:
    """Sets the status: active, reached or dropped."""
    seen = _value_of(find_goal(workspace, ident), ("status",))
    change = SetValue(FileId(GOALS, ident), ("status",), _status(status), (seen,))
    return Batch(f"goal {_title(workspace, ident)}: {status}", (change,))


def move_goal(workspace: Workspace, ident: str, steps: int) -> Batch:
    """Moves a goal down by ``steps`` (up where negative) among those of its status.

    Changes as few files as possible, none at the end of the list. Raises Refused.
    """
    there = goals_of_same_status(workspace, ident)
    at = next((place for place, each in enumerate(there) if each.id == ident), -1)
    if at < 0:
        raise Refused("this goal's file cannot be read, so it cannot be moved; E opens it")
    moved = there.pop(at)
    there.insert(max(0, min(at + steps, len(there))), moved)
    unplaced = sorted(there, key=lambda each: goal_sort_key((replace(each, order=None), "")))
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
    from netui.services.check.conflict_copies import copies_of

    file = FileId(GOALS, ident)
    changes = tuple(map(Delete, (file, *copies_of(workspace, file))))
    return Batch(f"deleted goal {_title(workspace, ident)}", changes)


def add_milestone(workspace: Workspace, ident: str, text: str, due: date | None = None) -> Batch:
    """Adds a milestone; raises Refused."""
    item: dict[str, Any] = {"text": clean_name(text)}
    _require_new(workspace, ident, "milestone", "text", item)
    if due:
        item["due"] = due
    return Batch(
        f"milestone of {_title(workspace, ident)}: {item['text']}{by_words(due)}",
        (AddItem(FileId(GOALS, ident), "milestone", item),),
    )


def tick_milestone(workspace: Workspace, goal: Goal, milestone: Milestone) -> Batch:
    """Marks a milestone reached today, or open again."""
    done = None if milestone.done else workspace.today
    change = _amend(goal, "milestone", {"text": milestone.text}, {"done": done}, milestone)
    return Batch(f"{'reached' if done else 'open again'}: {milestone.text}", (change,))


def edit_milestone(goal: Goal, before: Milestone, after: Milestone) -> Batch:
    """Saves the fields that differ."""
    new = {"text": clean_name(after.text), "due": after.due, "done": after.done}
    values = {key: value for key, value in new.items() if getattr(before, key) != value}
    change = _amend(goal, "milestone", {"text": before.text}, values, before)
    label = f"edited milestone of {goal.title}: {new['text']}"
    return Batch(label, (change,) if values else ())


def remove_milestone(workspace: Workspace, ident: str, milestone: Milestone) -> Batch:
    """Deletes a milestone."""
    change = _remove(workspace, ident, "milestone", {"text": milestone.text})
    return Batch(f"deleted milestone of {_title(workspace, ident)}: {milestone.text}", (change,))


def add_audience(workspace: Workspace, ident: str, who: str, match: str, want: int) -> Batch:
    """Adds an audience; ``match`` is a query over contacts. Raises Refused."""
    item = {"who": clean_name(who), "match": check_query(workspace, match, "match"), "want": max(want, 0)}
    _require_new(workspace, ident, "audience", "match", item)
    return Batch(
        f"audience of {_title(workspace, ident)}: {item['who']}",
        (AddItem(FileId(GOALS, ident), "audience", item),),
    )


def edit_audience(workspace: Workspace, goal: Goal, before: Audience, after: Audience) -> Batch:
    """Saves the fields that differ; raises Refused."""
    new = {
        "who": clean_name(after.who),
        "match": check_query(workspace, after.match, "match"),
        "want": after.want,
    }
    values = {key: value for key, value in new.items() if getattr(before, key) != value}
    change = _amend(goal, "audience", {"match": before.match}, values, before)
    return Batch(f"edited audience of {goal.title}: {new['who']}", (change,) if values else ())


def remove_audience(workspace: Workspace, ident: str, match: str) -> Batch:
    """Deletes an audience."""
    change = _remove(workspace, ident, "audience", {"match": match})
    return Batch(f"deleted audience of {_title(workspace, ident)}: {match}", (change,))


def _require_new(workspace: Workspace, ident: str, table: str, key: str, item: Mapping[str, Any]) -> None:
    """Raises Refused where the goal has an item with this ``key``, which tells its items apart."""
    if any(fold(str(each.get(key, ""))) == fold(item[key]) for each in _items(workspace, ident, table)):
        title = _title(workspace, ident)
        raise Refused(f"{key}: {title} has the {table} {item[key]} already; change that one")


def _amend(
    goal: Goal, table: str, where: Mapping[str, Any], values: Mapping[str, Any], seen: Milestone | Audience
) -> Change:
    """Sets keys of an item of a goal, as it was seen with the others."""
    items = goal.milestones if table == "milestone" else goal.audiences
    return AmendItem(FileId(GOALS, goal.id), table, where, values, asdict(seen), tuple(map(asdict, items)))


def _remove(workspace: Workspace, ident: str, table: str, where: Mapping[str, Any]) -> RemoveItem:
    """Deletes an item of a goal, unless it no longer holds what the index knows."""
    items = _items(workspace, ident, table)
    seen = next((item for item in items if where.items() <= item.items()), None)
    return RemoveItem(FileId(GOALS, ident), table, where, seen)


def _items(workspace: Workspace, ident: str, table: str) -> list[Mapping[str, Any]]:
    """The items of a goal, as the index knows them."""
    bodies = (body for goal, body, _ in workspace.read.goals() if goal == ident)
    return [item for item in next(bodies, {}).get(table, ()) if isinstance(item, Mapping)]


def check_query(workspace: Workspace, text: str, name: str) -> str:
    """Returns ``text`` if it is a valid query; raises Refused with the ``name`` of the field."""
    try:
        workspace.parse_query(text)
    except QueryError as error:
        raise Refused(f"{name}: {error}") from None
    return text


def check_field(workspace: Workspace, key: str, text: str) -> None:
    """Raises Refused where a key of a goal (dotted: ``measure.per``) cannot have this text."""
    if key == "title":
        clean_name(text)
    elif key == "status":
        _status(text)
    elif key == "measure.count" and text:
        check_query(workspace, text, "count")
    elif key == "measure.per" and text:
        _per(text)


def _value_of(goal: Goal | None, path: tuple[str, ...]) -> Any:
    """The value of a goal at the ``path`` of its file; None where it has none."""
    found: Any = goal
    for key in path:
        found = getattr(found, key, None)
    return found


def _per(text: str) -> str:
    if text not in PERIODS:
        raise Refused(f"per: {text!r} is no period: it is {', '.join(PERIODS)}")
    return text


def _status(text: object) -> str:
    if text not in STATUSES:
        raise Refused(f"status: {text!r} is none: a goal is {', '.join(STATUSES)}")
    return str(text)


def _title(workspace: Workspace, ident: str) -> str:
    found = find_goal(workspace, ident)
    return found.title if found else ident
