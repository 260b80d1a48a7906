"""Candidates for a name while it is typed: people, tags, places, goals and kinds, the likeliest first."""

from collections.abc import Iterable

from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import fold, name_key
from netui.services.people.rows import ListedContact
from netui.services.workspace import Workspace

_LEAST_INSIDE = 3
"""Letters from which on a part inside a word is looked for, where no word begins so."""


_ROLES = (
    *("mentor", "mentee", "advocate", "connector", "expert", "peer", "client", "colleague", "friend"),
    "family",
)
_LABELS = ("home", "work", "mobile", "main", "other")
_DATES = ("birthday", "anniversary", "nameday", "wedding")
_MOST = 6


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


def name_candidates(workspace: Workspace, what: str, typed: str, limit: int = _MOST) -> list[str]:
    """At most ``limit`` names of a kind that begin with ``typed``; people are found by any of their names.

    Of several people of one name it gives the ids. ``what`` is person, tag, goal, place, kind, role, gift,
    opportunity, stage, date, relation, label or
    name of label.
    """
    if what == "person":
        rows = [each.row for each in find_candidates(workspace, typed, limit)]
        names = [row.name for row in rows]
        return [row.id if names.count(row.name) > 1 else row.name for row in rows]
    begun = fold(typed)
    return [word for word in _known_names(workspace, what) if fold(word).startswith(begun)][:limit]


def _known_names(workspace: Workspace, what: str) -> Iterable[str]:
    """The names of a kind that are in use, the most used first, or that netui knows."""
    read = workspace.read
    match what:
        case "tag":
            return read.completion_words().tags
        case "place":
            return read.completion_words().places
        case "goal":
            return [ident for ident, _, _ in read.goals()]
        case "kind":
            return workspace.kinds.contact
        case "role":
            return _ROLES
        case "label":
            return [f"{word}: " for word in _LABELS]
        case "name of label":
            return _LABELS
        case "stage":
            from netui.services.timeline.opportunities import STAGES

            return STAGES
        case "date":
            return _DATES
        case "relation":
            from netui.services.relationships.relation_words import WORDS

            return WORDS
        case "gift":
            from netui.domain.capture.model import GIFTS

            return GIFTS
        case "opportunity":
            from netui.services.timeline.opportunities import KINDS

            return KINDS
    return ()
