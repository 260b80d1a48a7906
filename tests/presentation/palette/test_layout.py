"""How the command palette looks."""

import pytest

from netui.presentation.actions import BY_ID
from netui.presentation.palette.choices import action_choice, choice, search_choice
from netui.presentation.palette.layout import choice_line, detail_line
from netui.presentation.palette.ranking import LIST
from netui.presentation.text import plain, width_of

KEYS = {name: action.keys for name, action in BY_ID.items()}


@pytest.mark.parametrize("width", [20, 58, 78, 90])
def test_every_line_is_as_wide_as_the_box(width: int) -> None:
    rows = [action_choice(action, KEYS) for action in BY_ID.values()]
    rows += [choice(LIST, "x", "ünï 漢字 \x1b[2J" * 9, "#a" * 40), search_choice("y" * 99)]
    assert {width_of(choice_line(row, width)) for row in rows} == {width}


def test_an_action_has_its_name_and_its_key_at_the_end() -> None:
    line = plain(choice_line(action_choice(BY_ID["log"], KEYS), 80))
    assert line.split() == ["action", *BY_ID["log"].help.split(), "log", "n"]
    assert " log " not in plain(choice_line(action_choice(BY_ID["log"], KEYS), 60))[20:]


def test_below_stands_all_of_what_was_cut() -> None:
    assert BY_ID["snooze"].help in plain(detail_line(action_choice(BY_ID["snooze"], KEYS)))
    assert "nothing fits" in plain(detail_line(None))
