"""The shortest sequence between two styles leads to the second, wherever a terminal stands."""

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.ui.terminal.sgr import PLAIN, CellStyle, blank_style, parse_sgr, sgr_transition

NUMBERS = (
    "1", "3", "4", "7", "9", "31", "44", "92", "103", "38;5;4", "48;2;9;9;9", "38;2;1;2;3", "0", "39", "49",
)  # fmt: skip
parameters = st.lists(st.sampled_from(NUMBERS), max_size=5).map(";".join)


def look(*sequences: str) -> tuple[object, ...]:
    """How a terminal draws a letter after these sequences."""
    screen = pyte.Screen(4, 1)
    pyte.Stream(screen).feed("".join(sequences) + "x")
    return tuple(screen.buffer[0][0])


@given(parameters, parameters)
def test_a_transition_leads_to_the_new_style(before: str, after: str) -> None:
    old, new = parse_sgr(before), parse_sgr(after)
    assert look(f"\x1b[{before}m", sgr_transition(old, new)) == look(f"\x1b[0;{after}m")
    assert look(f"\x1b[{before}m", sgr_transition(None, new)) == look(f"\x1b[0;{after}m")


@given(parameters, parameters)
def test_a_transition_is_never_longer_than_starting_over(before: str, after: str) -> None:
    old, new = parse_sgr(before), parse_sgr(after)
    assert len(sgr_transition(old, new)) <= len(sgr_transition(None, new))
    assert sgr_transition(new, new) == ""


@pytest.mark.parametrize(
    ("numbers", "style"),
    [
        ("", PLAIN), ("1;0", PLAIN), ("39;49", PLAIN), ("01;31", CellStyle(("1",), "31", "")),
        ("38;5;4;7", CellStyle(("7",), "38;5;4", "")), ("48;2;0;0;9", CellStyle((), "", "48;2;0;0;9")),
        ("92;103", CellStyle((), "92", "103")),
    ],
)  # fmt: skip
def test_parse(numbers: str, style: CellStyle) -> None:
    assert parse_sgr(numbers) == style


def test_of_a_blank_only_what_shows_counts() -> None:
    assert blank_style(parse_sgr("1;31;44")) == CellStyle((), "", "44")
    assert blank_style(parse_sgr("7;31")) == parse_sgr("7;31")


@given(parameters, parameters, st.sampled_from(["", "tel:1"]), st.sampled_from(["", "tel:1", "tel:2"]))
def test_a_link_is_opened_and_closed_between_styles(before: str, after: str, left: str, entered: str) -> None:
    old, new = parse_sgr(before)._replace(link=left), parse_sgr(after)._replace(link=entered)
    step = sgr_transition(old, new)
    assert step.count("\x1b]8;;") == (left != entered)
    assert step.startswith(f"\x1b]8;;{entered}\x1b\\") or left == entered
    assert sgr_transition(None, new).startswith("\x1b]8;;") is bool(entered)
    assert look(f"\x1b[{before}m", step) == look(f"\x1b[0;{after}m")
