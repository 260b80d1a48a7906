"""A row of the list: state, name and silence in exactly the width there is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.cadence.status import Status
from netui.domain.model.contact_row import ContactRow
from netui.presentation.contact_row import age_words, contact_row
from netui.presentation.glyphs import ASCII, UNICODE
from netui.presentation.text import plain, width_of
from netui.services.people.contact_list import ListedContact

TODAY = date(2026, 11, 21)


def person(state: str = "quiet", days: int | None = 240, name: str = "Grace Hopper") -> ListedContact:
    snoozed = date(2026, 12, 1).toordinal()
    return ListedContact(ContactRow("grace", name, snoozed_until=snoozed), Status(state, days))


def test_a_row_says_state_name_and_silence() -> None:
    line = contact_row(person(), 30, TODAY, UNICODE, marked=False, current=False)
    assert plain(line) == " ○ Grace Hopper          7 mo "


def test_a_marked_row_has_a_mark_for_its_state() -> None:
    assert plain(contact_row(person(), 30, TODAY, ASCII, marked=True, current=True)).startswith(" x Grace")


@pytest.mark.parametrize(
    ("state", "days", "words"),
    [
        ("quiet", 240, "7 mo"), ("broken", 3, "broken"), ("archived", 3, "archiv"), ("snoozed", 9, "1 Dec"),
        ("new", None, "new"), ("muted", None, "muted"), ("warm", None, ""),
    ],
)  # fmt: skip
def test_the_last_column(state: str, days: int | None, words: str) -> None:
    assert age_words(person(state, days), TODAY) == words


@given(st.text(max_size=40), st.integers(12, 80), st.booleans(), st.booleans())
def test_a_row_is_as_wide_as_the_list(name: str, width: int, marked: bool, current: bool) -> None:
    line = contact_row(person(name=name), width, TODAY, UNICODE, marked=marked, current=current)
    assert width_of(line) == width
