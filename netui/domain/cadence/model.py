"""Rhythm model: a survival model of the gaps between contacts, which rates the present silence.

The gap between two contact-days of a pair is log-logistic around the pair's own recent typical gap,
and with some odds the pair never meets again. Both are in closed form over five running sums, so an
update by one day and the assessment of one silence take constant time.

A contact-day counts once, however much happened on it. Its weight depends on how many people
shared it: :func:`group_weight`.
"""

from collections.abc import Iterable, Sequence
from math import exp, inf, log, pi, sqrt
from struct import Struct, pack
from typing import Any

from netui.domain.model.contact_row import ContactRow
from netui.domain.named_tuple import NamedTuple

PRIOR_DAYS = 60.0  # the typical gap before anything is known of a pair
LOG_PRIOR = log(PRIOR_DAYS)
GAPS_KEPT = 20
BURST_DAYS = 14
"""Contact-days that all lie so close together are one burst: a course, a conference, a project."""

_DECAY = 0.9  # each newer gap makes the older ones count a tenth less
_PRIOR_WEIGHT = 2.0  # the prior is worth this many gaps
_PRIOR_SQUARES = _PRIOR_WEIGHT * 2.2**2  # its spread of log gaps is 2.2
_SHAPE = pi / sqrt(3.0)  # the shape of a log-logistic is this over the spread of its logarithm
_ODDS = 0.43  # that a pair met once never meets again
# On real logs four gaps, pulled up by the prior, look too far ahead: people are ordered less well and
# the odds are further from what happened (``python -m tests.accuracy``).
_HORIZON_GAPS, _HORIZON_MIN, _HORIZON_MAX = 3.8, 30.0, 120.0
_LONGEST_GAP = 0xFFFF
_UNPACK = [Struct(f"<{count}H").unpack for count in range(GAPS_KEPT + 1)]


class Rhythm(NamedTuple):
    """Sufficient statistics of a pair's contact-days, stored in the index.

    ``days`` is how many there were and ``last`` the ordinal of the latest. ``silence_start`` is the
    (fractional) ordinal from which the model measures the silence: ``last`` after a contact one to
    one, earlier after a large group. ``decayed_count``, ``log_sum`` and ``log_squares`` are the decayed
    number, sum of logarithms and sum of squared logarithms of the gaps. ``gaps`` are the last 20
    gaps between contact-days, oldest first, two bytes each, for the words.
    """

    days: int = 0
    last: int = 0
    silence_start: float = 0.0
    decayed_count: float = 0.0
    log_sum: float = 0.0
    log_squares: float = 0.0
    gaps: bytes = b""

    @classmethod
    def of(cls, row: ContactRow) -> "Rhythm":
        """The rhythm stored in a row of the index."""
        return cls(
            row.contact_days,
            row.last,
            row.silence_start,
            row.decayed_count,
            row.log_sum,
            row.log_squares,
            row.gaps,
        )

    @property
    def columns(self) -> dict[str, Any]:
        """The values by the names that they have in a row of the index."""
        days, *_ = self
        return {"contact_days": days, **{name: getattr(self, name) for name in self._fields[1:]}}

    def add(self, day: int, people: int = 1) -> "Rhythm":
        """The rhythm updated with one contact-day shared by ``people`` contacts (1 is one to one).

        Raises ValueError unless ``day`` (an ordinal) is the latest: an earlier day changes every gap
        after it and needs :func:`learn`.
        """
        if day <= self.last:
            raise ValueError(f"day {day} is not after day {self.last}: learn from all days instead")
        return self.extended([(day, people)])

    def extended(self, later: Iterable[tuple[int, int]]) -> "Rhythm":
        """The rhythm updated with several contact-days, in ascending order."""
        days, last, silence_start, decayed_count, log_sum, log_squares, gaps = self
        new = []
        for day, people in later:
            share = group_weight(people) if people > 1 else 1.0
            silence = day - silence_start if days else PRIOR_DAYS
            if days:
                log_gap, decay = log(silence), _DECAY**share
                decayed_count = decayed_count * decay + share
                log_sum = log_sum * decay + share * log_gap
                log_squares = log_squares * decay + share * log_gap * log_gap
                new.append(day - last)
            silence_start = day - (1.0 - share) * (silence if silence < PRIOR_DAYS else PRIOR_DAYS)
            days, last = days + 1, day
        kept = [gap if gap < _LONGEST_GAP else _LONGEST_GAP for gap in new[-GAPS_KEPT:]]
        gaps = (gaps + pack(f"<{len(kept)}H", *kept))[-2 * GAPS_KEPT :]
        return Rhythm(days, last, silence_start, decayed_count, log_sum, log_squares, gaps)


def group_weight(people: int) -> float:
    """How much a contact-day shared by ``people`` contacts counts, from 1 (one to one) towards 0.

    ``1 / (1 + ((people - 1) / 4) ** 2)``: .94 for two, .80 for three, .50 for five, .12 for twelve.
    Free conversation seldom holds more than four people at once (Dunbar, Duncan and Nettle, Human
    Nature 6, 1995): up to there everyone shares one talk, beyond it a pair meets only by the way.

    A day of weight v leaves the part 1 - v of the silence before it standing, and counts as v of a
    gap as long as that silence. No more than the prior typical gap is left standing in part: after a
    party of twelve the model sees 53 days of silence at most, and an entry added for an older day
    can only shorten what it sees. The days shown to people, and a rhythm they set themselves, run
    from the last contact-day whatever its size.
    """
    others = people - 1
    return 1.0 / (1.0 + others * others / 16.0) if others > 0 else 1.0


