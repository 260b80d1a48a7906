"""A promise or a step of a goal on a line of its own: text, day and goal, and no word lost."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings

from netui.domain.capture.model import ParsedPromise, Resolver
from netui.domain.capture.promise_line import parse_promise_line
from netui.domain.natural_dates.parse import Clock
from tests.support.log_lines import LINES

NOW = Clock(datetime(2026, 11, 21, 9))
NOBODY = cast(Resolver, SimpleNamespace(starting=lambda _: ()))
GOALS = {"cto-role": "A CTO role", "book": "The book"}


@pytest.mark.parametrize(
    ("line", "promises"),
    [
        ("send the deck by fri", [("me", "send the deck", "2026-11-27")]),
        ("send the deck tomorrow", [("me", "send the deck", "2026-11-22")]),
        ("call before friday", [("me", "call", "2026-11-27")]),
        (">send the deck", [("me", "send the deck", None)]),
        ("< they send the deck by 12 dec", [("them", "they send the deck", "2026-12-12")]),
        (
            "<intro to Bob >thank them by mon",
            [("them", "intro to Bob", None), ("me", "thank them", "2026-11-23")],
        ),
        ("owes me 20 euro", [("them", "owes me 20 euro", None)]),
        ("Ada owes me 20 euro by fri", [("them", "Ada owes me 20 euro", "2026-11-27")]),
        ("they owe us a lunch", [("them", "they owe us a lunch", None)]),
        ("they'll send the deck by fri", [("them", "they'll send the deck", "2026-11-27")]),
        ("I owe them 20 euro", [("me", "I owe them 20 euro", None)]),
        ("ask who owes me what", [("me", "ask who owes me what", None)]),
        ("> owes me nothing: tell them", [("me", "owes me nothing: tell them", None)]),
        ("3 slides by fri", [("me", "3 slides", "2026-11-27")]),
        ("stand by me", [("me", "stand by me", None)]),
        ("drop by fri", [("me", "drop by", "2026-11-27")]),
        ("send it to @grace #5 got: nothing", [("me", "send it to @grace #5 got: nothing", None)]),
        ("read #2 #paper", [("me", "read #2 #paper", None)]),
        ("read “by Friday”", [("me", "read “by Friday”", None)]),
        ("draft sent by ", [("me", "draft sent by", None)]),
    ],
)  # fmt: skip
def test_promises(line: str, promises: list[tuple[str, str, str | None]]) -> None:
    found = parse_promise_line(line, NOW, NOBODY, GOALS)
    assert not found.problems
    assert [(p.by, p.text, str(p.due) if p.due else None) for p in found.promises] == promises


@pytest.mark.parametrize(
    ("line", "text"),
    [("send ^cto the deck by fri", "send the deck"), ("send the deck by fri ^cto", "send the deck")],
)
def test_a_goal_stands_anywhere(line: str, text: str) -> None:
    found = parse_promise_line(line, NOW, NOBODY, GOALS)
    assert (found.promises, found.goals) == ((ParsedPromise("me", text, date(2026, 11, 27)),), ("cto-role",))
    assert [chip.label for chip in found.chips(NOW.now.date())] == [text, "by Fri 27 Nov 2026", "^cto-role"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("send it in 2 weks", "“in 2 weks”: did you mean “in 2 weeks”"),
        ("send it tommorow", "“tommorow”: did you mean “tomorrow”"),
        ("send it by frday", "“by frday”: did you mean “by friday”"),
        ("send it by 3/1", "can be 3 Jan or 1 Mar"), ("send it ^nix", "names no goal"),
        ("", "what is to be done"), ("^cto", "what is to be done"),
    ],
)  # fmt: skip
def test_what_is_unclear_is_asked(line: str, asked: str) -> None:
    problems = parse_promise_line(line, NOW, NOBODY, GOALS).problems
    assert asked in problems[0].message
    assert all(0 <= problem.start <= problem.end <= len(line) for problem in problems)


@pytest.mark.parametrize("line", ["reach 5 > 3 <done> ^cto #1", "a < b", "> send", "^cto role"])
def test_signs_are_text_in_a_step_of_a_goal(line: str) -> None:
    (step,) = parse_promise_line(line, NOW, NOBODY).promises
    assert step.text == line


@pytest.mark.slow
@given(LINES)
@settings(deadline=None)
def test_no_word_is_lost(pieces: list[str]) -> None:
    line = " ".join(pieces)
    found = parse_promise_line(line, NOW, NOBODY)
    kept = " ".join(promise.text for promise in found.promises).split()
    if not found.problems and all(promise.due is None for promise in found.promises):
        said, typed = (
            [word for word in (word.rstrip(",;").lstrip("\\") for word in words) if word]
            for words in (kept, line.split())
        )
        assert said == typed[: len(said)]
