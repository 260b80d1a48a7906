"""How fresh each level of a refresh makes the index, and what a change leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.services.people.commands import tag_contacts
from netui.services.sync.freshness import Freshness
from netui.services.workspace import Workspace
from tests.support.app import open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """An index that knows Ada, Bob and a goal, and nothing is uncertain."""
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    monkeypatch.setattr("netui.storage.index.index.FOLDER_TICK_NS", 0)
    write_network(
        tmp_path / "net", {"ada": {"name": "Ada"}, "bob": {"name": "Bob"}}, {"cto": {"title": "CTO"}}
    )
    found = open_workspace(tmp_path)
    found.refresh()
    yield found
    found.close()


def in_place(workspace: Workspace) -> None:
    (workspace.network / "contacts/ada.toml").write_text('name = "Ada King"\n')


def test_the_index_as_it_is_sees_nothing(workspace: Workspace) -> None:
    in_place(workspace)
    (workspace.network / "contacts/cy.toml").write_text('name = "Cy"\n')
    assert not workspace.refresh(Freshness.INDEX)
    assert workspace.names(("ada", "cy")) == ["Ada", "cy"]


def test_folders_show_files_that_came_but_not_one_written_in_place(workspace: Workspace) -> None:
    in_place(workspace)
    workspace.refresh(Freshness.FOLDERS)
    assert (workspace.name("ada"), workspace.freshness) == ("Ada", Freshness.FOLDERS)
    (workspace.network / "contacts/cy.toml").write_text('name = "Cy"\n')
    workspace.refresh(Freshness.FOLDERS)
    assert workspace.names(("ada", "cy")) == ["Ada King", "Cy"]
    assert workspace.freshness is Freshness.ALL


def test_pending_takes_in_goals_but_presumes_the_contacts(workspace: Workspace) -> None:
    in_place(workspace)
    (workspace.network / "goals/cto.toml").write_text('title = "CFO"\n')
    workspace.refresh(Freshness.PENDING)
    assert (workspace.name("ada"), workspace.freshness) == ("Ada", Freshness.PENDING)
    assert "CFO" in str(workspace.read.goals())


def test_all_sees_everything(workspace: Workspace) -> None:
    in_place(workspace)
    assert workspace.refresh().changed == ("ada",)
    assert (workspace.name("ada"), workspace.freshness) == ("Ada King", Freshness.ALL)


@pytest.mark.parametrize("level", [Freshness.FOLDERS, Freshness.PENDING])
def test_without_an_index_every_level_reads_all(tmp_path: Path, level: Freshness) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}})
    workspace = open_workspace(tmp_path)
    assert workspace.refresh(level).changed == ("ada",) and workspace.freshness is Freshness.ALL
    workspace.close()


def test_contacts_named_are_read_alone(workspace: Workspace) -> None:
    in_place(workspace)
    (workspace.network / "contacts/bob.toml").write_text('name = "Bob Ray"\n')
    assert workspace.refresh_contacts(["ada"]).changed == ("ada",)
    assert workspace.names(("ada", "bob")) == ["Ada King", "Bob"]


def test_a_change_is_in_the_index_at_once_and_back_by_undo(workspace: Workspace) -> None:
    done = workspace.apply(tag_contacts(workspace, ["ada"], ["x"], []))
    assert done.touched.changed == ("ada",) and [str(file) for file in done.files] == ["contacts/ada.toml"]
    assert workspace.read.contact_rows(["ada"])[0].tags == "x"
    assert workspace.undo() is not None and workspace.read.contact_rows(["ada"])[0].tags == ""
    assert workspace.redo() is not None and workspace.redo() is None
