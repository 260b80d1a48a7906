"""Where several are named and only one of them came, it is asked who was there."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "there"),
    [
        ("dinner with Ada and Alan, only Ada came", ["ada-lovelace"]),
        ("dinner yesterday with Ada and Alan, but only Alan turned up", ["alan-turing"]),
        ("dinner with Ada, Grace and Alan, minus Alan in the end", ["ada-lovelace", "grace-hopper"]),
    ],
)
def test_one_key_leaves_those_who_were_there(line, there):
    found = read(line)
    (reading,) = found.problems[0].readings
    settled = read(reading.settle(line))
    assert not settled.problems, settled
    assert settled.kind == "dinner"
    assert [person.id for person in settled.people] == there
    assert settled.on == found.on
    assert line in settled.text


@pytest.mark.parametrize(
    "line", ["lunch with Ada and Alan, only Ada had pudding", "lunch with Ada and Alan, not only Ada"]
)
def test_what_only_one_of_them_did_leaves_both(line):
    found = read(line)
    assert not found.problems, found
    assert len(found.people) == 2
