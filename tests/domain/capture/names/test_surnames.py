"""A first name with another surname behind it is somebody else, and is asked about."""

from datetime import datetime

import pytest

from netui.domain.capture.parse import ParsedLine, parse
from netui.domain.model.kinds import BUILT_IN
from tests.support.known_people import Known

JACK = Known({"jack-doyle": ("Jack Doyle",), "mum": ("Mum",)})


def read(line: str) -> ParsedLine:
    return parse(line, datetime(2026, 11, 21, 12), JACK, BUILT_IN)


@pytest.mark.parametrize(
    "surname", ["Smith", "O'Brien", "O’Brien", "Smith-Jones", "McKay", "van Dyke", "de la Cruz", "D'Arcy"]
)
@pytest.mark.parametrize(
    "line",
    ["coffee with {}", "{} rang", "rang {} about the car", "lunch with Mum and {}", "{} and I had lunch"],
)
def test_another_surname_is_asked_about(line, surname):
    (asked, *_) = read(line.format(f"Jack {surname}")).problems
    assert asked.message.startswith(f"nobody here is called “Jack {surname}”")


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Jack Doyle",
        "coffee with Jack D.",
        "shift with Jack yesterday",
        "coffee with Jack catch-up",
    ],
)
def test_no_surname_or_their_own_is_not(line):
    found = read(line)
    assert (found.problems, [each.id for each in found.people]) == ((), ["jack-doyle"])
