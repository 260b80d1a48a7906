"""Kinds behind names, where no verb says them."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ada - screening call - strong", "call"),
        ("Ada (lawyer) → call re the lease", "call"),
        ("Ada - intro call, wants a demo", "call"),
        ("Ada on Zoom, demo went well", "video"),
        ("Ada on the phone till late", "call"),
        ("Ada will be late, she just texted", "message"),
    ],
)
def test_it_is_the_kind_of_the_line(line, kind):
    found = read(line)
    assert (found.kind, [person.id for person in found.people]) == (kind, ["ada-lovelace"])
    assert not found.problems


@pytest.mark.parametrize(
    "line",
    ["Ada - cancelled call", "Ada - lunch with her mum", "Ada on the phone to her boss", "Ada - next call"],
)
def test_what_may_not_have_been_contact_is_asked_about(line):
    assert read(line).problems


def test_a_meeting_that_is_booked_is_planned_for_its_day():
    found = read("coffee with Ada booked for 25 Nov")
    assert (found.kind, str(found.on), found.text) == ("coffee", "2026-11-25", "")
