"""Scores of rules that flag a silence once: how many flags are right, how many lapses a right one catches."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from math import inf
from statistics import median
from typing import NamedTuple

from netui.domain.cadence.model import assess, gap_lengths, usual_gap
from netui.domain.cadence.status import status_of
from tests.accuracy.bootstrap import Estimate, resample
from tests.accuracy.egos import Ego, Moment

DAYS_OF_SILENCE: tuple[int, ...] = (
    *range(1, 31),
    *range(32, 62, 2),
    *range(65, 125, 5),
    *range(130, 181, 10),
)
SLOW_DAYS = 30
"""A usual gap longer than this is slow."""

Rule = Callable[[Moment, int], bool]
STATE, USUAL, FLAT = "netui (quiet state)", "past-gap cadence x 1", "30 days for all"
RULES: dict[str, Rule] = {
    STATE: lambda at, day: status_of(at.summary, date.fromordinal(day)).state == "quiet",
    "R at least .5 alone": lambda at, day: assess(at.rhythm, day).chance >= 0.5,
    "share at most .10 alone": lambda at, day: assess(at.rhythm, day).share <= 0.10,
    USUAL: lambda at, day: day - at.rhythm.last >= at.cadence,
    "mean gap x 3": lambda at, day: day - at.rhythm.last >= 3 * at.mean_gap,
    FLAT: lambda at, day: day - at.rhythm.last >= 30,
}


class Flags(NamedTuple):
    """What a rule that speaks once in a silence gave: how many flags, the parts, the median day.

    ``right`` is the part of the flags after which nothing followed for the horizon, ``caught`` the part of
    the lapses that a right flag names; the day is that of the right ones.
    """

    number: int
    right: Estimate
    caught: Estimate
    day: float


class SlowTies(NamedTuple):
    """Silences of ties with a usual gap over :data:`SLOW_DAYS`: their part of all, the flags by rule."""

    part: float
    flags: dict[str, Flags]


class Silence(NamedTuple):
    """One silence of a tie: its length, how much of it the log shows, and the tie's horizon."""

    moment: Moment
    length: float
    known: int
    horizon: float

    @property
    def is_lapse(self) -> bool:
        """Whether a flag on its first day would have been right."""
        return self.length > self.horizon + 1 and self.known >= self.horizon + 1

    @property
    def is_slow(self) -> bool:
        """Whether the usual gap of the tie is a slow one."""
        return usual_gap(gap_lengths(self.moment.rhythm.gaps)) > SLOW_DAYS

    def first_flag(self, rule: Rule) -> int | None:
        """The first day of the silence on which the rule speaks, while the truth can be known."""
        for day in DAYS_OF_SILENCE:
            if day >= self.length or day + self.horizon > self.known:
                return None
            if rule(self.moment, self.moment.rhythm.last + day):
                return day
        return None

    def is_right(self, day: int) -> bool:
        """Whether a flag on this day of it is right."""
        return self.length > day + self.horizon


def find_silences(ego: Ego) -> Iterator[Silence]:
    """The silences of an ego's ties, after three contact-days and five weeks of log."""
    for tie in ego.ties:
        for at in range(2, len(tie.days)):
            day, known = tie.days[at], ego.last - tie.days[at]
            length = tie.days[at + 1] - day if at + 1 < len(tie.days) else inf
            if day >= ego.first + 35 and length > 1 and known >= 30:
                yield Silence(tie.moments[at], length, known, tie.horizon)


Silences = Sequence[Sequence[Silence]]
"""By ego."""


def score_flags(silences: Silences) -> dict[str, Flags]:
    """The figures of each rule, and of the fair one: days for all that flag as often as the state."""
    found = {name: _flags(silences, rule) for name, rule in RULES.items()}
    days, fair = _fair_rule(silences, found[STATE].number)
    found[f"{days} days for all (fair)"] = fair
    return found


def score_slow_ties(silences: Silences) -> SlowTies:
    """The figures of slow ties alone."""
    slow = [[silence for silence in of_ego if silence.is_slow] for of_ego in silences]
    part = sum(map(len, slow)) / max(sum(map(len, silences)), 1)
    return SlowTies(part, {name: _flags(slow, RULES[name]) for name in (STATE, FLAT)})


def _fair_rule(silences: Silences, number: int) -> tuple[int, Flags]:
    def after(days: int) -> Rule:
        return lambda at, day: day - at.rhythm.last >= days

    def count(days: int) -> int:
        return sum(each.first_flag(after(days)) is not None for of_ego in silences for each in of_ego)

    days = min(DAYS_OF_SILENCE, key=lambda days: abs(count(days) - number))
    return days, _flags(silences, after(days))


def _flags(silences: Silences, rule: Rule) -> Flags:
    counts: list[tuple[int, int, int]] = []
    right_days: list[int] = []
    for of_ego in silences:
        flagged = [(each, day) for each in of_ego if (day := each.first_flag(rule)) is not None]
        right = [day for each, day in flagged if each.is_right(day)]
        right_days += right
        counts.append((len(flagged), len(right), sum(each.is_lapse for each in of_ego)))
    right_part = _part(counts, 1, 0)
    return Flags(
        sum(flags for flags, _, _ in counts),
        right_part,
        _part(counts, 1, 2),
        median(right_days) if right_days else 0.0,
    )


def _part(counts: list[tuple[int, int, int]], some: int, of: int) -> Estimate:
    def part(egos: Sequence[int]) -> float:
        total = sum(counts[ego][of] for ego in egos)
        return sum(counts[ego][some] for ego in egos) / total if total else 0.0

    return Estimate.of(part(range(len(counts))), resample(len(counts), part))
