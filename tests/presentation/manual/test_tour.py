"""The tour: steps are taken by doing what they say, most in any order."""

from hypothesis import given
from hypothesis import strategies as st

from netui.presentation.actions import BY_ID, MAIN, PAGES
from netui.presentation.manual.tour import Tour
from netui.presentation.text import plain

KEYS = {name: action.keys for name, action in BY_ID.items()}


def at(tour: Tour) -> int:
    return tour.steps.index(tour.current) + 1 if tour.current else 0


def test_the_steps_of_a_network_with_people() -> None:
    tour = Tour(is_empty=False)
    seen = []
    for action in ("down", "open", "log", "filter", "undo", "help"):
        seen.append(at(tour))
        tour.act(action)
        if action == "log":
            assert at(tour) == 3, "nothing was saved yet"
            tour.change(has_people=True)
    assert seen == [1, 2, 3, 4, 5, 6] and tour.current is None and tour.line(KEYS) == []


def test_an_empty_network_begins_with_a_person_and_keeps_what_was_logged() -> None:
    tour = Tour(is_empty=True)
    assert "a adds somebody" in plain(tour.line(KEYS))
    tour.act("add")
    assert at(tour) == 1
    tour.change(has_people=True)
    assert at(tour) == 2, "to add a person is no entry"
    for action in ("open", "log"):
        tour.act(action)
    tour.change(has_people=True)
    for action in ("palette", "undo"):
        tour.act(action)
    assert at(tour) == 5 and "does it again" in plain(tour.line(KEYS))
    tour.act("redo")
    assert at(tour) == 6


def test_a_line_that_adds_its_person_is_two_steps() -> None:
    tour = Tour(is_empty=True)
    tour.act("log")
    tour.change(has_people=True)
    tour.act("open")
    assert at(tour) == 4


def test_what_is_done_early_is_not_asked_for_again() -> None:
    tour = Tour(is_empty=False)
    for action in ("help", "undo", "filter"):
        tour.act(action)
    assert at(tour) == 1
    tour.act("down")
    tour.act("open")
    tour.act("log")
    tour.change(has_people=True)
    assert at(tour) == 5, "what was undone before anything was logged was no try"


def test_enter_before_its_turn_leads_past_no_step() -> None:
    tour = Tour(is_empty=False)
    tour.act("open")
    assert at(tour) == 1
    tour.act("down")
    assert at(tour) == 2
    tour.act("open")
    assert at(tour) == 3


def test_each_step_is_one_sentence_or_two_with_its_keys() -> None:
    for is_empty in (True, False):
        for step in Tour(is_empty=is_empty).steps:
            assert len(step.words) < 130 and set(step.take) <= set(PAGES[MAIN].actions)
    assert plain(Tour(is_empty=False).line({**KEYS, "down": "f5"})).startswith(" Tour 1 of 6  f5 and k")


@given(st.lists(st.tuples(st.sampled_from(PAGES[MAIN].actions), st.booleans()), max_size=30), st.booleans())
def test_it_never_goes_back(done: list[tuple[str, bool]], is_empty: bool) -> None:
    tour = Tour(is_empty=is_empty)
    before = at(tour)
    for action, saves in done:
        tour.act(action)
        if saves:
            tour.change(has_people=True)
        assert at(tour) >= before or not at(tour)
        before = at(tour)
