"""A call that somebody else took is asked about; a companion or a topic changes nothing."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "phoned Ada but only got their husband",
        "rang Ada, only their mum was in",
        "rang Ada, their son picked up",
        "called Ada but got Alan, chatted about the roof",
        "rang Ada, spoke to the receptionist",
        "rang Ada at work, they'd left",
    ],
)
def test_whoever_answers_for_another_is_asked_about(line):
    found = read(line)
    assert "attempt" in found.problems[0].message, found


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skype with Ada & their new flatmate", "video"),
        ("call with Ada and their assistant", "call"),
        ("rang Ada, their mum is ill", "call"),
        ("facetimed Ada, got their new flat shown", "video"),
        ("rang Ada about their husband", "call"),
    ],
)
def test_who_is_with_them_or_spoken_of_took_no_call(line, kind):
    found = read(line)
    assert not found.problems, found
    assert found.kind == kind
