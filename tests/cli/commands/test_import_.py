"""``netui import``: shown first, then done, then nothing new."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

FRIENDS = """### Activities:
- 2026-11-01: Coffee with **Grace Hopper** and **Bob Noyce** in _Menlo Park_. @chips
- 2026-10-01: It rained.

### Friends:
- Grace Hopper (a.k.a. Amazing Grace) [Arlington] @navy
"""


def test_import_shows_first_then_does_then_changes_nothing(two: Cli) -> None:
    source = two.base / "friends.md"
    source.write_text(FRIENDS)
    before = two.file("grace-hopper")
    report = two.json("import", str(source), "--from", "friends")
    assert (report["new"], report["merged"], report["changed"]) == (["bob-noyce"], ["grace-hopper"], [])
    assert report["rejected"] == [
        {"file": "friends.md", "where": "line 3", "why": report["rejected"][0]["why"]}
    ]
    assert two.file("grace-hopper") == before and "--apply" in two.ok("import", str(source))
    two.ok("import", str(source), "--apply")
    assert "Menlo Park" in two.file("grace-hopper") and len(two.json("list")) == 3
    again = two.json("import", str(source), "--apply")
    assert (again["new"], again["changed"], again["merged"]) == ([], [], [])
    assert sorted(again["unchanged"]) == ["bob-noyce", "grace-hopper"]
    two.ok("undo")
    assert two.file("grace-hopper") == before and len(two.json("list")) == 2


def test_the_text_of_messages_comes_only_when_asked_for(two: Cli) -> None:
    source = two.base / "messages.csv"
    head = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,CONTENT"
    rows = ("1,Grace Hopper,,Me,2026-01-10,secret", "2,Ada Lovelace,,Me,2026-01-11,secret")
    source.write_text("\n".join((head, *rows)))
    two.ok("import", str(source), "--apply")
    assert 'kind = "message"' in two.file("grace-hopper") and "secret" not in two.file("grace-hopper")
    two.ok("undo")
    two.ok("import", str(source), "--apply", "--text")
    assert 'text = "secret"' in two.file("grace-hopper")


def test_import_refuses_what_it_cannot_tell(cli: Cli) -> None:
    assert cli.run("import", str(cli.base / "nothing.md")).status == 3
    (cli.base / "text.md").write_text("# A text\n")
    assert cli.run("import", str(cli.base / "text.md"), "--from", "papyrus").status == 2
    refused = cli.run("import", str(cli.base / "text.md"), "--json")
    assert refused.status == 2
    assert json.loads(refused.out)["rejected"][0]["file"] == "text.md"
    (cli.base / "friends.md").write_text(FRIENDS)
    assert cli.json("import", str(cli.base))["new"] == ["grace-hopper", "bob-noyce"]


CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ada Lovelace
EMAIL:ada@engines.example
UID:1
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Grace Hopper
UID:2
END:VCARD
"""


def test_cards_are_told_by_their_content_and_meet_who_is_there(two: Cli) -> None:
    two.ok("set", "ada", "emails", "ada@engines.example")
    source = two.base / "cards.txt"
    source.write_text(CARDS)
    report = two.json("import", str(source), "--apply")
    assert (report["merged"], report["new"]) == (["ada-lovelace"], [])
    assert "--by-name" in report["rejected"][0]["why"]
    assert two.json("import", str(source), "--by-name", "--apply")["merged"] == ["grace-hopper"]
    again = two.json("import", str(source), "--apply")
    assert sorted(again["unchanged"]) == ["ada-lovelace", "grace-hopper"]


def test_of_a_folder_one_readable_file_is_enough(cli: Cli) -> None:
    folder = cli.base / "in"
    folder.mkdir()
    (folder / "a.vcf").write_text(CARDS)
    (folder / "b.vcf").write_text("Dear Ada,")
    os.mkfifo(folder / "c.vcf")
    report = cli.json("import", str(folder))
    assert len(report["new"]) == 2
    assert {each["file"] for each in report["rejected"]} == {"b.vcf", "c.vcf"}
    (folder / "a.vcf").unlink()
    assert cli.run("import", str(folder)).status == 2
    (cli.base / "empty").mkdir()
    assert cli.run("import", str(cli.base / "empty")).status == 2


