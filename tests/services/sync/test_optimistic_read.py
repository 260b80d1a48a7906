"""An answer from the index counts only where the files are still as the index has them."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from netui.services.errors import Refused
from netui.services.sync.freshness import Freshness
from netui.services.sync.optimistic_read import OptimisticRead
from netui.services.workspace import Workspace
from netui.storage.files.survey_process import SurveyProcess
from tests.support.app import open_workspace, write_network


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """A network whose index is complete and certain."""
    monkeypatch.setattr("netui.storage.files.stat.RACY_NS", 0)
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}, "bob": {"name": "Bob"}})
    found = open_workspace(tmp_path)
    found.refresh()
    assert found.index.surveyed
    found.freshness = Freshness.INDEX
    yield found
    found.close()


class Command:
    """Prints the name of Ada; counts how often it ran."""

    def __init__(self, workspace: Workspace, read: OptimisticRead) -> None:
        self.workspace, self.read = workspace, read
        self.out, self.runs = io.StringIO(), 0

    def __call__(self) -> int:
        self.runs += 1
        self.read.refresh(self.workspace)
        self.read.write(self.out, self.workspace.name("ada"))
        assert self.out.getvalue() == "" or self.workspace.freshness is Freshness.ALL
        return self.runs


@pytest.mark.parametrize("apart", [True, False])
def test_where_nothing_changed_it_runs_once(workspace: Workspace, apart: bool) -> None:
    network = workspace.places.network
    process = SurveyProcess(lambda: network, "contacts") if apart else None
    read = OptimisticRead(network, process)
    command = Command(workspace, read)
    assert read.run(command) == 1 and command.out.getvalue() == "Ada"
    assert workspace.freshness is Freshness.PENDING
    if process:
        process.close()


@pytest.mark.parametrize("apart", [True, False])
def test_where_a_file_changed_in_place_it_runs_again(workspace: Workspace, apart: bool) -> None:
    (workspace.network / "contacts/ada.toml").write_text('name = "Ada King"\n')
    network = workspace.places.network
    process = SurveyProcess(lambda: network, "contacts") if apart else None
    read = OptimisticRead(network, process)
    command = Command(workspace, read)
    assert read.run(command) == 2 and command.out.getvalue() == "Ada King"
    assert workspace.freshness is Freshness.ALL
    if process:
        process.close()


def test_an_index_that_is_not_complete_is_refreshed_first(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}})
    workspace = open_workspace(tmp_path)
    read = OptimisticRead(workspace.places.network)
    command = Command(workspace, read)
    assert read.run(command) == 1 and command.out.getvalue() == "Ada"
    workspace.close()


def test_a_refusal_counts_once_confirmed(workspace: Workspace) -> None:
    read = OptimisticRead(workspace.places.network)
    command = Command(workspace, read)

    def refuse() -> int:
        command()
        raise Refused("no")

    with pytest.raises(Refused):
        read.run(refuse)
    assert command.runs == 1 and command.out.getvalue() == "Ada"
    (workspace.network / "contacts/ada.toml").write_text('name = "Ada King"\n')
    workspace.freshness = Freshness.INDEX
    again = OptimisticRead(workspace.places.network)
    command = Command(workspace, again)
    with pytest.raises(Refused):
        again.run(refuse)
    assert command.runs == 2 and command.out.getvalue() == "Ada King"


def test_somebody_added_after_the_survey_is_not_gone(workspace: Workspace) -> None:
    """A survey begins with the command; the app may save before the command looks at the index."""
    network = workspace.places.network
    process = SurveyProcess(lambda: network, "contacts")
    before = process.fingerprint(network)
    (workspace.network / "contacts/cy.toml").write_text('name = "Cy"\n')
    workspace.refresh()
    assert not workspace.index.matches_survey(before)
    workspace.freshness = Freshness.INDEX
    read = OptimisticRead(network, process)
    read._process = cast(SurveyProcess, Told(process, before))  # its fingerprint was read above
    command = Command(workspace, read)
    assert read.run(command) == 1 and workspace.name("cy") == "Cy"
    process.close()


class Told:
    """A survey process whose fingerprint is known already."""

    def __init__(self, process: SurveyProcess, fingerprint: str) -> None:
        self.survey = process.survey
        self._told = fingerprint

    def fingerprint(self, _network: object) -> str:
        return self._told
