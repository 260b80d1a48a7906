"""Seasons: a pair that is silent at the same time of each year, as over the summer, is not missed then.

Apart from the model, as it is found when a contact's file is read, and then stored in the index.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

_YEAR = 365.25
_SAME_TIME = 21
"""A silence that began at most so many days earlier or later in the year began at the same time."""
_LEAST_DAYS = 60
_LEAST_GAPS = 2
"""A season is at least so many days long, and so many usual gaps."""
_LEAST_GAPS_ONCE, _LEAST_CONTACTS_ONCE = 10, 20
"""So many usual gaps where the log reaches back one year alone, and so many contact-days it then holds."""


def seasonal_silence(days: Sequence[int]) -> int:
    """How long the silence was that began a year before the present one, in days; 0 where there was none.

    ``days`` are the contact-days as ascending ordinals. Where they reach back two years there must have been
    one in each; one alone must stand out more, or it is chance (``python -m tests.accuracy``).
    """
    last_year, year_before = (_silence_from(days, round(days[-1] - years * _YEAR)) for years in (1, 2))
    if not last_year or year_before == 0:
        return 0
    gaps = sorted(after - before for before, after in pairwise(days))
    usual = gaps[len(gaps) // 2]
    if year_before is None:
        is_season = last_year >= _LEAST_GAPS_ONCE * usual and len(days) >= _LEAST_CONTACTS_ONCE
    else:
        is_season = last_year >= _LEAST_GAPS * usual
    return last_year if is_season else 0


def _silence_from(days: Sequence[int], begun: int) -> int | None:
    """The longest silence that began around a day; 0 if none is long enough, None if the log begins later."""
    if days[0] > begun - _SAME_TIME:
        return None
    first = bisect_left(days, begun - _SAME_TIME)
    after = bisect_left(days, begun + _SAME_TIME + 1)
    longest = max((days[at + 1] - days[at] for at in range(first, min(after, len(days) - 1))), default=0)
    return longest if longest >= _LEAST_DAYS else 0
