"""Saves the fields of a form: parses their text and edits the entry, promise, goal or opportunity.

Refused names the field that is wrong.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from netui.domain.model.changes import Batch
from netui.domain.model.entry import Entry, Opportunity, Promise
from netui.domain.model.goal import Audience, Goal, Milestone
from netui.domain.query.parser import nearest_word
from netui.domain.text.lists import split_items
from netui.services.dates import DateField, parse_date_field
from netui.services.errors import Refused, parse_fields
from netui.services.goals import commands as goal_commands
from netui.services.goals.lookup import find_goal_id
from netui.services.people.commands import one_line
from netui.services.relationships.commands import find_person
from netui.services.timeline import commands as timeline_commands
from netui.services.timeline import opportunities
from netui.services.timeline.plans import is_open_plan, reschedule
from netui.services.workspace import Workspace

_LISTS = ("tags", "got", "gave")
_MISSPELT = 0.8
"""A kind that is as similar to a known one is that, misspelt; any other is the user's own."""


def edit_entry_fields(workspace: Workspace, entry: Entry, changed: Mapping[str, str]) -> Batch:
    """Edits an entry by its changed fields, given as text; raises FieldErrors with all that are wrong."""

    def parse(key: str, text: str) -> Any:
        text = text.strip()
        if key == "on":
            field = DateField.PLANNED if is_open_plan(entry, workspace.today) else DateField.PAST
            day = _date(workspace, "on", field, text)
            if day is None:
                raise Refused("on: an entry needs a day")
            return day
        if key == "kind":
            return _kind(workspace, text)
        if key == "with_":
            return tuple(_contact_id(workspace, word) for word in split_items(text))
        if key == "goals":
            return tuple(
                word if word in entry.goals else _goal(workspace, word) for word in split_items(text)
            )
        if key in _LISTS:
            return tuple(word.lstrip("#^") for word in split_items(text))
        if key == "started_by" and text not in ("", "me", "them"):
            raise Refused("started by: me or them, or nothing where you do not know")
        return text

    values = parse_fields(changed, parse)
    after = reschedule(entry, values.pop("on", entry.on), workspace.today)._replace(**values)
    return timeline_commands.edit_entry(workspace, entry, after)


def edit_promise_fields(workspace: Workspace, promise: Promise, changed: Mapping[str, str]) -> Batch:
    """Edits a promise by its changed fields, given as text; raises FieldErrors."""
    values = _promise_values(workspace, changed)
    return timeline_commands.edit_promise(workspace, promise, promise._replace(**values))


def add_promise_fields(workspace: Workspace, contact: str, fields: Mapping[str, str]) -> Batch:
    """Adds a promise by its fields, given as text; raises FieldErrors."""
    values = _promise_values(workspace, {"text": "", **fields})
    return timeline_commands.add_promise(workspace, contact, **values)[1]


def _promise_values(workspace: Workspace, texts: Mapping[str, str]) -> dict[str, Any]:
    def parse(key: str, text: str) -> Any:
        text = text.strip()
        if key == "by" and text not in ("me", "them"):
            raise Refused("by: me or them")
        if key == "goal":
            return _goal(workspace, text)
        if key == "text":
            return _needed("text", text, "a promise needs words: what is to be done?")
        return _date(workspace, "due", DateField.DUE, text) if key == "due" else text

    return parse_fields(texts, parse)


def edit_goal_fields(workspace: Workspace, goal: Goal | None, changed: Mapping[str, str]) -> Batch:
    """Edits a goal by its changed fields, given as text; adds one where there is none.

    Raises FieldErrors with all that are wrong.
    """

    def parse(key: str, text: str) -> Any:
        text = text.strip()
        if key == "due" and text:
            return _date(workspace, "due", DateField.DUE, text)
        if key == "measure.target" and text:
            return _number("target", text, 1, "at least 1; leave it empty to count without one")
        goal_commands.check_field(workspace, key, text)
        return text or None

    required = {} if goal else {"title": ""}
    values: dict[str | tuple[str, ...], Any] = dict(parse_fields({**required, **changed}, parse).items())
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


