"""A time and its day: the part of the day says which half is meant, a night goes on after midnight."""

from datetime import datetime

import pytest

from netui.domain.natural_dates.parse import Clock, read, split_words

NOW = datetime(2026, 9, 16, 12)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("yesterday evening at 7", datetime(2026, 9, 15, 19)),
        ("at 8 this morning", datetime(2026, 9, 16, 8)),
        ("this morning at 7:30", datetime(2026, 9, 16, 7, 30)),
        ("monday afternoon at three", datetime(2026, 9, 14, 15)),
        ("last night at 8:30", datetime(2026, 9, 15, 20, 30)),
        ("around nine last night", datetime(2026, 9, 15, 21)),
        ("last night at 2", datetime(2026, 9, 16, 2)),
        ("last night at 12", datetime(2026, 9, 16, 0)),
        ("tonight at 8", datetime(2026, 9, 16, 20)),
        ("yesterday at 3pm", datetime(2026, 9, 15, 15)),
        ("3pm yesterday", datetime(2026, 9, 15, 15)),
    ],
)
def test_a_day_and_a_time(text, when):
    found = read(split_words(text), 0, Clock(NOW))
    assert found.value == when and found.end == len(text.split())


@pytest.mark.parametrize(
    "text", ["yesterday at 7", "friday evening at 2", "friday night at 1am", "this morning at 12"]
)
def test_what_the_day_leaves_open_is_refused(text):
    assert read(split_words(text), 0, Clock(NOW)).value is None
