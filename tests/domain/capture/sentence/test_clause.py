"""Sentences that begin with no kind: what was done, by and with whom, and when."""

from datetime import date

import pytest

from netui.domain.capture.names.name_resolution import NameMatcher
from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind", "people"),
    [
        ("Will Smith called yesterday", "call", ["will-smith"]),
        ("Grace Hopper came over yesterday", "visit", ["grace-hopper"]),
        ("ran into Ada on the train yesterday", "meeting", ["ada-lovelace"]),
        ("Ada and I had a quick lunch yesterday", "lunch", ["ada-lovelace"]),
        ("Alan talked to me on the phone yesterday", "call", ["alan-turing"]),
        ("Me and Ada went to the zoo yesterday", "meeting", ["ada-lovelace"]),
        ("Alan introduced me to Ada yesterday", "intro", ["alan-turing", "ada-lovelace"]),
        ("sent Ada a postcard yesterday", "letter", ["ada-lovelace"]),
    ],
)
def test_a_verb_of_contact_says_kind_people_and_day(line, kind, people):
    found = read(line)
    assert not found.problems
    assert (found.kind, [person.id for person in found.people]) == (kind, people)
    assert found.on == date(2026, 11, 20)
    assert found.text == line.removesuffix(" yesterday")


@pytest.mark.parametrize("line", ["@ada owes me 20 euro", "Ada is moving", "Grace Hopper won a prize"])
def test_a_sentence_without_contact_is_a_note(line):
    found = read(line)
    assert found.kind == "note" and found.people and not found.problems


@pytest.mark.parametrize(
    "line",
    [
        "Ada met Alan",  # each other, or the writer too?
        "Ada had lunch with Alan",
        "Will called",  # a name or a word
        "Ada cooked on Saturday",
        "Ada said Alan called",
        "lunch with Ada, then drinks with Alan",
        "lunch with Ada, bumped into Alan there",
        "coffee with Ada and later dinner with Nadia",
    ],
)
def test_what_could_be_read_in_two_ways_is_asked_about(line):
    assert read(line).problems


def test_a_long_list_of_names_is_looked_up_in_linear_time(monkeypatch):
    looked_up = []
    match_full = NameMatcher.match_full
    monkeypatch.setattr(NameMatcher, "match_full", lambda self, i: looked_up.append(i) or match_full(self, i))
    counts = []
    for length in (40, 160):
        looked_up.clear()
        read("Ada and I had lunch " + "Ada, " * length)
        counts.append(len(looked_up))
    assert counts[1] < 6 * counts[0]
