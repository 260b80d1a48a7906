"""Due dates of promises behind ``by``."""

from datetime import date, datetime

import pytest

from netui.domain.capture.tokens.due_dates import find_due_date
from netui.domain.natural_dates.tokens import Clock, split_words

CLOCK = Clock(datetime(2026, 11, 21, 12))


def due(text: str) -> date | str | None:
    words = split_words(text)
    found = find_due_date(words, [word[0].isupper() for word in text.split()], CLOCK)
    return None if found is None else found.found.value or found.found.problem


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("send it by the third", date(2026, 12, 3)),
        ("send it by the 3rd of dec", date(2026, 12, 3)),
        ("send it by friday of next week", date(2026, 11, 27)),
        ("send it by the river", None),
        ("send it by the third floor", None),
    ],
)
def test_a_day_behind_by(text: str, day: date | None) -> None:
    assert due(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "send it by the weeknd",
        "send it by the thrid",
        "send it by the 31st of novembre",
        "send it by the enf of nov",
    ],
)
def test_a_misspelt_day_is_asked_about(text: str) -> None:
    assert isinstance(due(text), str)


@pytest.mark.parametrize(
    "text",
    [
        "send deck by Q1", "send deck by q3 2027", "pay by spring", "pay by the summer", "pay by 2027",
        "call by the deadline", "answer by the conference", "send deck by the time they leave",
    ],
)  # fmt: skip
def test_what_stands_behind_by_and_is_no_one_day_is_asked_about(text: str) -> None:
    assert isinstance(due(text), str)


@pytest.mark.parametrize("text", ["send it by post", "read the book by Ann Patchett", "put it by the door"])
def test_a_way_a_writer_and_a_place_behind_by_are_text(text: str) -> None:
    assert due(text) is None


@pytest.mark.parametrize(
    "text", ["drinks with Tom last night", "send the deck yesterday", "call two days ago"]
)
def test_a_day_gone_by_at_the_end_is_asked_about(text: str) -> None:
    assert isinstance(due(text), str)


@pytest.mark.parametrize("text", ["send the notes from yesterday", "tell Tom what we did yesterday"])
def test_a_day_gone_by_of_which_something_is_told_is_text(text: str) -> None:
    assert due(text) is None
