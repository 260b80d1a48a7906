"""Formats dates for the screen, relative to today."""

from datetime import date

from netui.domain.model.dates import MONTH_NAMES as MONTH_NAMES
from netui.domain.model.dates import PartialDate, day_of, full_day, said_day, written_day

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def long_day(when: date, today: date) -> str:
    """``Fri 27 Nov``, with the year unless it is this one, and the time where there is one."""
    return said_day(when, None if when.year == today.year else when.year)


def short_day(day: date, today: date) -> str:
    """``Fri`` in the coming week, else ``12 Dec`` or ``Dec 2027``."""
    day = day_of(day)
    ahead = (day - today).days
    if ahead == 0:
        return "today"
    if 0 < ahead < 7:
        return _DAYS[day.weekday()]
    if abs(ahead) < 320:
        return written_day(day.day, day.month)
    return f"{_MONTHS[day.month - 1]} {day.year}"


def full_date(when: date | PartialDate) -> str:
    """``Fri 27 Nov 2026``, ``3 May 1990``, ``3 May, each year``, ``May 2024``: what is known of a date."""
    if isinstance(when, date):
        return full_day(when)
    year = "" if when.year is None else f" {when.year}"
    if when.month is None:
        return year.strip()
    if not when.day:
        return f"{_MONTHS[when.month - 1]}{year}"
    return written_day(when.day, when.month, when.year) + ("" if year else ", each year")


def day_and_weekday(when: date) -> str:
    """``24 Thu``, the heading of an entry within its month."""
    day = day_of(when)
    return f"{day.day:2d} {_DAYS[day.weekday()]}"


def month_heading(day: date, today: date) -> str:
    """``September``, with the year unless it is this one."""
    name = MONTH_NAMES[day.month - 1]
    return name if day.year == today.year else f"{name} {day.year}"


def in_days(days: int) -> str:
    """``today``, ``tomorrow``, ``in 3 days``."""
    return "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
