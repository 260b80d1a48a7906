"""Entries of the timeline: the form of one, and deleting one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from netui.domain.model.dates import day_of
from netui.ui.controllers.changes import apply_change
from netui.ui.controllers.line.questions import confirm

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry
    from netui.ui.controllers.host import Host


def entry_form(host: Host, entry: Entry) -> None:
    """Opens an entry in full."""
    from netui.services.timeline import commands as timeline_commands
    from netui.ui.screens.shared.form_fields import ENTRY, entry_fields, planned

    def save(changed: Mapping[str, str]) -> str:
        from netui.services.timeline import form_commands

        return apply_change(host, lambda: form_commands.edit_entry_fields(host.workspace, entry, changed))

    title = timeline_commands.entry_words(host.workspace, entry)
    key = f"entry {entry.contact} {entry.id}"
    fields = planned(ENTRY) if entry.planned or day_of(entry.on) > host.today else ENTRY
    host.open_form(title, fields, entry_fields(entry), save, start="text", key=key)


def delete_entry(host: Host, entry: Entry) -> None:
    """Deletes an entry, after a question, which names the day first: names may be too long for it."""
    from netui.presentation.dates import full_date
    from netui.services.timeline import commands as timeline_commands

    who = host.workspace.names_in_words((entry.contact, *entry.with_))
    confirm(
        host,
        f"delete {entry.kind} of {full_date(entry.on)} with {who}?",
        lambda: apply_change(host, lambda: timeline_commands.remove_entry(host.workspace, entry)),
    )
