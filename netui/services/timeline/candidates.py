"""Candidates for a name while it is typed: autocompletion of people, the likeliest first."""

from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import name_key
from netui.services.people.rows import ListedContact
from netui.services.workspace import Workspace

_LEAST_INSIDE = 3
"""Letters from which on a part inside a word is looked for, where no word begins so."""


def find_candidates(workspace: Workspace, typed: str, limit: int) -> list[ListedContact]:
    """At most ``limit`` people whom ``typed`` may become: first names first, then who was lately seen.

    With nothing typed those lately seen; nobody once ``typed`` is an id, as there is nothing left to choose.
    """
    read = workspace.read
    key = name_key(typed)
    if typed.strip() and (not key or read.row(typed) is not None):
        return []
    rows = read.contacts_by_prefix(key, limit)
    if not rows and len(key) >= _LEAST_INSIDE:
        rows = read.contact_rows(person.id for person in read.names_containing(key)[:limit])
    return [ListedContact(row, status_of(row, workspace.today, workspace.quiet)) for row in rows]
