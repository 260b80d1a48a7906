"""The manual on logging: its lines are lines."""

from datetime import datetime

import pytest

from netui.domain.capture.parse import Person, parse
from netui.domain.model.kinds import BUILT_IN
from netui.presentation.manual.capture import MARKS


class People:
    """Ada, Grace and Bob."""

    def starting(self, words: str) -> list[tuple[str, Person]]:
        known = [
            ("ada lovelace", Person("ada", "Ada Lovelace")),
            ("grace hopper", Person("grace", "Grace Hopper")),
        ]
        return [(name, person) for name, person in known if (name + " ").startswith(words + " ")]

    def partial(self, text: str) -> list[Person]:
        return [person for name, person in self.starting(text.split(" ")[0]) if text in name]


@pytest.mark.parametrize("line", [example for example, _ in MARKS])
def test_every_line_of_the_manual_is_read_without_a_question(line: str) -> None:
    found = parse(line, datetime(2026, 11, 21, 9), People(), BUILT_IN, present=("ada",), goals=["cto-role"])
    assert found.problems == ()
