"""Whether the rhythms a person set can be kept at the pace she really has."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import Settings, effective_rhythm
from netui.domain.model.contact_row import ContactRow

WEEKS = 12


class RhythmShortfall(NamedTuple):
    """A contact whose set rhythm asks for more than happens, in contacts a week."""

    id: str
    needed: float
    average: float


class Capacity(NamedTuple):
    """Contacts a week that all set rhythms need, and the average there was with anyone.

    ``relax`` names those whose rhythm is furthest from what happens, the furthest first.
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
    """The capacity over the last 12 weeks; the archived, the muted and the dead need nothing."""
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

    Counted from the gaps the index keeps. When all of those lie within the weeks, the days before
    are taken to have come at the same pace, as many as there were.
    """
    end, day = today.toordinal(), row.last
    since = end - 7 * weeks
    if day <= since:
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
