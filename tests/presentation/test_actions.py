"""Every action is there, and none of what screens promise each other was left open."""

import inspect
from types import FunctionType

import pytest

from netui.presentation.actions import ACTIONS, keys_in_force
from netui.ui.screens.main.screen import MainScreen


def test_nothing_that_a_part_of_the_main_screen_asks_for_is_left_undefined() -> None:
    left = []
    for name in {
        name for kind in MainScreen.__mro__ if kind.__module__.startswith("netui.") for name in vars(kind)
    }:
        found = inspect.getattr_static(MainScreen, name)
        if isinstance(found, FunctionType) and "NotImplementedError" in found.__code__.co_names:
            left.append(name)
    assert not left


@pytest.mark.parametrize("action", [action.id for action in ACTIONS])
def test_every_action_does_something(action: str) -> None:
    assert callable(getattr(MainScreen, f"action_{action}", None))


def test_no_two_actions_share_a_key_as_shipped() -> None:
    keys, problems = keys_in_force({})
    assert not problems
    every = [key for action in ACTIONS for key in keys[action.id].split(",")]
    assert len(every) == len(set(every))


def test_every_shipped_key_works_on_the_plainest_terminal() -> None:
    lost = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+s", "ctrl+z", "ctrl+c"}
    keys, _ = keys_in_force({})
    for key in ",".join(keys.values()).split(","):
        assert key not in lost and "alt+" not in key and "super+" not in key
        assert not key.startswith("ctrl+shift")


def test_a_key_taken_from_another_action_is_told() -> None:
    keys, problems = keys_in_force({"log": "d"})
    assert keys["log"] == "d" and keys["delete"] == ""
    assert any("give delete another key" in problem for problem in problems)
    keys, problems = keys_in_force({"log": "d", "delete": "^x"})
    assert (keys["delete"], problems) == ("ctrl+x", [])


def test_a_setting_for_no_action_or_for_two_is_told() -> None:
    _, problems = keys_in_force({"nothing": "x"})
    assert problems == ["keys.nothing: there is no action of that name"]
    _, problems = keys_in_force({"log": "w", "find": "w"})
    assert any("already set for log" in problem for problem in problems)
