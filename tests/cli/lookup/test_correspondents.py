"""Choosing those who matter by their numbers."""

import pytest

from netui.cli.errors import Usage
from netui.cli.lookup.correspondents import parse_numbers


def test_numbers_and_ranges_are_taken_once_and_in_order() -> None:
    assert parse_numbers("4, 1-3 2", 5) == [1, 2, 3, 4]
    assert parse_numbers("  \n", 5) == []


@pytest.mark.parametrize("text", ["0", "6", "3-1", "two", "1-9", "-1"])
def test_what_is_no_number_of_the_list_is_refused(text: str) -> None:
    with pytest.raises(Usage, match="from 1 to 5"):
        parse_numbers(text, 5)
