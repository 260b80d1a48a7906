"""``netui catchup``: what to log after a pause, and the end of the pause."""

from typing import TYPE_CHECKING, Any

from netui.cli.arguments import Namespace, argument, flag
from netui.cli.command import Command
from netui.cli.errors import Usage
from netui.cli.output import iso, table
from netui.cli.session import Session
from netui.domain.text.sanitize import clean

if TYPE_CHECKING:
    from datetime import date

    from netui.services.reminders.catch_up import CatchUp
    from netui.services.workspace import Workspace


def _run(session: Session, given: Namespace) -> int:
    from netui.services.reminders.catch_up import build_catch_up, end_pause

    if given.close and given.later:
        raise Usage("netui catchup: either --close or --later DAY")
    workspace = session.refresh()
    if given.close or given.later:
        done = end_pause(workspace, _day(workspace, given.later) if given.later else None)
        session.emit({"done": done.label, "files": []})
        session.say(f"{done.label}: whoever is quiet is named again")
        return 0
    found = build_catch_up(workspace, session.people(workspace).load())
    session.emit(_document(workspace, found))
    session.lines(_lines(workspace, found))
    return 0


def _day(workspace: "Workspace", text: str) -> "date":
    from netui.services.people.commands import parse_wake_day

    day = parse_wake_day(workspace, text)
    if day is None:
        raise Usage("netui catchup --later takes a day: mon, in 1 week, 2026-12-01")
    return day


def _document(workspace: "Workspace", found: "CatchUp") -> dict[str, Any]:
    from netui.cli.documents import inbox_document, plan_document

    return {
        "since": iso(found.since),
        "asked": [plan_document(workspace, entry) for entry in found.asked],
        "inbox": [inbox_document(item) for item in found.inbox],
        "people": [{"contact": one.contact, "name": one.name, "why": one.why} for one in found.people],
    }


def _lines(workspace: "Workspace", found: "CatchUp") -> list[str]:
    from netui.cli.tables import plan_lines

    lines = [f"since {iso(found.since)}"]
    if found.asked:
        lines += ["", "did it happen? (netui happened ID [no|DAY])"]
        lines += [f"  {line}" for line in plan_lines(workspace, found.asked, ids=True)]
    if found.inbox:
        lines += ["", "in the inbox (netui inbox accept|correct|drop ID)"]
        rows = [(item.id, item.understood or item.text) for item in found.inbox]
        lines += [f"  {line}" for line in table(rows, (12,))]
    if found.people:
        lines += ["", "whom you probably met (netui note logs it)"]
        lines += [f"  {line}" for line in table([(one.name, one.why) for one in found.people], (32,))]
    if len(lines) == 1:
        lines.append("nobody comes to mind; netui note logs whoever it was")
    return [clean(line) for line in [*lines, "", "netui catchup --close ends the pause"]]


COMMAND = Command(
    "catchup",
    "what to log after a pause, and its end",
    "netui catchup --later mon",
    _run,
    (
        flag("--close", "all is logged that is to be: the pause ends"),
        argument("--later", metavar="DAY", help="the pause ends, and it is offered again on that day"),
    ),
)
