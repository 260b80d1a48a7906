"""Saves the fields of a form: parses their text and edits the entry, promise, goal or opportunity.

Refused names the field that is wrong.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from netui.domain.model.changes import Batch
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.goal import Audience, Goal, Milestone
from netui.services.dates import DateField, parse_date_field
from netui.services.errors import Refused, parse_fields
from netui.services.goals import commands as goal_commands
from netui.services.timeline import commands as timeline_commands
from netui.services.timeline import opportunities
from netui.services.timeline.plans import is_open_plan, reschedule
from netui.services.workspace import Workspace

_LISTS = ("tags", "goals", "got", "gave")


def edit_entry_fields(workspace: Workspace, entry: Entry, changed: Mapping[str, str]) -> Batch:
    """Edits an entry by its changed fields, given as text; raises Refused."""
    values: dict[str, Any] = {}
    for key, text in changed.items():
        text = text.strip()
        if key == "on":
            field = DateField.PLANNED if is_open_plan(entry, workspace.today) else DateField.PAST
            values[key] = _date(workspace, "on", field, text)
            if values[key] is None:
                raise Refused("on: an entry needs a day")
        elif key == "kind":
            if not text:
                raise Refused("kind: an entry needs one, such as coffee, call or note")
            values[key] = workspace.kinds.named(text) or text
        elif key == "with_":
            values[key] = tuple(_contact_id(workspace, word) for word in _words(text))
        elif key in _LISTS:
            values[key] = tuple(word.lstrip("#^") for word in _words(text))
        elif key == "started_by" and text not in ("", "me", "them"):
            raise Refused("started by: me or them, or nothing where you do not know")
        else:
            values[key] = text
    after = reschedule(entry, values.pop("on", entry.on), workspace.today)._replace(**values)
    return timeline_commands.edit_entry(workspace, entry, after)


def edit_promise_fields(workspace: Workspace, promise: Promise, changed: Mapping[str, str]) -> Batch:
    """Edits a promise by its changed fields, given as text; raises Refused."""

    def parse(key: str, text: str) -> Any:
        text = text.strip()
        if key == "by" and text not in ("me", "them"):
            raise Refused("by: me or them")
        if key == "goal":
            return text.lstrip("^")
        return _date(workspace, "due", DateField.DUE, text) if key == "due" else text

    values = parse_fields(changed, parse)
    return timeline_commands.edit_promise(workspace, promise, promise._replace(**values))


def edit_goal_fields(workspace: Workspace, goal: Goal | None, changed: Mapping[str, str]) -> Batch:
    """Edits a goal by its changed fields, given as text; adds one where there is none. Raises Refused."""

    def parse(key: str, text: str) -> Any:
        text = text.strip()
        if key == "due" and text:
            return _date(workspace, "due", DateField.DUE, text)
        return _target(text) if key == "measure.target" and text else text or None

    values: dict[str | tuple[str, ...], Any] = dict(parse_fields(changed, parse).items())
    if goal is not None:
        return goal_commands.update_goal(workspace, goal.id, values, goal)
    return goal_commands.add_goal(
        workspace,
        values.get("title") or "",
        why=values.get("why") or "",
        due=values.get("due"),
        count=values.get("measure.count") or "",
        target=values.get("measure.target") or 0,
        per=values.get("measure.per") or "total",
    )[1]


def _target(text: str) -> int:
    try:
        target = int(text)
    except ValueError:
        raise Refused(f"target: {text!r} is not a whole number") from None
    if target < 1:
        raise Refused("target: at least 1; leave it empty to count without one")
    return target


def edit_milestone_fields(
    workspace: Workspace, goal: str, milestone: Milestone, changed: Mapping[str, str]
) -> Batch:
    """Edits a milestone by its changed fields, given as text; raises Refused."""
    values: dict[str, Any] = {key: text.strip() for key, text in changed.items()}
    if "due" in values:
        values["due"] = _date(workspace, "due", DateField.DUE, values["due"])
    return goal_commands.edit_milestone(workspace, goal, milestone, replace(milestone, **values))


def edit_audience_fields(
    workspace: Workspace, goal: str, audience: Audience, changed: Mapping[str, str]
) -> Batch:
    """Edits an audience by its changed fields, given as text; adds one without ``match``. Raises Refused."""
    values: dict[str, Any] = {key: text.strip() for key, text in changed.items()}
    if "want" in values:
        if values["want"] and not values["want"].isdecimal():
            raise Refused(f"want: {values['want']!r} is not a whole number")
        values["want"] = int(values["want"] or 0)
    after = replace(audience, **values)
    if not after.match:
        raise Refused("match: say which contacts count, such as title:cto #startup")
    after = replace(after, who=after.who or after.match)
    if not audience.match:
        return goal_commands.add_audience(workspace, goal, after.who, after.match, after.want)
    return goal_commands.edit_audience(workspace, goal, audience, after)


def edit_opportunity_fields(
    workspace: Workspace, opportunity: Opportunity, changed: Mapping[str, str]
) -> Batch:
    """Edits an opportunity by its changed fields, given as text; adds one without id. Raises Refused."""
    values: dict[str, Any] = {key: text.strip() for key, text in changed.items()}
    if "next_on" in values:
        values["next_on"] = _date(workspace, "on", DateField.DUE, values["next_on"])
    if values.get("goal"):
        values["goal"] = values["goal"].lstrip("^")
    if values.get("via"):
        found = workspace.read.find(values["via"].lstrip("@"))
        values["via"] = found[0].id if len(found) == 1 else values["via"]
    after = opportunity._replace(**values)
    if opportunity.id:
        return opportunities.edit_opportunity(workspace, opportunity, after)
    return opportunities.add_opportunity(workspace, after)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _contact_id(workspace: Workspace, word: str) -> str:
    found = workspace.read.find(word.lstrip("@"))
    if len(found) == 1:
        return found[0].id
    if found:
        raise Refused(f"with: {word} may be {', '.join(person.id for person in found[:5])}; write the id")
    raise Refused(f"with: there is nobody called {word}; add them first")


def _date(workspace: Workspace, label: str, field: DateField, text: str) -> Any:
    try:
        return parse_date_field(workspace, field, text)
    except Refused as error:
        raise Refused(f"{label}: {error}") from None
