"""Days that come round each year, and whether one has already done something about them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from netui.domain.model.contact_row import fold
from netui.domain.model.dates import PartialDate

GESTURES = frozenset(("gift", "letter"))
"""Kinds that are for the day whatever they say."""


class Activity(NamedTuple):
    """What was logged with someone: its day, kind, whether it counts as contact, its text and tags."""

    day: date
    kind: str
    counts: bool
    words: str


def is_acted_on(what: str, on: date, lead: int, activities: Iterable[Activity]) -> bool:
    """Whether the day ``on`` of ``what`` needs no more telling.

    It is so once, within the ``lead`` days before it, a gift or a letter was logged or anything that
    names the occasion (a message with "birthday" in it, a note), and on the day itself by any contact.
    Contact about something else before the day leaves it to be told: a birthday is not kept by an
    e-mail about work in the same week.
    """
    first = on - timedelta(max(lead, 0))
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
    """How many years a date that began in a known year has returned by ``on``; never a guess, never 0."""
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
