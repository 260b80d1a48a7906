"""Times of day in words are read or asked about; numbers that count something are none."""

from datetime import datetime

import pytest

from netui.domain.natural_dates.parse import Clock, read, split_words

NOW = datetime(2026, 9, 16, 12)


def found_in(text: str):
    return read(split_words(text), 0, Clock(NOW))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("at four", "04:00"),
        ("at half past three", "03:30"),
        ("half past two", "02:30"),
        ("at half two", "02:30"),
        ("a quarter to five", "04:45"),
        ("ten past one", "01:10"),
        ("8ish", "08:00"),
        ("eightish", "08:00"),
        ("around 8", "08:00"),
        ("4 o'clock", "04:00"),
        ("twenty to twelve", None),
    ],
)
def test_a_time_in_words_is_early_or_late(text, hour):
    found = found_in(text)
    if hour is None:
        assert found is None  # a count, unless “at” stands before it
        return
    early, late = found.options
    assert f"{early:%H:%M}" == hour and (late - early).total_seconds() == 12 * 3600
    assert found.value is None and found.end == len(text.split())


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("at 4 in the afternoon", datetime(2026, 9, 16, 16)),
        ("at two in the morning", datetime(2026, 9, 16, 2)),
        ("ten at night", datetime(2026, 9, 16, 22)),
        ("at 19h", datetime(2026, 9, 16, 19)),
        ("1930h", datetime(2026, 9, 16, 19, 30)),
        ("um 16 Uhr", datetime(2026, 9, 16, 16)),
        ("five pm", datetime(2026, 9, 16, 17)),
    ],
)
def test_which_half_of_the_day_it_is_may_be_said(text, when):
    assert found_in(text).value == when


@pytest.mark.parametrize(
    "text",
    [
        "at four shops",
        "half the team",
        "half of it",
        "two to three hours",
        "at one point",
        "ten people",
        "fish",
    ],
)
def test_a_number_that_counts_is_no_time(text):
    assert found_in(text) is None
