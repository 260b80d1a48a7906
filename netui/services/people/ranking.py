"""Where everyone stands, from as little of each as that takes: for commands, which print it and end."""

from typing import TYPE_CHECKING, NamedTuple

from netui.domain.cadence.status import RANK, State, Status, status_of, status_of_silence
from netui.domain.model.contact_row import ContactRow
from netui.services.people.rows import ContactRows
from netui.services.workspace import Workspace

if TYPE_CHECKING:
    from netui.services.people.contact_list import People


KEPT = 64
"""So many of the quiet are remembered until somebody changes."""


class Place(NamedTuple):
    """One line of the list; lines sort as the list has them. The summary of warm and new ones is not read.

    ``number`` keeps those apart that are alike.
    """

    order: float
    name: str
    number: int
    state: State
    days: int | None
    known: tuple[ContactRow, Status] | None = None


def roster(workspace: Workspace) -> list[Place]:
    """Everyone but the archived, as the list has them."""
    today, settings, read = workspace.today, workspace.quiet, workspace.read
    places = []
    rows = read.iter_contact_rows() if settings.defaults else read.flagged_contacts(today)
    for number, row in enumerate(rows):
        if not row.archived:
            standing = status_of(row, today, settings)
            place = standing.order, row.name, number, standing.state, standing.days, (row, standing)
            places.append(_made(Place, place))
    places.sort()
    if not settings.defaults:
        places += _on_track(workspace, len(places))
        places.sort()
    return places


def _on_track(workspace: Workspace, count: int) -> list[Place]:
    """The warm, longest silent first, and the new, numbered from ``count`` on."""
    day = workspace.today.toordinal()
    new, warm = RANK["new"], RANK["warm"]
    return [
        _made(Place, (warm - (day - last), name, number, "warm", day - last, None))
        if last
        else _made(Place, (new, name, number, "new", None, None))
        for number, (name, last) in enumerate(workspace.read.on_track_contacts(workspace.today), count)
    ]


_made = tuple.__new__


class QuietCandidates:
    """Those who are quiet; who cannot be is never looked at, and nobody as long as nothing changes."""

    def __init__(self, workspace: Workspace):
        self._workspace = workspace
        day, sensitivity = str(workspace.today.toordinal()), workspace.quiet.sensitivity
        kept = (workspace.index.cache_get("quiet") or "").split("\0")
        if kept[:2] == [day, sensitivity]:
            self._count, self._first = int(kept[2]), kept[3:]
        else:
            quiet = self._all()
            self._count, self._first = len(quiet), quiet[:KEPT]
            found = "\0".join([day, sensitivity, str(len(quiet)), *self._first])
            workspace.index.cache_set("quiet", found, until_change=True)

    def _all(self) -> list[str]:
        today, settings = self._workspace.today, self._workspace.quiet
        quiet = [
            (standing.order, one.name, one.id)
            for one in self._workspace.read.quiet_candidates(today)
            if (standing := status_of_silence(one, today, settings)).state == "quiet"
        ]
        quiet.sort()
        return [ident for _, _, ident in quiet]

    def counts(self) -> dict[str, int]:
        """How many are quiet."""
        return {"quiet": self._count}

    def quiet(self, limit: int | None = None) -> ContactRows:
        """The quiet, those likeliest to stay so first."""
        workspace = self._workspace
        is_enough = self._count <= KEPT or (limit is not None and limit <= KEPT)
        idents = self._first if is_enough else self._all()
        return ContactRows(workspace.read.contact_rows(idents[:limit]), workspace.today, workspace.quiet)


def quiet_candidates(workspace: Workspace) -> "QuietCandidates | People":
    """Those who may be quiet today; everyone, where tags and roles have a say in it."""
    if not workspace.quiet.defaults:
        return QuietCandidates(workspace)
    from netui.services.people.contact_list import People

    return People(workspace).load()
