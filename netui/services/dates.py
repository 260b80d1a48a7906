"""Typed dates: what a day means in a field of a form or of `netui set`, by what the field holds.

Each field reads in one direction: what happened looks back, what is due looks ahead, a birthday is a day of
each year.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import Enum

from netui.domain.model.dates import PartialDate, day_of, full_day
from netui.services.errors import Refused
from netui.services.workspace import Workspace

_EIGHT_YEARS = timedelta(2922)
"""Keeps 29 February where it is."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_MONTH_DAY = re.compile(r"\d\d-\d\d\Z")
_EARLY_YEAR = re.compile(r"\b1[0-8]\d\d\b")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}\Z")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./](\d{4})\Z")
_SHORT_YEAR = re.compile(r"(\d{1,2}[./]\d{1,2}[./])(\d\d)\Z")
_NEED_DAY = "has no day: write 3 may 1990, 3 may where the year is not known, or may 1990"


class UnclearDateField(Refused):
    """A text that is no one date in its field; ``readings`` are texts that are, in its place."""

    def __init__(self, message: str, readings: tuple[str, ...]):
        super().__init__(message)
        self.readings = readings


class DateField(Enum):
    """What a field says when."""

    PAST = "what happened"
    PLANNED = "what is to come, perhaps at a time of day"
    DUE = "a day by which"
    PARTIAL = "what happened, of which perhaps only the year or month is known"
    YEARLY = "a day of each year, with the first year where it is known; with it, a month will do"


def parse_date_field(workspace: Workspace, field: DateField, text: str) -> date | PartialDate | None:
    """The date that ``text`` is in such a field, None for an empty one.

    Raises Refused with the reason, UnclearDateField where it can be one of a few.
    """
    from netui.domain.natural_dates.parse import UnclearDate

    text = text.strip()
    try:
        return _PARSERS[field](workspace, text) if text else None
    except Refused as error:
        unclear = error.__cause__
        if not isinstance(unclear, UnclearDate):
            raise
        some = [_as_typed(field, day) for day in unclear.options] or [unclear.meant]
        raise UnclearDateField(str(error), tuple(filter(None, dict.fromkeys(some)))) from None


def by_words(due: date | None) -> str:
    """``, by Fri 27 Nov 2026``: with which a change says the day that it understood; empty without one."""
    return f", by {full_day(due)}" if due else ""


def _as_typed(field: DateField, day: date) -> str:
    if field is DateField.YEARLY:
        from netui.domain.natural_dates.tokens import SHORT_MONTHS

        return f"{day.day} {SHORT_MONTHS[day.month - 1]}"
    return day.isoformat().replace("T", " ")[:16]


def _past(workspace: Workspace, text: str) -> date:
    return _first(text, _looking_back(workspace), _looking_ahead(workspace))


def _planned(workspace: Workspace, text: str) -> date:
    return _first(text, _looking_ahead(workspace), _day_and_time(workspace), _looking_back(workspace))


def _due(workspace: Workspace, text: str) -> date:
    return _first(text, _looking_ahead(workspace), _written_out)


def _of_early_year(workspace: Workspace, text: str) -> PartialDate | None:
    """Reads ``10 dec 1815`` and ``dec 1815``, before the years in which a day in words is looked for."""
    year = _EARLY_YEAR.search(text)
    if year is None or _ISO.match(text):
        return None
    rest = f"{text[: year.start()].rstrip(' ,.')} {text[year.end() :]}".strip()
    found = (_month_of_year(workspace, rest) or _day_of_each_year(workspace, rest))._replace(
        year=int(year[0])
    )
    try:
        return PartialDate.parse(str(found))
    except ValueError:
        raise Refused(f"“{text}” is no day: {year[0]} had no 29 February") from None


def _partial(workspace: Workspace, text: str) -> PartialDate:
    text = _with_century(workspace, text)
    early = _of_early_year(workspace, text)
    if early is not None:
        return early
    try:
        return PartialDate.parse(text)
    except ValueError:
        pass
    month = _month_of_year(workspace, text)
    if month is not None:
        return month
    try:
        return PartialDate.parse(day_of(_first(text, _looking_back(workspace))))
    except Refused as error:
        raise Refused(f"{error}; 2024-05 or 2024 will do where you know no more") from error.__cause__


