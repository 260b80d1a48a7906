"""A file counts as our own write for as long as it is as we left it, and the watcher does not react to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.people.commands import add_contact, remove_contacts, tag_contacts
from netui.services.sync.change_detector import ChangeDetector
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}, "bob": {"name": "Bob"}})
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def path(workspace: Workspace, ident: str) -> Path:
    return workspace.network / f"contacts/{ident}.toml"


def is_own(workspace: Workspace, ident: str) -> bool:
    return workspace.own_writes.is_own(str(path(workspace, ident)))


def test_what_we_saved_is_ours_until_another_program_writes_it(workspace: Workspace) -> None:
    assert not is_own(workspace, "ada")
    workspace.apply(tag_contacts(workspace, ["ada"], ["x"], []))
    assert is_own(workspace, "ada") and not is_own(workspace, "bob")
    with path(workspace, "ada").open("a") as file:
        file.write("# more\n")
    assert not is_own(workspace, "ada")


def test_what_we_removed_is_ours_until_it_is_there_again(workspace: Workspace) -> None:
    workspace.apply(remove_contacts(workspace, ["ada"]))
    assert is_own(workspace, "ada")
    path(workspace, "ada").write_text('name = "Ada"\n')
    assert not is_own(workspace, "ada")


def test_undo_is_ours_too(workspace: Workspace) -> None:
    workspace.apply(tag_contacts(workspace, ["ada"], ["x"], []))
    workspace.undo()
    assert is_own(workspace, "ada")


def test_own_writes_are_no_sign_of_change_and_others_are(workspace: Workspace) -> None:
    changes = ChangeDetector(workspace.network, workspace.own_writes.is_own)
    if not changes.subscribe():
        pytest.skip("inotify does not report every change of this file system")
    changes.poll("ada")
    workspace.apply(tag_contacts(workspace, ["ada"], ["x"], []))
    _, batch = add_contact(workspace, "Cy")
    workspace.apply(batch)
    workspace.apply(remove_contacts(workspace, ["bob"]))
    workspace.undo()
    assert not changes.poll("ada")
    with path(workspace, "cy").open("a") as file:
        file.write("# more\n")
    assert changes.poll("ada")
    assert not changes.poll("ada")
    changes.close()
