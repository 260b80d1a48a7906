"""Keys in force: they do not clash as shipped, and settings that cannot be followed are told."""

import pytest

from netui.presentation.actions import ACTIONS, BY_ID, FORM, PAGES
from netui.presentation.keymap import PRESETS, keys_in_force


def test_no_two_actions_share_a_key_as_shipped() -> None:
    keys, problems = keys_in_force({})
    assert not problems
    for page in PAGES.values():
        every = [key for name in page.actions for key in keys[name].split(",")]
        assert len(every) == len(set(every)), page


def test_every_shipped_key_works_on_the_plainest_terminal() -> None:
    lost = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+s", "ctrl+z", "ctrl+c"}
    keys, _ = keys_in_force({})
    for key in ",".join(keys[action.id] for action in ACTIONS if action.id != "suspend").split(","):
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
    _, problems = keys_in_force({"undoo": "x"})
    assert problems == ["keys.undoo: there is no action of that name (did you mean undo?)"]
    _, problems = keys_in_force({"log": "w", "find": "w"})
    assert any("already set for log" in problem for problem in problems)


def test_the_keys_of_forms_are_set_like_all_others() -> None:
    keys, problems = keys_in_force({"form_save": "f2"})
    assert (keys["form_save"], problems) == ("f2", [])
    _, problems = keys_in_force({"form_save": "escape"})
    assert any("give form_leave another key" in problem for problem in problems)
    assert "form_save" in PAGES[FORM].actions


@pytest.mark.parametrize(
    "key", ["Q", "!", "f12", "percent_sign", "ctrl+l", "^l", "alt+enter", "shift+f3", "+", "ä", "~, §"]
)
def test_every_kind_of_key_can_be_set(key: str) -> None:
    assert keys_in_force({"log": key})[1] == []


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("ctl+l", "keys.log: there is no key 'ctl+l' (did you mean ctrl+l?)"),
        ("entr", "keys.log: there is no key 'entr' (did you mean enter?)"),
        ("pagedwn", "keys.log: there is no key 'pagedwn' (did you mean pagedown?)"),
        ("ctrl+i", "keys.log: terminals send tab for ctrl+i; take another key"),
        ("^m", "keys.log: terminals send enter for ctrl+m; take another key"),
        ("shift+w", "keys.log: shift+w is 'W' to a terminal; write that"),
        ("^c", "keys.log: ^c always leaves netui; take another key"),
    ],
)
def test_a_setting_for_no_key_is_told_and_the_shipped_one_stays(key: str, problem: str) -> None:
    keys, problems = keys_in_force({"log": key})
    assert (problems, keys["log"]) == ([problem], "n")
    keys, problems = keys_in_force({"log": f"{key}, V"})
    assert (problems, keys["log"]) == ([problem], "V")


def test_the_key_that_works_everywhere_meets_every_other() -> None:
    _, problems = keys_in_force({"form_save": "ctrl+z"})
    assert problems == ["keys.form_save: ^z was suspend; give suspend another key"]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_keys_of_a_preset_are_keys_of_actions_and_clash_nowhere(preset: str) -> None:
    assert {*PRESETS[preset]} <= {*BY_ID}
    keys, problems = keys_in_force({}, preset)
    assert not problems and all(keys[name] == text for name, text in PRESETS[preset].items())
    assert keys_in_force(PRESETS[preset])[1] == []  # each is a key, as a setting of one's own would be
    for page in PAGES.values():
        every = [key for name in page.actions for key in keys[name].split(",")]
        assert len(every) == len(set(every)), page


def test_with_arrows_no_letter_moves() -> None:
    keys, _ = keys_in_force({}, "arrows")
    moves = ("down", "up", "top", "bottom", "half_down", "half_up", "next_pane", "previous_pane")
    assert all(len(key) > 1 for name in moves for key in keys[name].split(","))


def test_keys_of_ones_own_come_before_those_of_a_preset_and_clash_with_them() -> None:
    keys, problems = keys_in_force({"log": "h", "previous_pane": "left"}, "vim")
    assert (keys["log"], keys["previous_pane"], problems) == ("h", "left", [])
    keys, problems = keys_in_force({"log": "home"}, "arrows")
    assert problems == ["keys.log: home was top; give top another key"] and keys["top"] == ""
