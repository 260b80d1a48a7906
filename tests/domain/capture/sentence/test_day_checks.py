"""Days that a sentence leaves open: asked about, or part of its text."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ada back in June",
        "call with Ada who flies on Monday",
        "coffee with Ada the Monday before",
        "our Friday drinks with Ada",
        "coffee with Ada on Monday Street",
    ],
)
def test_a_day_that_may_be_the_entrys_is_asked_about(line):
    found = read(line)
    assert [problem.what for problem in found.problems] == ["date"], found


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ada about the trip in June",
        "coffee with Ada, in town until Sunday",
        "call with Ada about the Friday interview",
        "coffee with Ada in the Sunday market",
    ],
)
def test_a_day_of_something_else_is_text(line):
    found = read(line)
    assert not found.problems, found.problems
    assert not found.dated
    assert line.split()[-1] in found.text
