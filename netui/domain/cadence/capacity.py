"""Capacity: contacts a week that the set rhythms need, against the user's real average."""

from collections.abc import Iterable
from datetime import date

from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import Settings, effective_rhythm
from netui.domain.model.contact_row import ContactRow
from netui.domain.named_tuple import NamedTuple

WEEKS = 12


class RhythmShortfall(NamedTuple):
    """A contact whose set rhythm needs more contacts a week than there are."""

    id: str
    needed: float
    average: float


class Capacity(NamedTuple):
    """Contacts a week that all set rhythms need, and the average with everyone over ``weeks`` weeks.

    ``relax`` are the contacts whose rhythm exceeds reality, largest shortfall first.
    """

    needed: float
    average: float
    weeks: int
    relax: tuple[RhythmShortfall, ...]


def measure_capacity(
    rows: Iterable[ContactRow],
    today: date,
    settings: Settings = Settings(),  # noqa: B008
) -> Capacity:
    """The capacity over the last 12 weeks; archived, muted and deceased contacts need none."""
    needed, average = 0.0, 0.0
    relax = []
    for row in rows:
        if row.error:
            continue
        had = recent_contacts(row, today) / WEEKS
        average += had
        if row.archived or row.died or row.mode in ("off", "ambient"):
            continue
        if not row.every and not settings.defaults:
            continue
        span, _ = effective_rhythm(row, settings)
        if span is None:
            continue
        wants = 7.0 / span.days
        needed += wants
        if wants > had:
            relax.append(RhythmShortfall(row.id, wants, had))
    relax.sort(key=lambda one: one.average - one.needed)
    return Capacity(needed, average, WEEKS, tuple(relax))


def recent_contacts(row: ContactRow, today: date, weeks: int = WEEKS) -> int:
    """The contact-days of a pair in the last ``weeks`` weeks, today included.

    Counted from the last 20 gaps, which the index keeps. When all of those lie within the weeks, the
    earlier contact-days are assumed to have come at the same pace.
    """
    end, day = today.toordinal(), row.last
    since = end - 7 * weeks
    if not day or day <= since:
        return 0
    gaps = gap_lengths(row.gaps)
    count = int(since < day <= end)
    for gap in reversed(gaps):
        day -= gap
        if day <= since:
            return count
        count += day <= end
    earlier = row.contact_days - len(gaps) - 1
    if not earlier or day <= since:
        return count
    return count + min(earlier, (day - since - 1) * len(gaps) // (row.last - day))
