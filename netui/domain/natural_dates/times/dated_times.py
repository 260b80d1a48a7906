"""Times joined with days: ``at 3pm yesterday``, ``last night at 9``, ``Friday morning at ten``."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from netui.domain.natural_dates.relative import day_at
from netui.domain.natural_dates.times.clock_face import HALVES, Hour, pick_half
from netui.domain.natural_dates.times.clock_times import time_at
from netui.domain.natural_dates.tokens import Clock, ParsedDate, Word, key_at, word_set

_ZONES = word_set("et est edt ct cst cdt mt pt pst pdt gmt utc bst cet cest ist")


def time_behind_day(cut: Sequence[Word], day: ParsedDate) -> ParsedDate | None:
    """A day with the time behind it; None without one."""
    hour = time_at(cut, day.end, behind_day=True)
    return _joined(cut, day, hour, hour.end) if hour is not None else None


def time_first(cut: Sequence[Word], i: int, clock: Clock) -> ParsedDate | None:
    """``at 14:30``, ``at 3pm yesterday``."""
    hour = time_at(cut, i)
    if hour is None:
        return None
    end, day = hour.end, None
    if end < len(cut) and (cut[end - 1].after in ("", ",") or cut[end - 1].key in HALVES):
        on = int(cut[end].key == "on" and not cut[end].stops and end + 1 < len(cut))
        zone = int(on == 0 and cut[end].key in _ZONES and end + 1 < len(cut))
        day = day_at(cut, end + on + zone, clock)
        if zone and day is not None and day.value is not None:
            hours = (hour.value,) if hour.value is not None else hour.options
            days = tuple(datetime.combine(day.value, each) for each in hours)
            return ParsedDate(day.end, None, "write the day before the time", options=days)
    if day is not None and type(day.value) is not datetime:
        return _joined(cut, day, hour, day.end)
    value = datetime.combine(clock.today, hour.value) if hour.value is not None else None
    some = tuple(datetime.combine(clock.today, each) for each in hour.options)
    return ParsedDate(
        end, value, hour.problem, sure=False, hour=True, options=some, spans=hour.spans, loose=hour.loose
    )


def _joined(cut: Sequence[Word], day: ParsedDate, hour: Hour, end: int) -> ParsedDate:
    """A day with its time; the small hours of a night are those of the next morning."""
    part, on, both = cut[day.end - 1].key, day.value, hour.options
    night = part in ("night", "tonight", "nite", "tonite")
    value = pick_half((part,), both) or (both[0] if night and both and both[0].hour < 4 else hour.value)
    if value is None or on is None:
        some = tuple(datetime.combine(on, each) for each in both) if on is not None else day.options
        return ParsedDate(end, None, hour.problem or day.problem, options=some, spans=hour.spans)
    if night and value.hour < 6:
        if key_at(cut, day.end - 2) != "last":
            return ParsedDate(end, None, "is that the night before or after? Write the date")
        on += timedelta(1)
    likelier = both if value == hour.value else ()
    some = tuple(datetime.combine(on, each) for each in likelier)
    return ParsedDate(end, datetime.combine(on, value), options=some, spans=hour.spans)