CORPUS = Path(__file__).parents[4] / "shared/corpora/friends"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of friends.md files is not here")
def test_every_known_friends_file_comes_in_twice_the_same(cli: Cli) -> None:
    first = cli.json("import", str(CORPUS), "--from", "friends", "--apply")
    assert len(first["new"]) > 10
    problems = json.loads(cli.run("check", "--json").out)["problems"]
    assert all(each["file"].startswith(".quarantine/") for each in problems)
    again = cli.json("import", str(CORPUS), "--from", "friends", "--apply")
    assert (again["new"], again["changed"], again["merged"]) == ([], [], [])


CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART;TZID=America/New_York:20261124T233000
SUMMARY:Coffee
ATTENDEE:mailto:grace@navy.example
ATTENDEE;CN=Bob Noyce:mailto:bob@fairchild.example
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_brings_plans_moves_them_and_takes_them_back(two: Cli) -> None:
    two.ok("set", "grace", "emails", "grace@navy.example")
    source = two.base / "meetings.ics"
    source.write_text(CALENDAR)
    report = two.json("import", str(source), "--apply")
    assert (report["changed"], report["entries"]) == (["grace-hopper"], 1)
    assert report["strangers"] == [{"name": "Bob Noyce", "email": "bob@fairchild.example", "entries": 1}]
    planned = two.json("show", "grace")["timeline"][0]
    assert (planned["on"], planned["kind"], planned["planned"]) == ("2026-11-24T23:30", "coffee", True)
    assert two.json("import", str(source), "--apply")["unchanged"] == ["grace-hopper"]
    assert "--add-people" in two.ok("import", str(source))
    assert two.json("import", str(source), "--add-people")["new"] == ["bob-noyce"]
    source.write_text(CALENDAR.replace("SUMMARY:", "STATUS:CANCELLED\nSUMMARY:"))
    two.ok("import", str(source), "--apply")
    assert not [each for each in two.json("show", "grace")["timeline"] if each.get("planned")]
    two.ok("undo")
    path = two.base / "net/contacts/grace-hopper.toml"
    path.write_text(path.read_text().replace('text = "Coffee"', 'text = "Coffee, with a question"'))
    two.ok("import", str(source), "--apply")
    assert "with a question" in two.file("grace-hopper")


MAIL = """From x Sat Nov 14 09:00:00 2026
From: Grace Hopper <grace@navy.example>
To: me@home.example
Date: 14 Nov 2026 09:00 +0100
Subject: Compilers
Message-ID: <1>

Secret

From x Sat Nov 14 09:00:00 2026
From: me@home.example
To: Bob Noyce <bob@fairchild.example>
Date: 15 Nov 2026 09:00 +0100
Message-ID: <2>

Secret
"""


def test_mail_brings_an_entry_a_day_and_lists_whom_one_wrote_with(two: Cli) -> None:
    two.ok("set", "grace", "emails", "grace@navy.example")
    source = two.base / "mail.mbox"
    source.write_text(MAIL)
    refused = two.run("import", str(source))
    assert refused.status == 2 and "--me ADDRESS" in refused.err
    listed = two.json("import", str(source), "--me", "Me@home.example", "--who")
    assert [(each["name"], each["sent"], each["contact"]) for each in listed] == [
        ("Bob Noyce", 1, None),
        ("Grace Hopper", 0, "grace-hopper"),
    ]
    shown = two.ok("import", str(source), "--me", "me@home.example", "--who")
    assert "netui add 'Bob Noyce' --email bob@fairchild.example" in shown
    two.ok("import", str(source), "--me", "me@home.example", "--apply")
    assert 'text = "1 e-mail"' in two.file("grace-hopper") and "Compilers" not in two.file("grace-hopper")
    two.ok("undo")
    two.ok("import", str(source), "--me", "me@home.example", "--subjects", "--apply")
    assert "1 e-mail: Compilers" in two.file("grace-hopper")
    assert not any(b"Secret" in path.read_bytes() for path in two.base.rglob("*.toml"))


