"""Rows of candidates: a state is a glyph and a word."""

from datetime import date

import pytest

from netui.domain.cadence.status import Status
from netui.domain.model.contact_row import ContactRow
from netui.presentation.glyphs import ASCII, UNICODE
from netui.presentation.prompt.candidates import candidate_rows, last_contact_words
from netui.presentation.text import plain
from netui.services.people.rows import ListedContact

TODAY = date(2026, 11, 21)
PEOPLE = [
    ListedContact(
        ContactRow("grace", "Grace Hopper", last=date(2026, 3, 1).toordinal(), org="Navy"),
        Status("quiet", 265),
    ),
    ListedContact(ContactRow("li", "李小龍"), Status("new", None)),
]


def test_a_row_says_state_name_and_last_contact() -> None:
    assert [plain(row) for row in candidate_rows(PEOPLE, TODAY, UNICODE)] == [
        " ○ Grace Hopper            quiet    8 mo ago        Navy",
        " + 李小龍                  new      never in touch  ",
    ]


def test_in_ascii_too() -> None:
    assert plain(candidate_rows(PEOPLE, TODAY, ASCII)[0]).startswith(" o Grace Hopper            quiet ")


@pytest.mark.parametrize(
    ("on", "words"),
    [(date(2026, 11, 21), "today"), (date(2026, 11, 22), "today"), (date(2026, 11, 1), "20 d ago")],
)
def test_how_long_ago(on: date, words: str) -> None:
    assert last_contact_words(on.toordinal(), TODAY) == words
