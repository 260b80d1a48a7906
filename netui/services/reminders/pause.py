"""The pause of logging that lasts now, and what ends it: closing or putting off catch-up, logging, an import.

A state file remembers what the log cannot tell: when catching up was closed, a history imported, or something
first logged again. Safe to lose: at worst a pause is held, or over, two days too early.
"""

import os
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.cadence.pause import Pause, PauseMarks, find_pause, is_habit
from netui.domain.model.dates import day_of, shift
from netui.services.errors import StoreError

if TYPE_CHECKING:
    from netui.domain.model.changes import Batch
    from netui.services.workspace import Workspace

_STATE = "pause"


def current_pause(workspace: "Workspace") -> Pause | None:
    """The pause that lasts today, during which nobody is newly flagged; None in none."""
    return find_pause(workspace.read, workspace.today, _read_marks(workspace))


def pause_to_catch_up(workspace: "Workspace") -> Pause | None:
    """The pause to catch up on: the one that lasts, or one put off whose day has come."""
    found = current_pause(workspace)
    if found is not None:
        return found
    marks, today = _read_marks(workspace), workspace.today
    if not 0 < marks.later <= today.toordinal():
        return None
    since = date.fromordinal(marks.since)
    return Pause(since, workspace.read.first_logged(shift(since, 1)) or today, today)


def close_catch_up(workspace: "Workspace") -> None:
    """Ends the pause: all is logged that is to be logged. Raises StoreError."""
    _write_marks(workspace, PauseMarks(active=workspace.today.toordinal()))


def put_off_catch_up(workspace: "Workspace", until: date) -> None:
    """Ends the pause, and offers to catch up on it again from the day ``until``. Raises StoreError."""
    found = pause_to_catch_up(workspace)
    today = workspace.today
    since = found.since if found else workspace.read.last_logged(today) or today
    marks = PauseMarks(active=today.toordinal(), later=until.toordinal(), since=since.toordinal())
    _write_marks(workspace, marks)


def note_import(workspace: "Workspace") -> None:
    """Remembers that a history was imported today: that its newest entry is old is no pause."""
    marks = _read_marks(workspace)
    if workspace.read.last_logged(workspace.today) is not None:
        with suppress(StoreError):
            _write_marks(workspace, marks._replace(active=workspace.today.toordinal()))


def note_resumption(workspace: "Workspace", batch: "Batch") -> None:
    """Remembers that something is logged again after a pause, just before ``batch`` does that.

    The entry may be dated into the pause, so that the log alone would not tell.
    """
    today = workspace.today
    logged = (getattr(change, "item", {}) for change in batch.changes if _is_entry(change))
    if not any(day_of(item["on"]) <= today and not item.get("planned") for item in logged):
        return
    found = current_pause(workspace)
    if found is not None and found.resumed is None and is_habit(workspace.read, found.since):
        marks = _read_marks(workspace)
        with suppress(StoreError):
            _write_marks(
                workspace,
                marks._replace(resumed=today.toordinal(), held_on=found.held_on.toordinal()),
            )


def _is_entry(change: object) -> bool:
    return getattr(change, "table", "") == "timeline" and hasattr(change, "item")


def _read_marks(workspace: "Workspace") -> PauseMarks:
    if not os.path.isdir(os.path.join(workspace.places.state, _STATE)):
        return PauseMarks()  # as for most: JSON is not even loaded
    from netui.storage.state.state_file import StateFile

    table = StateFile(workspace.places.state, workspace.network, _STATE).read()
    most = date.max.toordinal()
    known = {key: day for key in PauseMarks._fields if isinstance(day := table.get(key), int)}
    return PauseMarks(**{key: day for key, day in known.items() if 0 <= day <= most})


def _write_marks(workspace: "Workspace", marks: PauseMarks) -> None:
    from netui.storage.state.state_file import StateFile

    StateFile(workspace.places.state, workspace.network, _STATE).write(marks._asdict())
    workspace.invalidate_reader()
