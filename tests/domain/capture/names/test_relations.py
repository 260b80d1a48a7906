"""What two known people are to each other is a note about both, and no contact."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lovelace works with Alan Turing",
        "Ada now lives with Alan",
        "Ada is married to Alan",
        "Ada went to school with Alan in Leeds",
        "@ada used to work with @alan-turing",
    ],
)
def test_it_is_a_note_about_both(line):
    found = read(line)
    assert not found.problems, found
    assert found.kind == "note"
    assert {person.id for person in found.people} == {"ada-lovelace", "alan-turing"}
    assert found.text.endswith(line[-4:])


@pytest.mark.parametrize(
    "line",
    ["Ada works with Alan and me", "Ada had lunch with Alan", "Ada lives with Alan, had tea with them"],
)
def test_what_may_be_a_meeting_is_asked_about(line):
    assert read(line).problems
