"""JSON documents that several commands print: a contact of the list, an entry, a promise."""

from datetime import date
from typing import TYPE_CHECKING, Any

from netui.cli.output import iso, or_none
from netui.domain.cadence.explanations import explain
from netui.domain.model.contact_row import split

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry, Promise
    from netui.services.circles.status import CircleStatus
    from netui.services.inbox.parts import InboxItem
    from netui.services.people.rows import ListedContact
    from netui.services.timeline.capture import Logged
    from netui.services.workspace import Workspace


def contact_document(workspace: "Workspace", person: "ListedContact") -> dict[str, Any]:
    """A contact as ``list --json`` gives it."""
    summary, standing = person
    return {
        "id": summary.id,
        "name": summary.name,
        "roles": split(summary.roles),
        "tags": split(summary.tags),
        "org": or_none(summary.org),
        "title": or_none(summary.title),
        "last": iso(date.fromordinal(summary.last)) if summary.last else None,
        "days": standing.days if standing.days is not None else _days(workspace, person),
        "state": standing.state,
        "every": or_none(summary.every),
        "chance": standing.chance,
        "share": standing.share,
        "why": or_none(explain(summary, standing, workspace.today, workspace.quiet)),
    }


def circle_document(circle: "CircleStatus") -> dict[str, Any]:
    """A circle: members and those for whom it speaks by id, the day of its last meeting, and its status."""
    last = circle.row.last
    return {
        "tag": circle.tag,
        "members": [member.id for member in circle.members],
        "quiet": list(circle.quiet),
        "last": iso(date.fromordinal(last)) if last else None,
        "days": circle.status.days,
        "every": circle.every,
        "state": circle.listed.status.state,
        "why": circle.why,
    }


def _days(workspace: "Workspace", person: "ListedContact") -> int | None:
    last = person.row.last
    return max(workspace.today.toordinal() - last, 0) if last else None


def entry_document(entry: "Entry") -> dict[str, Any]:
    """An entry as JSON has it."""
    return {
        "contact": entry.contact,
        "id": entry.id,
        "on": iso(entry.on),
        "kind": entry.kind,
        "with": list(entry.with_),
        "place": or_none(entry.place),
        "started_by": or_none(entry.started_by),
        "text": or_none(entry.text),
        "tags": list(entry.tags),
        "goals": list(entry.goals),
        "gave": list(entry.gave),
        "got": list(entry.got),
        "learned": or_none(entry.learned),
        "private": entry.private,
        "planned": entry.planned,
    }


def logged_document(logged: "Logged") -> dict[str, Any]:
    """What ``note --json`` read of a line: the entry and the promises made with it."""
    item = logged.item
    return {
        "contact": logged.contact,
        "id": item["id"],
        "on": iso(item["on"]),
        "kind": item["kind"],
        "with": item.get("with", []),
        "tags": item.get("tags", []),
        "promises": [
            {"id": p["id"], "by": p["by"], "text": p["text"], "due": iso(p.get("due"))}
            for p in logged.promises
        ],
        "goals": item.get("goals", []),
        "text": item.get("text"),
        "place": item.get("place"),
        "gave": item.get("gave", []),
        "got": item.get("got", []),
        "learned": item.get("learned"),
        "started_by": item.get("started_by"),
        "planned": bool(item.get("planned")),
    }


def plan_document(workspace: "Workspace", entry: "Entry") -> dict[str, Any]:
    """A plan as ``due`` and ``catchup`` give it, by the first of those in it who are alive."""
    from netui.services.reminders.agenda import present_people

    who = next(iter(present_people(workspace, entry)), entry.contact)
    return {"contact": who, "id": entry.id, "on": iso(entry.on), "kind": entry.kind}


def inbox_document(item: "InboxItem") -> dict[str, Any]:
    """Something that waits in the inbox."""
    return {
        "id": item.id,
        "file": item.file,
        "line": item.line,
        "what": item.what,
        "text": item.text,
        "understood": item.understood or None,
        "on": iso(item.on),
        "problem": item.problem or None,
    }


def promise_document(promise: "Promise") -> dict[str, Any]:
    """A promise as JSON has it."""
    return {
        "contact": promise.contact,
        "id": promise.id,
        "by": promise.by,
        "text": promise.text,
        "due": iso(promise.due),
    }
