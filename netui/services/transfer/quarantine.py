"""Quarantine of an import: what becomes of the texts of cards and rows that were rejected, now or before.

What was rejected in a file is kept until a later import of a file of that name takes it, or until the same
person or the same text comes in from any other file.
"""

from collections.abc import Iterable, Sequence

from netui.domain.model.changes import QUARANTINE, Change, Delete, FileId, Restore
from netui.interchange.import_plan import Plan
from netui.interchange.records import EntryRecord, ParsedFile, PersonRecord, RejectedRecord
from netui.services.workspace import Workspace
from netui.storage.quarantine import QuarantinedItem, dump_quarantine, load_quarantine, quarantine_file


def with_quarantine(workspace: Workspace, plan: Plan, files: Sequence[ParsedFile]) -> Plan:
    """The plan with the changes of ``.quarantine``: made and undone together with what is imported."""
    rejected: dict[str, list[QuarantinedItem]] = {}
    for each in plan.rejected:
        if each.raw:
            item = QuarantinedItem(each.file, each.where, each.why, each.uid, each.raw)
            rejected.setdefault(each.file, []).append(item)
    kept = {quarantine_file(name): items for name, items in rejected.items()}
    held = _held(workspace)
    if held:
        kept = {**_left(held, files, plan.rejected), **kept}
    changes: list[Change] = []
    for file, items in kept.items():
        before, after = held[file][0] if file in held else None, dump_quarantine(items)
        if not items:
            changes.append(Delete(file))
        elif before != after:
            changes.append(Restore(file, before, after))
    batch = plan.batch._replace(changes=(*plan.batch.changes, *changes))
    return plan._replace(batch=batch, quarantine=tuple(str(quarantine_file(name)) for name in rejected))


def list_quarantine(workspace: Workspace) -> dict[FileId, list[QuarantinedItem] | None]:
    """What each file of ``.quarantine`` keeps; None where it cannot be read."""
    return {file: items for file, (_, items) in _held(workspace).items()}


_Held = dict[FileId, tuple[bytes, list[QuarantinedItem] | None]]


def _held(workspace: Workspace) -> _Held:
    from netui.storage.archive.placement import read_file

    found: _Held = {}
    for stem in sorted(workspace.store.stems(QUARANTINE)):
        file = FileId(QUARANTINE, stem)
        try:
            data = read_file(str(workspace.network), str(file))
        except OSError:
            found[file] = b"", None
            continue
        if data is not None:
            found[file] = data, load_quarantine(data)
    return found


def _left(
    held: _Held, files: Sequence[ParsedFile], rejected: Iterable[RejectedRecord]
) -> dict[FileId, list[QuarantinedItem]]:
    """What stays of each file of the quarantine, those aside that cannot be read."""
    refused = {(each.file, each.where) for each in rejected}
    taken: list[PersonRecord | EntryRecord] = []
    for parsed in files:
        taken += [each for each in parsed.people if (each.file, each.where) not in refused]
        taken += [each for each in parsed.entries if (each.file, each.where) not in refused]
    read = {quarantine_file(name) for name in {each.file for each in taken}}
    texts = {each.raw for each in taken}
    uids = {each.uid for each in taken if isinstance(each, PersonRecord)}
    return {
        file: []
        if file in read
        else [item for item in items if item.raw not in texts and (item.uid or None) not in uids]
        for file, (_, items) in held.items()
        if items is not None
    }
