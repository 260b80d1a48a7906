"""Where one was when the app was left: order, filter and person, kept in the index."""

from __future__ import annotations

import json

from netui.domain.named_tuple import NamedTuple
from netui.services.workspace import Workspace

_KEY = "place"


class Place(NamedTuple):
    """A place in the list of people; ``person`` is a contact's id, "" for nobody."""

    sort: str = ""
    query: str = ""
    person: str = ""


def remembered_place(workspace: Workspace) -> Place:
    """The place at which the app was left; an empty one where none can be read."""
    try:
        kept = json.loads(workspace.index.cache_get(_KEY) or "{}")
        return Place(*(str(kept.get(name) or "") for name in Place._fields))
    except (ValueError, AttributeError):
        return Place()


def remember_place(workspace: Workspace, place: Place) -> bool:
    """Keeps a place for the next start; returns whether it is another one than was kept."""
    now = json.dumps(place._asdict())
    if now == workspace.index.cache_get(_KEY):
        return False
    workspace.index.cache_set(_KEY, now)
    return True