def test_a_maildir_is_told_by_its_folders(two: Cli) -> None:
    two.ok("set", "grace", "emails", "grace@navy.example")
    for folder in ("cur", "new", "tmp"):
        (two.base / "Maildir" / folder).mkdir(parents=True)
    (two.base / "Maildir/cur/1:2,S").write_text(MAIL.partition("\n")[2].partition("\nFrom x")[0])
    report = two.json("import", str(two.base / "Maildir"), "--me", "me@home.example", "--since", "2026-11-01")
    assert (report["changed"], report["entries"]) == (["grace-hopper"], 1)
    late = two.json("import", str(two.base / "Maildir"), "--me", "me@home.example", "--since", "2026-11-15")
    assert (late["entries"], late["notes"]) == (0, ["1 left out as older"])


def test_a_meeting_that_moved_moves_its_entry_unless_it_was_changed_by_hand(two: Cli) -> None:
    two.ok("set", "grace", "emails", "grace@navy.example")
    source = two.base / "meetings.ics"
    source.write_text(CALENDAR)
    two.ok("import", str(source), "--apply")
    source.write_text(CALENDAR.replace("20261124T233000", "20261125T090000"))
    assert two.json("import", str(source), "--apply")["entries"] == 1
    (entry,) = two.json("show", "grace")["timeline"]
    assert entry["on"] == "2026-11-25T09:00"
    path = two.base / "net/contacts/grace-hopper.toml"
    path.write_text(path.read_text().replace('text = "Coffee"', 'text = "Coffee, of my own"'))
    source.write_text(CALENDAR.replace("20261124T233000", "20261126T090000"))
    assert two.json("import", str(source), "--apply")["entries"] == 0
    (entry,) = two.json("show", "grace")["timeline"]
    assert (entry["on"], entry["text"]) == ("2026-11-25T09:00", "Coffee, of my own")


def test_an_entry_that_was_deleted_does_not_come_back(two: Cli) -> None:
    two.ok("set", "grace", "emails", "grace@navy.example")
    source = two.base / "meetings.ics"
    source.write_text(CALENDAR)
    two.ok("import", str(source), "--apply")
    path = two.base / "net/contacts/grace-hopper.toml"
    path.write_text(path.read_text().partition("[[timeline]]")[0])
    assert two.json("import", str(source), "--apply")["entries"] == 0
    assert two.json("show", "grace")["timeline"] == []


def test_messages_of_several_mailboxes_count_together_and_each_once(two: Cli) -> None:
    two.ok("set", "grace", "emails", "grace@navy.example")
    first, second = two.base / "in.mbox", two.base / "all.mbox"
    sent = MAIL.replace(
        "From: Grace Hopper <grace@navy.example>\nTo: me@home.example",
        "From: me@home.example\nTo: grace@navy.example",
    )
    first.write_text(MAIL)
    second.write_text(MAIL + sent.replace("09:00 +0100", "08:00 +0100").replace("<1>", "<3>"))
    two.ok("import", str(first), "--me", "me@home.example", "--apply")
    two.ok("import", str(second), "--me", "me@home.example", "--apply")
    (entry,) = two.json("show", "grace")["timeline"]
    assert (entry["text"], entry["started_by"]) == ("2 e-mails", "me")
    assert two.json("import", str(first), "--me", "me@home.example")["entries"] == 0
    two.ok("undo")
    (entry,) = two.json("show", "grace")["timeline"]
    assert (entry["text"], entry["started_by"]) == ("1 e-mail", "them")
    assert two.json("import", str(second), "--me", "me@home.example")["entries"] == 1


