"""Ends of periods, which are due dates: ``end of the month``, ``end of march``, ``eoq``."""

from collections.abc import Sequence
from datetime import date

from netui.domain.model.dates import month_length
from netui.domain.natural_dates.tokens import MONTHS, Clock, ParsedDate, Word, key_at

_ENDS = {"eom": "month", "eoq": "quarter", "eoy": "year"}


def period_end(words: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``end of (the|this|next) month|quarter|year``, ``end (of) march``, ``eom``; due dates only."""
    if not clock.ahead:
        return None
    key, at, ahead = words[i].key, i, 0
    if key in _ENDS:
        unit = _ENDS[key]
    else:
        at = i + 1 if key == "end" else i
        if key_at(words, at) == "of":
            at += 1
        if key_at(words, at) in ("the", "this", "next"):
            ahead = int(words[at].key == "next")
            at += 1
        unit = key_at(words, at)
    today = clock.today
    year, month = today.year, today.month
    if unit == "month":
        year, month = divmod(year * 12 + month - 1 + ahead, 12)
        month += 1
    elif unit == "quarter":
        year, month = divmod(year * 12 + (month - 1) // 3 * 3 + 2 + 3 * ahead, 12)
        month += 1
    elif unit == "year":
        year, month = year + ahead, 12
    elif unit in MONTHS and at > i:
        month = MONTHS[unit]
        year += month < today.month
    else:
        return None
    return ParsedDate(at + 1, date(year, month, month_length(year, month)))
