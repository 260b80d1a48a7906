"""Edits an entry as a capture line: serializes it, and saves the line after it was changed."""

from netui.domain.capture.parse import ParsedLine
from netui.domain.capture.serialize import from_entry, render
from netui.domain.model.changes import AddItem, Batch, Create
from netui.domain.model.entry import Entry
from netui.services.timeline import capture
from netui.services.timeline import commands as timeline_commands
from netui.services.timeline.plans import reschedule
from netui.services.workspace import Workspace


def entry_to_line(workspace: Workspace, entry: Entry) -> str | None:
    """The line that parses back to this entry; None where there is none, as for text of several lines."""
    if "\n" in entry.text or "\n" in entry.learned:
        return None
    names = workspace.read.names_of((entry.contact, *entry.with_))
    line = render(from_entry(entry, (), names))
    captured = capture.parse_line(workspace, line)
    if captured.problems or captured.promises:
        return None
    return line if _read(workspace, captured, entry) == entry else None


def edit_entry_from_line(workspace: Workspace, entry: Entry, captured: ParsedLine) -> Batch:
    """Saves the entry as the changed line has it; promises and new people in the line are added with it."""
    logged = capture.log_entry(workspace, captured)
    edited = timeline_commands.edit_entry(workspace, entry, _read(workspace, captured, entry, logged.entry))
    made = [change for change in logged.batch.changes if isinstance(change, Create)]
    promised = [c for c in logged.batch.changes if isinstance(c, AddItem) and c.table == "promise"]
    return Batch(edited.label, (*made, *edited.changes, *promised))


def _read(workspace: Workspace, captured: ParsedLine, before: Entry, logged: Entry | None = None) -> Entry:
    """The entry of a parsed line; its owner and the fields that a line cannot hold stay as they were."""
    people = [person.id for person in captured.people] if logged is None else [logged.contact, *logged.with_]
    if before.contact in people:
        people = [before.contact, *(ident for ident in people if ident != before.contact)]
    return reschedule(before, captured.on, workspace.today)._replace(
        contact=people[0] if people else before.contact,
        with_=tuple(people[1:]),
        kind=captured.kind,
        place=captured.place,
        started_by=captured.started_by,
        text=captured.text,
        tags=captured.tags,
        goals=captured.goals,
        gave=captured.gave,
        got=captured.got,
        learned=captured.learned,
    )
