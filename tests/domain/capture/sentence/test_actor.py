"""What somebody unknown did with those who are known is no contact of the writer's."""

import pytest

from netui.domain.model.kinds import BUILT_IN
from tests.support.known_people import read

ACTORS = ["My sister", "Simone", "The bank", "Somebody", "kids", "HR", "Our agent", "They", "Mr Jones"]
DEEDS = [
    "rang Ada",
    "emailed Ada about the lease",
    "had lunch with Ada",
    "met Ada yesterday",
    "took Ada to lunch",
]
HOW = [
    "",
    "Just ",
    "Finally ",
    "Randomly ",
    "After the gym ",
    "Yesterday ",
    "So I ",
    "My sister and I ",
    "Also ",
]


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("deed", DEEDS)
def test_it_is_asked_whether_the_writer_was_there_where_a_stranger_acts(actor, deed):
    found = read(f"{actor} {deed}")
    assert found.problems, found
    joint = next((each for each in found.problems[0].readings if each.label == "I was there too"), None)
    if joint is not None:
        again = read(joint.settle(f"{actor} {deed}"))
        assert not again.problems, again
        assert BUILT_IN.counts(again.kind)


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("deed", DEEDS)
def test_what_the_writer_did_is_contact_whatever_says_how(how, deed):
    found = read(f"{how}{deed}")
    assert not found.problems, found
    assert BUILT_IN.counts(found.kind)


@pytest.mark.parametrize("line", ["Simone texted Ada instead of me", "Ada rang Grace rather than us"])
def test_instead_of_me_says_that_the_writer_was_not_there(line):
    assert read(line).problems


def test_we_are_the_writer():
    found = read("we're having lunch with Ada tomorrow")
    assert (found.kind, str(found.on), found.problems) == ("lunch", "2026-11-22", ())
