"""A kind before a name that is misspelt, or that was not read, is asked about."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind"),
    [("coffe with Ada", "coffee"), ("luhcn with Ada yesterday", "lunch"), ("vidoe call with Ada", "video")],
)
def test_a_misspelt_kind_is_asked_about_and_settled_by_one_key(line, kind):
    (asked,) = read(line).problems
    settled = read(asked.readings[0].settle(line))
    assert (settled.kind, settled.problems) == (kind, ())
    as_text = read(asked.readings[1].settle(line))
    assert line.split(" ")[0] in as_text.text and not as_text.problems


@pytest.mark.parametrize("line", ["meeting with Ada", "diner lunch with Ada", "latte with Ada"])
def test_words_that_are_near_a_kind_and_none_are_not(line):
    assert not any("did you mean" in problem.message for problem in read(line).problems)
