"""What became of a plan is asked about wherever it stands beside the meeting, and news of others is not."""

from pathlib import Path

import pytest

from netui.domain.capture.outcome.cues import has_cue
from netui.domain.model.kinds import BUILT_IN
from tests.support.known_people import read

FELL_THROUGH = (
    "she cancelled", "had to be cancelled", "she had to bail", "her train was cancelled", "was poorly",
    "couldn't make it", "forgot all about it", "ran out of time", "got stuck in traffic", "gave it a miss",
    "no sign of her", "she'd left already", "pub was shut", "ate on my own", "went to bed instead",
    "double-booked", "wrong week", "rain stopped play", "wasn't to be", "not this time", "we never met",
    "plans changed", "something came up", "decided against it", "felt rough so stayed home", "cxl",
    "went up in smoke",
    "missed her by an hour", "asked for a rain check", "sorry to miss it", "couldn't face it",
)  # fmt: skip
TO_COME = (
    "to be rearranged", "needs rebooking", "rebooked for Tuesday", "postponed to May", "waiting to hear",
    "if she's free", "once she's back", "weather permitting", "fingers crossed", "with any luck", "tentative",
    "one of these days", "in the diary for May", "in theory", "just kidding", "on hold",
    "not booked yet", "not decided", "yet to happen", "thought it was next week", "switching to next week",
)  # fmt: skip
UNANSWERED = (
    "vm", "voicemail full", "engaged tone", "rang and rang", "declined my call", "her mum answered",
    "got her flatmate", "she'll ring back", "try later", "in the shower", "out of range", "battery died",
    "no dial tone", "asked her to call back", "kept ringing", "husband answered", "try her later",
)  # fmt: skip
UNSENT = (
    "still in drafts",
    "not sent",
    "never sent it",
    "saved as draft",
    "delivery failed",
    "wrong address",
)
BEHIND = ("{}{}: {}", "{}{} - {}", "{}{} – {}", "{}{}, {}", "{}{}; {}", "{}{}. {}", "{}{} but {}", "{}{}\n{}",
          "{}{} -> {}", "{}{} / {}", "{}{} ({})")  # fmt: skip
NEWS = (
    "cancelled her subscription", "she postponed her wedding", "dropped out of uni", "moved to Rome in May",
    "forgot my umbrella", "skipped dessert", "her dad is ill", "had pizza", "the cafe was shut so we walked",
    "she had gone grey", "waiting for test results", "if all goes well she starts in May", "lives alone",
    "hopefully she gets the visa", "not much news", "never a dull moment", "she works on her own now",
    "in theory she could retire", "planned the trip", "booked the flights", "invited me to her party",
    "tried the curry", "failed her exam", "got her degree", "declined the offer", "spoke about her boss",
    "bad line", "not married", "no kids yet", "not impressed", "now in Leeds", "new number",
    "so we walked home",
)  # fmt: skip


def counts(line: str) -> bool:
    found = read(line)
    return not found.problems and BUILT_IN.counts(found.kind)


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        *(("lunch with Ada", said) for said in FELL_THROUGH + TO_COME),
        *(("called Ada", said) for said in UNANSWERED + FELL_THROUGH[:2]),
        *(("emailed Ada", said) for said in UNSENT),
    ],
)
def test_it_is_asked_about_behind_any_separator_topic_and_day(begins, said):
    lines = [form.format(begins, behind, said) for form in BEHIND for behind in ("", " yesterday")]
    lines += [f"{begins} about the flat, {said}", f"{begins} at the Crown; {said}"]
    assert [line for line in lines if counts(line)] == []


@pytest.mark.parametrize("said", [*FELL_THROUGH, *TO_COME])
def test_it_is_asked_about_before_the_meeting(said):
    lines = [f"{said}{mark} lunch with Ada" for mark in (" -", ",", ":", ".", ";", "\n")]
    assert [line for line in lines if counts(line)] == []


@pytest.mark.parametrize("said", NEWS)
def test_what_is_told_of_something_else_is_text(said):
    lines = [f"{kind} with Ada{mark} {said}" for kind in ("lunch", "call") for mark in (" -", ":", ",", ".")]
    assert [line for line in lines if not counts(line)] == []


HEADS = {
    "meeting": "lunch with Ada",
    "call": "called Ada",
    "message": "emailed Ada",
    "visit": "went to see Ada",
}
TABLE = Path(__file__).with_name("clauses.tsv")
CLAUSES = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("group", HEADS)
@pytest.mark.parametrize("read_as", ["asked", "took place"])
def test_clauses_behind_a_head_are_read_alike_behind_each_separator(group, read_as):
    clauses = [clause for found, outcome, clause in CLAUSES if (found, outcome) == (group, read_as)]
    lines = [f"{HEADS[group]}{mark}{clause}" for clause in clauses for mark in (", ", " - ", ": ", ". ")]
    misread = [line for line in lines if counts(line) != (read_as == "took place")]
    assert len(clauses) >= 90
    assert misread == []


@pytest.mark.parametrize(
    ("clause", "group", "held"),
    [
        ("she'd double-booked herself", "meeting", True),
        ("I'd double booked myself", "meeting", True),
        ("my kids had to be collected", "meeting", False),
        ("there was no one in", "visit", True),
        ("cannot get through", "call", True),
        ("did not get through", "call", True),
    ],
)
def test_a_cue_stands_for_each_person_and_form(clause, group, held):
    assert has_cue(clause.split(), group) is held


@pytest.mark.parametrize(
    "line",
    [
        "lunch with Ada, usual place was closed, went to the Crown",
        "lunch with Ada, no tables outside so we sat in",
    ],
)
def test_what_they_did_all_the_same_shows_that_they_met(line):
    assert counts(line)


@pytest.mark.parametrize("said", ["missed call from Ada", "called Ada, no answer", "Ada rang off"])
def test_a_call_that_is_said_to_have_taken_place_is_not_asked_about_again(said):
    assert read(f"call with @ada today: {said}").kind == "call"
    assert counts(f"call with @ada today: {said}")


@pytest.mark.parametrize("said", ["no luck, Ada cancelled", "no answer from Ada", "Ada cancelled"])
def test_what_fell_through_is_asked_about_though_the_head_names_a_day(said):
    assert not counts(f"call with @ada today: {said}")


@pytest.mark.parametrize(
    "line",
    [
        "lunch, work got in the way",
        "called: no dial tone",
        "emailed: still in drafts",
        "lunch yesterday, tbc",
    ],
)
def test_it_is_asked_about_where_somebody_was_chosen_before_and_settled_by_each_reading(line):
    chosen = ["ada-lovelace"]
    (asked,) = read(line, present=chosen).problems
    for reading in asked.readings:
        found = read(reading.settle(line), present=chosen)
        assert not found.problems
        assert BUILT_IN.counts(found.kind) == reading.label.startswith("it took place")


@pytest.mark.parametrize(
    "line", ["lunch, got the job", "called about the flat, very kind", "met in the park, cold"]
)
def test_what_is_told_of_somebody_chosen_before_is_text(line):
    assert not read(line, present=["ada-lovelace"]).problems
