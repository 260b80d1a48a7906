"""The egos of a log: each tie with what the model and simpler methods know after each contact-day."""

from collections.abc import Sequence
from itertools import pairwise
from math import log
from statistics import fmean, median
from typing import NamedTuple

from netui.domain.cadence.model import Rhythm, assess
from netui.domain.cadence.season import seasonal_silence
from netui.domain.model.contact_row import ContactRow
from tests.accuracy.logs import EPOCH

MENU = (7, 14, 30, 60, 90, 180, 365)  # the cadences that other tools offer
METHODS = ("netui (R)", "days since last contact", "cadence from past gaps", "mean gap x c")


class Moment(NamedTuple):
    """A tie as it was known on a day: what the model learned and what a simpler way would know."""

    rhythm: Rhythm
    summary: ContactRow
    cadence: float
    mean_gap: float

    def scores(self, day: int) -> tuple[tuple[float, ...], float]:
        """One score for each of :data:`METHODS`, higher if likelier that nothing follows; the horizon."""
        silence = day - self.rhythm.last
        found = assess(self.rhythm, day)
        return (found.chance, silence, silence / self.cadence, silence / self.mean_gap), found.horizon


class Tie(NamedTuple):
    """One tie: its days, what was known after each, and the horizon of the truth."""

    days: list[int]
    moments: list[Moment]
    horizon: float


class Ego(NamedTuple):
    """One ego's ties within the first and the last day of the log; ``voids`` hold no entry."""

    ties: list[Tie]
    first: int
    last: int
    voids: list[tuple[int, int]]


def read_ego(ties: Sequence[Sequence[int]]) -> Ego | None:
    """The ties of one ego; None where there are too few of them, or days."""
    days = sorted({day + EPOCH for tie in ties for day in tie})
    if days[-1] - days[0] < 90 or sum(len(tie) >= 3 for tie in ties) < 5:
        return None
    is_busy = len(days) > 0.5 * (days[-1] - days[0])
    voids = [(a, b) for a, b in pairwise(days) if is_busy and b - a >= 21]
    middle = median(median(gaps_of(tie)) for tie in ties if len(tie) >= 3)
    return Ego([_tie([day + EPOCH for day in tie], middle) for tie in ties], days[0], days[-1], voids)


def gaps_of(days: Sequence[int]) -> list[int]:
    """The days between one contact-day and the next."""
    return [b - a for a, b in pairwise(days)]


def _tie(days: list[int], middle_of_ego: float) -> Tie:
    gaps = gaps_of(days)
    rhythm, moments = Rhythm(), []
    for index, day in enumerate(days):
        rhythm = rhythm.add(day)
        past = gaps[:index]
        centre = log(median(past) if past else 30)
        cadence = min(MENU, key=lambda offered: abs(log(offered) - centre))
        moments.append(
            Moment(
                rhythm,
                _row(rhythm, seasonal_silence(days[: index + 1])),
                cadence,
                fmean(past) if past else 30.0,
            )
        )
    typical = median(gaps) if len(gaps) >= 2 else middle_of_ego
    return Tie(days, moments, min(max(4 * typical, 30), 120))


def _row(rhythm: Rhythm, season: int) -> ContactRow:
    return ContactRow("", "", season=season, **rhythm.columns)
