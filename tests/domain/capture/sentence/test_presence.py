"""Whether the writer was there when others did something."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    "line",
    [
        "Ada dropped by unannounced",
        "Ada popped in briefly yesterday",
        "Ada rang",
        "Ada pair-programmed with me",
        "Ada visited on Sunday",
        "Ada stopped me in the corridor",
        "Ada brought soup",
        "Ada dropped off a lasagne on the doorstep",
        "Ada here all day",
        "Ada got me a mug from Seville",
        "Ada fixed my boiler on Wednesday",
        "Ada handed back my draft",
        "Ada sang backup for us on Friday night",
    ],
)
def test_what_is_done_with_or_to_the_writer_is_contact(line):
    found = read(line)
    assert not found.problems, found.problems
    assert found.kind != "note"


@pytest.mark.parametrize(
    "line",
    [
        "Ada dropped by the bank",
        "Ada visited Paris",
        "Ada called Grace",
        "Ada turned me down",
        "Ada hates being called Adie",
        "Ada voted for me",
        "Ada and Alan met at our demo day",
        "Ada got me a job",
        "Ada brought cake to the party",
        "Ada pair-programmed with Bob",
    ],
)
def test_what_is_done_to_others_is_asked_about_or_a_note(line):
    found = read(line)
    assert found.problems or found.kind == "note"
