"""Lines in capitals, before whose place an @ stands, and with a dash before what was done."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind", "people", "text"),
    [
        ("LUNCH AT THE PUB WITH ADA YESTERDAY", "lunch", ["ada-lovelace"], "AT THE PUB WITH ADA"),
        ("tea at @ada's, rained all day", "coffee", ["ada-lovelace"], "tea at ada's, rained all day"),
        ("tea @ @ada's", "coffee", ["ada-lovelace"], "tea @ ada's"),
        (
            "Ada's off sick - took her some soup",
            "meeting",
            ["ada-lovelace"],
            "Ada's off sick - took her some soup",
        ),
        ("gala – chatted to Ada Lovelace", "meeting", ["ada-lovelace"], "gala – chatted to Ada Lovelace"),
    ],
)
def test_what_is_read_and_kept(line: str, kind: str, people: list[str], text: str) -> None:
    found = read(line)
    assert not found.problems
    assert (found.kind, [person.id for person in found.people], found.text) == (kind, people, text)


def test_what_was_found_stands_where_it_does_in_the_line() -> None:
    line = "LUNCH WITH ADA YESTERDAY"
    spans = [(span.what, line[span.start : span.end]) for span in read(line).understood]
    assert spans == [("kind", "LUNCH"), ("person", "ADA"), ("date", "YESTERDAY")]


def test_marks_in_capitals_stay_marks() -> None:
    found = read("LUNCH WITH @ada #HIRING")
    assert [person.id for person in found.people] == ["ada-lovelace"] and found.tags


def test_what_is_to_be_done_or_learned_keeps_its_capitals() -> None:
    assert [each.text for each in read("> SEND ADA THE DECK").promises] == ["SEND ADA THE DECK"]
    assert read("CALL WITH ADA LEARNED: LIKES NASA").learned == "LIKES NASA"


def test_a_relative_is_not_met_by_the_sign_alone() -> None:
    assert [problem.what for problem in read("rang @ada's mum").problems] == ["nobody"]


def test_a_note_with_a_dash_stays_one() -> None:
    found = read("Ada - allergic to nuts")
    assert found.kind == "note" and not found.problems and found.text == "Ada - allergic to nuts"
