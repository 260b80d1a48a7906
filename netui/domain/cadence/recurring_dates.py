"""Recurring dates (birthdays, anniversaries): ages, labels, and whether the user acted on one already."""

from collections.abc import Iterable
from datetime import date

from netui.domain.model.contact_row import fold
from netui.domain.model.dates import PartialDate, shift
from netui.domain.named_tuple import NamedTuple

GESTURES = frozenset(("gift", "letter"))
"""Kinds that count as acting on the date whatever their text says."""


class Activity(NamedTuple):
    """A logged entry: day, kind, whether it counts as contact, text and tags in ``words``."""

    day: date
    kind: str
    counts: bool
    words: str


def is_acted_on(what: str, on: date, lead: int, activities: Iterable[Activity]) -> bool:
    """Whether the date ``on`` of ``what`` needs no more reminders.

    True once, within the ``lead`` days before, a gift or letter was logged, or anything that names the
    occasion (a message or note with "birthday" in it); on the day itself, after any contact. Other
    contact before the day does not count: an e-mail about work does not settle a birthday that week.
    """
    first = shift(on, -max(lead, 0))
    names = fold(what).split()
    for activity in activities:
        if not first <= activity.day <= on:
            continue
        if activity.kind in GESTURES or (activity.counts and activity.day == on):
            return True
        words = fold(activity.words)
        if names and all(name in words for name in names):
            return True
    return False


def years_at(partial: PartialDate, on: date) -> int | None:
    """The age or anniversary in years on ``on``; None where the year is unknown or it would be 0."""
    if partial.year is None or on.year <= partial.year:
        return None
    return on.year - partial.year


def day_words(what: str, years: int | None) -> str:
    """``birthday``, ``birthday, turns 40`` and for other dates ``wedding, 10 years``; no age unless known."""
    if years is None:
        return what
    if fold(what) == "birthday":
        return f"{what}, turns {years}"
    return f"{what}, {years} {'year' if years == 1 else 'years'}"
