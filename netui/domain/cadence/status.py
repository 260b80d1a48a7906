"""Status of a contact today (warm, due, quiet, snoozed …) and the sort order of the list.

A status is computed from the timeline and the day, never stored. In order of precedence: ``broken``
(the file cannot be read), ``died``, ``archived``, ``muted`` (mode off or ambient), ``snoozed``,
``new`` (no contact yet), by the rhythm the user set, else ``met`` (one or two contact-days), else by
the learned rhythm: ``quiet``, ``due``, ``dormant``, ``warm``.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from math import log
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

from netui.domain.cadence.model import (
    BURST_DAYS,
    LOG_PRIOR,
    Rhythm,
    gap_lengths,
    is_burst,
    measure,
    silence_quantile,
)
from netui.domain.model.contact_row import ONESELF, ContactRow
from netui.domain.model.dates import Span
from netui.domain.named_tuple import NamedTuple

if TYPE_CHECKING:
    from netui.domain.model.entry import Entry

State = Literal[
    "broken", "quiet", "due", "warm", "met", "new", "dormant", "snoozed", "muted", "archived", "died", "me"
]  # fmt: skip
STATES: tuple[State, ...] = get_args(State)
"""Every state, in the order of the list; the last three are listed only where a query asks for them."""
LISTED_STATES = STATES[:-3]

Sensitivity = Literal["sooner", "normal", "later"]
PAUSE_DAYS = 14
"""A pause (:mod:`netui.domain.cadence.pause`) begins after so many days on which nothing was logged."""
SHOWN = 10
"""Maximum number of quiet people that a "who is next" list shows."""
FOLLOW_UP_DAYS = 30
"""For so many days after it a first or second contact is worth a follow-up."""


_PATIENCE: Mapping[str, tuple[float, int, int, int]] = {
    "sooner": (0.4, 21, 3, 90),
    "normal": (0.5, 30, 4, 120),
    "later": (0.6, 45, 5, 180),
}
"""When a silence that is rare enough to be due counts as quiet: by the chance that nothing follows, or by its
length in days, and so many times the usual gap or so many days beyond it, whichever is less."""
_DUE_SHARE = 0.25
_OFTEN = 4  # a silence that one in so many gaps reached is due, not quiet
_FEW_DAYS, _MIN_SILENCE = 2, 7
_BURST_REST = 30  # so many days after a burst nobody is missed
_DORMANT_GAPS, _DORMANT_DAYS = 8.0, 180
_STEP = 1e7  # between the order numbers of two states; more than any ordinal
RANK: dict[State, float] = {state: rank * _STEP for rank, state in enumerate(STATES)}
"""The base of :attr:`Status.order` for each state."""
_MUTED = ("off", "ambient")
_AFTER_ALL = date.max.toordinal() + 1


class Settings(NamedTuple):
    """Network-wide settings of the reminders.

    ``defaults`` maps a tag or role (``mentor``; ``#mentor`` for the tag only, ``role:mentor`` for the
    role only) to the default rhythm (``3w``) of contacts without their own. ``held_on`` is the day (an
    ordinal) whose states are held in a pause of logging (:mod:`netui.domain.cadence.pause`), 0 in none.
    ``circles`` maps the tag of each circle to how often it meets (``1w``, or ``learn``).
    """

    sensitivity: Sensitivity = "normal"
    defaults: Mapping[str, str] = MappingProxyType({})
    held_on: int = 0
    circles: Mapping[str, str] = MappingProxyType({})

    def state_day(self, today: int) -> int:
        """The day (an ordinal) by which the silences of ``today`` are judged."""
        return self.held_on if 0 < self.held_on < today else today


class Status(NamedTuple):
    """The status of a contact on a day, with the figures behind it.

    ``days`` since the last contact of any kind that counts, ``chance`` of no contact in the next
    ``horizon`` days, ``share`` of the pair's silences that last this long, ``typical`` gap in days:
    all None where there was no contact or the state does not depend on it; a ``met`` one has days alone.
    ``order`` is the sort key of the list: by state as in :data:`STATES`, then quiet by chance, due and
    warm by longest silence, met and dormant by shortest, snoozed by day. The sort is stable.
    """

    state: State
    days: int | None = None
    chance: float | None = None
    share: float | None = None
    typical: float | None = None
    horizon: float | None = None
    order: float = 0.0


class Silence(NamedTuple):
    """The subset of a :class:`~netui.domain.model.contact_row.ContactRow` that a rhythm-based status needs.

    Loaded instead of whole rows where nothing but the rhythm decides the status.
    """

    id: str
    name: str
    every: str
    contact_days: int
    last: int
    silence_start: float
    decayed_count: float
    log_sum: float
    log_squares: float
    gaps: bytes
    season: int


def status_of(row: ContactRow, today: date, settings: Settings = Settings()) -> Status:  # noqa: B008
    """The status of one contact; its rhythm must have been learned from the days up to today."""
    return _status(row, today.toordinal(), settings)


def status_of_silence(silence: Silence, today: date, settings: Settings = Settings()) -> Status:  # noqa: B008
    """The status of a contact that only a rhythm decides; no default of a tag or role may apply."""
    return _status_after_silence(None, 0.0, silence.every, silence, today.toordinal(), settings)


def statuses_of(
    rows: Iterable[ContactRow],
    today: date,
    settings: Settings = Settings(),  # noqa: B008
) -> list[Status]:
    """The status of each contact, in the order given."""
    day = today.toordinal()
    return [_status(row, day, settings) for row in rows]


def effective_rhythm(row: ContactRow, settings: Settings = Settings()) -> tuple[Span | None, str]:  # noqa: B008
    """The set rhythm that applies to a contact, and the tag or role it comes from ("" for its own).

    The most specific wins: the contact's own, else the default of its first tag that has one, else
    of its first role. Text that is no span counts as none.
    """
    text, source = _nearest(row, settings.defaults)
    return _parsed(text)[0], source


def _nearest(row: ContactRow, defaults: Mapping[str, str]) -> tuple[str, str]:
    if row.every or not defaults:
        return row.every, ""
    for prefix, words in (("#", row.tags), ("role:", row.roles)):
        for word in words.split("\n") if words else ():
            if text := defaults.get(prefix + word) or defaults.get(word):
                return text, word
    return "", ""


def last_day(span: Span, last: int) -> int:
    """The deadline (an ordinal) that a set rhythm gives after the contact on day ``last``."""
    if span.unit == "d":
        return last + span.number
    if span.unit == "w":
        return last + 7 * span.number
    return _calendar_day(span, last)


def newly_quiet(
    rows: Iterable[ContactRow], statuses: Iterable[Status], told: Mapping[str, int]
) -> list[ContactRow]:
    """The quiet contacts not yet notified about, those likeliest to stay quiet first.

    ``told`` maps an id to the :attr:`ContactRow.last` at its last notification; a new silence has a
    new last contact-day, so it is notified again.
    """
    pairs = zip(rows, statuses, strict=True)
    found = [(s.order, c) for c, s in pairs if s.state == "quiet" and told.get(c.id) != c.last]
    return [contact for _, contact in sorted(found, key=itemgetter(0))]


def revival_candidates(
    rows: Iterable[ContactRow], statuses: Iterable[Status], limit: int = 3
) -> list[ContactRow]:
    """A few dormant contacts worth reviving: most contact-days first, then the shortest silence."""
    found = [c for c, s in zip(rows, statuses, strict=True) if s.state == "dormant"]
    return sorted(found, key=lambda contact: (-contact.contact_days, -contact.last))[:limit]


def count_unanswered(entries: Iterable["Entry"], last: int, today: date) -> int:
    """The number of unanswered attempts after the contact on day ``last`` (an ordinal, 0 for none)."""
    end = today.toordinal()
    return sum(entry.kind == "attempt" and last < entry.on.toordinal() <= end for entry in entries)


def may_be_due_from(every: str, rhythm: Rhythm) -> int:
    """The earliest day (an ordinal) on which a contact may be due or quiet; 0 for never.

    A prefilter stored in the index. ``every`` is the contact's own rhythm; defaults of tags and roles
    are not known here.
    """
    if not rhythm.days:
        return 0
    span, _ = _parsed(every) if every else _LEARNED
    if span is not None:
        return rhythm.last + 9 * (last_day(span, rhythm.last) - rhythm.last) // 10
    if rhythm.days <= _FEW_DAYS:
        return 0
    silence = silence_quantile(
        rhythm.days, rhythm.decayed_count, rhythm.log_sum, rhythm.log_squares, _DUE_SHARE
    )
    return int(min(rhythm.silence_start + silence, _AFTER_ALL - 1))


def is_by_chance(status: Status, settings: Settings) -> bool:
    """Whether the chance that nothing follows is high enough to call the contact quiet for that alone."""
    return status.chance is not None and status.chance >= _PATIENCE[settings.sensitivity][0]


def is_follow_up(status: Status) -> bool:
    """Whether someone was met so lately, for the first or second time, that a follow-up is worth it."""
    return status.state == "met" and 0 < (status.days or 0) <= FOLLOW_UP_DAYS


@lru_cache(maxsize=1024)
def _parsed(text: str) -> tuple[Span | None, float]:
    """The span that ``text`` is, or None, and the logarithm of the typical gap expected with it."""
    try:
        span = Span.parse(text)
    except ValueError:
        return None, LOG_PRIOR
    return span, log(span.days)


@lru_cache(maxsize=8192)
def _calendar_day(span: Span, last: int) -> int:
    try:
        return span.after(date.fromordinal(last)).toordinal()
    except ValueError:
        return _AFTER_ALL


def _status(row: ContactRow, today: int, settings: Settings) -> Status:
    if row.error:
        return _BROKEN
    if row.died:
        return _DIED
    if row.archived:
        return _ONESELF if row.archived == ONESELF else _ARCHIVED
    state: State | None = None
    within = 0.0
    if row.mode in _MUTED:
        state = "muted"
    elif row.snoozed_until and row.snoozed_until > settings.state_day(today):
        state, within = "snoozed", row.snoozed_until
    if not row.contact_days:
        return Status(state, order=RANK[state] + within) if state else _NEW
    every = row.every
    if not every and settings.defaults:
        every = _nearest(row, settings.defaults)[0]
    return _status_after_silence(state, within, every, row, today, settings)


def _status_after_silence(
    state: State | None,
    within: float,
    every: str,
    row: ContactRow | Silence,
    today: int,
    settings: Settings,
) -> Status:
    """The status of someone with contacts, from the silence unless ``state`` is decided already."""
    count, last = row.contact_days, row.last
    span, log_prior = _parsed(every) if every else _LEARNED
    days = today - last if today > last else 0
    if count <= _FEW_DAYS and state is None and span is None:
        return _made(Status, ("met", days, None, None, None, None, RANK["met"] + days))
    chance, share, typical, horizon, silence = measure(
        count,
        today - row.silence_start,
        row.decayed_count,
        row.log_sum,
        row.log_squares,
        log_prior,
    )
    if state is None:
        if settings.held_on:
            day, unheld = settings.state_day(today), settings._replace(held_on=0)
            state = _status_after_silence(None, 0.0, every, row, day, unheld).state
        elif span is not None:
            state = _by_setting(days, last_day(span, last) - last)
        elif (
            share > _DUE_SHARE
            or days < _MIN_SILENCE
            or days <= row.season
            or (days < _BURST_REST and count <= BURST_DAYS + 1 and is_burst(count, gap_lengths(row.gaps)))
        ):
            return _made(Status, ("warm", days, chance, share, typical, horizon, _WARM - days))
        else:
            state = _by_rhythm(chance, silence, silence / typical, row.gaps, settings.sensitivity)
        within = -chance if state == "quiet" else days if state == "dormant" else -days
    return _made(Status, (state, days, chance, share, typical, horizon, RANK[state] + within))


def _by_setting(days: int, allowed: int) -> State:
    if days > allowed:
        return "quiet"
    return "due" if 10 * days > 9 * allowed else "warm"


def _by_rhythm(
    chance: float, silence: float, typical_gaps: float, packed: bytes, sensitivity: Sensitivity
) -> State:
    """The state of a silence rare enough to be at least due; ``packed`` are the last gaps."""
    likely, days, times, beyond = _PATIENCE[sensitivity]
    is_likely = chance >= likely
    if not is_likely and silence < days:
        return "due"
    usual, often = usual_and_often(packed)
    if often >= silence:
        return "due"
    if not is_likely and silence < times * usual and silence < usual + beyond:
        return "due"
    return "dormant" if typical_gaps >= _DORMANT_GAPS and silence >= _DORMANT_DAYS else "quiet"


@lru_cache(maxsize=8192)
def usual_and_often(packed: bytes) -> tuple[int, int]:
    """The usual gap, and the longest silence that a quarter or more of the gaps reached: due at most."""
    gaps = sorted(gap_lengths(packed))
    return gaps[len(gaps) // 2], gaps[-((len(gaps) + _OFTEN - 1) // _OFTEN)]


_LEARNED: tuple[Span | None, float] = (None, LOG_PRIOR)
_WARM = RANK["warm"]
_NEW = Status("new", order=RANK["new"])
_made = tuple.__new__  # the generated constructor costs a fifth of computing one status
_BROKEN = Status("broken", order=RANK["broken"])
_ARCHIVED = Status("archived", order=RANK["archived"])
_DIED = Status("died", order=RANK["died"])
_ONESELF = Status("me", order=RANK["me"])
