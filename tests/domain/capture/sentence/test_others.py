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


BEHIND = ("lunch with Ada{}", "call with Ada at the Crown{}", "met Ada{}", "Ada and I had lunch{}")
MARKS = (", {}", " - {}", "; {}", ". {}", "\n{}", " / {}", " ({})")
PRESENT = (
    "Bob came too", "Bob joined us", "Bob was there", "Bob too", "Bob left early", "Bob stayed late",
    "Bob arrived late", "Bob cooked", "Bob hosted", "Bob made a cake", "Bob took notes", "Bob sat with us",
    "Bob drove us home", "Bob was on too", "Bob + kids", "Bob and family", "Bob on speaker", "plus Bob",
    "then Bob", "joined by Bob", "together with Bob", "before that Bob", "followed by Bob", "also Bob",
)  # fmt: skip
ABSENT = (
    "Bob absent", "Bob was ill", "Bob away", "Bob off sick", "Bob missing", "Bob sent apologies", "Bob ill",
    "Bob stayed home", "Bob to join later", "Bob nearly came", "Bob forgot", "Bob no-show", "Bob says hi",
    "Bob stuck in traffic", "without Bob", "but not Bob", "Bob couldn't come", "instead of Bob",
)  # fmt: skip


@pytest.mark.parametrize("said", PRESENT)
def test_somebody_who_was_there_too_is_taken_or_asked_about(said):
    lines = [form.format(mark.format(said)) for form in BEHIND for mark in MARKS]
    found = {line: read(line) for line in lines}
    assert [line for line, each in found.items() if not each.problems and len(each.people) < 2] == []


@pytest.mark.parametrize("said", [*ABSENT, *(said.replace("Bob", "Alan Turing") for said in ABSENT)])
def test_somebody_who_was_not_there_is_never_taken(said):
    lines = [form.format(mark.format(said)) for form in BEHIND for mark in MARKS]
    found = {line: read(line) for line in lines}
    assert [line for line, each in found.items() if not each.problems and len(each.people) > 1] == []


@pytest.mark.parametrize(
    "said",
    [
        "drove Ada to see Bob", "call with Ada, they put Bob on", "call with Ada, who put Bob through",
        "call with Ada, handed me to Bob", "visited Ada, Bob was in",
        "lunch: Ada; Bob", "lunch: Ada. Bob.", "lunch: Ada – and Bob", "lunch: Ada and Grace, then Bob",
        "lunch: Ada, Bob?", "lunch with Ada, Bob? yesterday", "emailed Ada, forwarded it to Bob",
    ],
)  # fmt: skip
def test_a_second_person_is_not_lost(said):
    for line in (said, f"{said} - good news", f"yesterday {said}"):
        found = read(line)
        assert found.problems or len(found.people) > 1, line


def test_what_is_said_again_is_no_name():
    found = read("lunch with Ada, bob bob bob")
    assert [person.id for person in found.people] == ["ada-lovelace"] and not found.problems


def test_who_wrote_what_was_forwarded_was_not_met():
    found = read("Ada forwarded me an email from Bob")
    assert found.problems or [person.id for person in found.people] == ["ada-lovelace"]
