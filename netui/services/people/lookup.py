"""Looks people up by what was typed: by the beginning of a name or of a word in it, and by initials."""

from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import ContactRow, name_key
from netui.domain.text.fuzzy_match import match
from netui.services.people.rows import ListedContact
from netui.services.workspace import Workspace

_LEAST_INSIDE = 3
"""Letters from which on a part inside a word is looked for, where nothing else is found."""


def look_up_people(workspace: Workspace, typed: str, limit: int) -> list[ListedContact]:
    """At most ``limit`` people: whose name begins so, else is abbreviated (``grho``), else contains it.

    Of each kind the one last in contact comes first. Whoever is archived or died is found by the whole name.
    """
    read, key = workspace.read, name_key(typed)
    if not key:
        return []
    found: dict[str, ContactRow] = {}
    found |= {row.id: row for row in read.contacts_by_prefix(key, limit)}
    letters = key.replace(" ", "")
    if len(found) < limit and len(letters) > 1 and letters.isascii() and letters.isalnum():
        for words, row in read.contacts_by_letters(letters):
            if len(found) < limit and match(key, words) is not None:
                found.setdefault(row.id, row)
    if not found and len(key) >= _LEAST_INSIDE:
        inside = [person.id for person in read.names_containing(key)[:limit]]
        found |= {row.id: row for row in read.contact_rows(inside)}
    whole = [person.id for person in read.people_named(typed) if person.id not in found]
    found |= {row.id: row for row in read.contact_rows(whole)}
    return [ListedContact(row, status_of(row, workspace.today, workspace.quiet)) for row in found.values()]
