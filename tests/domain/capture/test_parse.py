"""Parsing a log line: fields, problems with their offsets, and properties of any input."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.capture.parse import ParsedPromise, Person, parse
from netui.domain.model.contact_row import fold
from netui.domain.model.kinds import BUILT_IN, Kinds
from tests.support.known_people import GOALS, KNOWN, NOW, PEOPLE, Known, read
from tests.support.log_lines import EXAMPLE, LINES, MARK_LINES


def test_the_line_of_the_manual():
    found = read(EXAMPLE)
    assert not found.problems
    assert found.kind == "coffee" and found.typed
    assert found.on == date(2026, 11, 20) and found.dated
    assert found.people == (Person("ada-lovelace", "Ada Lovelace"), Person("grace-hopper", "Grace Hopper"))
    assert found.text == "her lab is hiring"
    assert (found.tags, found.goals, found.got, found.gave) == (("hiring",), ("cto-role",), ("lead",), ())
    assert found.promises == (
        ParsedPromise("me", "send the deck", date(2026, 11, 27)),
        ParsedPromise("them", "intro to Bob", date(2026, 12, 12)),
    )


def test_chips_say_what_was_understood_in_the_order_of_reading():
    assert [tuple(chip) for chip in read(EXAMPLE).chips(NOW.date())] == [
        ("coffee", "kind"), ("Ada Lovelace", "person"), ("Grace Hopper", "person"),
        ("Fri 20 Nov 2026", "date"), ("got lead", "got"),
        ("I promise Ada Lovelace: send the deck, by Fri 27 Nov 2026", "promise"),
        ("Ada Lovelace promises: intro to Bob, by Sat 12 Dec 2026", "promise"),
        ("#hiring", "tag"), ("^cto-role", "goal"),
    ]  # fmt: skip
    chips = read("met Zoë Blake (new) at 9:30: saw @grace place:Rome learned:x from:me gave:work").chips(
        NOW.date()
    )
    assert {chip.what for chip in chips} == {
        "kind", "new", "date", "place", "learned", "from", "gave", "mention",
    }  # fmt: skip
    assert ("Sat 21 Nov 2026 09:30", "date") in chips


def test_what_was_understood_is_known_by_its_place():
    found = read(EXAMPLE)
    pieces = [(EXAMPLE[piece.start : piece.end], piece.what) for piece in found.understood]
    assert ("coffee", "kind") in pieces and ("@grace", "person") in pieces and ("yesterday", "date") in pieces
    assert ("#hiring", "#") in pieces and (">send the deck by fri", "promise") in pieces


def test_an_ambiguous_name_has_its_candidates_and_its_place_and_an_id_settles_it():
    line = "lunch with @sam yesterday"
    (problem,) = read(line).unresolved
    assert line[problem.start : problem.end] == "@sam" and problem.column == 12
    assert [person.id for person in problem.candidates] == ["sam-altman", "sam-rivera"]
    settled = line[: problem.start] + "@sam-rivera" + line[problem.end :]
    assert [person.id for person in read(settled).people] == ["sam-rivera"]


@pytest.mark.parametrize("name", ["Ada Byron", "Adda", "Grace Hoper", "@adda", "@graec", "@Ada Lovelase"])
def test_a_mistyped_name_never_makes_a_person(name):
    found = read(f"coffee with {name} yesterday: her lab is hiring")
    assert found.people == () and found.unresolved
    assert any(problem.candidates for problem in found.unresolved)


def test_a_new_person_is_created_only_when_marked_so():
    found = read("met @Zoë Blake (new), @ada and Max (new)")
    assert found.people_to_create == ("Zoë Blake", "Max")
    assert [person.id for person in found.people] == ["", "ada-lovelace", ""]
    assert not found.problems
    (problem,) = read("met Ada Lovelace (new)").problems
    assert problem.what == "ambiguous" and problem.candidates[0].id == "ada-lovelace"


def test_those_chosen_before_come_first_and_do_not_make_a_meeting():
    found = read("her lab is hiring", present=("ada-lovelace",))
    assert (found.kind, found.people) == ("note", (Person("ada-lovelace", "Ada Lovelace"),))
    assert found.text == "her lab is hiring" and not found.problems
    found = read("and grace: moved", present=("ada-lovelace",))
    assert [person.id for person in found.people] == ["ada-lovelace", "grace-hopper"]
    assert found.kind == "meeting"
    assert read("x", present=("gone",)).people == (Person("gone", "gone"),)


def test_config_adds_kinds_even_of_two_words_and_known_places_need_no_capital():
    kinds = Kinds(
        {**BUILT_IN.contact, "board game": True, "karaoke": True}, {**BUILT_IN.synonyms, "sang": "karaoke"}
    )
    assert read("board game with @ada: lost", kinds=kinds).kind == "board game"
    assert read("sang with @ada", kinds=kinds).kind == "karaoke"
    found = read("coffee with @ada at the blue door: x", places={"the blue door"})
    assert (found.place, found.text) == ("the blue door", "x")


def test_which_comes_first_in_a_numeric_date_is_handed_down():
    assert read("coffee with @ada on 1/11: x").problems[0].what == "date"
    assert read("coffee with @ada on 1/11: x", day_first=True).on == date(2026, 11, 1)
    found = read("coffee with @ada: x >call by 1/12", day_first=True)
    assert found.promises[0].due == date(2026, 12, 1)


def test_goals_are_found_by_id_part_and_title_or_asked_about():
    assert read("note @ada: x ^spring").goals == ("cto-role",)
    assert read("note @ada: x ^talk").goals == ("rust-talk",)
    problem = read("note @ada: x ^rust").problems[0]
    assert problem.what == "goal" and "^learn-rust, ^rust-talk" in problem.message
    assert parse("note @ada: x ^cto-role", NOW, Known(PEOPLE), BUILT_IN, goals=["cto-role"]).goals == (
        "cto-role",
    )


def test_nothing_to_log_is_said_so():
    for line in ("", "   ", "\n"):
        assert [problem.what for problem in read(line).problems] == ["empty"]


SMALL = """
    with w and from to on about for re new up out call meeting had a an i we just did went got been having
    have grabbed mr dr another ve x 1 w then plus the n
