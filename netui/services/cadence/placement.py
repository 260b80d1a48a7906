"""Placement of new and imported people: how often to be in touch with each, one after the other."""

from netui.domain.cadence.status import effective_rhythm
from netui.domain.model.changes import CONTACTS, Batch, FileId, SetValue, value_at
from netui.services.people.commands import parse_rhythm
from netui.services.workspace import Workspace

_LEARNED = "regular"
"""The mode of whoever was placed as learned: a file without any rhythm is one not placed yet."""


def unplaced_contacts(workspace: Workspace) -> list[str]:
    """Those of whom neither log nor file tells how often to be in touch; the latest met first, then by name.

    That is everyone with at most two contact-days and no rhythm of their own, their tag's or their role's.
    """
    settings = workspace.quiet
    return [
        row.id
        for row in workspace.read.rhythms.contacts_without_rhythm()
        if effective_rhythm(row, settings)[0] is None
    ]


def place_contact(workspace: Workspace, ident: str, setting: str) -> Batch:
    """Sets a rhythm (``3w``, ``learn``, ``ambient``, ``off``); unlike a change of rhythm it is no event."""
    every, mode = parse_rhythm(setting)
    file, head = FileId(CONTACTS, ident), workspace.read.head(ident)
    values = {"every": every or None, "mode": mode or (None if every else _LEARNED)}
    changes = tuple(
        SetValue(file, ("rhythm", key), value, (value_at(head, ("rhythm", key)),))
        for key, value in values.items()
    )
    return Batch(f"placed {workspace.name(ident)}: {setting}", changes)
