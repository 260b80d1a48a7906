"""What takes a look at the whole log: states as they were, who is new, who began, what was learned."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.quiet import stand
from netui.domain.rhythm import Rhythm
from netui.domain.summary import Summary
from netui.services.workspace import Workspace
from netui.storage.tallies import beginnings, contact_days, gifts, learned

MONTHS = 12
LEARNED = 8
CLOSE_DAYS = 12
"""On how many days of the last year one met those called close here: once a month."""
SHOWN_STATES = ("warm", "due", "quiet", "dormant")


class Tie(NamedTuple):
    """One pair's days of contact: in the last year, and the first ever."""

    year: int
    first: date


class Learned(NamedTuple):
    """Something learned from someone."""

    contact: str
    on: date
    words: str


class Gifts(NamedTuple):
    """What was given and got over all time, the most frequent first; ``by_person`` counts (given, got)."""

    gave: tuple[tuple[str, int], ...]
    got: tuple[tuple[str, int], ...]
    by_person: Mapping[str, tuple[int, int]]


class Hindsight(NamedTuple):
    """``months`` are the days looked back to, today last; ``states`` how many stood in each state then.

    ``ties`` holds everyone there was contact with, ``begun`` how often you and how often they reached
    out in the last year, where that was noted.
    """

    months: tuple[date, ...]
    states: Mapping[str, tuple[int, ...]]
    ties: Mapping[str, Tie]
    begun: Mapping[str, tuple[int, int]]
    gifts: Gifts
    learned: tuple[Learned, ...]


def hindsight(workspace: Workspace, wanted: Callable[[], bool] = lambda: True) -> Hindsight | None:
    """Replays the log; None as soon as ``wanted`` says that nobody waits for it any more.

    The states of past months are those the present rhythms and settings would have given then; the
    archived are left out, and snoozes, which are not kept for the past, leave no trace.
    """
    today = workspace.today
    months = month_ends(today)
    year_ago = today - timedelta(365)
    rows = {row.id: row for row in workspace.read.summaries() if not (row.error or row.archived or row.died)}
    counts = {state: [0] * len(months) for state in SHOWN_STATES}
    ties: dict[str, Tie] = {}
    for at, (ident, days) in enumerate(contact_days(workspace.index.db, today)):
        if at % 256 == 0 and not wanted():
            return None
        row = rows.get(ident)
        if row is None:
            continue
        smallest: dict[int, int] = {}
        for day, people in days:
            smallest[day] = min(people, smallest.get(day, people))
        met = sorted(smallest.items())
        recent = sum(day > year_ago.toordinal() for day, _ in met)
        ties[ident] = Tie(recent, date.fromordinal(met[0][0]))
        for month, state in enumerate(_states_then(row, met, months, workspace)):
            if state in counts:
                counts[state][month] += 1
    return Hindsight(
        months,
        {state: tuple(numbers) for state, numbers in counts.items()},
        ties,
        beginnings(workspace.index.db, year_ago, today),
        _gifts(workspace),
        tuple(Learned(*row) for row in learned(workspace.index.db, today, LEARNED)),
    )


def month_ends(today: date) -> tuple[date, ...]:
    """The last days of the eleven months before this one, and today."""
    days = []
    first = today.replace(day=1)
    for _ in range(MONTHS - 1):
        days.append(first - timedelta(1))
        first = days[-1].replace(day=1)
    return (*reversed(days), today)


def _gifts(workspace: Workspace) -> Gifts:
    gave: Counter[str] = Counter()
    got: Counter[str] = Counter()
    by_person: dict[str, tuple[int, int]] = {}
    for contact, given, gotten in gifts(workspace.index.db, workspace.today):
        gave.update(given)
        got.update(gotten)
        before = by_person.get(contact, (0, 0))
        by_person[contact] = (before[0] + len(given), before[1] + len(gotten))
    return Gifts(tuple(gave.most_common()), tuple(got.most_common()), by_person)


def _states_then(
    row: Summary, met: list[tuple[int, int]], months: tuple[date, ...], workspace: Workspace
) -> list[str]:
    """The state on each of the days, from what had happened by then; "" before the first contact."""
    found = []
    rhythm = Rhythm()
    at = 0
    for month in months:
        until = month.toordinal()
        while at < len(met) and met[at][0] <= until:
            rhythm = rhythm.add(*met[at])
            at += 1
        if not rhythm.days:
            found.append("")
            continue
        days, last, anchor, weight, log_sum, log_squares, gaps = rhythm
        then = row._replace(
            contact_days=days, last=last, anchor=anchor, weight=weight, log_sum=log_sum,
            log_squares=log_squares, gaps=gaps, snoozed_until=0,
        )  # fmt: skip
        found.append(stand(then, month, workspace.quiet).state)
    return found
