"""What plainly did not take place is a note; what may have been made up for is asked about."""

import pytest

from tests.support.known_people import read

MISSED = [
    "didn't see Ada at the party", "didnt see Ada on Saturday", "couldn't reach Ada",
    "forgot to call Ada", "meant to call Ada, but the line was down", "tried to catch Ada, but she had left",
    "was going to see Ada but the car died", "Ada didn't show", "Ada didnt pick up", "Ada never came",
    "Ada no-show at nine",
    "Ada couldn't come to brunch because her sister had turned up", "no answer from Ada",
    "coffee with Ada fell through yesterday", "lunch with Ada got cancelled, she's got flu",
    "knocked at Ada's but nobody in", "forgot Ada's birthday", "meant to write to Ada, fell asleep",
    "Ada wasn't in when I dropped by", "Ada hasn't replied in nine days", "Ada left me on read",
    "nearly called Ada but it was late", "Ada and I keep missing each other on the phone",
    "I dreamt I was having tea with Ada", "skipped lunch with Ada", "no lunch with Ada, she was ill",
    "decided against coffee with Ada", "lunch with Ada fell through", "lunch with Ada - cancelled",
    "drinks with Ada on Monday were called off, babysitter ill", "cancelled lunch with Ada",
    "didn't make it to Ada's party", "wanted to visit Ada, but they were not letting anybody in",
]  # fmt: skip
MADE_UP = [
    "couldn't make lunch with Ada, so we spoke on the phone", "didn't see Ada at the party but met her later",
    "Ada didn't come to brunch, so I called", "Ada couldn't come, but she rang instead",
    "was going to call Ada but she beat me to it", "meant to call Ada, but then she came over",
    "Ada didn't eat a thing but we had a nice lunch", "didn't see Ada, but Bob was there",
    "didn't only see Ada", "call with Ada, no answer yet about the job",
    "call with Ada, no reply on the lease", "rang Ada: cancelled", "called Ada, cancelled the order",
    "lunch with Ada. Cancelled the gym", "dinner with Ada cancelled so we had lunch on Friday",
    "cancelled my gym card after lunch with Ada", "skipped lunch to meet Ada",
]  # fmt: skip


@pytest.mark.parametrize("line", MISSED)
def test_what_plainly_did_not_take_place_is_no_contact(line):
    found = read(line)
    assert not found.problems, found
    assert found.kind in ("note", "attempt")
    assert [person.id for person in found.people] == ["ada-lovelace"]


@pytest.mark.parametrize("line", MADE_UP)
def test_what_may_have_been_made_up_for_is_no_note(line):
    found = read(line)
    assert found.problems or found.kind not in ("note", "attempt"), found


@pytest.mark.parametrize(
    "line",
    [
        "tried Ada twice, engaged",
        "tried Ada again, straight to voicemail",
        "missed call Ada",
        "missed Ada's call x2",
    ],
)
def test_a_call_that_reached_nobody_is_an_attempt(line):
    found = read(line)
    assert not found.problems and found.kind == "attempt", found


def test_what_fell_through_stays_whole_in_the_text():
    found = read("- lunch with @ada on Monday - cancelled #work")
    assert (found.kind, str(found.on), found.tags) == ("note", "2026-11-16", ("work",))
    assert found.text == "lunch with ada - cancelled"


def test_for_how_long_nobody_answered_is_no_day_to_come():
    found = read("Ada hasn't replied in nine days")
    assert str(found.on) == "2026-11-21" and found.text.endswith("in nine days")
