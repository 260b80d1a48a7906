"""Scores of the rhythm model against simpler baselines, on contact logs: how well it ranks, and its odds.

Each seven days every tie that has been silent for 1 to 180 days is scored. The truth is that no
contact follows within H days, H being four times the tie's median gap over its whole log, at least
30 and at most 120 days, inside the ego's log. Egos have at least 5 ties of 3 contact-days and 90
days of log. Weeks around a stretch of 21 days in which an otherwise busy ego logged nothing are
left out: nobody can tell a lapse from a missing log there.
"""

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from operator import itemgetter
from statistics import fmean
from typing import NamedTuple

from tests.accuracy.bootstrap import Estimate, resample
from tests.accuracy.egos import METHODS, Ego, read_ego
from tests.accuracy.flags import STATE, USUAL, Flags, SlowTies, find_silences, score_flags, score_slow_ties
from tests.accuracy.logs import Log

BUCKETS = ((3, 4), (5, 9), (10, 10**9))  # contact-days so far: each counts alike in the AUROC
MOST_EGOS = 300
_BINS = 200  # of the scores, for the intervals of the AUROC


class Score(NamedTuple):
    """The figures of one log; ``auroc`` and ``top_ten`` by method, ``flags`` by rule.

    ``gain`` and ``gain_within`` are the AUROC of the chance above that of days since the last contact: over
    all, and within each ego. ``calibration_error`` is measured against the horizon that the words state.
    """

    tie_weeks: int
    auroc: dict[str, Estimate]
    gain: Estimate
    gain_within: Estimate
    top_ten: dict[str, Estimate]
    calibration_error: Estimate
    flags: dict[str, Flags]
    slow_ties: SlowTies

    @property
    def precision_ratio(self) -> float:
        """How many times as often the quiet state's flags are right as the usual rule's."""
        usual = self.flags[USUAL].right.value
        return self.flags[STATE].right.value / usual if usual else float("inf")


def score(contacts: Log, most_egos: int = MOST_EGOS) -> Score | None:
    """The figures of a log, over at most ``most_egos`` egos drawn with a fixed seed; None if too small."""
    names = list(contacts)
    random.Random(1).shuffle(names)
    egos = [ego for name in names[:most_egos] if (ego := read_ego(contacts[name])) is not None]
    samples = [list(_weekly(ego)) for ego in egos]
    everything = [sample for of_ego in samples for sample in of_ego]
    if mean_auroc(everything, 0) is None:
        return None
    tables = [_Histograms(samples, method) for method in range(len(METHODS))]
    silences = [list(find_silences(ego)) for ego in egos]
    return Score(
        tie_weeks=len(everything),
        auroc={method: _area(samples, at, tables[at]) for at, method in enumerate(METHODS)},
        gain=_gain(samples, tables),
        gain_within=_gain_within(samples),
        top_ten=_top_ten(samples),
        calibration_error=_calibration_error(samples),
        flags=score_flags(silences),
        slow_ties=score_slow_ties(silences),
    )


class Sample(NamedTuple):
    """One tie in one week: its contact-days so far, whether nothing followed, each method's score.

    ``is_silent`` is whether nothing followed within the model's own horizon, None where the log ends before.
    """

    week: int
    contact_days: int
    lapsed: bool
    is_silent: bool | None
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
            following = tie.days[at + 1] if at + 1 < len(tie.days) else None
            scores, horizon = tie.moments[at].scores(day)
            silent = following is None or following > day + horizon
            yield Sample(
                day,
                at + 1,
                following is None or following > day + tie.horizon,
                silent if day + horizon <= ego.last else None,
                scores,
            )


def mean_auroc(samples: list[Sample], method: int) -> float | None:
    """The AUROC of a method, the mean over :data:`BUCKETS`."""
    areas = [
        auroc([(one.scores[method], one.lapsed) for one in samples if low <= one.contact_days <= high])
        for low, high in BUCKETS
    ]
    known = [area for area in areas if area is not None]
    return fmean(known) if known else None


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


def _area(samples: list[list[Sample]], method: int, table: "_Histograms") -> Estimate:
    """The AUROC of a method; the interval over the egos, with binned scores."""
    value = mean_auroc([one for of_ego in samples for one in of_ego], method) or 0.0
    centre = table.area(range(len(samples)))
    return Estimate.around(value, [drawn - centre for drawn in resample(len(samples), table.area)])


