"""A pause: a stretch of days on which the user logged nothing, during which nobody is newly flagged.

While it lasts every state is at worst that of the last day before it. It ends when catching up is closed
or put off, or two days after logging resumed: with the first entry alone many would be flagged at once, who
were met in the pause and are only not logged yet. Whoever logs seldom anyway has nothing to catch up on
then: for them it ends with that entry.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from netui.domain.cadence.status import PAUSE_DAYS
from netui.domain.model.dates import shift
from netui.domain.named_tuple import NamedTuple

if TYPE_CHECKING:
    from typing import Protocol

    class LoggedDays(Protocol):
        """The days on which anything was logged; what was planned and never confirmed is no logging."""

        def last_logged(self, until: date, /) -> date | None:
            """The latest of them up to ``until``."""

        def first_logged(self, since: date, /) -> date | None:
            """The earliest of them from ``since`` on."""

        def count_logged_days(self, first: date, last: date, /) -> int:
            """How many of them there are between two days, both included."""


RESUME_DAYS = 2
"""It lasts for so many days more once something was logged."""
_HABIT_DAYS, _HABIT_SPAN = 4, 60


class PauseMarks(NamedTuple):
    """What is remembered of pauses beside the log: days as ordinals, 0 for none.

    ``active`` is when catching up was closed or put off last, or a history imported. ``resumed`` is the day
    on which something was first logged again after the pause that holds the states of ``held_on``: an entry
    logged then may be dated into the pause. ``later`` is the day on which to offer to catch up again on the
    pause after ``since``.
    """

    active: int = 0
    resumed: int = 0
    held_on: int = 0
    later: int = 0
    since: int = 0


class Pause(NamedTuple):
    """A pause that lasts today.

    ``since`` is the last day on which something was logged before it, ``resumed`` the first after it (None:
    nothing since), ``held_on`` the day whose states are held.
    """

    since: date
    resumed: date | None
    held_on: date


def is_habit(days: "LoggedDays", until: date) -> bool:
    """Whether the user logged often enough before a pause that much may be missing after it."""
    return days.count_logged_days(shift(until, -_HABIT_SPAN), until) >= _HABIT_DAYS


def find_pause(days: "LoggedDays", today: date, marks: PauseMarks = PauseMarks()) -> Pause | None:  # noqa: B008
    """The pause that lasts today, or None."""
    newest = days.last_logged(today)
    day = today.toordinal()
    if newest is None or 0 <= day - marks.active < PAUSE_DAYS:
        return None
    active = date.fromordinal(marks.active) if 0 < marks.active <= day else newest
    since = max(newest, active)
    if 0 <= day - marks.resumed < RESUME_DAYS:
        held_on = date.fromordinal(marks.held_on)
        return Pause(shift(held_on, 1 - PAUSE_DAYS), date.fromordinal(marks.resumed), held_on)
    if today - since >= timedelta(PAUSE_DAYS):
        return _pause(newest, None, since)
    lately = shift(today, 1 - RESUME_DAYS)
    resumed = days.first_logged(lately) if newest >= lately else None
    before = days.last_logged(shift(lately, -1))
    if resumed is None or before is None:
        return None
    since = max(before, active) if marks.active else before
    if resumed - since < timedelta(PAUSE_DAYS) or not is_habit(days, before):
        return None
    return _pause(before, resumed, since)


def _pause(since: date, resumed: date | None, active: date) -> Pause:
    return Pause(since, resumed, shift(active, PAUSE_DAYS - 1))
