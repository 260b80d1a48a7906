"""Lists of those who were there, and what may stand behind them."""

import pytest

from tests.support.known_people import read

THREE = ["ada-lovelace", "alan-turing", "bob"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Quarterly review: Ada, Alan, Bob all dialled in", "meeting"),
        ("Four-way call: Ada, Alan, Bob, me", "call"),
        ("Stand-up: Ada, Alan, Bob. Grace absent", "meeting"),
        ("Relay on Sunday 15 Nov: Ada, Alan, Bob and yours truly", "meeting"),
        ("board meeting - Ada, Alan, Bob present", "meeting"),
        ("lunch: Ada, Alan, Bob and me", "lunch"),
    ],
)
def test_all_of_them_were_there(line, kind):
    found = read(line)
    assert (found.kind, [person.id for person in found.people]) == (kind, THREE)
    assert not found.problems, found


@pytest.mark.parametrize(
    "line", ["review: Ada, Alan late", "stand-up: Ada off sick", "lunch: Ada, here till Friday"]
)
def test_what_is_told_of_one_of_them_is_asked_about(line):
    assert read(line).problems
