"""Mail as entries: one a person and day, counted once by Message-ID, with no text unless asked."""

from datetime import date
from typing import Any

from netui.interchange.mail.reader import read
from netui.interchange.records import ParsedFile, ReadOptions

ME, ADA, BOB = "me@home.example", "ada@x.example", "bob@y.example"
OPTIONS = ReadOptions(
    own=frozenset([ME]),
    today=date(2026, 11, 21),
    contacts={ADA: "ada-lovelace", "ada@work.example": "ada-lovelace", BOB: "bob-stone"},
)


def message(sender: str, to: str, day: str, ident: str, *more: str) -> str:
    lines = (f"From: {sender}", f"To: {to}", f"Date: {day} +0100", f"Message-ID: <{ident}>", *more)
    return "From x Sat Nov 14 09:00:00 2026\n" + "\n".join(lines) + "\n\nSecret body\n\n"


def parsed(*messages: str, **options: Any) -> ParsedFile:
    return read("".join(messages).encode(), "mail.mbox", OPTIONS._replace(**options))


EXCHANGE = (
    message(ADA, ME, "14 Nov 2026 10:00", "1", "Subject: Engines"),
    message(ME, f"Ada <{ADA}>", "14 Nov 2026 09:00", "2", "Subject: Question"),
    message("Ada L <ada@work.example>", ME, "14 Nov 2026 12:00", "3", "Subject: Engines"),
    message(ME, f"{ADA}, {BOB}", "15 Nov 2026 09:00", "4"),
)


def test_a_person_has_one_entry_a_day_with_the_count_and_who_began() -> None:
    found = parsed(*EXCHANGE)
    assert sorted((e.people, *e.fields.values()) for e in found.entries) == [
        (("ada-lovelace",), date(2026, 11, 14), "email", "me", "3 e-mails"),
        (("ada-lovelace",), date(2026, 11, 15), "email", "me", "1 e-mail"),
        (("bob-stone",), date(2026, 11, 15), "email", "me", "1 e-mail"),
    ]
    assert all(person.must_exist for person in found.people)
    assert not any("Secret" in repr(each) or "Engines" in repr(each) for each in found)


def test_subjects_are_named_when_asked_for() -> None:
    texts = [entry.fields["text"] for entry in parsed(*EXCHANGE, with_subjects=True).entries]
    assert texts[0] == "3 e-mails: Engines; Question"


def test_the_same_message_counts_once_in_this_import_and_the_next() -> None:
    found = parsed(*EXCHANGE, EXCHANGE[0])
    assert found.entries == parsed(*EXCHANGE).entries
    said = {person.uid: person.raw for person in found.people}
    again = parsed(*EXCHANGE, source_text=lambda kind, uid: said[uid] if kind == "mail" else "")
    assert not again.entries
    more = parsed(
        message(BOB, ME, "15 Nov 2026 08:00", "5"), EXCHANGE[3], source_text=lambda _, uid: said[uid]
    )
    (entry,) = more.entries
    assert (entry.fields["text"], entry.fields["started_by"]) == ("2 e-mails", "them")
    assert entry.id in {each.id for each in found.entries}


def test_mass_mail_lists_and_strangers_are_left_out() -> None:
    many = ", ".join(f"p{number}@x.example" for number in range(5))
    found = parsed(
        message(ADA, f"{ME}, {many}", "14 Nov 2026 10:00", "1"),
        message(ADA, ME, "14 Nov 2026 10:00", "2", "List-Id: <x>"),
        message("who@z.example", ME, "14 Nov 2026 10:00", "3"),
        message(ADA, f"{ME}, {BOB}", "14 Nov 2026 10:00", "4"),
    )
    assert [entry.people for entry in found.entries] == [("ada-lovelace",)]
    assert found.entries[0].fields["text"] == "1 e-mail"
    assert [each.email for each in found.correspondents] == ["who@z.example", ADA]
    assert "2 left out as mass mail" in found.notes[1]


def test_a_message_that_cannot_be_placed_is_rejected_with_its_number() -> None:
    found = parsed(
        message("", ME, "14 Nov 2026 10:00", "1"),
        message(ADA, ME, "no day", "2"),
        message(ADA, ME, "1 Jan 2038 10:00", "3"),
        message(ADA, ME, "1 Jan 2020 10:00", "4"),
        since=date(2025, 1, 1),
    )
    assert [each.where for each in found.rejected] == ["message 1", "message 2", "message 3"]
    assert not found.entries and "1 left out as older" in found.notes
