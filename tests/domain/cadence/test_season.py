"""Seasons: who is silent at the same time of each year."""

from datetime import date, timedelta

from netui.domain.cadence.season import seasonal_silence


def term(year: int) -> list[int]:
    """Each week from 15 September to the end of May."""
    first, end = date(year, 9, 15), date(year + 1, 5, 31)
    return [(first + timedelta(7 * week)).toordinal() for week in range((end - first).days // 7 + 1)]


def test_a_colleague_of_terms_is_silent_each_summer() -> None:
    two, three = term(2023) + term(2024), term(2023) + term(2024) + term(2025)
    assert seasonal_silence(two) == term(2024)[0] - term(2023)[-1] == 107
    assert seasonal_silence(three) == term(2025)[0] - term(2024)[-1]
    assert seasonal_silence(term(2023)) == 0, "the first summer is not known"
    assert seasonal_silence(three[:-5]) == 0, "in term time nobody was silent the year before"


def test_one_year_alone_must_stand_out() -> None:
    few = [day for day in term(2023) + term(2024) if day % 5 == 0]
    assert len(few) < 20 and seasonal_silence(few) == 0
    monthly = [day for at, day in enumerate(term(2023) + term(2024)) if at % 3 == 0]
    assert seasonal_silence(monthly) == 0, "four usual gaps may be chance"


def test_a_steady_tie_has_no_season() -> None:
    for step in (1, 7, 30, 90, 200, 365):
        assert seasonal_silence([1000 + step * at for at in range(1500 // step + 2)]) == 0
    assert seasonal_silence([5]) == seasonal_silence([5, 6]) == 0


def test_last_year_alone_is_none_where_the_year_before_knows_better() -> None:
    days = [*range(700000, 700730, 7), *range(700730 + 120, 700730 + 365, 7)]
    assert seasonal_silence(days) == 0
