"""Hours of the day at which people meet: ``dinner at 7`` is in the evening, ``coffee at 3`` before it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from netui.domain.natural_dates.tokens import ParsedDate

_EVENING = range(14, 22)
_DAYTIME = range(9, 18)
"""The hours of what is not in the table: from nine to five."""
_USUAL = {
    "breakfast": range(5, 12), "brunch": range(9, 15), "lunch": range(11, 16), "supper": range(17, 24),
    "dinner": range(17, 24), "drinks": range(16, 24), "coffee": range(7, 19), "tea": range(8, 19),
    "beers": range(16, 24), "beer": range(16, 24), "pub": range(12, 24), "pint": range(12, 24),
    "pints": range(12, 24), "wine": range(16, 24), "cocktails": range(16, 24),
    "party": _EVENING, "cinema": _EVENING, "film": _EVENING, "movie": _EVENING, "concert": _EVENING,
    "gig": _EVENING, "theatre": _EVENING, "theater": _EVENING, "standup": range(8, 18),
    "meeting": range(8, 18), "sync": range(8, 18), "interview": range(8, 18), "call": _DAYTIME,
    "video": _DAYTIME, "visit": _DAYTIME,
}  # fmt: skip


def fit_hour(found: ParsedDate, before: Sequence[str], behind: Sequence[str]) -> ParsedDate:
    """``found`` at the one of its two times at which one meets for what the words around it say.

    As it is where both or neither would fit. A part of the day (``morning``) among the words before goes
    first.
    """
    some = [each for each in found.options if isinstance(each, datetime)]
    if len(some) != 2 or some[1] - some[0] != timedelta(hours=12):
        return found
    from netui.domain.natural_dates.times.clock_face import pick_half

    part = pick_half(before, [each.time() for each in some])
    hours = next((_USUAL[word] for word in (*before, *behind) if word in _USUAL), None)
    if hours is None and found.value is None and not found.loose:
        hours = _DAYTIME
    fits = [each for each in some if each.time() == part or (part is None and each.hour in (hours or ()))]
    return found._replace(value=fits[0], problem="", options=()) if len(fits) == 1 else found
