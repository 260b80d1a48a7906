"""Others in a line: who was there too is taken or asked about, who is only spoken of is text."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ada, Alan joined later", "lunch with Ada; Alan came too", "tea with Ada, Alan was there",
        "lunch with Ada, her sister and Alan", "lunch with Ada (Alan tagged along)",
    ],
)  # fmt: skip
def test_who_joined_is_taken(line):
    found = read(line)
    assert [person.id for person in found.people] == ["ada-lovelace", "alan-turing"] and not found.problems
    assert "Alan" in found.text


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ada, Alan paid", "lunch with Ada; Alan", "lunch with Ada and maybe Alan",
        "lunch with Ada, then Alan", "lunch with Ada, saw Alan there", "lunch with Ada who brought Alan",
        "saw Ada in the morning and Alan in the afternoon", "was at the park with Ada when Alan called",
    ],
)  # fmt: skip
def test_who_may_have_been_there_is_asked_about(line):
    (problem, *_) = read(line).problems
    assert problem.what == "person" and problem.candidates[0].id == "alan-turing"


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ada, Alan is ill", "lunch with Ada, talked about Alan", "lunch with Ada, she knows Alan",
        "Ada told me Alan is moving", "lunch with Ada, not Alan", "lunch with Ada, Alan's sister",
        "coffee with Ada, she works with Alan", "coffee with Ada about Alan",
        "coffee with Ada and her husband Alan",
    ],
)  # fmt: skip
def test_who_is_spoken_of_is_text(line):
    found = read(line)
    assert [person.id for person in found.people] == ["ada-lovelace"] and not found.problems
    assert "Alan" in found.text
