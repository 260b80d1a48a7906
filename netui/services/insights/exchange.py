"""What was given and got, and what was learned, as the very entries that say so: to be read again."""

from typing import NamedTuple

from netui.domain.model.dates import day_of
from netui.domain.model.entry import Entry
from netui.services.workspace import Workspace

SHOWN = 500


class Exchanged(NamedTuple):
    """One entry in which a thing changed hands; ``way`` is ``got`` or ``gave``."""

    way: str
    entry: Entry


def exchanged(workspace: Workspace, thing: str) -> list[Exchanged]:
    """The entries in which ``thing`` was got, the latest first, then those in which it was given.

    At most :data:`SHOWN` of each.
    """
    statistics, today = workspace.read.statistics, workspace.today
    return [
        Exchanged(way, entry)
        for way in ("got", "gave")
        for entry in _latest(workspace, statistics.rows_with_thing(way, thing, today))
    ]


def learned(workspace: Workspace) -> list[Entry]:
    """The entries that say what was learned, the latest first and at most :data:`SHOWN`; no private ones."""
    return _latest(workspace, workspace.read.statistics.rows_learned(workspace.today))


def _latest(workspace: Workspace, rows: list[int]) -> list[Entry]:
    found = workspace.read.entries(rows)
    found.sort(key=lambda entry: day_of(entry.on), reverse=True)
    return found[:SHOWN]
