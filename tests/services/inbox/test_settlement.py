"""Settling the inbox: accepted, corrected and dropped, each with one undo; two machines make one entry."""

import os
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from netui.domain.model.changes import Batch
from netui.services.errors import Refused
from netui.services.inbox.items import count_inbox, list_inbox
from netui.services.inbox.parts import InboxItem
from netui.services.inbox.settlement import accept_item, correct_item, drop_item
from netui.services.privacy.forgotten import Marks
from netui.services.transfer.trash import find_trashed, list_trash, restore_trashed
from netui.services.workspace import Workspace
from tests.support.workspaces import open_workspace

FRIDAY = datetime(2026, 11, 13, 18).timestamp()
NOTES = "coffee with @ada yesterday: her lab >send the deck by fri\nlunch with Zoe\n"
INVITATION = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:talk
DTSTART;TZID=Europe/Berlin:20261203T100000
SUMMARY:Talk
ORGANIZER:mailto:me@home.example
ATTENDEE;CN=Me:mailto:me@home.example
ATTENDEE;CN=A. Lovelace:mailto:ada@x.example
ATTENDEE;CN=Bob Stone:mailto:bob@y.example
END:VEVENT
END:VCALENDAR
"""
MAIL = "From: Bob Stone <bob@y.example>\nTo: me\nSubject: Hello\nDate: 12 Nov 2026 10:00 +0100\n\nsecret"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    contacts = tmp_path / "net/contacts"
    contacts.mkdir(parents=True)
    (tmp_path / "net/inbox").mkdir()
    (contacts / "ada.toml").write_text('name = "Ada Lovelace"\nemails = ["ada@x.example"]\n')
    (contacts / "me.toml").write_text('name = "Me Myself"\nme = true\nemails = ["me@home.example"]\n')
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def put(workspace: Workspace, name: str, text: str) -> Path:
    path = workspace.network / "inbox" / name
    path.write_text(text)
    os.utime(path, (FRIDAY, FRIDAY))
    return path


def only(workspace: Workspace) -> InboxItem:
    (item,) = list_inbox(workspace)
    return item


def test_lines_are_of_the_day_the_file_was_written_also_once_others_are_settled(workspace: Workspace) -> None:
    path = put(workspace, "notes.txt", NOTES + "call with @ada yesterday\n")
    coffee, lunch, call = list_inbox(workspace)
    assert (coffee.on, call.on, count_inbox(workspace)) == (date(2026, 11, 12), date(2026, 11, 12), 3)
    assert "Zoe" in lunch.problem
    workspace.apply(accept_item(workspace, coffee))
    assert path.read_text() == "lunch with Zoe\ncall with @ada yesterday\n"
    assert list_inbox(workspace)[1].on == date(2026, 11, 12)
    entry = workspace.read.timeline("ada")[0]
    assert (entry.id, entry.on, entry.text) == (coffee.id, date(2026, 11, 12), "her lab")
    workspace.undo()
    assert path.read_text().startswith("coffee") and list_inbox(workspace)[0].on == date(2026, 11, 12)
    assert not list(workspace.read.timeline("ada"))


def test_the_last_of_a_file_takes_it_to_the_trash_and_undo_puts_it_back(workspace: Workspace) -> None:
    path = put(workspace, "notes.txt", "coffee with @ada")
    workspace.apply(accept_item(workspace, only(workspace)))
    assert not path.exists() and not list_inbox(workspace)
    (trashed,) = (workspace.network / ".trash").iterdir()
    assert trashed.name.endswith("-notes.txt.inbox") and trashed.read_text() == "coffee with @ada"
    workspace.undo()
    assert path.read_text() == "coffee with @ada" and count_inbox(workspace) == 1


def test_what_was_taken_in_is_brought_back_from_the_trash_by_its_name(workspace: Workspace) -> None:
    path = put(workspace, "notes.toml", "coffee with @ada")
    workspace.apply(accept_item(workspace, only(workspace)))
    (trashed,) = list_trash(workspace)
    assert (trashed.title, str(trashed.file)) == ("notes.toml", "inbox/notes.toml")
    workspace.apply(restore_trashed(workspace, find_trashed(workspace, "notes.toml")))
    assert path.read_text() == "coffee with @ada" and not list_trash(workspace)
    assert only(workspace).on == date(2026, 11, 13)
    put(workspace, "other.txt", "x")
    with pytest.raises(Refused, match="no 'other"):
        find_trashed(workspace, "other.txt")


def test_two_machines_make_one_entry_of_a_line(workspace: Workspace, tmp_path: Path) -> None:
    put(workspace, "notes.txt", NOTES)
    shutil.copytree(workspace.network, tmp_path / "other/net")
    other = open_workspace(tmp_path / "other")
    other.refresh()
    for each in (workspace, other):
        each.apply(accept_item(each, list_inbox(each)[0]))
    files = [(each.network / "contacts/ada.toml").read_text() for each in (workspace, other)]
    assert files[0] == files[1]
    # The other machine's copy comes back by a sync: it is settled, and adds nothing.
    put(workspace, "notes.sync-conflict.txt", NOTES)
    again = next(item for item in list_inbox(workspace) if item.file == "notes.sync-conflict.txt")
    workspace.apply(accept_item(workspace, again))
    assert (workspace.network / "contacts/ada.toml").read_text() == files[0]
    other.close()


def test_the_same_words_of_another_day_are_another_entry(workspace: Workspace) -> None:
    for day in (FRIDAY, FRIDAY + 3 * 86400):
        path = put(workspace, "notes.txt", "coffee with @ada")
        os.utime(path, (day, day))
        workspace.apply(accept_item(workspace, only(workspace)))
    assert [entry.on.day for entry in workspace.read.timeline("ada")] == [16, 13]


def test_an_invitation_is_planned_with_its_people_and_the_calendar_adds_nothing(workspace: Workspace) -> None:
    put(workspace, "talk.ics", INVITATION)
    item = only(workspace)
    assert item.text == 'meeting with @ada @"Bob Stone" (new) 2026-12-03 10:00: Talk from:me'
    workspace.apply(accept_item(workspace, item))
    (entry,) = workspace.read.timeline("ada")
    assert (entry.on, entry.with_, entry.planned) == (datetime(2026, 12, 3, 10), ("bob-stone",), True)
    put(workspace, "talk.ics", INVITATION)
    workspace.apply(accept_item(workspace, only(workspace)))
    assert len(workspace.read.timeline("ada")) == 1 and workspace.read.count() == 3
    put(workspace, "off.ics", INVITATION.replace("SUMMARY", "STATUS:CANCELLED\nSUMMARY"))
    workspace.apply(accept_item(workspace, only(workspace)))
    assert not list(workspace.read.timeline("ada"))


def test_whoever_has_the_name_of_one_contact_is_proposed_as_them(workspace: Workspace) -> None:
    contacts = workspace.network / "contacts"
    (contacts / "bob.toml").write_text('name = "Robert Stone"\naliases = ["Bob Stone"]\n')
    workspace.refresh()
    put(workspace, "talk.ics", INVITATION)
    item = only(workspace)
    assert "@bob " in item.text and not item.problem
    workspace.apply(accept_item(workspace, item))
    assert workspace.read.timeline("ada")[0].with_ == ("bob",)
    assert "bob@y.example" not in (contacts / "bob.toml").read_text()


def test_whoever_has_the_name_of_several_is_asked_about(workspace: Workspace) -> None:
    for stem in ("bob", "bob-2"):
        (workspace.network / f"contacts/{stem}.toml").write_text('name = "Bob Stone"\n')
    workspace.refresh()
    put(workspace, "talk.ics", INVITATION)
    assert "may be any of @bob, @bob-2" in only(workspace).problem


def test_an_event_with_nobody_is_to_be_corrected(workspace: Workspace) -> None:
    put(workspace, "alone.ics", "\n".join(line for line in INVITATION.split("\n") if "mailto" not in line))
    item = only(workspace)
    assert "nobody" in item.problem
    with pytest.raises(Refused, match=r"alone\.ics"):
        accept_item(workspace, item)
    workspace.apply(correct_item(workspace, item, "lunch with @ada on 3 dec 2026\ncall with @ada"))
    assert [entry.kind for entry in workspace.read.timeline("ada")] == ["lunch", "call"]
    assert not list_inbox(workspace)


def test_a_mail_of_somebody_is_an_entry_of_its_header(workspace: Workspace) -> None:
    put(workspace, "m.eml", MAIL)
    workspace.apply(accept_item(workspace, only(workspace)))
    (entry,) = workspace.read.timeline("bob-stone")
    assert (entry.on, entry.kind, entry.started_by, entry.text) == (
        date(2026, 11, 12),
        "email",
        "them",
        "Hello",
    )
    assert "secret" not in (workspace.network / "contacts/bob-stone.toml").read_text()


def test_a_card_becomes_a_contact(workspace: Workspace) -> None:
    put(workspace, "c.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Zed Nine\nEMAIL:z@n.example\nEND:VCARD\n")
    item = only(workspace)
    assert (item.text, item.understood) == ("Zed Nine", "contact · Zed Nine · z@n.example")
    workspace.apply(accept_item(workspace, item))
    assert workspace.read.names_of(("zed-nine",)) == {"zed-nine": "Zed Nine"}


def test_what_was_dropped_leaves_nothing_but_undo(workspace: Workspace) -> None:
    path = put(workspace, "notes.txt", NOTES)
    workspace.apply(drop_item(workspace, list_inbox(workspace)[1]))
    assert path.read_text() == NOTES.partition("lunch")[0]
    workspace.undo()
    assert path.read_text() == NOTES


def test_what_changed_meanwhile_is_looked_at_again(workspace: Workspace) -> None:
    path = put(workspace, "notes.txt", "coffee with @ada")
    item = only(workspace)
    path.write_text("lunch with @ada")
    for settle in (accept_item, drop_item):
        with pytest.raises(Refused, match="look again"):
            settle(workspace, item)
    assert isinstance(accept_item(workspace, only(workspace)), Batch)


def test_whoever_was_forgotten_does_not_come_back(workspace: Workspace) -> None:
    Marks(workspace.network).add(["Bob Stone"], ["bob@y.example"])
    put(workspace, "1.txt", "lunch with @ada: Bob Stone was there too\ncoffee with Bob Stone (new)")
    put(workspace, "2.eml", MAIL)
    put(workspace, "3.ics", INVITATION)
    items = list_inbox(workspace)
    assert "Bob" not in repr([(item.text, item.understood) for item in items])
    with pytest.raises(Refused, match="forgotten"):
        correct_item(workspace, items[0], "coffee with Bob Stone (new)")
    for item in items:
        if not item.problem:
            workspace.apply(accept_item(workspace, item))
    assert workspace.read.count() == 2
    assert "Bob" not in (workspace.network / "contacts/ada.toml").read_text()


def test_odd_files_are_named_and_harm_nothing(workspace: Workspace) -> None:
    inbox = workspace.network / "inbox"
    os.mkfifo(inbox / "fifo")
    (inbox / "link.txt").symlink_to("/dev/zero")
    (inbox / "big.txt").write_bytes(b"x" * (9 << 20))
    (inbox / ".hidden").write_text("coffee with @ada")
    (inbox / "half.part").write_text("coffee with @ada")
    (inbox / "folder").mkdir()
    put(workspace, "a\x1b[2J.txt", "coffee with @ada")
    found = {item.file: item.problem for item in list_inbox(workspace)}
    assert set(found) == {"fifo", "link.txt", "big.txt", "a\x1b[2J.txt"}
    assert all(problem for file, problem in found.items() if not file.startswith("a"))
    item = next(item for item in list_inbox(workspace) if not item.problem)
    workspace.apply(accept_item(workspace, item))
    assert len(workspace.read.timeline("ada")) == 1


def test_of_a_long_text_the_first_lines_are_listed_and_all_are_counted(workspace: Workspace) -> None:
    put(workspace, "long.txt", "\n".join(f"coffee with @ada: {number}" for number in range(1000)))
    assert count_inbox(workspace) == 1000
    assert [item.line for item in list_inbox(workspace, 3)] == [1, 2, 3]
    workspace.apply(drop_item(workspace, list_inbox(workspace, 1)[0]))
    assert (list_inbox(workspace, 1)[0].understood.count("Ada"), count_inbox(workspace)) == (1, 999)


def test_a_line_without_end_is_named_and_not_read(workspace: Workspace) -> None:
    put(workspace, "long.txt", "coffee with @ada: " + "word " * 1_000_000)
    item = only(workspace)
    assert "longer than 20,000" in item.problem and len(item.text) < 300
    workspace.apply(correct_item(workspace, item, "coffee with @ada: words"))
    assert workspace.read.timeline("ada")[0].text == "words" and not list_inbox(workspace)


def test_a_line_below_a_heading_is_of_that_day(workspace: Workspace) -> None:
    path = put(
        workspace,
        "2026-11-12.md",
        "## Tue 10 Nov\n- coffee with @ada\n- call @ada\n\nyesterday:\nlunch with @ada\n",
    )
    days = [item.on for item in list_inbox(workspace)]
    assert days == [date(2026, 11, 10), date(2026, 11, 10), date(2026, 11, 12)]
    while waiting := list_inbox(workspace):
        workspace.apply(accept_item(workspace, waiting[0]))
    assert [entry.on for entry in workspace.read.timeline("ada")] == days[::-1] and not path.exists()


def test_a_paragraph_is_an_entry_for_each_day_that_it_tells_of(workspace: Workspace) -> None:
    text = "Monday coffee with @ada. Tuesday a call with @ada. On Wednesday lunch with @ada."
    put(workspace, "notes.txt", text)
    workspace.apply(accept_item(workspace, only(workspace)))
    found = [(entry.kind, entry.on.day) for entry in workspace.read.timeline("ada")]
    assert found == [("lunch", 11), ("call", 10), ("coffee", 9)] and not list_inbox(workspace)
    workspace.undo()
    assert not list(workspace.read.timeline("ada")) and only(workspace).part.text == text