"""
"""Words that may go without becoming a field: they lead to one."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


WITH_ONESELF = Known({**PEOPLE, "me": ("Robin Vale", "me")})


@pytest.mark.parametrize(
    "line",
    ["-", "*", "1.", "[x]", "- [x]", "- [ ]", "#", "#tag", "- #tag", "^cto-role", ">", "@", ":", '"', "\\",
     "?!", "(new)", "got:lead", "- got:", "place:", "-\n-", "😀", "– —", "'"],
)  # fmt: skip
@pytest.mark.parametrize("known", [KNOWN, WITH_ONESELF], ids=["alone", "with oneself"])
def test_a_line_of_marks_alone_is_asked_about(line, known):
    problems = parse(line, NOW, known, BUILT_IN, goals=GOALS).problems
    assert problems
    for problem in problems:
        for reading in problem.readings:
            parse(reading.settle(line), NOW, known, BUILT_IN, goals=GOALS)


@given(
    st.one_of(LINES, MARK_LINES),
    st.sampled_from([" ", "  ", "\n", ""]),
    st.sampled_from([(), ("bob",), ("me",)]),
)
@settings(max_examples=500, deadline=None)
def test_no_line_raises_and_no_line_loses_a_word(pieces, blank, present):
    line = blank.join(pieces)
    found = parse(line, NOW, WITH_ONESELF, BUILT_IN, goals=GOALS, present=present)
    found.chips(NOW.date())
    for problem in found.problems:
        assert problem.message and 0 <= problem.start <= problem.end <= len(line)
    taken = [(piece.start, piece.end) for piece in found.understood]
    taken += [(problem.start, problem.end) for problem in found.problems]
    open_words = [
        match[0]
        for match in re.finditer(r"\w+", line)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    kept = words(found.text)
    small = set(SMALL.split())
    for word in open_words:
        if fold(word) not in small:
            assert word in kept, (word, found)


def calls(line: str) -> int:
    """How many Python calls reading ``line`` takes: its work, whatever the machine."""
    import sys

    count = 0

    def profile(frame: object, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    known = Known(PEOPLE)
    sys.setprofile(profile)
    try:
        parse(line, NOW, known, BUILT_IN, goals=GOALS)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        EXAMPLE + " ", "a ", "@a ", "> a ", '" ', '" a ', "by 1 ", "(new) ", '#"', "with ada, ", "\\", "Ada ",
        "and ", ">a by fri ", "at Ab ", "ada lovelace ", "had a ", "@ada ", "14 mar ", "last week ",
        "learned: ", "“", ": ",
        "called tom ", "had lunch ", "ada called ", "then with ada ", "fell through ", "I and ada ", "met, ",
        "Sam B. ", "w/", "a/b", "Dr ", "my friend ", "sent ada ", "he saw ada ",
        "yesterday ", ">by by ", '@"', "@ada's ", "a, ", "Zed ", "@sam ", "\n",
        "ada in 3 dyas ", "in 3 dyas ", "at four ", "half past ",
    ],
)  # fmt: skip
def test_work_grows_with_the_length_alone(unit):
    small, large = (calls(unit * (size // len(unit) + 1)) for size in (1_000, 8_000))
    assert large < 12 * small + 2_000


def test_each_word_is_asked_about_once_and_no_more_than_once():
    known = Known(PEOPLE)
    parse("coffee with ada and grace: " + "ada grace will " * 200, NOW, known, BUILT_IN)
    assert known.asked <= 8
