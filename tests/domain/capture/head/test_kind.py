"""The kind at the start of a line, with what stands before it."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("had a quick coffee with Ada", "coffee", "quick"),
        ("budget call - Ada", "call", "budget"),
        ("budget call: Ada Lovelace", "call", "budget"),
        ("Q3 kickoff lunch @ada", "lunch", "Q3 kickoff"),
        ("1:1 Ada", "meeting", "1:1"),
        ("birthday drinks for Ada", "drinks", "birthday"),
        ("met Ada for lunch", "lunch", ""),
        ("mailed a birthday card to Ada", "letter", "a birthday card to Ada"),
        ("texts back n forth w/ Ada", "message", "back n forth"),
    ],
)
def test_it_is_read_behind_words_that_belong_to_it(line, kind, text):
    found = read(line)
    assert (found.kind, found.text, [person.id for person in found.people]) == (kind, text, ["ada-lovelace"])
    assert not found.problems


def test_a_verb_before_the_kind_is_no_topic_of_it():
    assert read("confirm call - Ada").problems


@pytest.mark.parametrize(
    ("line", "kind"), [("visiting Ada tomorrow", "visit"), ("seeing Ada on 3 Dec", "meeting")]
)
def test_a_visit_on_a_day_ahead_is_planned(line, kind):
    found = read(line)
    assert (found.kind, found.text, found.problems) == (kind, "", ())
    assert str(found.on) > "2026-11-21"


def test_without_a_day_ahead_it_is_none():
    assert read("seeing Ada on Friday").problems
