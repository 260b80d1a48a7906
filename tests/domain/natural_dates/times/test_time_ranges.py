"""Stretches of time begin at a time; two numbers that are none are left alone."""

from datetime import datetime

import pytest

from netui.domain.natural_dates.parse import Clock, read, split_words

NOW = datetime(2026, 9, 16, 12)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("7-8pm", "19:00"),
        ("11-1pm", "11:00"),
        ("10pm-1am", "22:00"),
        ("from 10pm to 1am", "22:00"),
        ("from 10 to midnight", "22:00"),
        ("from noon to 2", "12:00"),
        ("10:00-10:30", "10:00"),
        ("0900-1030", "09:00"),
        ("09:15 to 10", "09:15"),
        ("between 3 and 4 pm", "15:00"),
        ("from 14 to 15", "14:00"),
        ("18-20h", "18:00"),
    ],
)
def test_a_stretch_begins_at_its_first_time(text, hour):
    found = read(split_words(text), 0, Clock(NOW))
    assert f"{found.value:%H:%M}" == hour and found.spans == (0, len(text.split()))


@pytest.mark.parametrize(
    "text", ["from one to two", "between 3 and 4", "from 2 till 4", "2 til 4", "from 11 to 1", "seven to ten"]
)
def test_a_stretch_may_be_early_or_late(text):
    found = read(split_words(text), 0, Clock(NOW))
    assert found.value is None and len(found.options) == 2 and found.spans == (0, len(text.split()))


def test_its_last_time_is_no_day_and_stays_in_the_phrase():
    found = read(split_words("yesterday from 3 to 4"), 0, Clock(NOW))
    assert [f"{each:%d %H:%M}" for each in found.options] == ["15 03:00", "15 15:00"]
    assert found.spans == (1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "from 2 to 3 people",
        "between 5 and 10 houses",
        "from 14. to 16. november",
        "one and two",
        "from 1200 to 1800 m",
    ],
)
def test_numbers_that_count_are_no_stretch(text):
    found = read(split_words(text), 0, Clock(NOW))
    assert found is None or not found.hour
