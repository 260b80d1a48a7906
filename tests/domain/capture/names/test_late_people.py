"""People named where no verb of contact leads to them."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind", "people", "day"),
    [
        ("Took instructions from Ada and Alan on the phone on Tuesday", "call", 2, "2026-11-17"),
        ("re-sent the quote to Ada by email, third time", "email", 1, "2026-11-21"),
        ("demo for Ada and Alan on Zoom", "video", 2, "2026-11-21"),
        ("lab lunch, sat next to Ada", "lunch", 1, "2026-11-21"),
        ("Conference dinner on the 7th: sat next to Ada", "dinner", 1, "2026-11-07"),
        ("Thurs: parents evening, sat next to Ada", "meeting", 1, "2026-11-19"),
        ("choir meeting Wednesday evening, Ada and Alan there", "meeting", 2, "2026-11-18"),
    ],
)
def test_they_took_part(line, kind, people, day):
    found = read(line)
    assert not found.problems, found
    assert (found.kind, len(found.people), str(found.on)) == (kind, people, day)


@pytest.mark.parametrize(
    "line",
    [
        "Sunday sauce recipe from Ada, by text",
        "spent ages on the phone to Ada's carer",
        "cancelled the order from Ada by email",
        "will send it to Ada by post",
        "wedding! Sat next to Ada and Grace",
        "Grace's opening - Ada and Alan there",
    ],
)
def test_what_may_be_of_others_or_did_not_happen_is_asked_about_or_a_note(line):
    found = read(line)
    assert found.problems or found.kind == "note", found
