"""An entry told as a line, and told otherwise."""

from datetime import date
from pathlib import Path

import pytest

from netui.domain.model.changes import CONTACTS, Create, FileId
from netui.domain.model.changes import Batch as Changes
from netui.domain.model.entry import Entry
from netui.services.timeline import capture
from netui.services.timeline.entry_as_line import edit_entry_from_line, entry_to_line
from netui.services.workspace import Workspace
from tests.support.workspaces import open_workspace

ADA = """name = "Ada Lovelace"

[[timeline]]
id = "e1"
on = 2026-11-09
kind = "coffee"
with = ["grace-hopper"]
text = "Her lab is hiring."
private = true
mood = "bright" # mine
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path)
    made.refresh()
    files = (("ada-lovelace", ADA), ("grace-hopper", 'name = "Grace Hopper"\n'), ("bob", 'name = "Bob"\n'))
    made.apply(Changes("seed", tuple(Create(FileId(CONTACTS, stem), text) for stem, text in files)))
    return made


def entry(workspace: Workspace) -> Entry:
    found = workspace.read.entry("ada-lovelace", "e1")
    assert found is not None
    return found


def ada_text(workspace: Workspace) -> str:
    return (workspace.network / "contacts" / "ada-lovelace.toml").read_text()


def test_the_line_of_an_entry_reads_back_to_it(workspace: Workspace) -> None:
    line = entry_to_line(workspace, entry(workspace))
    assert line is not None
    again = capture.parse_line(workspace, line)
    assert (again.kind, again.on, again.text) == ("coffee", date(2026, 11, 9), "Her lab is hiring.")
    assert [person.id for person in again.people] == ["ada-lovelace", "grace-hopper"]


def test_what_is_said_otherwise_changes_and_nothing_else_does(workspace: Workspace) -> None:
    line = entry_to_line(workspace, entry(workspace))
    assert line is not None
    captured = capture.parse_line(
        workspace, line.replace("coffee", "lunch") + " #hiring >send the deck by fri"
    )
    workspace.apply(edit_entry_from_line(workspace, entry(workspace), captured))
    after = ada_text(workspace)
    assert 'mood = "bright" # mine' in after
    assert "private = true" in after
    assert 'kind = "lunch"' in after
    assert entry(workspace).tags == ("hiring",)
    assert [p.text for p in workspace.read.promises.all()] == ["send the deck"]
    workspace.undo()
    assert ada_text(workspace) == ADA


def test_the_owner_stays_though_named_second(workspace: Workspace) -> None:
    captured = capture.parse_line(workspace, "coffee with @bob @ada-lovelace 2026-11-09: Her lab is hiring.")
    workspace.apply(edit_entry_from_line(workspace, entry(workspace), captured))
    assert entry(workspace).with_ == ("bob",)


def test_an_entry_moves_when_its_owner_is_no_longer_named(workspace: Workspace) -> None:
    captured = capture.parse_line(workspace, "coffee with @bob 2026-11-09: Her lab is hiring.")
    workspace.apply(edit_entry_from_line(workspace, entry(workspace), captured))
    assert workspace.read.entry("ada-lovelace", "e1") is None
    assert [e.text for e in workspace.read.timeline("bob")] == ["Her lab is hiring."]


@pytest.mark.parametrize(("kind", "text"), [("coffee", "two\nlines"), ("a kind of their own", "one line")])
def test_what_no_line_says_is_not_told(workspace: Workspace, kind: str, text: str) -> None:
    odd = Entry(id="x", on=date(2026, 11, 9), kind=kind, contact="ada-lovelace", text=text)
    assert entry_to_line(workspace, odd) is None
