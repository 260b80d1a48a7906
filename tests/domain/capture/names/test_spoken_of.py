"""Those behind ``then`` may have been met next; those who are spoken of were not."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "call with Ada then a quick hi to Grace Hopper in the lift",
        "lunch with Ada, then over to Grace Hopper",
        "coffee with Ada, his brother Alan came too",
    ],
)
def test_whoever_was_met_next_is_asked_about(line):
    assert [problem.what for problem in read(line).problems][:1] == ["person"]


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ada, heard news of Grace and Alan",
        "lunch with Ada, then they told me about Grace",
        "Ada told me about Grace and Alan",
        "rang Ada, Alan had a fall",
        "text from Ada, Alan broke a leg",
        "Ada called after dinner, Alan is in hospital",
    ],
)
def test_those_who_are_spoken_of_took_no_part(line):
    found = read(line)
    assert not found.problems, found
    assert [person.id for person in found.people] == ["ada-lovelace"]


@pytest.mark.parametrize(
    "line",
    ["call with Ada, Alan drove us home", "call with Ada, Alan joined", "lunch with Ada, Alan had a fall"],
)
def test_who_may_have_been_there_or_met_the_writer_is_asked_about(line):
    assert [problem.what for problem in read(line).problems][:1] == ["person"]
