"""What would become a note is asked about where it may have been contact."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "Ada cooked on Saturday", "Ada paid me back", "Ada birthday party sat",
        "Ada mended the gate. Alan made soup.", "Ada broke the news on Monday", "Ada was in town on Friday",
        "Ada nicked half my chips", "Ada moved on Friday, helped her pack", "Ada x2 calls, wifi broke",
        "Ada, Alan: dinner at ours", "Ada: lunch Tuesday", "Ada proposed to Alan",
    ],
)  # fmt: skip
def test_it_is_asked_about(line):
    assert read(line).problems


@pytest.mark.parametrize(
    "line",
    [
        "Ada got a new job", "Ada is vegetarian", "Ada: met on the train", "Ada flew to Lisbon on Monday",
        "Ada was in Berlin on Thursday", "Ada has her operation on Tuesday", "Ada turned 40 on Sunday",
        "Ada broke her leg on Sunday", "Ada started her new job on Monday", "Ada got married on Saturday",
    ],
)  # fmt: skip
def test_what_is_no_more_than_a_note_is_not(line):
    found = read(line)
    assert found.kind == "note" and not found.problems