def _gain(samples: list[list[Sample]], tables: "list[_Histograms]") -> Estimate:
    """The gain in AUROC over days since the last contact; the interval over the egos, with binned scores."""
    everything = [one for of_ego in samples for one in of_ego]
    ours, days = (mean_auroc(everything, method) or 0.0 for method in (0, 1))
    centre = tables[0].area(range(len(samples))) - tables[1].area(range(len(samples)))
    drawn = resample(len(samples), lambda those: tables[0].area(those) - tables[1].area(those))
    return Estimate.around(ours - days, [value - centre for value in drawn])


class _Histograms:
    """The scores of each ego and bucket in :data:`_BINS` bins: the AUROC of any egos is a sum."""

    def __init__(self, samples: list[list[Sample]], method: int):
        self._buckets = []
        for low, high in BUCKETS:
            of_egos = [[one for one in ego if low <= one.contact_days <= high] for ego in samples]
            ranked = sorted(one.scores[method] for ego in of_egos for one in ego)
            edges = [ranked[len(ranked) * at // _BINS] for at in range(1, _BINS)] if ranked else []
            counts = []
            for ego in of_egos:
                found: dict[int, list[int]] = defaultdict(lambda: [0, 0])
                for one in ego:
                    found[bisect_right(edges, one.scores[method])][one.lapsed] += 1
                counts.append(dict(found))
            self._buckets.append(counts)

    def area(self, egos: "range | list[int]") -> float:
        """The mean AUROC of these egos, each as often as it is named."""
        areas = []
        for counts in self._buckets:
            sums = [[0, 0] for _ in range(_BINS)]
            for ego in egos:
                for at, (kept, lapsed) in counts[ego].items():
                    sums[at][0] += kept
                    sums[at][1] += lapsed
            below, won = 0, 0.0
            for kept, lapsed in sums:
                won += lapsed * (below + kept / 2)
                below += kept
            lapses = sum(lapsed for _, lapsed in sums)
            if below and lapses:
                areas.append(won / (below * lapses))
        return fmean(areas) if areas else 0.0


def _gain_within(samples: list[list[Sample]]) -> Estimate:
    """The gain in AUROC within each ego, egos weighted by their tie-weeks."""
    gains = []
    for of_ego in samples:
        areas = [auroc([(one.scores[method], one.lapsed) for one in of_ego]) for method in (0, 1)]
        ours, days = areas
        if ours is not None and days is not None:
            gains.append((len(of_ego), ours - days))

    def mean(those: "range | list[int]") -> float:
        weight = sum(gains[at][0] for at in those)
        return sum(gains[at][0] * gains[at][1] for at in those) / weight if weight else 0.0

    return Estimate.of(mean(range(len(gains))), resample(len(gains), mean))


def _top_ten(samples: list[list[Sample]]) -> dict[str, Estimate]:
    """The part of the ten named first each week that is right; {} where no ego has more than ten ties."""
    counts = [_top_tens_of(of_ego) for of_ego in samples]
    if not any(listed for _, listed in counts):
        return {}

    def part(method: int, those: "range | list[int]") -> float:
        listed = sum(counts[ego][1] for ego in those)
        return sum(counts[ego][0][method] for ego in those) / listed if listed else 0.0

    everyone = range(len(samples))
    return {
        method: Estimate.of(part(at, everyone), resample(len(samples), partial(part, at)))
        for at, method in enumerate(METHODS)
    }


def _top_tens_of(of_ego: list[Sample]) -> tuple[list[int], int]:
    """How many of one ego's top tens are right, by method, and how many are listed."""
    right, listed = [0] * len(METHODS), 0
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
    return right, listed


def _calibration_error(samples: list[list[Sample]]) -> Estimate:
    """The calibration error of the chance over ten equal bins, against the horizon it is said for."""
    tables = []
    for of_ego in samples:
        bins = [0.0] * 11
        for one in of_ego:
            if one.is_silent is not None:
                bins[min(int(one.scores[0] * 10), 9)] += one.scores[0] - one.is_silent
                bins[10] += 1
        tables.append(bins)

    def error(those: "range | list[int]") -> float:
        *bins, count = (sum(tables[at][place] for at in those) for place in range(11))
        return sum(map(abs, bins)) / count if count else 0.0

    return Estimate.of(error(range(len(tables))), resample(len(tables), error))
