"""Scores of the rhythm model and its states against simpler baselines, on contact logs.

Each seven days every tie that has been silent for 1 to 180 days is scored. The truth is that no
contact follows within H days, H being four times the tie's median gap over its whole log, at least
30 and at most 120 days, inside the ego's log. Egos have at least 5 ties of 3 contact-days and 90
days of log. Weeks around a stretch of 21 days in which an otherwise busy ego logged nothing are
left out: nobody can tell a lapse from a missing log there.
"""

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from math import inf, log
from operator import itemgetter
from statistics import fmean, median
from typing import NamedTuple

from netui.domain.cadence.model import Rhythm, assess
from netui.domain.cadence.status import status_of
from netui.domain.model.contact_row import ContactRow
from tests.accuracy.logs import Log

BUCKETS = ((3, 4), (5, 9), (10, 10**9))  # contact-days so far: each counts alike in the AUROC
MENU = (7, 14, 30, 60, 90, 180, 365)  # the cadences that other tools offer
MOST_EGOS = 300
EPOCH = date(2000, 1, 1).toordinal()  # logs count days from anywhere; the model wants a calendar
DAYS_OF_SILENCE: tuple[int, ...] = (
    *range(1, 31),
    *range(32, 62, 2),
    *range(65, 125, 5),
    *range(130, 181, 10),
)


class Moment(NamedTuple):
    """A tie as it was known on a day: what the model learned and what a simpler way would know."""

    rhythm: Rhythm
    summary: ContactRow
    cadence: float
    mean_gap: float

    def scores(self, day: int) -> tuple[float, ...]:
        """One score for each of :data:`METHODS`; the higher, the more likely nothing follows."""
        silence = day - self.rhythm.last
        return (assess(self.rhythm, day).chance, silence, silence / self.cadence, silence / self.mean_gap)


METHODS = ("netui (R)", "days since last contact", "cadence from past gaps", "mean gap x c")

Rule = Callable[[Moment, int], bool]
RULES: dict[str, Rule] = {
    "netui (quiet state)": lambda at, day: status_of(at.summary, date.fromordinal(day)).state == "quiet",
    "R at least .5 alone": lambda at, day: assess(at.rhythm, day).chance >= 0.5,
    "share at most .10 alone": lambda at, day: assess(at.rhythm, day).share <= 0.10,
    "past-gap cadence x 1": lambda at, day: day - at.rhythm.last >= at.cadence,
    "mean gap x 3": lambda at, day: day - at.rhythm.last >= 3 * at.mean_gap,
    "30 days for all": lambda at, day: day - at.rhythm.last >= 30,
}
STATE, USUAL = "netui (quiet state)", "past-gap cadence x 1"


class Flags(NamedTuple):
    """What a rule that speaks once in a silence gave: how many flags, the parts, the median day."""

    number: int
    right: float
    caught: float
    day: float


class Score(NamedTuple):
    """The figures of one log; ``auroc`` and ``top_ten`` by method, ``flags`` by rule."""

    tie_weeks: int
    auroc: dict[str, float]
    top_ten: dict[str, float]
    calibration_error: float
    flags: dict[str, Flags]

    @property
    def gain(self) -> float:
        """AUROC above that of days since last contact."""
        return self.auroc[METHODS[0]] - self.auroc[METHODS[1]]

    @property
    def precision_ratio(self) -> float:
        """How many times as often the quiet state's flags are right as the usual rule's."""
        usual = self.flags[USUAL].right
        return self.flags[STATE].right / usual if usual else float("inf")


class Tie(NamedTuple):
    """One tie: its days, what was known after each, and the horizon of the truth."""

    days: list[int]
    moments: list[Moment]
    horizon: float


class Ego(NamedTuple):
    """One ego's ties within the first and the last day of the log."""

    ties: list[Tie]
    first: int
    last: int
    voids: list[tuple[int, int]]


def score(contacts: Log, most_egos: int = MOST_EGOS) -> Score | None:
    """The figures of a log, over at most ``most_egos`` egos drawn with a fixed seed; None if too small."""
    names = list(contacts)
    random.Random(1).shuffle(names)
    egos = [ego for name in names[:most_egos] if (ego := _ego(contacts[name])) is not None]
    samples = [list(_weekly(ego)) for ego in egos]
    auroc = _auroc_by_method([sample for of_ego in samples for sample in of_ego])
    if not auroc:
        return None
    return Score(
        tie_weeks=sum(map(len, samples)),
        auroc=auroc,
        top_ten=_top_ten(samples),
        calibration_error=_calibration_error([sample for of_ego in samples for sample in of_ego]),
        flags=_flags(egos),
    )


def _ego(ties: list[list[int]]) -> Ego | None:
    days = sorted({day + EPOCH for tie in ties for day in tie})
    if days[-1] - days[0] < 90 or sum(len(tie) >= 3 for tie in ties) < 5:
        return None
    is_busy = len(days) > 0.5 * (days[-1] - days[0])
    voids = [(a, b) for a, b in pairwise(days) if is_busy and b - a >= 21]
    middle = median(median(_gaps(tie)) for tie in ties if len(tie) >= 3)
    return Ego([_tie([day + EPOCH for day in tie], middle) for tie in ties], days[0], days[-1], voids)


