"""Hours of the day at which people eat and drink: ``dinner at 7`` is in the evening."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from netui.domain.natural_dates.tokens import ParsedDate

_USUAL = {
    "breakfast": range(5, 12), "brunch": range(9, 15), "lunch": range(11, 16), "supper": range(17, 24),
    "dinner": range(17, 24), "drinks": range(16, 24),
}  # fmt: skip


def fit_hour(found: ParsedDate, words: Iterable[str]) -> ParsedDate:
    """``found`` at the one of its two times that is usual for a meal among ``words``; else as it is."""
    some = [each for each in found.options if isinstance(each, datetime)]
    if found.value is not None or len(some) != 2 or some[1] - some[0] != timedelta(hours=12):
        return found
    hours = next((_USUAL[word] for word in words if word in _USUAL), range(0))
    fits = [each for each in some if each.hour in hours]
    return found._replace(value=fits[0], problem="", options=()) if len(fits) == 1 else found
