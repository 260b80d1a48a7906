"""Whether the rhythms a person set can be kept at the pace she really has."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netui.domain.cadence.model import gap_lengths
from netui.domain.cadence.status import Settings, every_in_force
from netui.domain.model.contact_row import ContactRow

WEEKS = 12


class Relaxable(NamedTuple):
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
    relax: tuple[Relaxable, ...]


def measure_capacity(
    summaries: Iterable[ContactRow],
    today: date,
    settings: Settings = Settings(),  # noqa: B008
) -> Capacity:
    """The capacity over the last 12 weeks; the archived, the muted and the dead need nothing."""
    needed, average = 0.0, 0.0
    relax = []
    for summary in summaries:
        if summary.error:
            continue
        had = recent_contacts(summary, today) / WEEKS
        average += had
        if summary.archived or summary.died or summary.mode in ("off", "ambient"):
            continue
        if not summary.every and not settings.defaults:
            continue
        span, _ = every_in_force(summary, settings)
        if span is None:
            continue
        wants = 7.0 / span.days
        needed += wants
        if wants > had:
            relax.append(Relaxable(summary.id, wants, had))
    relax.sort(key=lambda one: one.average - one.needed)
    return Capacity(needed, average, WEEKS, tuple(relax))


def recent_contacts(summary: ContactRow, today: date, weeks: int = WEEKS) -> int:
    """The contact-days of a pair in the last ``weeks`` weeks, today included.

    Counted from the gaps the index keeps. When all of those lie within the weeks, the days before
    are taken to have come at the same pace, as many as there were.
    """
    end, day = today.toordinal(), summary.last
    since = end - 7 * weeks
    if day <= since:
        return 0
    gaps = gap_lengths(summary.gaps)
    count = int(since < day <= end)
    for gap in reversed(gaps):
        day -= gap
        if day <= since:
            return count
        count += day <= end
    earlier = summary.contact_days - len(gaps) - 1
    if not earlier or day <= since:
        return count
    return count + min(earlier, (day - since - 1) * len(gaps) // (summary.last - day))