def test_what_is_added_and_what_stays_is_told_before_and_nothing_is_counted_that_is_not(two: Cli) -> None:
    two.ok("set", "ada", "org", "Engines")
    two.ok("set", "ada", "email", "ada@x.example")
    source = two.base / "a.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nUID:u1\nFN:Ada Lovelace\nORG:Byron Ltd\n"
    source.write_text(card + "EMAIL:ada@x.example\nEMAIL:new@x.example\nEND:VCARD\n")
    shown = two.ok("import", str(source))
    assert "  Ada Lovelace: emails new@x.example\n" in shown
    assert "  Ada Lovelace keeps org Engines (the file: Byron Ltd)\n" in shown
    assert "entries" not in shown and "unchanged" not in shown
    report = two.json("import", str(source))
    assert report["added"] == [{"id": "ada-lovelace", "key": "emails", "value": ["new@x.example"]}]
    kept = {"id": "ada-lovelace", "key": "org", "value": "Engines", "other": "Byron Ltd"}
    assert report["kept"] == [kept]
    two.ok("import", str(source), "--apply")
    assert 'org = "Engines"' in two.file("ada-lovelace")
    again = two.ok("import", str(source))
    assert "1 contact unchanged" in again and "keeps" not in again


def test_what_two_books_say_of_somebody_new_is_told_where_they_differ(cli: Cli) -> None:
    (cli.base / "in").mkdir()
    (cli.base / "in/a.vcf").write_text(
        "BEGIN:VCARD\nVERSION:3.0\nUID:u1\nFN:Zoe New\nORG:Zed\nEMAIL:z@x.example\nEND:VCARD\n"
    )
    (cli.base / "in/b.csv").write_text("Name,Email,Company\nZoe New,z@x.example,Other\n")
    shown = cli.ok("import", str(cli.base / "in"))
    assert "1 would be new: Zoe New" in shown and "Zoe New keeps org Zed (the file: Other)" in shown


def test_entries_that_differ_in_the_file_stay_and_are_counted(two: Cli) -> None:
    two.ok("note", "coffee with @ada yesterday: her lab")
    two.ok("note", "call with @grace yesterday: the moth")
    saved = two.base / "all.json"
    two.ok("export", "--to", "json", "-o", str(saved))
    assert "stay" not in two.ok("import", str(saved))
    saved.write_text(saved.read_text().replace("her lab", "her loom"))
    shown = two.ok("import", str(saved))
    assert "1 entry is there already, differs in the file, and stays as it is" in shown
    saved.write_text(saved.read_text().replace("the moth", "the bug"))
    assert two.json("import", str(saved))["notes"] == [
        "2 entries are there already, differ in the file, and stay"
    ]
    two.ok("import", str(saved), "--apply")
    assert "her lab" in two.file("ada-lovelace")


def test_goals_that_are_there_already_stay_and_what_differs_is_told(cli: Cli) -> None:
    (cli.network / "goals").mkdir(parents=True)
    (cli.network / "goals/boat.toml").write_text('title = "A boat"\nwhy = "The sea"\n')
    (cli.network / "goals/odd.toml").write_text("title =\n")
    source = cli.base / "other.json"
    goals = [
        {"id": "boat", "title": "A boat", "why": "The wind", "due": "2027-01-01"},
        {"id": "odd", "title": "Odd"},
        {"id": "new", "title": "New"},
    ]
    source.write_text(json.dumps({"format": "netui", "version": 1, "contacts": [], "goals": goals}))
    shown = cli.ok("import", str(source))
    assert "  the goal A boat keeps why The sea (the file: The wind), due – (the file: 2027-01-01)\n" in shown
    assert "the goal odd is there already and stays: its file cannot be read\n" in shown
    assert cli.json("import", str(source))["kept_goals"] == [
        {"id": "boat", "key": "why", "value": "The sea", "other": "The wind"},
        {"id": "boat", "key": "due", "value": None, "other": "2027-01-01"},
    ]
    cli.ok("import", str(source), "--apply")
    assert (cli.network / "goals/boat.toml").read_text() == 'title = "A boat"\nwhy = "The sea"\n'
    assert (cli.network / "goals/new.toml").exists()
