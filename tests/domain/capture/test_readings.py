"""Readings offered for a problem: each changes the line so that the problem is settled."""

import pytest
from hypothesis import given, settings

from netui.domain.capture.parse import ParsedLine
from netui.domain.model.dates import day_of
from tests.support.known_people import read
from tests.support.log_lines import LINES


def offered(line: str) -> dict[str, ParsedLine]:
    """Each reading of the first problem of ``line`` by its label, with the line read in that way."""
    problem = read(line).problems[0]
    return {reading.label: read(reading.settle(line)) for reading in problem.readings}


def test_an_unclear_name_offers_each_person_and_a_new_one():
    found = offered("lunch with @sam yesterday: fun")
    assert list(found) == ["Sam Okafor (@sam-altman)", "Sam Rivera (@sam-rivera)"]
    assert [parsed.people[0].id for parsed in found.values()] == ["sam-altman", "sam-rivera"]
    new = offered("lunch with Zelda yesterday")["Zelda (new)"]
    assert new.people_to_create == ("Zelda",) and not new.problems


def test_an_unclear_day_offers_each_day():
    found = offered("lunch with @ada on 1/11: soup")
    assert {str(parsed.on) for parsed in found.values()} == {"2026-11-01", "2026-01-11"}
    assert all(not parsed.problems and parsed.text == "soup" for parsed in found.values())
    assert {str(parsed.on)[11:16] for parsed in offered("call with @ada at 7").values()} == {"07:00", "19:00"}
    assert {str(parsed.on) for parsed in offered("lunch with @ada yesteday").values()} == {"2026-11-20"}


def test_a_day_that_may_be_text_offers_that_day_and_today():
    day, today = offered("coffee with @ada about the interview on Monday").values()
    assert (str(day.on), str(today.on)) == ("2026-11-16", "2026-11-21")
    for parsed in (day, today):
        assert parsed.text == "about the interview on Monday" and not parsed.problems


def test_someone_named_later_was_there_or_not():
    found = offered("lunch with Ada, Grace paid")
    there, absent = found.values()
    assert [person.id for person in there.people] == ["ada-lovelace", "grace-hopper"]
    assert [person.id for person in absent.people] == ["ada-lovelace"]
    assert "Grace paid" in there.text and absent.text == "Grace paid"
    assert not there.problems and not absent.problems


def test_what_did_not_take_place_is_a_note_a_promise_or_contact_after_all():
    found = offered("lunch with Ada fell through so went alone")
    assert [parsed.kind for parsed in found.values()] == ["note", "lunch"]
    promise, note = offered("should call Ada Lovelace").values()
    assert [made.text for made in promise.promises] == ["call Ada Lovelace"]
    assert [(parsed.kind, parsed.people[0].id) for parsed in (note, promise)] == [
        ("note", "ada-lovelace")
    ] * 2
    assert not (note.problems or promise.problems)


def test_a_due_date_in_doubt_offers_its_readings():
    found = offered("coffee with @ada >send the deck by fridya")
    assert {str(parsed.promises[0].due) for parsed in found.values()} == {"2026-11-27"}
    due, none = offered("coffee with @ada >send the deck until friday").values()
    assert (str(due.promises[0].due), none.promises[0].due) == ("2026-11-27", None)


@pytest.mark.parametrize(
    ("line", "kind", "day"),
    [("Ada: lunch Tuesday", "lunch", "2026-11-17"), ("- [ ] lunch with Ada", "note", "2026-11-21")],
)
def test_the_first_reading_is_the_likeliest(line, kind, day):
    parsed = next(iter(offered(line).values()))
    assert (parsed.kind, str(day_of(parsed.on)), parsed.problems) == (kind, day, ())


@given(LINES)
@settings(max_examples=150)
def test_a_reading_lies_within_the_line_and_is_taken_without_error(words):
    line = " ".join(words)
    for problem in read(line).problems:
        for reading in problem.readings:
            assert 0 <= reading.start <= reading.end <= len(line) and reading.label
            read(reading.settle(line))
