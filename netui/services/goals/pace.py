"""The pace of a goal in words, in its own unit and by what is left; its last periods; the next milestone."""

from collections.abc import Iterable
from datetime import date

from netui.domain.model.dates import shift
from netui.domain.model.goal import Milestone
from netui.services.goals.progress import RECENT_DAYS, GoalProgress, period

PERIODS_SHOWN = 12
_BEYOND = 3
"""A pace so many times the present one is not asked for: another day is offered instead."""


def count_words(progress: GoalProgress) -> str:
    """``7 of 12``; in a period that is not reached yet ``0 of 1, 2 days left``; "" without a measure."""
    goal, done = progress.goal, progress.done
    if done is None or goal.measure is None:
        return ""
    per = goal.measure.per
    this = "" if per == "total" else f" this {per}"
    if not progress.target:
        return f"{done}{this} so far"
    is_open = progress.period_left is not None and done < progress.target and goal.status == "active"
    left = f", {_left_words(progress.period_left or 0)}" if is_open else this
    return f"{done} of {progress.target}{left}"


def pace_words(progress: GoalProgress) -> str:
    """What is to be said of the pace: ``5 short, 40 days left: one every 8 days``; "" for most goals on pace.

    Past its day: ``5 short, due 9 days ago: reached, moved or let go?``.
    """
    goal, left = progress.goal, progress.days_left
    if goal.status != "active":
        return ""
    missing = max((progress.target or 0) - (progress.done or 0), 0)
    if goal.measure is not None and goal.measure.per != "total":
        missing = 0  # that is said of the period
    short = f"{missing} short, " if missing else ""
    if left is not None and left < 0:
        return f"{short}due {_days(-left)} ago: reached, moved or let go?"
    if not missing or left is None:
        return ""
    words = f"{short}{_left_words(left)}"
    if progress.pace != "slow":
        return words
    return f"{words}: {_asked_pace(progress, missing, left)}"


def is_past_due(progress: GoalProgress) -> bool:
    """Whether an active goal's day is over."""
    return progress.goal.status == "active" and progress.days_left is not None and progress.days_left < 0


def _asked_pace(progress: GoalProgress, missing: int, left: int) -> str:
    """The pace that would still do, or the offer of another day where nobody keeps such a pace."""
    each = left / missing
    if each < 1 or 0 < progress.recent * _BEYOND * left < missing * RECENT_DAYS:
        return "a new day?"
    return f"one every {_days(int(each))}" if each >= 2 else "one a day"


def count_periods(days: Iterable[date], per: str, today: date, first_weekday: int = 0) -> tuple[int, ...]:
    """How many days fell into each of the last twelve weeks, months, quarters or years, this one last.

    Of a ``total`` the months.
    """
    unit = "month" if per == "total" else per
    starts = []
    first = period(today, unit, first_weekday)[0]
    for _ in range(PERIODS_SHOWN):
        starts.append(first)
        if first == date.min:
            break
        first = period(shift(first, -1), unit, first_weekday)[0]
    counts = [0] * PERIODS_SHOWN
    for day in days:
        at = next((n for n, start in enumerate(starts) if day >= start), None)
        if at is not None and day <= today:
            counts[PERIODS_SHOWN - 1 - at] += 1
    return tuple(counts)


def next_milestone(progress: GoalProgress, today: date) -> Milestone | None:
    """The open milestone that comes next: not one whose day is past."""
    ahead = (m for m in progress.milestones if m.done is None and (m.due is None or m.due >= today))
    return next(ahead, None)


def kept_words(periods: Iterable[int], target: int, per: str) -> str:
    """``reached in 7 of 11 weeks`` of the periods before this one; "" without a target."""
    before = list(periods)[:-1]
    reached = sum(count >= target for count in before)
    return f"reached in {reached} of {len(before)} {per}s" if target and per != "total" else ""


def _left_words(days: int) -> str:
    return f"{_days(days)} left" if days else "the last day"


def _days(count: int) -> str:
    return f"{count} {'day' if count == 1 else 'days'}"