def _tie(days: list[int], middle_of_ego: float) -> Tie:
    gaps = _gaps(days)
    rhythm, moments = Rhythm(), []
    for index, day in enumerate(days):
        rhythm = rhythm.add(day)
        past = gaps[:index]
        centre = log(median(past) if past else 30)
        cadence = min(MENU, key=lambda offered: abs(log(offered) - centre))
        moments.append(Moment(rhythm, _row(rhythm), cadence, fmean(past) if past else 30.0))
    typical = median(gaps) if len(gaps) >= 2 else middle_of_ego
    return Tie(days, moments, min(max(4 * typical, 30), 120))


def _row(rhythm: Rhythm) -> ContactRow:
    return ContactRow(
        id="",
        name="",
        contact_days=rhythm.days,
        last=rhythm.last,
        silence_start=rhythm.silence_start,
        decayed_count=rhythm.decayed_count,
        log_sum=rhythm.log_sum,
        log_squares=rhythm.log_squares,
        gaps=rhythm.gaps,
    )


def _gaps(days: list[int]) -> list[int]:
    return [b - a for a, b in pairwise(days)]


class Sample(NamedTuple):
    """One tie in one week: its contact-days so far, whether nothing followed, each method's score."""

    week: int
    contact_days: int
    lapsed: bool
    scores: tuple[float, ...]


def _weekly(ego: Ego) -> Iterator[Sample]:
    for tie in ego.ties:
        for day in range(ego.first + 28, ego.last - 29, 7):
            at = bisect_right(tie.days, day) - 1
            if at < 2 or day + tie.horizon > ego.last:
                continue
            silence = day - tie.days[at]
            if not 1 <= silence <= 180 or any(a < day + 60 and b > day - silence for a, b in ego.voids):
                continue
            lapsed = at + 1 == len(tie.days) or tie.days[at + 1] > day + tie.horizon
            yield Sample(day, at + 1, lapsed, tie.moments[at].scores(day))


def _auroc_by_method(samples: list[Sample]) -> dict[str, float]:
    buckets = [[one for one in samples if low <= one.contact_days <= high] for low, high in BUCKETS]
    found: dict[str, float] = {}
    for index, method in enumerate(METHODS):
        areas = [auroc([(one.scores[index], one.lapsed) for one in bucket]) for bucket in buckets]
        if known := [area for area in areas if area is not None]:
            found[method] = fmean(known)
    return found


def auroc(scored: list[tuple[float, bool]]) -> float | None:
    """The area under the ROC curve by ranks, ties shared; None when only one outcome occurs."""
    ranked = sorted(scored)
    positives = sum(outcome for _, outcome in ranked)
    negatives = len(ranked) - positives
    if not positives or not negatives:
        return None
    total, start = 0.0, 0
    while start < len(ranked):
        end = start
        while end < len(ranked) and ranked[end][0] == ranked[start][0]:
            end += 1
        total += sum(outcome for _, outcome in ranked[start:end]) * (start + end + 1) / 2
        start = end
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def _top_ten(samples: list[list[Sample]]) -> dict[str, float]:
    right, listed = [0] * len(METHODS), 0
    for of_ego in samples:
        weeks: dict[int, list[Sample]] = defaultdict(list)
        for one in of_ego:
            weeks[one.week].append(one)
        for week in weeks.values():
            if len(week) <= 10 or len({one.lapsed for one in week}) < 2:
                continue
            listed += 10
            for index in range(len(METHODS)):
                ranked = sorted(((one.scores[index], one) for one in week), key=itemgetter(0), reverse=True)
                right[index] += sum(one.lapsed for _, one in ranked[:10])
    return {method: hits / listed for method, hits in zip(METHODS, right, strict=True)} if listed else {}


def _calibration_error(samples: list[Sample]) -> float:
    """The expected calibration error of the chance over ten equal bins."""
    bins = [0.0] * 10
    for one in samples:
        bins[min(int(one.scores[0] * 10), 9)] += one.scores[0] - one.lapsed
    return sum(map(abs, bins)) / len(samples)


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

    def first_flag(self, rule: Rule) -> int | None:
        """The first day of the silence on which the rule speaks, while the truth can be known."""
        for day in DAYS_OF_SILENCE:
            if day >= self.length or day + self.horizon > self.known:
                return None
            if rule(self.moment, self.moment.rhythm.last + day):
                return day
        return None


def _silences(ego: Ego) -> Iterator[Silence]:
    for tie in ego.ties:
        for at in range(2, len(tie.days)):
            day, known = tie.days[at], ego.last - tie.days[at]
            length = tie.days[at + 1] - day if at + 1 < len(tie.days) else inf
            if day >= ego.first + 35 and length > 1 and known >= 30:
                yield Silence(tie.moments[at], length, known, tie.horizon)


def _flags(egos: list[Ego]) -> dict[str, Flags]:
    silences = [silence for ego in egos for silence in _silences(ego)]
    lapses = sum(silence.is_lapse for silence in silences)
    found = {}
    for name, rule in RULES.items():
        flagged = [(silence, day) for silence in silences if (day := silence.first_flag(rule)) is not None]
        right = [day for silence, day in flagged if silence.length > day + silence.horizon]
        caught = sum(silence.is_lapse for silence, _ in flagged)
        found[name] = Flags(
            len(flagged),
            len(right) / len(flagged) if flagged else 0.0,
            caught / lapses if lapses else 0.0,
            median(right) if right else 0.0,
        )
    return found
