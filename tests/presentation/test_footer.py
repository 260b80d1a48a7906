"""The line of keys: as many as there is room for, help always, before a silence what one does about it."""

from netui.presentation.actions import ACTIONS, Action
from netui.presentation.footer import CADENCE_ACTIONS, SILENCE_ACTIONS, cadence_first, footer_line
from netui.presentation.keymap import keys_in_force
from netui.presentation.text import plain, width_of

KEYS, _ = keys_in_force({})


def test_help_is_always_there_and_nothing_is_cut() -> None:
    for width in range(10, 200):
        line = footer_line(ACTIONS, KEYS, width)
        assert width_of(line) <= width
        assert plain(line).endswith(" ? help ")


def test_the_first_keys_are_shown_first_and_those_without_a_word_not_at_all() -> None:
    actions = [
        Action("log", "n", "Log", "log"),
        Action("sort", "v", "Sort"),
        Action("undo", "u", "Undo", "undo"),
    ]
    assert (
        plain(footer_line(actions, {"log": "n", "sort": "v", "undo": "ctrl+z,u"}, 40)) == " n log  ^z undo "
    )
    assert plain(footer_line(actions, {"log": "n", "sort": "v", "undo": "ctrl+z,u"}, 12)) == " n log "


def test_an_action_left_without_a_key_is_not_shown() -> None:
    assert plain(footer_line([Action("log", "n", "Log", "log")], {"log": ""}, 40)) == ""


def test_what_one_does_about_a_silence_has_keys_and_words() -> None:
    words = {action.id: action.footer for action in ACTIONS}
    assert all(words[name] and KEYS[name] for name in CADENCE_ACTIONS)


def test_before_a_silence_what_one_does_about_it_comes_first_and_else_is_left_out() -> None:
    shown = [action.id for action in cadence_first(ACTIONS, is_silent=True)]
    assert tuple(shown[: len(CADENCE_ACTIONS)]) == CADENCE_ACTIONS and len(shown) == len(ACTIONS)
    calm = [action.id for action in cadence_first(ACTIONS, is_silent=False)]
    assert calm == [action.id for action in ACTIONS if action.id not in SILENCE_ACTIONS]
