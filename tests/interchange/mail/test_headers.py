"""Headers of single messages: addresses, names, days and charsets, whatever is wrong with them."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.mail.headers import MailAddress, MessageHeader, parse_header


def header(*lines: str, end: str = "\r\n") -> MessageHeader:
    return parse_header("".join(f"{line}{end}" for line in lines).encode())


def test_addresses_are_taken_out_of_groups_comments_and_quotes() -> None:
    found = header(
        'From: "Lovelace, Ada" <Ada@Engines.example>',
        'To: Friends: bob@x.example (Bob Stone), "A \\"q\\" B" <c@z.example>; , d@e.example,',
        "\tf@g.example",
        "Cc: =?utf-8?q?J=C3=B6rg_M?= <j@x.example>, bob@x.example",
    )
    assert found.sender == MailAddress("ada@engines.example", "Lovelace, Ada")
    assert found.recipients == (
        MailAddress("bob@x.example", "Bob Stone"),
        MailAddress("c@z.example", 'A "q" B'),
        MailAddress("d@e.example", ""),
        MailAddress("f@g.example", ""),
        MailAddress("j@x.example", "Jörg M"),
    )


def test_the_day_is_the_one_that_the_sender_saw() -> None:
    assert header("Date: Fri, 20 Nov 2026 23:30:00 -0800").day == date(2026, 11, 20)
    assert header("Date: Fri, 20 Nov 2026 00:30:00 +1300").day == date(2026, 11, 20)
    late, early = (header(f"Date: 20 Nov 2026 12:00:00 {zone}").moment for zone in ("-0800", "+0800"))
    assert early < late


def test_without_a_date_the_day_it_was_received_counts() -> None:
    received = "Received: from a by b; Sat, 21 Nov 2026 09:00:00 +0100"
    assert header("Date: yesterday", received).day == date(2026, 11, 21)
    assert header("Date: Thu, 1 Jan 1970 00:00:00 +0000").day is None
    assert header("From: a@b.example").day is None


def test_words_in_any_charset_are_read() -> None:
    assert header("Subject: =?utf-8?b?SMOpbGxv?= you").subject == "Héllo you"
    assert header("Subject: =?nonsense?q?H=E9llo?=").subject == "Héllo"
    assert parse_header(b"Subject: H\xe9llo\n").subject == "Héllo"
    assert header("Subject: \x1b]0;x\x07 hi").subject == "]0;x hi"


def test_the_message_id_tells_messages_apart_and_the_header_where_there_is_none() -> None:
    assert header("Message-ID:  <a@b>").ident == "<a@b>"
    one, other = header("From: a@b.example", "Subject: 1"), header("From: a@b.example", "Subject: 2")
    assert one.ident != other.ident


@pytest.mark.parametrize(
    "line",
    ["List-Id: <x.y>", "List-Unsubscribe: <mailto:x>", "Precedence: Bulk", "Auto-Submitted: auto-replied"],
)
def test_lists_and_machines_are_mass_mail(line: str) -> None:
    assert header("From: a@b.example", line).is_mass
    assert not header("From: a@b.example", "Auto-Submitted: no", "Precedence: first-class").is_mass


@given(st.binary(max_size=500))
def test_whatever_a_header_holds_nothing_is_raised(noise: bytes) -> None:
    parse_header(noise)
    parse_header(b"From: " + noise + b"\nDate: " + noise + b"\nTo: " + noise + b"\n")


@pytest.mark.parametrize(
    "text", ["(" * 200_000, '"\\' * 100_000, "a@" * 100_000, "=?" * 100_000, "<" * 200_000]
)
def test_a_field_of_any_length_is_read_in_no_time(text: str) -> None:
    start = process_time()
    header(f"From: {text}", f"To: {text}", f"Date: {text}", f"Subject: {text}")
    assert process_time() - start < 5
