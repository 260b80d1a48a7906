"""Behind ``Ada:`` is text; a kind there, how many or how long is asked about."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "Ada: lunch Tuesday",
        "Ada: budget call, wants the deck by Thursday",
        "Ada: board prep call, 30m, wants the deck",
        "Ada: 2 pints, talked divorce",
        "Ada + Bob: board prep, 2h",
        "Ada: great call about Bath",
    ],
)
def test_what_may_say_that_one_met_is_asked_about(line):
    assert read(line).problems


@pytest.mark.parametrize("line", ["Ada: 2h late", "Ada: 3 kids, 2 cats", "Ada: 40, divorced"])
def test_numbers_of_other_things_are_not(line):
    found = read(line)
    assert found.kind == "note" and not found.problems


def test_a_kind_behind_a_day_and_names_is_read():
    found = read("18 Nov Ada: lunch, talked pensions")
    assert (found.kind, str(found.on), found.problems) == ("lunch", "2026-11-18", ())
