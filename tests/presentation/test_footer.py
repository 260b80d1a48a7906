"""The line of keys: as many as there is room for, help always, before a silence what one does about it."""

from netui.presentation.actions import ACTIONS, Action
from netui.presentation.footer import (
    CADENCE_ACTIONS,
    ITEM_ACTIONS,
    PERSON_ACTIONS,
    SILENCE_ACTIONS,
    footer_line,
    order_for_cursor,
)
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


def order(*, is_on_item: bool = False, is_silent: bool = False) -> list[str]:
    return [action.id for action in order_for_cursor(ACTIONS, is_on_item=is_on_item, is_silent=is_silent)]


def test_what_is_about_the_thing_under_the_cursor_comes_first() -> None:
    silent = order(is_silent=True)
    assert tuple(silent[: len(CADENCE_ACTIONS)]) == CADENCE_ACTIONS and len(silent) == len(ACTIONS)
    for found, first in ((order(), PERSON_ACTIONS), (order(is_on_item=True, is_silent=True), ITEM_ACTIONS)):
        assert tuple(found[: len(first)]) == first
        assert not {*found} & {*SILENCE_ACTIONS} and len(found) == len(ACTIONS) - len(SILENCE_ACTIONS)


def test_how_to_leave_what_else_there_is_and_help_are_always_told() -> None:
    assert plain(footer_line(ACTIONS, KEYS, 80)).endswith(" q quit  : all  ? help ")
    assert plain(footer_line(ACTIONS, KEYS, 12)) == " ? help "
