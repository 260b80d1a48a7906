"""Readings of a line: a split whose lines leave something open is asked for line by line."""

from types import SimpleNamespace
from typing import Any, cast

from netui.ui.controllers.line.feedback import LineFeedback
from tests.domain.capture.test_split import WEEK
from tests.support.known_people import NOW, read


def test_the_lines_of_a_split_are_asked_for_where_one_leaves_something_open() -> None:
    further: list[str] = []
    prompt = SimpleNamespace(add_lines=further.extend)
    host: Any = SimpleNamespace(workspace=SimpleNamespace(now=lambda: NOW), prompt=prompt)
    feedback = LineFeedback(host, lambda line, _: read(line), cast(Any, None))
    first = feedback.settle(WEEK)
    assert first == "Monday: coffee with Ada, they move in May." and " ".join([first, *further]) == WEEK
    further.clear()
    both = "lunch with Ada, dinner with Grace"
    assert feedback.settle(both) == both and not further
    assert [part.kind for part in feedback.read(both)] == ["lunch", "dinner"]
