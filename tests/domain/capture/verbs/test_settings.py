"""Where and over what people met or spoke says the kind."""

import pytest

from tests.support.known_people import read


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ada mentioned on the phone that Bob is moving", "call"),
        ("Ada sounded tired on the phone", "call"),
        ("Ada, 3 Nov, 40 mins on the phone", "call"),
        ("Ada in a good mood on the phone, asked after Bob", "call"),
        ("Ada was telling me over a pint that Bob has split up", "drinks"),
        ("Ada announced over dinner that they are leaving", "dinner"),
        ("Ada said at the meeting that they move", "meeting"),
        ("Ada tells me in her last letter that Bob is well", "letter"),
        ("Ada wrote back by email", "email"),
        ("swapped recipes with Ada by post", "letter"),
        ("met Ada for lunch", "lunch"),
        ("Ada came to dinner on Saturday", "dinner"),
        ("Ada stayed for lunch", "lunch"),
        ("consoled Ada about the job over a beer", "drinks"),
        ("Ada is leaving, she told me so over dinner", "dinner"),
        ("Ada told me about it over lunch", "lunch"),
        ("Ada grilled me about my plans over the phone", "call"),
        ("Ada spilled everything about it on the phone", "call"),
        ("Ada turned us down by email", "email"),
        ("catch-up with Ada over a glass of wine", "drinks"),
        ("Ada forwarded me an email about the flat", "email"),
    ],
)
def test_the_setting_says_the_kind(line, kind):
    found = read(line)
    assert not found.problems, found
    assert (found.kind, [person.id for person in found.people]) == (kind, ["ada-lovelace"])


@pytest.mark.parametrize(
    "line",
    [
        "Ada is always on the phone",
        "Ada is on the phone to Bob",
        "Ada on phone contract now",
        "Ada said they were on the phone with Bob",
        "Ada on video in the news",
        "Ada works over Zoom",
        "Ada booked it over the phone",
        "Ada hates being on the phone",
    ],
)
def test_what_others_do_on_the_phone_is_no_call_with_them(line):
    found = read(line)
    assert found.problems or found.kind == "note", found
