"""LinkedIn's messages and invitations: one entry a person and day, without text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netui.interchange.linkedin.reader import is_linkedin, read
from netui.interchange.records import ParsedFile, ReadOptions

HEAD = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER"
)
ADA, BOB, ME = ("Ada", "/in/Ada-L/"), ("Bob, PhD", "/in/bob"), ("Me", "/in/me")


def row(
    conversation: str, sender: tuple[str, str], to: list[tuple[str, str]], at: str, text: str = "Hi"
) -> str:
    names, urls = (
        ",".join(name for name, _ in to),
        ",".join(f"https://www.linkedin.com{url}" for _, url in to),
    )
    return f'{conversation},,"{sender[0]}",https://www.linkedin.com{sender[1]},"{names}","{urls}",{at},,"{text}",INBOX'


def messages(*rows: str, **options: object) -> ParsedFile:
    given = ReadOptions(**options)  # type: ignore[arg-type]
    return read("\n".join((HEAD, *rows)).encode(), "messages.csv", given)


TWO_DAYS = (
    row("1", ME, [ADA], "2026-01-11 10:00:00 UTC", "back"),
    row("1", ADA, [ME], "2026-01-10 23:00:00 UTC", "second"),
    row("1", ADA, [ME], "2026-01-10 09:00:00 UTC", "first"),
    row("2", BOB, [ME], "2026-01-12 09:00:00 UTC"),
)


def test_each_day_with_a_person_is_one_entry_without_text() -> None:
    found = messages(*TWO_DAYS)
    assert [(e.people[0], e.fields["on"], e.fields["started_by"]) for e in found.entries] == [
        ("linkedin.com/in/ada-l", date(2026, 1, 10), "them"),
        ("linkedin.com/in/ada-l", date(2026, 1, 11), "me"),
        ("linkedin.com/in/bob", date(2026, 1, 12), "them"),
    ]
    assert {entry.fields["kind"] for entry in found.entries} == {"message"}
    assert not any("text" in entry.fields for entry in found.entries)


def test_the_text_comes_where_it_is_asked_for_the_earliest_message_first() -> None:
    found = messages(*TWO_DAYS, with_text=True)
    assert found.entries[0].fields["text"] == "Ada: first\nAda: second"
    assert found.entries[1].fields["text"] == "back"


def test_people_one_wrote_to_come_in_and_those_who_only_wrote_must_be_known() -> None:
    found = messages(*TWO_DAYS)
    assert [(person.name, person.must_exist) for person in found.people] == [
        ("Ada", False),
        ("Bob, PhD", True),
    ]


def test_ids_are_the_same_each_time() -> None:
    first, again = messages(*TWO_DAYS), messages(*reversed(TWO_DAYS))
    assert {entry.id for entry in first.entries} == {entry.id for entry in again.entries}


def test_with_one_conversation_the_profile_says_which_side_is_oneself_else_both_must_be_known() -> None:
    alone = row("1", ADA, [ME], "2026-01-10 09:00:00 UTC")
    open_ = messages(alone)
    assert [(person.name, person.must_exist) for person in open_.people] == [("Ada", True), ("Me", True)]
    assert [entry.fields["started_by"] for entry in open_.entries] == ["them", "me"]
    found = messages(alone, own=frozenset(("me",)))
    assert [
        (person.name, entry.people) for person, entry in zip(found.people, found.entries, strict=True)
    ] == [("Ada", ("linkedin.com/in/ada-l",))]


def test_in_a_group_whoever_wrote_counts_and_mass_mail_does_not() -> None:
    crowd = [(f"P{n}", f"/in/p{n}") for n in range(6)]
    found = messages(
        row("1", ME, [ADA, ("Cy", "/in/cy")], "2026-01-10 09:00:00 UTC"),
        row("1", ("Cy", "/in/cy"), [ME, ADA], "2026-01-11 09:00:00 UTC"),
        row("2", ME, crowd, "2026-01-12 09:00:00 UTC"),
    )
    assert [(e.people[0].rpartition("/")[2], e.fields["on"].day) for e in found.entries] == [
        ("ada-l", 10), ("cy", 10), ("cy", 11),
    ]  # fmt: skip


def test_older_exports_name_recipients_without_address() -> None:
    head = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT"
    rows = (
        "1,,Ada,https://linkedin.com/in/ada,Me,2024-05-15 10:30:00,,x", "1,,Me,,Ada,2024-05-16 14:00:00,,x",
        "2,,Bob,https://linkedin.com/in/bob,Me,2024-05-15 10:30:00,,x",
    )  # fmt: skip
    found = read("\n".join((head, *rows)).encode(), "Messages.csv")
    assert [(person.uid, person.must_exist) for person in found.people] == [
        ("linkedin.com/in/ada", False),
        ("linkedin.com/in/bob", True),
    ]
    assert len(found.entries) == 3


def test_a_row_without_a_date_is_named_with_its_line() -> None:
    found = messages(*TWO_DAYS, row("3", ADA, [ME], "someday"))
    assert [(r.where, r.why) for r in found.rejected] == [("line 6", "'someday' is no date")]


def test_drafts_spam_and_those_who_left_are_no_messages() -> None:
    gone = ("LinkedIn Member", "/in/")
    spam = row("4", ("Eve", "/in/eve"), [ME], "2026-01-13 09:00:00 UTC").replace("INBOX", "SPAM")
    draft = row("5", ME, [("Cy", "/in/cy")], "2026-01-14 09:00:00 UTC") + ",Yes"
    head = f"{HEAD},IS MESSAGE DRAFT"
    rows = (
        *(f"{each},No" for each in TWO_DAYS),
        f"{spam},No",
        draft,
        row("6", gone, [ME], "2026-01-15 09:00:00 UTC"),
    )
    found = read("\n".join((head, *rows)).encode(), "messages.csv")
    assert [person.name for person in found.people] == ["Ada", "Bob, PhD"] and not found.rejected


def test_invitations_say_their_direction() -> None:
    rows = ("Ada,Me,01 Mar 2019,Hello,INCOMING", 'Me,Bob,"3/15/23, 9:14 AM",,OUTGOING')
    text = "\n".join(("From,To,Sent At,Message,Direction", *rows))
    found = read(text.encode(), "Invitations.csv")
    assert [(e.people[0], str(e.fields["on"]), e.fields["started_by"]) for e in found.entries] == [
        ("name ada", "2019-03-01", "them"),
        ("name bob", "2023-03-15", "me"),
    ]
    assert all(person.must_exist for person in found.people)


def test_tables_of_oneself_are_known_and_hold_nobody() -> None:
    for head in (
        "First Name,Last Name,Maiden Name,Industry", "Company Name,Title,Location,Started On",
        "Time,Media Link", "Job Title,Company,Applied At,Job Url",
    ):  # fmt: skip
        data = f"{head}\na,b,c,d\n".encode()
        assert is_linkedin("", data) and "nobody you know" in read(data, "a.csv").rejected[0].why
        assert read(data, "a.csv", ReadOptions(part_of="export.zip")) == ParsedFile()


@given(st.binary(max_size=400))
def test_no_file_raises(data: bytes) -> None:
    is_linkedin("", data)
    read(HEAD.encode() + b"\n" + data, "a.csv")
    read(b"From,To,Sent At,Direction\n" + data, "a.csv")