def _kind(workspace: Workspace, text: str) -> str:
    """The kind that ``text`` names, or a new one of the user's own; raises Refused for one misspelt.

    A misspelt kind would count as contact, as each that is not declared does: so would an "atempt".
    """
    if not text:
        raise Refused("kind: an entry needs one, such as coffee, call or note")
    kinds = workspace.kinds
    meant = nearest_word(text.casefold(), (*kinds.contact, *kinds.synonyms), _MISSPELT)
    if not kinds.named(text) and meant:
        raise Refused(f"kind: there is none called {text!r}; did you mean {meant}?")
    return kinds.named(text) or text


def _number(label: str, text: str, least: int, hint: str) -> int:
    if not text.removeprefix("-").isdecimal():
        raise Refused(f"{label}: {text!r} is not a whole number")
    if int(text) < least:
        raise Refused(f"{label}: {hint}")
    return int(text)


def edit_milestone_fields(
    workspace: Workspace, goal: Goal, milestone: Milestone, changed: Mapping[str, str]
) -> Batch:
    """Edits a milestone by its changed fields, given as text; raises FieldErrors."""

    def parse(key: str, text: str) -> Any:
        if key == "due":
            return _date(workspace, "due", DateField.DUE, text)
        return _needed("text", text, "a milestone needs words: what is to be done?")

    after = replace(milestone, **parse_fields(changed, parse))
    return goal_commands.edit_milestone(goal, milestone, after)


def edit_audience_fields(
    workspace: Workspace, goal: Goal, audience: Audience, changed: Mapping[str, str]
) -> Batch:
    """Edits an audience by its changed fields, given as text; adds one without ``match``.

    Raises FieldErrors.
    """

    def parse(key: str, text: str) -> Any:
        text = text.strip()
        if key == "want":
            return _number("want", text, 0, "0 or more") if text else 0
        if key == "match":
            _needed("match", text, "say which contacts count, such as title:cto #startup")
            return goal_commands.check_query(workspace, text, "match")
        return text

    after = replace(audience, **parse_fields({"match": audience.match, **changed}, parse))
    after = replace(after, who=after.who or after.match)
    if not audience.match:
        return goal_commands.add_audience(workspace, goal.id, after.who, after.match, after.want)
    return goal_commands.edit_audience(workspace, goal, audience, after)


def edit_opportunity_fields(
    workspace: Workspace, opportunity: Opportunity, changed: Mapping[str, str]
) -> Batch:
    """Edits an opportunity by its changed fields, given as text; adds one without id. Raises FieldErrors."""

    def parse(key: str, text: str) -> Any:
        text = text.strip()
        if key == "next_on":
            return _date(workspace, "on", DateField.DUE, text)
        if key == "goal":
            return _goal(workspace, text)
        if key == "via" and text:
            return _opener(workspace, text)
        if key == "text":
            return _needed("what", text, "say what may come of it: a job, a talk, a client")
        if key == "history":
            return opportunities.parse_history(workspace, text)
        return opportunities.check_status(text) if key == "status" else text

    after = opportunity._replace(**parse_fields({"text": opportunity.text, **changed}, parse))
    if opportunity.id:
        return opportunities.edit_opportunity(workspace, opportunity, after)
    return opportunities.add_opportunity(workspace, after)


def _needed(label: str, text: str, hint: str) -> str:
    text = one_line(text)
    if not text:
        raise Refused(f"{label}: {hint}")
    return text


def _goal(workspace: Workspace, text: str) -> str:
    try:
        return find_goal_id(workspace, text)
    except Refused as error:
        raise Refused(f"goal: {error}") from None


def _opener(workspace: Workspace, text: str) -> str:
    try:
        return find_person(workspace, text)
    except Refused as error:
        raise Refused(f"opened by: {error}") from None


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
