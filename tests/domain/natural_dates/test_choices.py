"""The days that a date which is no one day can mean."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.natural_dates.choices import MOST, day_choices
from netui.domain.natural_dates.parse import Clock, read, split_words

WEDNESDAY, SATURDAY = datetime(2026, 11, 18, 12), datetime(2026, 11, 21, 12)


def choices(text: str, now: datetime = SATURDAY, *, ahead: bool = False) -> list[str]:
    words, clock = split_words(text), Clock(now, ahead)
    found = read(words, 0, clock)
    assert found is not None and found.value is None, found
    return [f"{day:%m-%d}" for day in day_choices(found, words[: found.end], clock)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last week", "11-09 11-10 11-11 11-12 11-13 11-14 11-15"),
        ("the week before last", "11-02 11-03 11-04 11-05 11-06 11-07 11-08"),
        ("over the weekend", "11-14 11-15 11-21"),
        ("last weekend", "11-14 11-15"),
        ("tue or wed", "11-17 11-18"),
        ("mon-wed", "11-16 11-17 11-18"),
        ("13-15 nov", "11-13 11-14 11-15"),
        ("31 june", "06-30 07-01"),
        ("fri 8 aug", "08-08 08-07"),
        ("in may", "05-01 05-15 05-31"),
        ("early november", "11-01 11-05 11-10"),
        ("a few days ago", "11-19 11-18 11-17"),
        ("a couple of weeks ago", "11-07 10-31"),
        ("at christmas", "12-24 12-25 12-26"),
        ("in 2019", ""),
        ("some day", ""),
    ],
)
def test_the_likely_days_are_offered(text, expected):
    assert " ".join(choices(text)) == expected


def test_on_a_weekday_the_weekend_is_the_last_one():
    assert choices("over the weekend", WEDNESDAY) == ["11-14", "11-15"]


def test_ahead_no_day_lies_behind():
    assert choices("this week", WEDNESDAY, ahead=True) == ["11-18", "11-19", "11-20", "11-21", "11-22"]


WORDS = "last this week weekend may june 31 13-15 tue wed or early few days ago a at christmas in easter"


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=5), st.datetimes(), st.booleans())
def test_any_words_on_any_day_give_a_few_days_or_none(words, now, ahead):
    cut, clock = split_words(" ".join(words)), Clock(now, ahead)
    found = read(cut, 0, clock)
    if found is not None and found.value is None:
        assert len(day_choices(found, cut[: found.end], clock)) <= MOST
