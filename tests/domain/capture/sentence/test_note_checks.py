"""What would become a note is asked about where it may have been contact."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "Ada cooked on Saturday", "Ada paid me back", "Ada birthday party sat",
        "Ada, Alan: dinner at ours", "Ada: lunch Tuesday", "Ada proposed to Alan",
    ],
)  # fmt: skip
def test_it_is_asked_about(line):
    assert read(line).problems


@pytest.mark.parametrize("line", ["Ada got a new job", "Ada is vegetarian", "Ada: met on the train"])
def test_what_is_no_more_than_a_note_is_not(line):
    found = read(line)
    assert found.kind == "note" and not found.problems
