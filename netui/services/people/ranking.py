"""Fast paths of the contact list for commands: the whole list in order, and who is quiet, from few columns.

Each answers what :class:`~netui.services.people.contact_list.ContactList` answers more slowly from all 27
columns; ``tests/services/people/test_ranking.py`` holds the two equal. At 10,000 contacts
:func:`rank_contacts` takes 40 ms and ``ContactList.listed`` 102, :func:`quiet_ids` 12 ms (0.1 where the
answer was kept) and ``ContactList.quiet`` 90.
"""

from typing import NamedTuple

from netui.domain.cadence.status import RANK, State, Status, status_of, status_of_silence
from netui.domain.model.contact_row import ContactRow
from netui.services.workspace import Workspace

KEPT = 64
"""So many ids of the quiet are kept in the index until any contact changes."""
_ANSWER = "quiet"
_made = tuple.__new__


class RankedContact(NamedTuple):
    """One line of the list; sorting these gives the order of ``ContactList.listed``.

    ``number`` keeps apart those that are equal before it. ``known`` is None for the warm and the new,
    whose row is not read.
    """

    order: float
    name: str
    number: int
    state: State
    days: int | None
    known: tuple[ContactRow, Status] | None = None


def rank_contacts(workspace: Workspace) -> list[RankedContact]:
    """Everyone but the archived in order of status: the fast twin of ``ContactList.listed()``."""
    today, settings, read = workspace.today, workspace.quiet, workspace.read
    ranked = []
    rows = read.iter_contact_rows() if settings.defaults else read.flagged_contacts(today)
    for number, row in enumerate(rows):
        if not row.archived:
            status = status_of(row, today, settings)
            values = status.order, row.name, number, status.state, status.days, (row, status)
            ranked.append(_made(RankedContact, values))
    ranked.sort()
    if not settings.defaults:
        ranked += _on_track(workspace, len(ranked))
        ranked.sort()  # merges two sorted runs
    return ranked


def _on_track(workspace: Workspace, count: int) -> list[RankedContact]:
    """The warm, longest silent first, and the new, numbered from ``count`` on."""
    day = workspace.today.toordinal()
    new, warm = RANK["new"], RANK["warm"]
    return [
        _made(RankedContact, (warm - (day - last), name, number, "warm", day - last, None))
        if last
        else _made(RankedContact, (new, name, number, "new", None, None))
        for number, (name, last) in enumerate(workspace.read.on_track_contacts(workspace.today), count)
    ]


def count_quiet(workspace: Workspace) -> int:
    """How many are quiet; tags and roles may have no rhythm of their own (``Settings.defaults``)."""
    return _kept_quiet(workspace)[0]


def quiet_ids(workspace: Workspace, limit: int | None = None) -> list[str]:
    """The quiet in the order of ``ContactList.quiet``, its fast twin; the same condition holds."""
    count, first = _kept_quiet(workspace)
    is_enough = count <= KEPT or (limit is not None and limit <= KEPT)
    return (first if is_enough else _find_quiet(workspace))[:limit]


def _kept_quiet(workspace: Workspace) -> tuple[int, list[str]]:
    """How many are quiet and the ids of the first, as kept in the index until any contact changes."""
    day, sensitivity = str(workspace.today.toordinal()), workspace.quiet.sensitivity
    kept = (workspace.index.cache_get(_ANSWER) or "").split("\0")
    if kept[:2] == [day, sensitivity]:
        return int(kept[2]), kept[3:]
    quiet = _find_quiet(workspace)
    first = quiet[:KEPT]
    found = "\0".join([day, sensitivity, str(len(quiet)), *first])
    workspace.index.cache_set(_ANSWER, found, until_change=True)
    return len(quiet), first


def _find_quiet(workspace: Workspace) -> list[str]:
    today, settings = workspace.today, workspace.quiet
    quiet = [
        (status.order, one.name, one.id)
        for one in workspace.read.quiet_candidates(today)
        if (status := status_of_silence(one, today, settings)).state == "quiet"
    ]
    quiet.sort()
    return [ident for _, _, ident in quiet]
