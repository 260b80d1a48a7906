"""Attempts at the start of a line: missed calls, and calls that were tried."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "missed a call from Ada",
        "2 missed calls from Ada",
        "Missed Ada's video call, was driving",
        "missed call: Ada",
        "tried to ring Ada, no answer",
        "I tried to give Ada a ring",
        "tried to get Ada on the phone",
        "tried calling Ada, will ring back",
    ],
)
def test_nobody_was_reached(line):
    found = read(line)
    assert (found.kind, [person.id for person in found.people]) == ("attempt", ["ada-lovelace"])
    assert not found.problems


@pytest.mark.parametrize(
    ("line", "kind"),
    [("missed Ada's call, rang her back", "call"), ("missed a call from Ada and texted back", "message")],
)
def test_a_call_that_was_returned_is_contact(line, kind):
    found = read(line)
    assert (found.kind, found.text) == (kind, line)
    assert not found.problems


@pytest.mark.parametrize(
    "line",
    [
        "tried to ring Ada, got through in the end",
        "missed a call with Ada",
        "missed Ada's call with the doctor",
        "tried to call Ada's office, no answer",
        "tried to get Ada a cake",
    ],
)
def test_what_may_be_something_else_is_asked_about(line):
    assert read(line).problems
