"""Bare hours of meals are those at which people eat."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("dinner with Ada at 7", 19),
        ("lunch with Ada at 1", 13),
        ("breakfast with Ada at 8", 8),
        ("dinner with Ada 8ish", 20),
    ],
)
def test_the_usual_hour_is_taken(line, hour):
    found = read(line)
    assert not found.problems and found.on.hour == hour


@pytest.mark.parametrize("line", ["call with Ada at 4", "dinner with Ada at midnight"])
def test_another_is_asked_about(line):
    assert [problem.what for problem in read(line).problems] == ["date"]
