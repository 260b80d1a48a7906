"""Settling what waits in the inbox: accept it, correct it as a log line, or drop it; one undoable batch each.

What is settled leaves its file. The last of a file takes the file along to the trash, and undo puts it back.
Ids are made of what is settled, so that two machines which settle the same thing make one entry of it.
"""

from collections.abc import Sequence

from netui.domain.capture.lines import split_lines
from netui.domain.capture.parse import ParsedLine
from netui.domain.model.changes import INBOX, AddItem, Batch, Change, Delete, FileId, Restore
from netui.interchange.records import stable_id
from netui.services.errors import Refused
from netui.services.inbox.drafts import DraftReader
from netui.services.inbox.parts import LINE, InboxItem, split_file, without_parts
from netui.services.privacy.forgotten import Marks
from netui.services.timeline.capture import Logged, log_entry, parse_own_line
from netui.services.timeline.log_text import day_reader
from netui.services.transfer.imports import plan_records
from netui.services.transfer.oneself import own_identities
from netui.services.workspace import Workspace


def accept_item(workspace: Workspace, item: InboxItem) -> Batch:
    """Saves an item as it was understood; raises Refused where it cannot be, StoreError."""
    if item.problem:
        raise Refused(f"{item.where}: {item.problem}")
    if item.what == LINE:
        lines = item.text.split("\n")
        return _log(workspace, item, [parse_own_line(workspace, line, now=item.part.when) for line in lines])
    draft = DraftReader(workspace).read(item.file, item.part)
    plan = plan_records(workspace, draft.parsed, f"took in {item.understood}")
    if plan.rejected and not plan.batch.changes:
        raise Refused(f"{item.where}: {plan.rejected[0].why}")
    return Batch(plan.batch.label, (*plan.batch.changes, _taken(workspace, item)))


def correct_item(workspace: Workspace, item: InboxItem, text: str) -> Batch:
    """Logs other lines instead of an item; raises Refused where they are not understood, StoreError."""
    lines = split_lines(text)
    if not lines:
        raise Refused("there is no line to log; drop it if nothing of it is to stay")
    return _log(workspace, item, [parse_own_line(workspace, line.text, now=item.part.when) for line in lines])


def drop_item(workspace: Workspace, item: InboxItem) -> Batch:
    """Takes an item out of the inbox, and nothing in; raises Refused, StoreError."""
    return Batch(f"dropped {item.text or item.where}", (_taken(workspace, item),))


def _log(workspace: Workspace, item: InboxItem, lines: Sequence[ParsedLine]) -> Batch:
    marks = Marks(workspace.network)
    changes: list[Change] = []
    label = ""
    for number, captured in enumerate(lines):
        for name in captured.people_to_create:
            if marks.has(name):
                raise Refused(f"{name} was forgotten; netui add brings them back")
        if captured.problems:
            raise Refused(f"{item.where}: {captured.problems[0].message}")
        logged = log_entry(workspace, captured)
        label = label or logged.batch.label
        changes += _with_ids(workspace, logged, item.id if number == 0 else stable_id(item.id, str(number)))
    return Batch(label, (*changes, _taken(workspace, item)))


def _with_ids(workspace: Workspace, logged: Logged, ident: str) -> list[Change]:
    """The changes that log a line under an id of its own; none where another machine did so already."""
    there = workspace.read.entry(logged.contact, ident)
    if there is not None:
        if there.on == logged.item["on"]:
            return []
        ident = stable_id(ident, str(logged.item["on"]))  # the same words again, of another day
    changes: list[Change] = []
    promises = 0
    for change in logged.batch.changes:
        if isinstance(change, AddItem) and change.table == "timeline":
            change = change._replace(item={**change.item, "id": ident})
        elif isinstance(change, AddItem) and change.table == "promise":
            promises += 1
            change = change._replace(item={**change.item, "id": stable_id(ident, "promise", str(promises))})
        changes.append(change)
    return changes


def _taken(workspace: Workspace, item: InboxItem) -> Change:
    """What becomes of the file without the item: moved to the trash where nothing else is in it."""
    file = FileId(INBOX, item.file)
    data = workspace.store.read(file)
    parts = split_file(data, own_identities(workspace), day_reader(workspace))
    taken = [part for part in parts if part.id == item.id]
    if not taken:
        raise Refused(f"{item.where} is settled already, or was changed meanwhile: look again")
    if len(parts) == len(taken):
        return Delete(file)
    return Restore(file, data, without_parts(data, taken))
