"""The pause of logging that lasts now, and what ends it: closing or putting off catch-up, logging, an import.

A state file remembers what the log cannot tell: when catching up was closed, a history imported, or something
first logged again. Safe to lose: at worst a pause is held, or over, two days too early.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from netui.domain.cadence.pause import Pause, PauseMarks, find_pause, is_habit
from netui.domain.model.dates import day_of, shift
from netui.services.errors import StoreError

if TYPE_CHECKING:
    from netui.domain.cadence.pause import LoggedDays
    from netui.domain.model.changes import Batch
    from netui.services.settings import Places
    from netui.storage.state.state_file import StateFile

_STATE = "pause"


class Pauses:
    """Pauses of logging in one network, as of ``today``.

    ``changed`` is called once something was remembered: the status of everybody may be another then.
    """

    def __init__(self, days: "LoggedDays", today: date, places: "Places", changed: Callable[[], object]):
        self._days, self._today = days, today
        self._places = places
        self._changed = changed

    def current(self) -> Pause | None:
        """The pause that lasts today, during which nobody is newly flagged; None in none."""
        return find_pause(self._days, self._today, self._read_marks())

    def to_catch_up(self) -> Pause | None:
        """The pause to catch up on: the one that lasts, or one put off whose day has come."""
        found = self.current()
        if found is not None:
            return found
        marks, today = self._read_marks(), self._today
        if not 0 < marks.later <= today.toordinal():
            return None
        since = date.fromordinal(marks.since)
        return Pause(since, self._days.first_logged(shift(since, 1)) or today, today)

    def close(self) -> None:
        """Ends the pause: all is logged that is to be logged. Raises StoreError."""
        self._write_marks(PauseMarks(active=self._today.toordinal()))

    def put_off(self, until: date) -> None:
        """Ends the pause, and offers to catch up on it again from the day ``until``. Raises StoreError."""
        found, today = self.to_catch_up(), self._today
        since = found.since if found else self._days.last_logged(today) or today
        self._write_marks(
            PauseMarks(active=today.toordinal(), later=until.toordinal(), since=since.toordinal())
        )

    def note_import(self) -> None:
        """Remembers that a history was imported today: that its newest entry is old is no pause."""
        marks = self._read_marks()
        if self._days.last_logged(self._today) is not None:
            with suppress(StoreError):
                self._write_marks(marks._replace(active=self._today.toordinal()))

    def note_resumption(self, batch: "Batch") -> None:
        """Remembers that something is logged again after a pause, just before ``batch`` does that.

        The entry may be dated into the pause, so that the log alone would not tell.
        """
        today = self._today
        logged = (getattr(change, "item", {}) for change in batch.changes if _is_entry(change))
        if not any(day_of(item["on"]) <= today and not item.get("planned") for item in logged):
            return
        found = self.current()
        if found is not None and found.resumed is None and is_habit(self._days, found.since):
            marks = self._read_marks()
            with suppress(StoreError):
                self._write_marks(
                    marks._replace(resumed=today.toordinal(), held_on=found.held_on.toordinal())
                )

    def _read_marks(self) -> PauseMarks:
        if not os.path.isdir(os.path.join(self._places.state, _STATE)):
            return PauseMarks()  # as for most: JSON is not even loaded
        table = self._file().read()
        most = date.max.toordinal()
        known = {key: day for key in PauseMarks._fields if isinstance(day := table.get(key), int)}
        return PauseMarks(**{key: day for key, day in known.items() if 0 <= day <= most})

    def _write_marks(self, marks: PauseMarks) -> None:
        self._file().write(marks._asdict())
        self._changed()

    def _file(self) -> "StateFile":
        from netui.storage.state.state_file import StateFile

        return StateFile(self._places.state, self._places.network, _STATE)


def _is_entry(change: object) -> bool:
    return getattr(change, "table", "") == "timeline" and hasattr(change, "item")
