"""A lower-case word that is also a name is a word, where another name of the line has a capital."""

from datetime import datetime

import pytest

from netui.domain.capture.parse import ParsedLine, parse
from netui.domain.model.kinds import BUILT_IN
from tests.support.known_people import Known

PEOPLE = Known(
    {
        "nina-falk": ("Nina Falk",),
        "hope-diaz": ("Hope Diaz",),
        "art-vega": ("Art Vega",),
        "rose-hill": ("Rose Hill",),
        "will-adler": ("Will Adler",),
    }
)


def read(line: str) -> ParsedLine:
    return parse(line, datetime(2026, 11, 21, 12), PEOPLE, BUILT_IN)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("coffee with Nina, hope it works out", "nina-falk"),
        ("art class with Hope, painted a pear", "hope-diaz"),
        ("lunch with Nina, rose wine and cheese", "nina-falk"),
        ("lunch with Will, will see him again in May", "will-adler"),
    ],
)
def test_words(line, person):
    found = read(line)
    assert (found.problems, [each.id for each in found.people]) == ((), [person])


@pytest.mark.parametrize(
    "line", ["coffee with nina, hope it works out", "coffee with Nina, rose came too", "Art class with Hope"]
)
def test_what_may_be_a_name_is_asked_about(line):
    assert [problem.what for problem in read(line).problems][:1] == ["person"]
