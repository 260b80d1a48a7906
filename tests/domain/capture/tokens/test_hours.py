"""Bare hours are those at which people eat, drink and talk."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "hour"),
    [
        ("dinner with Ada at 7", 19),
        ("lunch with Ada at 1", 13),
        ("breakfast with Ada at 8", 8),
        ("dinner with Ada 8ish", 20),
        ("dinner with Ada at 7:30", 19),
        ("coffee with Ada at 3", 15),
        ("at 4 coffee with Ada", 16),
        ("call with Ada at 10", 10),
        ("call with Ada from one to two", 13),
        ("saw Ada at 3 yesterday afternoon", 15),
        ("call with Ada on Friday evening at 7", 19),
        ("Ada rang around nine last night", 21),
        ("this morning at 7 Ada rang", 7),
        ("Ada and I met at 8 for dinner", 20),
    ],
)
def test_the_usual_hour_is_taken(line, hour):
    found = read(line)
    assert not found.problems and found.on.hour == hour


@pytest.mark.parametrize(
    "line", ["call with Ada at 7", "Ada rang at 8", "beers with Ada at 12", "dinner with Ada at midnight"]
)
def test_another_is_asked_about(line):
    assert [problem.what for problem in read(line).problems] == ["date"]
