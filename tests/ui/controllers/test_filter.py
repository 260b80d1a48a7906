"""Completion in the filter: fields of the query language, then their values."""

import pytest

from netui.ui.controllers.filter import complete_field


@pytest.mark.parametrize(
    ("typed", "choice"),
    [("kno", "knows:"), ("#london is:qu", "is:quiet"), ("-is:do", "is:dormant"), ("ada ro", "role:")],
)
def test_the_word_at_the_cursor_is_completed(typed: str, choice: str) -> None:
    found = complete_field(typed, len(typed))
    assert found is not None and choice in found.choices
    assert choice.startswith(typed[found.start : found.end])


def test_nothing_is_offered_for_no_word_and_for_no_field() -> None:
    for typed in ("", "ada ", "nothing:x"):
        found = complete_field(typed, len(typed))
        assert found is None or not found.choices
