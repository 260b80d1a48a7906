"""Fast paths of the contact list for commands: the whole list in order, and who is quiet, from few columns.

Each answers what :class:`~netui.services.people.contact_list.ContactList` answers more slowly from all 27
columns; ``tests/services/people/test_ranking.py`` holds the two equal. At 10,000 contacts
:func:`rank_contacts` takes 40 ms and ``ContactList.listed`` 102, :func:`silent_ids` 12 ms (0.1 where the
answer was kept) and ``ContactList.quiet`` 90.
"""

from datetime import date
from typing import Literal

from netui.domain.cadence.status import RANK, State, Status, status_of, status_of_silence
from netui.domain.model.contact_row import ContactRow
from netui.services.workspace import Workspace

KEPT = 64
"""So many ids of the quiet, and of the due, are kept in the index until any contact changes."""
_ANSWER = "silent"
Silent = Literal["quiet", "due"]
_SILENT: tuple[Silent, ...] = ("quiet", "due")


RankedContact = tuple[float, str, int, State, int | None, tuple[ContactRow, Status] | None]
"""One line of the list: order, name, number, state, days of silence, and the row with its status.

Sorting these gives the order of ``ContactList.listed``; the number keeps apart those that are equal before
it. The row and status are None for the warm and the new, whose row is not read; the row of the met holds no
more than their words need.
"""


def rank_contacts(workspace: Workspace) -> list[RankedContact]:
    """Everyone but the archived in order of status: the fast twin of ``ContactList.listed()``."""
    today, settings, read = workspace.today, workspace.quiet, workspace.read
    ranked: list[RankedContact] = []
    rows = read.iter_contact_rows() if settings.defaults else read.flagged_contacts(_state_day(workspace))
    for number, row in enumerate(rows):
        if not row.archived:
            status = status_of(row, today, settings)
            ranked.append((status.order, row.name, number, status.state, status.days, (row, status)))
    ranked.sort()
    if not settings.defaults:
        ranked += _on_track(workspace, len(ranked))
        ranked.sort()  # merges two sorted runs
    return ranked


def _on_track(workspace: Workspace, count: int) -> list[RankedContact]:
    """The warm, longest silent first, the met and the new, numbered from ``count`` on."""
    day, today, settings = workspace.today.toordinal(), workspace.today, workspace.quiet
    new, warm = RANK["new"], RANK["warm"]
    ranked: list[RankedContact] = []
    on_track = workspace.read.on_track_contacts(_state_day(workspace))
    for number, (name, last, few) in enumerate(on_track, count):
        if not last:
            ranked.append((new, name, number, "new", None, None))
        elif few:
            row = ContactRow("", name, contact_days=few, last=last)
            status = status_of(row, today, settings)
            ranked.append((status.order, name, number, status.state, status.days, (row, status)))
        else:
            ranked.append((warm - (day - last), name, number, "warm", day - last, None))
    return ranked


def _state_day(workspace: Workspace) -> date:
    """The day by which silences are judged: today, or the day that a pause holds."""
    return date.fromordinal(workspace.quiet.state_day(workspace.today.toordinal()))


def count_quiet(workspace: Workspace) -> int:
    """How many are quiet; tags and roles may have no rhythm of their own (``Settings.defaults``)."""
    return _kept_silent(workspace)["quiet"][0]


def silent_ids(workspace: Workspace, state: Silent, limit: int | None = None) -> list[str]:
    """The quiet or due in the order of the list, the fast twin of it; the same condition holds."""
    count, first = _kept_silent(workspace)[state]
    is_enough = count <= KEPT or (limit is not None and limit <= KEPT)
    return (first if is_enough else _find_silent(workspace)[state])[:limit]


def _kept_silent(workspace: Workspace) -> dict[Silent, tuple[int, list[str]]]:
    """How many are quiet and due, and the ids of the first, as kept in the index until a contact changes."""
    settings = workspace.quiet
    asked = f"{workspace.today.toordinal()} {settings.sensitivity} {settings.held_on}"
    kept = (workspace.index.cache_get(_ANSWER) or "").split("\n")
    if kept[0] == asked:
        lists = [line.split("\0") for line in kept[1:]]
        return {state: (int(count), first) for state, (count, *first) in zip(_SILENT, lists, strict=True)}
    found = {state: (len(ids), ids[:KEPT]) for state, ids in _find_silent(workspace).items()}
    lines = ["\0".join([str(count), *first]) for count, first in found.values()]
    workspace.index.cache_set(_ANSWER, "\n".join([asked, *lines]), until_change=True)
    return found


def _find_silent(workspace: Workspace) -> dict[Silent, list[str]]:
    today, settings = workspace.today, workspace.quiet
    found: dict[Silent, list[tuple[float, str, str]]] = {state: [] for state in _SILENT}
    for one in workspace.read.quiet_candidates(_state_day(workspace)):
        status = status_of_silence(one, today, settings)
        if status.state == "quiet" or status.state == "due":
            found[status.state].append((status.order, one.name, one.id))
    return {state: [ident for _, _, ident in sorted(those)] for state, those in found.items()}
