"""Calendar values in files: partial dates (``--12-10``) and spans of time (``3w``).

Relative dates such as "last fri" are parsed by :mod:`netui.domain.natural_dates.parse`.
"""

import re
from datetime import MAXYEAR, date, datetime, timedelta

from netui.domain.named_tuple import NamedTuple

_PARTIAL = ([4], [4, 2], [4, 2, 2], [0, 0, 2], [0, 0, 2, 2])
"""How many digits stand between the dashes of a date: ``2024-05-02``, ``2024-05``, ``2024``, ``--05-02``."""
_SPAN = r"\s*(\d{1,5})\s*(d|w|m|y)\s*\Z"
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_style = "day-month"


def use_date_style(style: str) -> None:
    """Writes days from now on as ``day-month`` (24 Dec), ``month-day`` (Dec 24) or ``iso`` (12-24)."""
    global _style
    _style = style


def written_day(day: int, month: int, year: int | None = None, *, in_full: bool = False) -> str:
    """A day in the style in force: ``24 Dec``, ``Dec 24`` or ``12-24``; with a year ``24 Dec 2027``.

    ``in_full`` writes out the name of the month.
    """
    name = MONTH_NAMES[month - 1] if in_full else MONTH_NAMES[month - 1][:3]
    if _style == "iso":
        return f"{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"
    if _style == "month-day":
        return f"{name} {day}" if year is None else f"{name} {day}, {year}"
    return f"{day} {name}" if year is None else f"{day} {name} {year}"


def full_day(when: date) -> str:
    """``Fri 27 Nov 2026``, and the time where there is one: how a change says the day that it understood."""
    return said_day(when, when.year)


def said_day(when: date, year: int | None) -> str:
    """A day with its weekday, with that year where one is given, and the time where there is one."""
    said = f"{_WEEKDAYS[when.weekday()]} {written_day(when.day, when.month, year)}"
    return f"{said} {when.hour:02d}:{when.minute:02d}" if isinstance(when, datetime) else said


DAY_OF_DEATH = "day of death"
"""What the yearly date is called on which somebody who died is remembered."""
LONG_PAST_DAYS = 30
"""What was due so many days ago comes behind what can still be done."""
UNKNOWN_DAY = date.min
"""Stands for the day of something done of which the file does not tell it."""
_UNIT_DAYS = {"d": 1.0, "w": 7.0, "m": 30.4375, "y": 365.25}


class PartialDate(NamedTuple):
    """A date of which some parts may be unknown: 2024-05-02, 2024-05, 2024 or --05-02."""

    year: int | None
    month: int | None
    day: int | None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}" if self.year is not None else "-"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def words(self) -> str:
        """What is known of it in words, in the style in force: ``3 May 1990``, ``3 May``, ``May 2024``."""
        return self._written(in_full=True)

    @property
    def short_words(self) -> str:
        """The same with months of three letters, as a change says it: ``3 Dec``."""
        return self._written(in_full=False)

    def _written(self, *, in_full: bool) -> str:
        if self.day and self.month:
            return written_day(self.day, self.month, self.year, in_full=in_full)
        name = MONTH_NAMES[self.month - 1] if self.month else ""
        return " ".join(str(part) for part in (name if in_full else name[:3], self.year) if part)

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Reads a TOML date or a string such as ``--12-10``; raises ValueError when it is neither."""
        if isinstance(value, date):
            return cls(value.year, value.month, value.day)
        parts = value.split("-") if isinstance(value, str) else []
        if [len(part) for part in parts] not in _PARTIAL or not "".join(parts).isdecimal():
            raise ValueError(f"{value!r} is not a date (2024-05-02, 2024-05, 2024 or --05-02)")
        year, month, day = (int(part) if part else None for part in (*parts[not parts[0] :], "", "")[:3])
        if year is None and (month is None or day is None):
            raise ValueError(f"{value!r} is not a date (a date without a year needs month and day)")
        date(year if year is not None else 2000, month or 1, day or 1)
        return cls(year, month, day)

    def next_from(self, today: date) -> date | None:
        """The next anniversary on or after ``today``; 29 February falls on the 28th of common years."""
        if self.month is None or self.day is None:
            return None
        for year in range(today.year, min(today.year + 1, MAXYEAR) + 1):
            occurrence = yearly(year, self.month, self.day)
            if occurrence >= today and (self.year is None or year >= self.year):
                return occurrence
        return None

    def next_month_from(self, today: date) -> date | None:
        """The first day of the next anniversary's month, this month included, where no day is known."""
        if self.month is None or self.day is not None:
            return None
        year = today.year + (self.month < today.month)
        year = year if self.year is None else max(year, self.year)
        return date(year, self.month, 1) if year <= MAXYEAR else None


def shift(day: date, days: int) -> date:
    """The day so many days later, earlier where negative; at most the last and first of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def month_length(year: int, month: int) -> int:
    """The number of days of the month; :mod:`calendar` has it too but is slow to import."""
    is_leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if is_leap else _LENGTHS[month - 1]


def yearly(year: int, month: int, day: int) -> date:
    """The day in ``year`` on which a yearly date falls."""
    if month == 2 and day == 29 and month_length(year, 2) < 29:
        day = 28
    return date(year, month, day)


class Span(NamedTuple):
    """A duration as users type it: a number and d, w, m or y (m and y are calendar units)."""

    number: int
    unit: str

    def __str__(self) -> str:
        return f"{self.number}{self.unit}"

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Reads ``3w``; raises ValueError when it is no span or zero."""
        match = re.match(_SPAN, text, re.IGNORECASE)
        if match is None or int(match[1]) == 0:
            raise ValueError(f"{text!r} is not a span of time (try 10d, 3w, 2m or 1y)")
        return cls(int(match[1]), match[2].lower())

    @property
    def days(self) -> float:
        """Its mean length in days."""
        return self.number * _UNIT_DAYS[self.unit]

    @property
    def words(self) -> str:
        """In words: ``3 weeks``."""
        noun = {"d": "day", "w": "week", "m": "month", "y": "year"}[self.unit]
        return f"{self.number} {noun}{'' if self.number == 1 else 's'}"

    def after(self, start: date) -> date:
        """``start`` moved forward by the span, clamped to the last day of the month it lands in."""
        return self._moved(start, 1)

    def before(self, end: date) -> date:
        """``end`` moved back by the span."""
        return self._moved(end, -1)

    def _moved(self, start: date, sign: int) -> date:
        try:
            if self.unit in "dw":
                return start + timedelta(days=sign * self.number * (7 if self.unit == "w" else 1))
            months = sign * self.number * (12 if self.unit == "y" else 1) + start.year * 12 + start.month - 1
            year, month = divmod(months, 12)
            return date(year, month + 1, min(start.day, month_length(year, month + 1)))
        except (OverflowError, ValueError) as error:
            raise ValueError(f"{self} from {start} leaves the calendar") from error


def day_of(value: date) -> date:
    """The local day of a local date or date-time; an offset, if there is one, is not applied."""
    return value.date() if isinstance(value, datetime) else value


def when_from(value: object) -> date:
    """A local date or date-time from TOML or from an ISO string; raises ValueError."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        if len(value) == 10:
            return date.fromisoformat(value)
        if len(value) > 10 and value[10] in "T ":
            return datetime.fromisoformat(value).replace(tzinfo=None)
    raise ValueError(f"{value!r} is not a date")
