"""Controllers over a host that is no screen: what they need is what the host names, and no more."""

from collections.abc import Sequence
from typing import Any, cast

from netui.ui.controllers.host import Host, MainHost, chosen_people
from netui.ui.controllers.items.goals import GoalController
from netui.ui.controllers.navigation import CursorController, PaneController
from netui.ui.controllers.people.merge import MergeController


class People(list[str]):
    """Everyone has a file that can be read."""

    def error_of(self, _: str) -> str:
        return ""


class Screen:
    """Remembers what it was asked for."""

    def __init__(
        self, marked: tuple[str, ...] = (), query: str = "", pane: str = "people", people: Sequence[str] = ()
    ) -> None:
        self.marked = dict.fromkeys(marked)
        self.people = People(people)
        self.query_text = query
        self.done: list[tuple[Any, ...]] = []
        self._pane = pane
        self.pages = self
        self.tour = None

    def pane(self) -> str:
        return self._pane

    def key(self, action: str) -> str:
        return action[0]

    def person(self) -> None:
        return None

    def current_item(self) -> None:
        return None

    def set_message(self, text: str) -> None:
        self.done.append(("said", text))

    def clear_marks(self) -> None:
        self.marked.clear()

    def filter_by(self, text: str) -> None:
        self.query_text = text

    def show_pane(self, pane: str) -> None:
        self._pane = pane

    def merge(self, keeper: str, other: str) -> None:
        self.done.append(("merge", keeper, other))

    def move_by(self, steps: int) -> None:
        self.done.append(("moved", steps))


def test_back_clears_the_marks_then_the_filter_then_leads_to_the_people() -> None:
    screen = Screen(("ada",), "is:quiet", "goals")
    back = PaneController(cast(MainHost, screen)).back
    back()
    assert (list(screen.marked), screen.query_text, screen.pane()) == ([], "is:quiet", "goals")
    back()
    assert (screen.query_text, screen.pane()) == ("", "goals")
    back()
    assert screen.pane() == "people"


def test_two_who_are_marked_are_merged_and_three_are_too_many() -> None:
    screen = Screen(("ada", "al"))
    MergeController(cast(MainHost, screen)).merge()
    assert screen.done == [("merge", "ada", "al")]
    screen = Screen(("ada", "al", "cy"))
    MergeController(cast(MainHost, screen)).merge()
    assert screen.done == [("said", "3 are marked; two at a time become one")]


def test_an_action_says_what_it_needs_where_it_has_nothing_to_act_on() -> None:
    screen = Screen()
    GoalController(cast(Host, screen)).bind()["goal_down"]()
    assert screen.done == [("said", "move to a goal first")]


def test_the_cursor_moves_in_the_view_that_has_the_keys_when_the_key_is_pressed() -> None:
    views = [Screen(), Screen()]
    handlers = CursorController(lambda: cast(Any, views[0])).bind()
    views.reverse()
    handlers["down"]()
    assert [view.done for view in views] == [[("moved", 1)], []]


def test_those_marked_are_acted_on_else_the_one_under_the_cursor() -> None:
    assert chosen_people(cast(Host, Screen(("ada", "al")))) == ["ada", "al"]
    for people, words in ((["ada"], "move to one first"), ((), "a adds one")):
        screen = Screen(people=people)
        assert chosen_people(cast(Host, screen)) == []
        assert screen.done == [("said", f"this is for a person: {words}")]
