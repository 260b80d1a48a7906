"""What did not take place never counts as contact."""

import pytest

from netui.domain.capture.sentence.negation_words import DENIALS, NEGATED
from netui.domain.model.kinds import BUILT_IN
from netui.domain.natural_dates.tokens import phrases_with
from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ada fell through", "coffee with Ada was called off", "lunch with Ada - no show",
        "lunch with Ada, but she stood me up", "lunch with Ada?", "call Ada back", "was supposed to meet Ada",
        "almost had lunch with Ada", "thinking of having coffee with Ada", "Ada never called",
        "looking forward to dinner with Ada", "coffee with Ada. She didn't come.",
    ],
)  # fmt: skip
def test_it_is_asked_about(line):
    found = read(line)
    assert found.problems or not BUILT_IN.counts(found.kind)


@pytest.mark.parametrize("said", ["no answer", "he didn't pick up", "went to voicemail", "nobody answered"])
def test_an_unanswered_call_is_an_attempt(said):
    found = read(f"called Alan, {said}")
    assert found.kind == "attempt" and not found.problems


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ada, her startup fell through",
        "Ada called to say the wedding was postponed",
        "coffee with Ada: the trip was called off",
    ],
)
def test_what_others_did_not_do_is_text(line):
    found = read(line)
    assert BUILT_IN.counts(found.kind) and not found.problems


SAID = sorted(" ".join(words) for first in DENIALS for words in phrases_with(first, DENIALS))
DENIED = [
    "lunch with Ada {} happen", "lunch with Ada, she {} come", "lunch with Ada but Ada {} make it",
    "lunch with Ada yesterday {} take place", "my lunch with Ada {} work out", "lunch with Ada - {} happen",
    "lunch with Ada. {} happen in the end", "called Ada, she {} answer", "emailed Ada but she {} reply",
]  # fmt: skip


@pytest.mark.parametrize("line", DENIED)
def test_each_denial_of_what_took_place_is_no_contact(line):
    counted = [said for said in SAID if not (found := read(line.format(said))).problems
               and BUILT_IN.counts(found.kind)]  # fmt: skip
    assert counted == []


@pytest.mark.parametrize("said", sorted(NEGATED - {"nobody"}))
def test_a_denial_before_the_verb_of_contact_is_no_contact(said):
    for line in (
        "I {} see Ada",
        "we {} have lunch with Ada",
        "{} lunch with Ada",
        "Ada {} call",
        "{} get to see Ada",
    ):
        found = read(line.format(said))
        assert found.problems or not BUILT_IN.counts(found.kind), line
