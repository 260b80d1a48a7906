"""The first page of the contact list, kept in the index so that the next start can draw it at once."""

import json
from collections.abc import Mapping

from netui.services.people.contact_list import ContactList
from netui.services.people.rows import ListedContacts
from netui.services.workspace import Workspace

FIRST_PAGE = 60
"""As many rows as a tall terminal shows."""
_KEY = "first page"


def save_first_page(workspace: Workspace, rows: ListedContacts, counts: Mapping[str, int]) -> None:
    """Keeps the ids of the first rows, and how many contacts are in each state."""
    ids = [row.id for row in rows.contact_rows[:FIRST_PAGE]]
    workspace.index.cache_set(_KEY, json.dumps([ids, dict(counts)]))


def load_first_page(workspace: Workspace) -> tuple[ContactList, dict[str, int]] | None:
    """A list of the contacts kept, as they are now, and the counts of then; None where nothing was kept."""
    kept = workspace.index.cache_get(_KEY)
    if not kept:
        return None
    ids, counts = json.loads(kept)
    return ContactList(workspace).load(workspace.read.contact_rows(ids)), counts