def smallest_groups(contact_days: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each day of ``(ordinal, people)`` once, in ascending order, with the smallest group on it."""
    smallest: dict[int, int] = {}
    for day, people in contact_days:
        if people < smallest.get(day, people + 1):
            smallest[day] = people
    return sorted(smallest.items())


def learn(contact_days: Iterable[tuple[int, int]]) -> Rhythm:
    """The rhythm of all ``(ordinal, people)`` in any order; the smallest group of a day counts."""
    return Rhythm().extended(smallest_groups(contact_days))


def gap_lengths(gaps: bytes) -> tuple[int, ...]:
    """The gaps kept in :attr:`Rhythm.gaps`, in days, oldest first; 65535 stands for that or longer."""
    return _UNPACK[len(gaps) // 2](gaps)


def usual_gap(gaps: Sequence[int]) -> int:
    """The upper median of the gaps, so that it is one of them; there must be at least one."""
    return sorted(gaps)[len(gaps) // 2]


def is_burst(contact_days: int, gaps: Sequence[int]) -> bool:
    """Whether there were several contact-days, and all within :data:`BURST_DAYS` of the first."""
    return 1 < contact_days == len(gaps) + 1 and sum(gaps) <= BURST_DAYS


class Assessment(NamedTuple):
    """An assessment of the present silence.

    ``chance`` is the probability of no contact in the next ``horizon`` days, ``share`` the fraction
    of this pair's silences that last at least as long. ``typical`` gap, ``silence`` and ``horizon``
    are in days.
    """

    chance: float
    share: float
    typical: float
    horizon: float
    silence: float


def assess(rhythm: Rhythm, today: int, prior_days: float = PRIOR_DAYS) -> Assessment:
    """Assesses the silence of a pair with at least one contact-day on ``today`` (an ordinal).

    ``prior_days`` is the gap expected before any was seen, such as a rhythm the user set.
    """
    days, _, silence_start, decayed_count, log_sum, log_squares, _ = rhythm
    return Assessment(
        *measure(days, today - silence_start, decayed_count, log_sum, log_squares, log(prior_days))
    )


def silence_quantile(
    days: int, decayed_count: float, log_sum: float, log_squares: float, share: float
) -> float:
    """The silence in days that ``share`` of the pair's silences exceed; the inverse of :func:`measure`.

    Infinite where the odds of never meeting again alone exceed ``share``.
    """
    total = _PRIOR_WEIGHT + decayed_count
    squares = log_squares - log_sum * log_sum / decayed_count if decayed_count else 0.0
    shape = _SHAPE * sqrt(total / (_PRIOR_SQUARES + squares if squares > 0.0 else _PRIOR_SQUARES))
    never = _ODDS / (days * sqrt(days))
    longer = share * (never + 1.0) - never
    if longer <= 0.0:
        return inf
    typical = exp((_PRIOR_WEIGHT * LOG_PRIOR + log_sum) / total)
    return float(typical * (1.0 / longer - 1.0) ** (1.0 / shape))


def measure(
    days: int,
    silence: float,
    decayed_count: float,
    log_sum: float,
    log_squares: float,
    log_prior: float = LOG_PRIOR,
) -> tuple[float, float, float, float, float]:
    """The fields of :class:`Assessment` as a bare tuple, for loops over thousands of pairs.

    With ``w``, ``a``, ``b`` the decayed count, sum and sum of squares of log gaps and ``n`` the
    contact-days: typical gap ``t = exp((2 ln prior + a) / (2 + w))``; shape ``k = (pi / sqrt 3) /
    sqrt((2 * 2.2 ** 2 + max(b - a * a / w, 0)) / (2 + w))``; share of gaps longer than x
    ``S(x) = 1 / (1 + (x / t) ** k)``; odds of never ``q = .43 / n ** 1.5``; horizon
    ``H = clamp(3.8 t, 30, 120)``; chance ``(q + S(g + H)) / (q + S(g))``; share ``(q + S(g)) / (q + 1)``.
    """
    total = _PRIOR_WEIGHT + decayed_count
    typical = exp((_PRIOR_WEIGHT * log_prior + log_sum) / total)
    squares = log_squares - log_sum * log_sum / decayed_count if decayed_count else 0.0
    shape = _SHAPE * sqrt(total / (_PRIOR_SQUARES + squares if squares > 0.0 else _PRIOR_SQUARES))
    horizon = _HORIZON_GAPS * typical
    if horizon < _HORIZON_MIN:
        horizon = _HORIZON_MIN
    elif horizon > _HORIZON_MAX:
        horizon = _HORIZON_MAX
    never = _ODDS / (days * sqrt(days))
    if silence < 0.0:
        silence = 0.0
    lasting = never + 1.0 / (1.0 + (silence / typical) ** shape)
    longer = never + 1.0 / (1.0 + ((silence + horizon) / typical) ** shape)
    return longer / lasting, lasting / (never + 1.0), typical, horizon, silence
