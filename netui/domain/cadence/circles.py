"""Circles: people with one tag who meet as a group; their rhythm, and members who turn quiet together.

The rhythm of a circle is that of its meetings, as the rhythm of a pair is that of its contacts. Where half of
the members turn quiet within :data:`TOGETHER_DAYS`, what is missing is the circle, and one line says so.
"""

from collections.abc import Mapping
from datetime import date

from netui.domain.cadence.explanations import explain
from netui.domain.cadence.status import Settings, Status, status_of
from netui.domain.model.contact_row import ContactRow

TOGETHER_DAYS = 30
"""Members who turn quiet within so many days do so together."""
LEAST_TOGETHER = 3
"""So many must turn quiet at least, however small the circle."""

_OF_A_CIRCLE = (
    ("in touch today", "met today"), ("in touch yesterday", "met yesterday"), ("contact day", "meeting"),
    ("nothing logged since", "no meeting since"), ("no word", "no meeting"), ("your last", "its last"),
)  # fmt: skip
"""What is said of a pair, and what of a circle instead."""


def quiet_since(row: ContactRow, today: date, settings: Settings) -> int:
    """The day (an ordinal) on which somebody who is quiet today turned quiet."""
    last, settings = settings.state_day(today.toordinal()), settings._replace(held_on=0)
    first = row.last + 1
    while first < last:
        middle = (first + last) // 2
        if status_of(row, date.fromordinal(middle), settings).state == "quiet":
            last = middle
        else:
            first = middle + 1
    return first


def find_quiet_together(since: Mapping[str, int], members: int) -> tuple[tuple[str, ...], int]:
    """Those who turned quiet together, and the day (an ordinal) on which they were half of the circle.

    ``since`` gives the day on which each quiet member turned quiet, ``members`` counts all. Nobody and 0
    where no thirty days hold half of them, and three.
    """
    ordered = sorted(since.items(), key=lambda one: (one[1], one[0]))
    enough = max(LEAST_TOGETHER, -(-members // 2))
    best: list[tuple[str, int]] = []
    for at, (_, day) in enumerate(ordered):
        together = [one for one in ordered[at:] if one[1] < day + TOGETHER_DAYS]
        if len(together) > len(best):
            best = together
    if len(best) < enough:
        return (), 0
    return tuple(who for who, _ in best), best[enough - 1][1]


def explain_circle(
    row: ContactRow, status: Status, today: date, settings: Settings, quiet: int, members: int
) -> str:
    """Why a circle has its status, and how many of its members turned ``quiet`` together."""
    if status.state == "new":
        words = "no meeting logged yet"
    elif status.state == "met":
        words = explain(row, status, today, settings).partition(":")[0]
    else:
        words = explain(row, status, today, settings)
        for said, meant in _OF_A_CIRCLE:
            words = words.replace(said, meant)
    if not quiet:
        return words
    return f"{words}; {quiet} of its {members} members have gone quiet within {TOGETHER_DAYS} days"
