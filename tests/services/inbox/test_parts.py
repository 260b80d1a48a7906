"""Parts of inbox files: lines, events, cards, mails; and the file without some of them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.services.inbox.parts import CARD, EVENT, LINE, MAIL, UNKNOWN, split_file, without_parts

ME = frozenset(["me@home.example"])
EVENTS = (
    b"BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Berlin\r\n"
    b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\nEND:VEVENT\r\n"
    b"BEGIN:VEVENT\r\nUID:2\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    b"BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20261114\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_a_text_is_its_log_lines_with_those_that_continue_them() -> None:
    data = b"# a comment\n\ncoffee with @ada\n  and @bob: hi\n\nlunch with @ada\r\n"
    parts = split_file(data, ME)
    assert [(part.what, part.line, part.text) for part in parts] == [
        (LINE, 3, "coffee with @ada and @bob: hi"),
        (LINE, 6, "lunch with @ada"),
    ]
    assert without_parts(data, parts[:1]) == b"# a comment\n\n\nlunch with @ada\n"
    assert split_file(without_parts(data, parts[:1]), ME)[0].id == parts[1].id


def test_a_line_that_stands_there_twice_is_one_and_goes_at_once() -> None:
    data = b"coffee with @ada\nlunch\ncoffee with @ada"
    first, lunch = split_file(data, ME)
    assert without_parts(data, [first]) == b"lunch\n" and lunch.text == "lunch"


def test_a_heading_is_the_day_of_the_lines_below_it_and_goes_with_the_last() -> None:
    def days(line: str) -> tuple[str, bool]:
        return (line, True) if line in ("Mon", "Tue") else ("", False)

    data = b"lunch\nMon\n- coffee\n  and more\n\n- call\nTue\n- coffee\n"
    lunch, coffee, call, tuesday = parts = split_file(data, ME, days)
    assert [(part.day, part.line, part.text) for part in parts] == [
        ("", 1, "lunch"), ("Mon", 3, "- coffee and more"), ("Mon", 6, "- call"), ("Tue", 8, "- coffee"),
    ]  # fmt: skip
    assert len({part.id for part in parts}) == 4
    assert without_parts(data, [tuesday]) == b"lunch\nMon\n- coffee\n  and more\n\n- call\n"
    left = without_parts(data, [coffee])
    assert left == b"lunch\nMon\n\n- call\nTue\n- coffee\n"
    assert [part.id for part in split_file(left, ME, days)] == [lunch.id, call.id, tuesday.id]
    assert without_parts(left, [split_file(left, ME, days)[1]]) == b"lunch\n\nTue\n- coffee\n"


def test_events_of_one_uid_are_one_part_and_a_calendar_of_their_own() -> None:
    one, two = split_file(EVENTS, ME)
    assert (one.what, one.line, two.line) == (EVENT, 3, 7)
    assert one.data.count(b"UID:1") == 2 and b"UID:2" not in one.data and b"X-WR-TIMEZONE" in one.data
    left = without_parts(EVENTS, [one])
    assert [part.id for part in split_file(left, ME)] == [two.id]
    assert left.endswith(b"END:VCALENDAR\n") and b"UID:1" not in left


def test_what_is_in_utf16_is_told_as_well() -> None:
    card = "BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n"
    assert [part.what for part in split_file(EVENTS.decode().encode("utf-16"), ME)] == [EVENT, EVENT]
    (part,) = split_file(card.encode("utf-16"), ME)
    assert (part.what, part.data.decode()) == (CARD, card)
    (line,) = split_file("coffee with @zoë".encode("utf-16"), ME)
    assert (line.what, line.text) == (LINE, "coffee with @zoë")


def test_cards_are_cut_apart() -> None:
    data = b"BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"
    parts = split_file(data, ME)
    assert [(part.what, part.data) for part in parts] == [(CARD, data[:27]), (CARD, data[27:])]
    assert without_parts(data, [parts[1]]) == data[:27]


def mail(sender: str, body: str, head: str = "") -> bytes:
    lines = (
        f"From: {sender}",
        "Date: Fri, 20 Nov 2026 23:00:00 -0800",
        "Message-ID: <1>",
        head + "\r\n" + body,
    )
    return "\r\n".join(lines).encode()


def test_a_mail_from_oneself_is_its_lines_of_the_day_it_was_written() -> None:
    data = mail(
        "Me <ME@home.example>", "coffee with @ada\r\nlunch with @bob\r\n\r\n-- \r\nMy firm\r\n> quoted\r\n"
    )
    coffee, lunch = split_file(data, ME)
    assert (coffee.text, lunch.text) == ("coffee with @ada", "lunch with @bob")
    assert coffee.when == datetime(2026, 11, 20, 12)
    left = without_parts(data, [coffee])
    assert [part.id for part in split_file(left, ME)] == [lunch.id] and left.endswith(data)
    assert split_file(without_parts(left, [lunch]), ME) == []


def test_the_first_text_of_a_mail_in_parts_and_in_html() -> None:
    parts = "\r\n".join(
        [
            "--b", "Content-Type: text/html", "", "<p>wrong</p>",
            "--b", "Content-Type: text/plain; charset=iso-8859-1",
            "Content-Transfer-Encoding: quoted-printable", "", "caf=E9 with @ada",
            "--b", "Content-Type: text/plain", "Content-Disposition: attachment", "", "no", "--b--", "",
        ]
    )  # fmt: skip
    head = 'Content-Type: multipart/mixed; boundary="b"\r\n'
    assert [part.text for part in split_file(mail("me@home.example", parts, head), ME)] == ["café with @ada"]
    html = "<style>x</style><div>coffee with @ada</div><div>lunch &amp; tea<br>call</div>"
    found = split_file(mail("me@home.example", html, "Content-Type: text/html\r\n"), ME)
    assert [part.text for part in found] == ["coffee with @ada", "lunch & tea", "call"]


def test_of_a_mail_of_somebody_else_only_the_header_is_kept() -> None:
    (part,) = split_file(mail("ada@x.example", "secret"), ME)
    assert part.what == MAIL and b"secret" not in part.data and not part.text


@pytest.mark.parametrize("data", [b"\x89PNG\0\0", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_what_holds_nothing_to_take_in_says_so(data: bytes) -> None:
    (part,) = split_file(data, ME)
    assert part.what == UNKNOWN and "drop it" in part.text


@given(st.binary(max_size=300))
def test_nothing_is_raised_and_what_is_taken_is_gone(data: bytes) -> None:
    for prefix in (b"", b"BEGIN:VCALENDAR\n", b"BEGIN:VCARD\n", b"From: me@home.example\nDate: x\n\n"):
        whole = prefix + data
        parts = split_file(whole, ME)
        if len(parts) > 1:
            left = {part.id for part in split_file(without_parts(whole, parts[:1]), ME)}
            assert parts[0].id not in left
