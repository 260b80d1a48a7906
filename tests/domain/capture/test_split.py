"""Two things in one line: the first reading offered is a line for each."""

import pytest

from tests.support.known_people import read


def split(line: str) -> list[str]:
    """The lines that the first reading makes of ``line``."""
    (problem, *_) = read(line).problems
    return problem.readings[0].settle(line).split("\n")


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("lunch with Ada, dinner with Grace", ["lunch with Ada", "dinner with Grace"]),
        ("coffee with Ada, then drinks with Hope", ["coffee with Ada", "drinks with Hope"]),
        ("call with Ada, then with Grace", ["call with Ada", "call with Grace"]),
        ("lunch with Ada and then a call with Alan", ["lunch with Ada", "call with Alan"]),
        ("Lunch with Ada. Dinner with Grace.", ["Lunch with Ada", "Dinner with Grace."]),
        ("coffee with ada, then Grace", ["coffee with ada", "coffee with Grace"]),
        (
            "lunch with Ada, dinner with Grace, drinks with Alan",
            ["lunch with Ada", "dinner with Grace", "drinks with Alan"],
        ),
    ],
)
def test_each_thing_gets_a_line(line, lines):
    assert split(line) == lines
    assert all(not read(each).problems for each in lines)


def test_a_day_said_once_is_the_day_of_all():
    found = [read(line) for line in split("yesterday lunch with Ada, dinner with Grace")]
    assert [str(each.on) for each in found] == ["2026-11-20", "2026-11-20"]
    found = [read(line) for line in split("lunch with Ada, dinner with Grace yesterday")]
    assert [str(each.on) for each in found] == ["2026-11-20", "2026-11-20"]


def test_marks_stay_with_the_thing_that_they_stand_by():
    first, second = (read(line) for line in split("lunch with Ada #work, dinner with Grace >send the deck"))
    assert (first.tags, second.tags) == (("work",), ())
    assert (first.promises, [made.text for made in second.promises]) == ((), ["send the deck"])


@pytest.mark.parametrize("line", ["lunch with Ada, Grace paid", "coffee with Ada, or with Grace"])
def test_one_thing_is_not_split(line):
    assert all("\n" not in reading.text for problem in read(line).problems for reading in problem.readings)


WEEK = (
    "Monday: coffee with Ada, they move in May. Tuesday lunch with Alan and Bob."
    " Called Bob on Wednesday, fine. Thursday was supposed to see Charles but he cancelled."
    " Friday dinner with Martin; promised to send it."
)


def test_a_paragraph_that_tells_of_days_is_one_question():
    (asked,) = read(WEEK).problems
    (reading,) = asked.readings
    lines = reading.settle(WEEK).split("\n")
    assert lines[1:3] == ["Tuesday lunch with Alan and Bob.", "Called Bob on Wednesday, fine."]
    assert len(lines) == 5 and " ".join(lines) == WEEK
    assert [str(read(line).on) for line in lines[:2]] == ["2026-11-16", "2026-11-17"]


@pytest.mark.parametrize(
    "line",
    ["coffee with Ada: they leave on Monday. Tuesday works for Bob.",
     "coffee with Ada yesterday. Tuesday works for them too."],
)  # fmt: skip
def test_a_day_in_what_was_said_is_no_line_of_its_own(line):
    assert not any("\n" in each.text for problem in read(line).problems for each in problem.readings)
