"""A line names someone and says something, and a promise whose it is."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize("line", ["Ada Lovelace", "bob", "Bob and Ada Lovelace"])
def test_names_alone_are_asked_about(line):
    (problem,) = read(line).problems
    assert [read(reading.settle(line)).kind for reading in problem.readings] == [
        "call", "message", "coffee", "note",
    ]  # fmt: skip


def test_a_stranger_right_behind_a_verb_of_reaching_is_asked_about():
    (problem,) = read("texted Zoltan").problems
    assert problem.what == "unknown"
    assert read(problem.readings[-1].settle("texted Zoltan")).people_to_create == ("Zoltan",)


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("coffee with @ada and @alan >@alan send the deck", "alan-turing"),
        ("coffee with @ada and @alan >send Alan the deck", "alan-turing"),
        ("coffee with @ada and @alan <@alan sends the deck", "alan-turing"),
        ("coffee with @ada and @alan >send the deck", None),
        ("coffee with @ada >@ada send the deck", None),
    ],
)
def test_a_promise_is_made_to_whom_it_names(line, whose):
    found = read(line)
    (promise,) = found.promises
    assert (promise.with_.id if promise.with_ else None) == whose and not found.problems
    assert "@" not in promise.text


def test_a_promise_alone_takes_the_one_person_that_it_names():
    assert [person.id for person in read(">call Alan tomorrow").people] == ["alan-turing"]
    assert [problem.what for problem in read(">introduce Ada to Alan").problems] == ["nobody"]
