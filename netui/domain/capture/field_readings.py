"""Readings of one field: a person or a day in place of the words that name it. Loaded only for a problem."""

from collections.abc import Iterable
from datetime import date, datetime

from netui.domain.capture.model import Person, Reading
from netui.domain.capture.tokens.lexer import quote_value
from netui.domain.model.dates import full_day


def name_reading(person: Person, start: int, end: int) -> Reading:
    """``person`` in place of the name from ``start`` to ``end``."""
    return Reading(f"{person.name} (@{person.id})", start, end, f"@{quote_value(person.id)}")


def date_readings(days: Iterable[date], start: int, end: int, *, hour: bool = False) -> tuple[Reading, ...]:
    """Each of ``days`` in place of the words from ``start`` to ``end``; ``hour``: as a time of day."""
    return tuple(
        Reading(f"{day:%H:%M}", start, end, f"{day:%H:%M}")
        if hour
        else Reading(full_day(day), start, end, typed_date(day))
        for day in days
    )


def typed_date(day: date) -> str:
    """A day as it is typed without doubt: ``2026-11-20``, ``2026-11-20 15:00``."""
    return f"{day:%Y-%m-%d %H:%M}" if isinstance(day, datetime) else day.isoformat()
