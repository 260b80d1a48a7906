"""Entries behind the "gave", "got" and "learned" figures of the insights."""

from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry
from netui.domain.named_tuple import NamedTuple
from netui.services.workspace import Workspace

SHOWN = 500


class Exchange(NamedTuple):
    """An entry in which a thing was given or got; ``way`` is ``got`` or ``gave``."""

    way: str
    entry: Entry


def find_exchanges(workspace: Workspace, thing: str) -> list[Exchange]:
    """Finds the entries in which ``thing`` was got, the latest first, then those in which it was given.

    At most :data:`SHOWN` of each.
    """
    statistics, today = workspace.read.statistics, workspace.today
    return [
        Exchange(way, entry)
        for way in ("got", "gave")
        for entry in _latest(workspace, statistics.rows_with_thing(way, thing, today))
    ]


def find_learned(workspace: Workspace) -> list[Entry]:
    """Finds the entries that say what was learned, latest first, at most :data:`SHOWN`; no private ones."""
    return _latest(workspace, workspace.read.statistics.rows_learned(workspace.today))


def _latest(workspace: Workspace, rows: list[int]) -> list[Entry]:
    found = workspace.read.entries(rows)
    found.sort(key=lambda entry: day_of(entry.on), reverse=True)
    return found[:SHOWN]