def _with_century(workspace: Workspace, text: str) -> str:
    """``3.5.90`` with the latest such year that has begun, as what one tells of somebody has been."""
    short = _SHORT_YEAR.match(text)
    if short is None:
        return text
    year = workspace.today.year // 100 * 100 + int(short[2])
    return f"{short[1]}{year - 100 * (year > workspace.today.year)}"


def _yearly(workspace: Workspace, text: str) -> PartialDate:
    text = _with_century(workspace, text)
    early = _of_early_year(workspace, text)
    if early is not None:
        return early
    try:
        found = PartialDate.parse(f"--{text}" if _MONTH_DAY.match(text) else text)
    except ValueError:
        month = _month_of_year(workspace, text)
        if month is not None and str(month.year) not in text:  # a month alone would be one of this year
            raise Refused(f"“{text}” {_NEED_DAY}") from None
        found = month or _day_of_each_year(workspace, text)
    if found.month is None:
        raise Refused(f"“{text}” {_NEED_DAY}")
    return found


_PARSERS: dict[DateField, Callable[[Workspace, str], date | PartialDate]] = {
    DateField.PAST: _past,
    DateField.PLANNED: _planned,
    DateField.DUE: _due,
    DateField.PARTIAL: _partial,
    DateField.YEARLY: _yearly,
}


def _first(text: str, *parsers: Callable[[str], date]) -> date:
    """What the first parser that understands ``text`` makes of it; raises Refused as the first one does."""
    problem = None
    for parse in parsers:
        try:
            return parse(text)
        except ValueError as error:
            problem = problem or error
    raise Refused(str(problem)) from problem


def _looking_back(workspace: Workspace, now: datetime | None = None) -> Callable[[str], date]:
    from netui.domain.natural_dates.parse import parse_past_date

    when, day_first, translator = now or workspace.now(), workspace.config.day_first, workspace.translator
    return lambda text: parse_past_date(text, when, day_first=day_first, translator=translator)


def _looking_ahead(workspace: Workspace, now: datetime | None = None) -> Callable[[str], date]:
    from netui.domain.natural_dates.parse import parse_due_date

    when, day_first, translator = now or workspace.now(), workspace.config.day_first, workspace.translator
    return lambda text: parse_due_date(text, when, day_first=day_first, translator=translator)


def _day_and_time(workspace: Workspace) -> Callable[[str], datetime]:
    """Reads ``fri 14:30`` as the coming Friday: a day that is due has no time of its own."""
    back, ahead = _looking_back(workspace), _looking_ahead(workspace)

    def parse(text: str) -> datetime:
        for blank in re.finditer(r"\s+", text):
            try:
                hour = back(f"today {text[blank.end() :]}")
                day = ahead(text[: blank.start()])
            except ValueError:
                continue
            if isinstance(hour, datetime):
                return datetime.combine(day, hour.time())
        raise ValueError(text)

    return parse


def _written_out(text: str) -> date:
    """The day written in digits with its year, which stays a due day when it is past."""
    if not _ISO_DAY.match(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _month_of_year(workspace: Workspace, text: str) -> PartialDate | None:
    """``may 2024``, ``2024 may``, ``5/2024``, ``may`` (the latest); None for anything else."""
    from netui.domain.natural_dates.parse import split_words
    from netui.domain.natural_dates.tokens import MONTHS, explicit_year

    digits = _MONTH_AND_YEAR.match(text)
    if digits and 1 <= int(digits[1]) <= 12:
        return PartialDate(int(digits[2]), int(digits[1]), None)
    words = split_words(text, workspace.translator)
    months = [at for at, word in enumerate(words) if word.key in MONTHS]
    if len(months) != 1 or len(words) > 2:
        return None
    month, today = MONTHS[words[months[0]].key], workspace.today
    if len(words) == 1:
        return PartialDate(today.year - (month > today.month), month, None)
    year, _ = explicit_year(words, 1 - months[0])
    return PartialDate(year, month, None) if year else None


def _day_of_each_year(workspace: Workspace, text: str) -> PartialDate:
    """Reads ``3 may`` and ``3 may 1990``: the year is known where another day's clock gives the same one."""
    now = workspace.now()
    found = day_of(_first(text, _looking_back(workspace), _looking_ahead(workspace)))
    try:
        earlier = now - _EIGHT_YEARS
        then = day_of(_first(text, _looking_back(workspace, earlier), _looking_ahead(workspace, earlier)))
    except Refused:
        then = date.min
    if then.year != found.year:
        return PartialDate(None, found.month, found.day)
    return PartialDate.parse(found)
