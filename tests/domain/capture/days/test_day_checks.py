"""Days that a sentence leaves open: asked about, or part of its text."""

from datetime import datetime

import pytest

from tests.support.known_people import read

LINES = [
    "lunch with Ada {}", "lunch {} with Ada", "{} lunch with Ada", "lunch with Ada, {}",
    "lunch with Ada - {}", "lunch with Ada. {}", "lunch with Ada ({})", "lunch with Ada {}: all well",
    "lunch: Ada, {}", "Ada lunch {}", "called Ada {}", "Ada {} called", "Ada called {}",
    "met Ada {} at the pub", "met Ada at the pub {}", "Ada and I had lunch {}", "Ada and I {} had lunch",
    "lunch with Ada at the pub {}", "lunch with Ada for an hour {}", "lunch with Ada {}, talked about work",
    "lunch with Ada and her sister {}", "went to the zoo with Ada {}", "{} went to the zoo with Ada",
    "emailed Ada the contract {}", "ran into Ada in town {}", "had a long chat with Ada {}",
    "I {} had lunch with Ada", "got an email from Ada {}", "Ada came over for dinner {}",
    "helped Ada move {}",
]  # fmt: skip
DAYS = [
    "yesterday", "tomorrow", "Monday", "on monday", "last friday", "last night", "3 days ago",
    "two weeks ago", "14 nov", "Nov 14th", "the 14th", "14.11.", "14/11", "2026-11-14", "last week",
    "over the weekend", "the other day", "next tuesday", "Christmas Eve", "Good Friday", "20261114",
    "the week before last", "early november", "recently", "yesteday", "wendsday", "3 novmber",
]  # fmt: skip
TIMES = [
    "at 3pm", "15:30", "at noon", "at 14:30", "around 4pm", "at 4", "at four", "~3pm", "0930", "9ish",
    "from one to two", "between 3 and 4", "7-8pm", "around half 8", "circa 7", "just after 5",
    "at 8 this morning", "last night at 9", "tonight 8pm", "430pm", "at 7 or 8",
]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ada back in June",
        "call with Ada who flies on Monday",
        "coffee with Ada the Monday before",
        "our Friday drinks with Ada",
        "Ada rang about the boiler at 2",
        "coffee with Ada on Monday Street",
        "lunch with Ada for her birthday (8 Nov)",
        "rang Ada to plan the trip on Monday",
        "beers with Ada to toast the team winning last night",
        "dinner with Ada round about the 14th",
        "swapped Saturday with Ada so I can go",
    ],
)
def test_a_day_that_may_be_the_entrys_is_asked_about(line):
    found = read(line)
    assert [problem.what for problem in found.problems] == ["date"], found


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ada about the trip in June",
        "coffee with Ada, in town until Sunday",
        "call with Ada about the Friday interview",
        "coffee with Ada in the Sunday market",
        "sent a card to Ada for her birthday (8 Nov)",
        "met Ada off the 11.40 from Leeds",
        "worked out the chords of 'Ruby Tuesday' with Ada",
    ],
)
def test_a_day_of_something_else_is_text(line):
    found = read(line)
    assert not found.problems, found.problems
    assert not found.dated
    assert line.split()[-1] in found.text


@pytest.mark.parametrize("line", LINES)
def test_a_day_is_read_or_asked_about(line):
    passed_over = [day for day in DAYS if not ((found := read(line.format(day))).problems or found.dated)]
    assert passed_over == []


@pytest.mark.parametrize("line", LINES)
def test_a_time_is_read_or_asked_about(line):
    for said in TIMES:
        found = read(line.format(said))
        assert found.problems or isinstance(found.on, datetime), said


@pytest.mark.parametrize("line", LINES)
def test_a_time_apart_from_its_day_is_read_or_asked_about(line):
    for said in ("at 3pm", "15:30", "at four", "from one to two"):
        found = read(f"yesterday {line.format(said)}")
        assert found.problems or isinstance(found.on, datetime), said


@pytest.mark.parametrize("line", [line for line in LINES if "her sister" not in line])
def test_a_person_is_named_or_asked_about(line):
    for name in ("Alan Turing", "Alan", "@alan", "Siobhán"):
        found = read(line.format(name))
        named = [person.name for person in (*found.people, *found.mentions)]
        assert found.problems or any(name.strip("@").casefold() in each.casefold() for each in named), name


BESIDE = (
    "their exam is on Thursday", "flight tomorrow", "wedding on 14 Nov", "moving on Monday", "born on 14 Nov",
    "bought a car yesterday", "had surgery on Monday", "the Friday meeting", "busy Friday", "back on Friday",
    "slept badly last night", "birthday tomorrow", "tickets for Friday", "turned 40 yesterday",
)  # fmt: skip


@pytest.mark.parametrize("said", BESIDE)
def test_a_day_told_beside_the_meeting_is_not_its_day(said):
    begins = ("lunch with Ada", "met Ada", "called Ada", "Ada rang", "Ada and I had lunch")
    marks = (": {}", " - {}", ", {}", ". {}", "; {}", " ({})")
    found = {
        line: read(line) for line in (f"{begin}{mark.format(said)}" for begin in begins for mark in marks)
    }
    silent = {line: each for line, each in found.items() if not each.problems}
    assert [line for line, each in silent.items() if str(each.on) != "2026-11-21"] == []
    assert [line for line, each in silent.items() if said.split()[-1] not in each.text] == []


@pytest.mark.parametrize(
    "said",
    ["dinner with Alan", "then met Alan", "text from Alan", "got a text from Alan", "pm: Alan",
     "evening: dinner with Alan", "later drinks with Alan", "Alan drove me home", "bumped into Alan"],
)  # fmt: skip
def test_who_was_met_at_another_time_of_that_day_is_asked_about(said):
    begins = ("lunch with Ada", "call with Ada yesterday", "Ada rang")
    lines = [f"{begin}{mark}{said}" for begin in begins for mark in (", ", " - ", ". ", "; ", " / ", " and ")]
    found = {line: read(line) for line in lines}
    assert [line for line, each in found.items() if not each.problems and len(each.people) < 2] == []


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ada and Bob, sun lunch, lamb", "2026-11-15"),
        ("Ada - pint after work fri", "2026-11-20"),
        ("school fair Sat 14 Nov, helped Ada on the stall", "2026-11-14"),
        ("told Ada about the job over the phone sunday", "2026-11-15"),
        ("Ada football yesterday", "2026-11-20"),
        ("sent Ada the quote, she'll come back to me Friday", "2026-11-21"),
        ("saw Ada at the gym (Monday)", "2026-11-16"),
        ("emailed Ada the forms yesterday aft", "2026-11-20"),
        ("coffee Ada 8.30 before school run", "2026-11-21 08:30:00"),
    ],
)
def test_a_day_that_closes_what_took_place_is_the_entrys(line, day):
    found = read(line)
    assert not found.problems, found.problems
    assert str(found.on) == day
