"""Introductions at the start of a line: all who were brought together are in it."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "put Ada in touch with Grace about the loom",
        "I've put Ada and Grace in touch",
        "connected Ada with Grace",
        "hooked Ada up with Grace",
        "intro'd Ada -> Grace",
        "Ada introed me to Grace",
    ],
)
def test_both_are_in_it(line):
    found = read(line)
    assert (found.kind, {person.id for person in found.people}) == ("intro", {"ada-lovelace", "grace-hopper"})
    assert found.text == ("" if line.startswith("intro'd") else line)
    assert not found.problems


@pytest.mark.parametrize(
    "line", ["put Ada up for the night", "connected Ada to the wifi", "intro'd Ada -> Zed"]
)
def test_what_brings_no_two_known_people_together_is_asked_about(line):
    assert read(line).problems
