"""Introductions entered in a form: what each of the three ways becomes, and what is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.details.introductions import add_introduction
from netui.services.errors import FieldErrors
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", {name: {"name": name.title()} for name in ("ada", "bob", "eve")})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def test_i_introduced_two(workspace: Workspace) -> None:
    workspace.apply(add_introduction(workspace, {"whom": "ada", "to": "bob", "text": "Rust"}))
    (entry,) = workspace.read.timeline("bob")
    assert (entry.contact, entry.kind, entry.gave, entry.text) == (
        "ada", "intro", ("intro",), "introduced Ada to Bob: Rust",
    )  # fmt: skip


def test_i_was_introduced_to_somebody(workspace: Workspace) -> None:
    done = workspace.apply(add_introduction(workspace, {"by": "Eve", "whom": "ada", "on": "2 may"}))
    (entry,) = workspace.read.timeline("ada")
    assert (entry.contact, entry.got, str(entry.on)) == ("eve", ("intro",), "2026-05-02")
    assert workspace.read.head("ada")["met"] == {"via": "eve"} and done is not None
    workspace.undo()
    assert "met" not in workspace.read.head("ada") and not list(workspace.read.timeline("ada"))


def test_two_others_is_a_note_on_all_three_pages(workspace: Workspace) -> None:
    workspace.apply(add_introduction(workspace, {"by": "eve", "whom": "ada", "to": "bob"}))
    kinds = {(e.kind, e.text) for who in ("eve", "ada", "bob") for e in workspace.read.timeline(who)}
    assert kinds == {("note", "introduced Ada to Bob")}


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, ["whom", "to"]), ({"by": "me", "whom": "ada"}, ["to"]), ({"whom": "ada", "to": "me"}, ["to"]),
        ({"whom": "ada", "to": "Ada"}, ["to"]), ({"by": "ada", "whom": "ada", "to": "bob"}, ["by"]),
        ({"whom": "nobody", "to": "bob", "on": "x"}, ["whom", "on"]),
    ],
)  # fmt: skip
def test_what_is_no_introduction(workspace: Workspace, fields: dict[str, str], wrong: list[str]) -> None:
    with pytest.raises(FieldErrors) as error:
        add_introduction(workspace, fields)
    assert list(error.value.errors) == wrong
