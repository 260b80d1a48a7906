"""Misspelt date words: what is suggested for them, and which words are left alone."""

import pytest

from netui.domain.natural_dates.misspellings import distance, misspelt_at
from netui.domain.natural_dates.parse import split_words
from netui.domain.natural_dates.tokens import MONTHS, WEEKDAYS


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yesteday", "yesterday"), ("tommorow", "tomorrow"), ("thrusday", "thursday"), ("mondy", "monday"),
        ("3 nvo", "3 nov"), ("last weak", "last week"), ("two weks ago", "two weeks ago"),
        ("in 3 dyas", "in 3 days"), ("within two wekes", "within two weeks"),
        ("febuary", "february"), ("gestern", "yesterday"), ("ystdy", "yesterday"),
        ("tmrow", "tomorrow"), ("le 27", "the 27th"),
        ("3 märz", "3 march"), ("lastnight", "last night"), ("sat-24", "sat 24"), ("tusday", "tuesday"),
        ("W43", "week 43"), ("Oct '26", "oct 2026"), ("week ago", "a week ago"), ("fryday", "friday"),
        ("um vier", "at 4"), ("um halb vier", "at half past 3"), ("a las tres", "at 3"),
        ("à trois heures", "at 3"), ("alle 15", "at 15"), ("om vijf uur", "at 5"),
        ("two days aog", "two days ago"), ("the twenty fourth", "the twenty-fourth"),
    ],
)  # fmt: skip
def test_a_misspelt_date_is_suggested_rightly(text, meant):
    found = misspelt_at(split_words(text), 0)
    assert found == (len(text.split()), meant)


@pytest.mark.parametrize(
    "text",
    [*MONTHS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "remember", "thirsty", "sundry", "Sundar",
     "monkey", "money", "last meal", "last month", "this mouth", "next to", "3 men", "3 sets", "2 days",
     "number", "year", "yeast", "yeti", "le 40", "el 5 a 3",
     "a four", "um well", "a la carte", "sat-nav", "the twenty people", "w60", "week back"],
)  # fmt: skip
def test_a_right_date_or_another_word_is_left_alone(text):
    assert misspelt_at(split_words(text), 0) is None


def test_the_distance_counts_a_swap_as_one():
    assert distance("nvo", "nov") == 1
    assert distance("", "nov") == 3
    assert distance("friday", "friday") == 0
