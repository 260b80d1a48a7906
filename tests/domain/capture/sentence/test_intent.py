"""What was only meant, planned or refused is asked about; what belongs to a meal is not."""

import pytest

from netui.domain.capture.sentence.negation_words import ARRANGING
from netui.domain.model.kinds import BUILT_IN
from tests.support.known_people import read

OTHERWISE = {"skip", "attempt", "prepared", "prep"}
"""What may tell of a meeting that took place, or is a kind."""


@pytest.mark.parametrize("verb", sorted(ARRANGING - OTHERWISE))
def test_each_form_of_a_verb_of_arranging_is_asked_about_or_a_note(verb):
    found = read(f"{verb} lunch with Ada")
    assert found.problems or found.kind == "note"


@pytest.mark.parametrize(
    "line",
    [
        "waiting on a call from Ada", "pondering a lunch with Ada", "demanded a call with Ada",
        "toying with the idea of a trip with Ada", "bought tickets for a gig with Ada",
        "we're mulling over a trip with Ada", "saving for a holiday with Ada", "fancy a pint with Ada",
        "provisional lunch with Ada on Friday", "unconfirmed call with Ada",
        "hardly any time for lunch with Ada", "pencil in coffee with Ada", "agenda for lunch with Ada",
    ],
)  # fmt: skip
def test_another_verb_before_the_kind_is_asked_about(line):
    assert read(line).problems


@pytest.mark.parametrize(
    "line",
    [
        "pricing call with Ada", "planning call with Ada", "hurried lunch with Ada",
        "unplanned drinks with Ada", "enjoyed a long lunch with Ada", "stopped in town for coffee with Ada",
        "wedding lunch with Ada",
    ],
)  # fmt: skip
def test_words_that_belong_to_the_meeting_are_not(line):
    assert not read(line).problems


VERBS = (("have lunch with", "had lunch with", "having lunch with"), ("call", "called", "calling"),
         ("meet", "met", "meeting"), ("email", "emailed", "emailing"))  # fmt: skip
NOT_DONE = (
    "I'd {base} Ada more if I could", "if only I {past} Ada", "I used to {base} Ada", "I often {base} Ada",
    "I usually {base} Ada", "I may {base} Ada", "I'd like to {base} Ada", "I wish I {past} Ada",
    "I'll {base} Ada",
    "shall I {base} Ada", "please {base} Ada", "better {base} Ada", "time to {base} Ada",
    "to {base} Ada",
    "the last time I {past} Ada", "the day I {past} Ada", "before I {past} Ada", "once {past} Ada",
    "they think I {past} Ada", "pretended I {past} Ada", "without {doing} Ada", "stopped {doing} Ada",
    "gave up {doing} Ada", "unless I {base} Ada", "until I {base} Ada", "as soon as I {base} Ada",
    "in case I {base} Ada", "soon I {base} Ada", "I almost {past} Ada", "did I {base} Ada",
    "never {past} Ada",
)  # fmt: skip


@pytest.mark.parametrize("form", NOT_DONE)
def test_what_is_a_habit_a_wish_or_of_another_time_is_no_contact(form):
    lines = [form.format(base=base, past=past, doing=doing) for base, past, doing in VERBS]
    lines = [each.format(line) for line in lines for each in ("{}", "{} about the flat", "{}.")]
    lines += [line.replace("Ada", "@ada") for line in lines]
    assert [
        line for line in lines if not (found := read(line)).problems and BUILT_IN.counts(found.kind)
    ] == []


@pytest.mark.parametrize(
    "line",
    [
        "tentative lunch with Ada", "would-be lunch with Ada", "future lunch with Ada", "unsent email to Ada",
        "before lunch with Ada", "on my way to lunch with Ada", "excused from lunch with Ada",
        "slept through lunch with Ada", "late for lunch with Ada", "was that lunch with Ada",
        "lunch with Ada - when?", "call with Ada - did it happen?", "lunch with Ada sounds good",
        "lunch with Ada has moved", "Ada was called by Alan", "Ada was emailed", "Ada got called by Alan",
        "lunch between @ada and @alan", "Ada Lovelace's lunch with Alan", "Ada's date with Alan",
        "jealous of Alan's lunch with Ada", "according to Ada, Alan called", "@ada says @alan rang",
        "listened to a podcast with Ada", "watched a video with Ada in it", "made a card for Ada",
    ],
)  # fmt: skip
def test_a_kind_of_which_nothing_took_place_is_asked_about(line):
    lines = (line, f"yesterday: {line}", f"{line}" if "?" in line else f"{line}, nice")
    assert [
        each for each in lines if not (found := read(each)).problems and BUILT_IN.counts(found.kind)
    ] == []


@pytest.mark.parametrize(
    "line",
    [
        "Long overdue coffee with Ada", "I have met Ada yesterday", "we have had lunch with Ada",
        "after work I called Ada", "had a future planning meeting with Ada", "draft contract review with Ada",
        "listened to records with Ada", "dinner at Alan's place with Ada", "finally called Ada",
    ],
)  # fmt: skip
def test_words_that_only_seem_to_deny_it_leave_it_contact(line):
    found = read(line)
    assert BUILT_IN.counts(found.kind) and not found.problems


@pytest.mark.parametrize(
    ("line", "kind"),
    [("rang Ada, fancy a pint", "call"), ("coffee with Ada, excited about the gig", "coffee")],
)
def test_what_one_looks_forward_to_behind_a_meeting_leaves_it_one(line, kind):
    found = read(line)
    assert (found.kind, found.problems) == (kind, ())
