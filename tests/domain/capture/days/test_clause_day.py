"""Days in sentences: that of the clause of contact is the entry's, that of what was said is text."""

from datetime import date

import pytest

from netui.domain.model.dates import day_of
from tests.support.known_people import NOW, read

TODAY = NOW.date()
FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "line",
    [
        "Ada phoned me on Friday from the hospital, where it was loud",
        "Ada emailed me on Friday that her father is home",
        "After the concert on Friday I had a long talk with Ada about her father",
        "While we were walking on Friday, Ada told me that she is moving",
        "Ada told me while we were queuing on Friday that her mother is ill",
        "When I saw Ada at the gym on Friday she hardly spoke to me",
        "Ada turned up at the office on Friday without warning",
        "quick pint with Ada after football on Friday",
        "Ada gave me a scarf when she came over on Friday for tea",
        "sherry with Ada after evensong last Fri",
        "chat with Ada after church Fri re the keys",
        "Ada cooked for us fri",
        "Ada mentioned over a pint on Friday that Grace is moving",
        "brunch with Ada 20.11., she is back",
    ],
)
def test_a_day_in_the_clause_of_contact_is_that_of_the_entry(line):
    found = read(line)
    assert not found.problems, found
    assert day_of(found.on) == FRIDAY
    assert "riday" not in found.text


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ada, her exam results come Friday",
        "spent the afternoon with Ada, he fell on Friday but he's ok",
        "Ada rang to say that Bob proposed to her on Friday",
        "had coffee with Ada because her exam went well on Friday",
        "took Ada a card from the Sunday school",
        "coffee with Ada about the flat - 50/50 split",
    ],
)
def test_a_day_of_what_was_said_is_part_of_the_text(line):
    found = read(line)
    assert not found.problems, found
    assert day_of(found.on) == TODAY


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ada, who came over on Friday",
        "Ada rang, she came over on Friday",
        "lunch with Ada that was Friday",
        "call with Ada later that Friday",
        "Before she left on Friday, Ada gave me her chess set",
    ],
)
def test_a_day_on_which_they_may_have_met_is_asked_about_or_read(line):
    found = read(line)
    assert found.problems or day_of(found.on) == FRIDAY, found


@pytest.mark.parametrize(
    "line", ["lunch with Ada before she flies on Friday", "tea with Ada before the trial on Friday"]
)
def test_a_day_of_what_is_to_come_is_not_that_of_the_entry(line):
    found = read(line)
    assert found.problems or day_of(found.on) == TODAY, found
