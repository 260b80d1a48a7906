"""Comparison operators of the query language, with a duration or a date: ``last:>90d``, ``every:<1m``."""

import re
from datetime import date

from netui.domain.model.dates import PartialDate, Span, month_length
from netui.domain.named_tuple import NamedTuple

_BOUND = re.compile(r"\s*([<>]=?)?\s*(.*)", re.DOTALL)
_SPELLED = re.compile(
    r"\s*([<>]=?)?\s*(\d{1,5})?\s*"
    r"(?:(d)(?:ays?|aily)|(w)(?:eeks?|ks?|eekly)|(m)(?:onths?|os?|onthly)|(y)(?:ears?|rs?|early))\Z"
)


class Bound(NamedTuple):
    """A comparison with a span back from today or with a calendar date, month or year.

    ``relation`` is ``<``, ``<=``, ``>``, ``>=`` or empty. Against a span it compares the length of
    the silence (``>90d``: longer than 90 days; ``90d`` alone: within the last 90 days), against a
    date the day itself (``2026-11`` alone: on any day of that month).
    """

    relation: str
    span: Span | None
    period: PartialDate | None

    def __str__(self) -> str:
        return f"{self.relation}{self.span or self.period}"

    @classmethod
    def parse(cls, text: str) -> "Bound":
        """Reads ``>90d`` or ``<=2026-01``; raises ValueError when it is neither."""
        match = _BOUND.match(text)
        relation, rest = (match[1] or "", match[2].strip()) if match else ("", text)
        try:
            return cls(relation, Span.parse(rest), None)
        except ValueError:
            period = PartialDate.parse(rest)
        if period.year is None:
            raise ValueError(f"{rest!r} has no year")
        return cls(relation, None, period)

    def days(self, today: date) -> tuple[int, int]:
        """The first and last day that fit, as proleptic ordinals from 1, both included; none if reversed."""
        if self.period is not None:
            first, last = _period_days(self.period)
            return {
                "": (first, last),
                "<": (1, first - 1),
                "<=": (1, last),
                ">": (last + 1, date.max.toordinal()),
                ">=": (first, date.max.toordinal()),
            }[self.relation]
        now = today.toordinal()
        try:
            cut = self.span.before(today).toordinal() if self.span else now
        except ValueError:
            cut = 0
        return {"<": (cut + 1, now), ">": (1, cut - 1), ">=": (1, cut)}.get(self.relation, (max(cut, 1), now))


def nearest_bound(text: str) -> str:
    """The comparison that folded ``text`` spells out (``>90 days``, ``monthly``); "" where it is none."""
    match = _SPELLED.match(text)
    if match is None:
        return ""
    relation, number, *units = match.groups("")
    try:
        return str(Bound.parse(f"{relation}{number or 1}{''.join(units)}"))
    except ValueError:
        return ""


def _period_days(period: PartialDate) -> tuple[int, int]:
    """The first and last day of a day, month or year."""
    year, month, day = period.year or 1, period.month, period.day
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    last = date(year, last_month, day or month_length(year, last_month))
    return first.toordinal(), last.toordinal()
