"""People met who are named in running text: behind a preposition or by an ``@``."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("had a long walk with Ada", "meeting"),
        ("sick bed visit to Ada", "visit"),
        ("a surprise letter from Ada", "letter"),
    ],
)
def test_who_stands_behind_a_preposition_was_met(line, kind):
    found = read(line)
    assert (found.kind, [person.id for person in found.people]) == (kind, ["ada-lovelace"])
    assert not found.problems


def test_who_stands_behind_a_word_that_is_no_kind_is_asked_about():
    assert read("heard of the trip to Ada").problems


@pytest.mark.parametrize("line", ["sunny day, no plans, @ada", "sunny day in the park @ada is well"])
def test_a_mention_without_contact_is_a_note(line):
    found = read(line)
    assert (found.kind, [person.id for person in found.people]) == ("note", ["ada-lovelace"])
    assert found.text == line.replace("@", "") and not found.problems


def test_who_is_excepted_was_not_met():
    assert not read("everybody except @ada").people


@pytest.mark.parametrize(
    "line", ["was on Wednesday with Ada at the lake", "went on Wednesday with Ada to the cinema"]
)
def test_the_day_between_the_verb_and_with_is_the_day(line):
    found = read(line)
    assert (str(found.on), [person.id for person in found.people]) == ("2026-11-18", ["ada-lovelace"])
    assert not found.problems
