"""At somebody's place: who the host is, and when it only was on the way."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line", ["stopped by Ada's", "drove over to Ada's", "dinner at Ada's", "popped round to Ada's"]
)
def test_the_host_was_met(line):
    found = read(line)
    assert [person.id for person in found.people] == ["ada-lovelace"]
    assert not found.problems and found.kind != "note"


@pytest.mark.parametrize(
    "line", ["drove by Ada's place", "walked by Ada's house yesterday", "drove past Ada's"]
)
def test_a_place_one_passed_is_asked_about(line):
    assert read(line).problems
