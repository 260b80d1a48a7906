"""Verbs of contact and the kinds they say."""

from datetime import datetime

import pytest

from netui.domain.capture.tokens.lexer import Lexer
from netui.domain.capture.tokens.markers import Markers
from netui.domain.capture.tokens.token_view import TokenView
from netui.domain.capture.verbs.contact_verbs import ContactVerbs
from netui.domain.model.kinds import BUILT_IN
from netui.domain.natural_dates.parse import Clock


def verbs(line: str) -> ContactVerbs:
    clock = Clock(datetime(2026, 11, 21, 12))
    view = TokenView(line, Markers(line, Lexer(line).tokenize(), clock, {}), clock, BUILT_IN)
    return ContactVerbs(view, lambda at: view.key(at) == "ada")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("rang yesterday", (0, 1, "call")),
        ("finally ran into ada", (1, 3, "meeting")),
        ("had a quick lunch", (0, 4, "lunch")),
        ("had ada over", (0, 1, "visit")),
        ("sent ada a postcard", (0, 1, "letter")),
        ("gave ada a scarf", (0, 1, "gift")),
        ("talked on the phone", (0, 4, "call")),
        ("had a baby", None),
        ("moved house", None),
    ],
)
def test_the_first_verb_of_contact(line: str, found: tuple[int, int, str] | None) -> None:
    assert verbs(line).first(0, len(line.split())) == found
