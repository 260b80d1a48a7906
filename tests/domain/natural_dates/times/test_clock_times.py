"""Times of day in digits are read where they stand for one; numbers of other things are none."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.natural_dates.parse import Clock, ParsedDate, read, split_words

NOW = datetime(2026, 9, 16, 12)


def found_in(text: str) -> ParsedDate | None:
    return read(split_words(text), 0, Clock(NOW))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("~3pm", "15:00"),
        ("~ 3pm", "15:00"),
        ("ca. 3pm", "15:00"),
        ("around 3 p.m.", "15:00"),
        ("just after 5pm", "17:00"),
        ("at about half past 3pm", "15:30"),
        ("quarter to five pm", "16:45"),
        ("shortly before noon", "12:00"),
        ("0930", "09:30"),
        ("at 1430", "14:30"),
        ("430pm", "16:30"),
        ("at 17", "17:00"),
        ("at 15h30", "15:30"),
        ("07:30", "07:30"),
        ("14:30:12", "14:30"),
        ("2:30p", "14:30"),
        ("at 2p", "14:00"),
        ("7 am sharp", "07:00"),
    ],
)
def test_a_time_says_its_half_of_the_day(text, hour):
    found = found_in(text)
    assert f"{found.value:%H:%M}" == hour and not found.options and found.end == len(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "circa 7",
        "~7",
        "at one-thirty",
        "at five thirty",
        "at 730",
        "7:30",
        "after 7",
        "9-ish",
        "9 ish",
        "half 8",
    ],
)
def test_without_its_half_a_time_has_two_options(text):
    found = found_in(text)
    early, late = found.options
    assert (late - early).total_seconds() == 12 * 3600 and found.end == len(text.split())


@pytest.mark.parametrize("text", ["at 7 or 8", "at midnight", "around midnight", "at 25:00", "13pm"])
def test_what_is_no_one_time_is_refused(text):
    assert found_in(text).value is None


@pytest.mark.parametrize(
    "text",
    [
        "at 12 main street",
        "at 7 stars",
        "at one point",
        "about 4 things",
        "after 2 beers",
        "66",
        "1430 chips",
    ],
)
def test_a_number_of_something_is_no_time(text):
    assert found_in(text) is None


def test_how_long_it_took_is_no_time():
    assert read(split_words("in 52:30"), 1, Clock(NOW)) is None


def test_a_number_is_a_time_only_where_one_is_expected():
    assert [found_in(text).loose for text in ("1430", "11h30", "3 to 4")] == [True, True, True]
    assert [found_in(text).loose for text in ("at 1430", "0930", "from 3 to 4", "2 till 4")] == [False] * 4


WORDS = """
    at ~ ~3 3 3pm 0930 1430 from to between and or till - 3-4 10:00-10:30 7pm-8 half past quarter ish 8ish pm
    noon midnight one two just after about ca. yesterday night last morning friday 12 24 99:99 o'clock thirty
"""


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=8), st.booleans())
def test_any_words_are_read_within_the_text(words, ahead):
    cut = split_words(" ".join(words))
    for at in range(len(cut)):
        found = read(cut, at, Clock(NOW, ahead))
        assert found is None or at < found.end <= len(cut)
        assert found is None or found.value is not None or found.problem
