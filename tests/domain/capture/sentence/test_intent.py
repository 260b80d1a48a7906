"""What was only meant, planned or refused is asked about; what belongs to a meal is not."""

import pytest

from netui.domain.capture.sentence.negation_words import ARRANGING
from tests.support.known_people import read

OTHERWISE = {"skip", "attempt", "prepared"}
"""What may tell of a meeting that took place, or is a kind."""


@pytest.mark.parametrize("verb", sorted(ARRANGING - OTHERWISE))
def test_each_form_of_a_verb_of_arranging_is_asked_about(verb):
    assert read(f"{verb} lunch with Ada").problems


@pytest.mark.parametrize(
    "line",
    [
        "waiting on a call from Ada", "pondering a lunch with Ada", "demanded a call with Ada",
        "hardly any time for lunch with Ada", "pencil in coffee with Ada", "agenda for lunch with Ada",
    ],
)  # fmt: skip
def test_another_verb_before_the_kind_is_asked_about(line):
    assert read(line).problems


@pytest.mark.parametrize(
    "line",
    [
        "pricing call with Ada", "planning call with Ada", "hurried lunch with Ada",
        "unplanned drinks with Ada", "enjoyed a long lunch with Ada", "stopped in town for coffee with Ada",
        "wedding lunch with Ada",
    ],
)  # fmt: skip
def test_words_that_belong_to_the_meeting_are_not(line):
    assert not read(line).problems
