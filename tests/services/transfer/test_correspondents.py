"""Whom one wrote with and met, from mail and calendars together."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netui.services.errors import OwnAddressesUnknown
from netui.services.privacy.forgotten import Marks
from netui.services.transfer.correspondents import add_correspondents, list_correspondents
from netui.services.transfer.imports import ReadOptions, apply_import, plan_import
from netui.services.workspace import Workspace
from tests.support.workspaces import open_workspace

ME = ReadOptions(own=frozenset(["me@home.example"]))
MAIL = """From x Sat Nov 14 09:00:00 2026
From: Ada Lovelace <ada@x.example>
To: me@home.example
Date: 14 Nov 2026 09:00 +0100
Message-ID: <1>

body

From x Sat Nov 14 09:00:00 2026
From: me@home.example
To: Bob <bob@y.example>, ada@x.example
Date: 15 Nov 2026 09:00 +0100
Message-ID: <2>

body

From x Sat Nov 14 09:00:00 2026
From: shop@z.example
To: me@home.example
Date: 16 Nov 2026 09:00 +0100
Message-ID: <3>

buy
"""
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20261117T100000
ATTENDEE;CN=Grace Hopper:mailto:grace@navy.example
ATTENDEE;CN=Ada:mailto:ada@x.example
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    contacts = tmp_path / "net/contacts"
    contacts.mkdir(parents=True)
    (contacts / "ada-lovelace.toml").write_text('name = "Ada Lovelace"\nemails = ["Ada@x.example"]\n')
    (tmp_path / "mail.mbox").write_text(MAIL)
    (tmp_path / "meetings.ics").write_text(CALENDAR)
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def test_those_one_wrote_to_or_met_come_first_the_most_often_first(
    tmp_path: Path, workspace: Workspace
) -> None:
    paths = [str(tmp_path / name) for name in ("mail.mbox", "meetings.ics")]
    found = list_correspondents(workspace, paths, options=ME)
    assert [(e.email, e.sent, e.received, e.meetings, e.last.day, e.contact, e.is_mutual) for e in found] == [
        ("ada@x.example", 1, 1, 1, 17, "ada-lovelace", True),
        ("grace@navy.example", 0, 0, 1, 17, "", True),
        ("bob@y.example", 1, 0, 0, 15, "", True),
        ("shop@z.example", 0, 1, 0, 16, "", False),
    ]
    assert found[0].name == "Ada Lovelace" and found[0].first == date(2026, 11, 14)


def test_those_who_matter_are_added_and_their_mail_comes_in(tmp_path: Path, workspace: Workspace) -> None:
    path = str(tmp_path / "mail.mbox")
    chosen = [e for e in list_correspondents(workspace, [path], options=ME) if e.name == "Bob"]
    idents, batch = add_correspondents(workspace, chosen)
    workspace.apply(batch)
    assert idents == ["bob"]
    done = apply_import(workspace, plan_import(workspace, [path], options=ME))
    assert {file.stem for file in done.files} >= {"ada-lovelace", "bob"}
    assert [entry.text for entry in workspace.read.timeline("ada-lovelace")] == ["1 e-mail", "1 e-mail"]
    assert [entry.started_by for entry in workspace.read.timeline("bob")] == ["me"]
    workspace.undo()
    assert not list(workspace.read.timeline("bob"))


def test_whoever_was_forgotten_is_not_listed(tmp_path: Path, workspace: Workspace) -> None:
    Marks(workspace.network).add(["Grace Hopper", "Bob"], ["grace@navy.example", "bob@y.example"])
    paths = [str(tmp_path / name) for name in ("mail.mbox", "meetings.ics")]
    found = list_correspondents(workspace, paths, options=ME)
    assert [each.email for each in found] == ["ada@x.example", "shop@z.example"]
    planned = plan_import(workspace, paths, options=ME)
    assert not planned.strangers and "grace" not in repr(planned.as_json()).lower()


def test_without_own_addresses_mail_is_refused_and_the_contact_that_is_oneself_has_them(
    tmp_path: Path, workspace: Workspace
) -> None:
    path = str(tmp_path / "mail.mbox")
    with pytest.raises(OwnAddressesUnknown, match="--me"):
        plan_import(workspace, [path])
    oneself = tmp_path / "net/contacts/me.toml"
    oneself.write_text('name = "Me"\nme = true\nemails = [{ value = "ME@home.example", label = "x" }]\n')
    workspace.refresh()
    assert plan_import(workspace, [path]).entries == 2
