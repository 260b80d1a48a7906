"""What did not take place never counts as contact."""

import pytest

from netui.domain.model.kinds import BUILT_IN
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
