"""The network that an agent sees."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from netui.domain.query.parser import QueryError
from netui.services.agents.view import AgentView, view_folder
from netui.storage.state.config import Config, McpConfig
from tests.support.app import entry, open_workspace, write_network

CONTACTS = {
    "ada": {"name": "Ada", "tags": ["work"], "timeline": [entry("2026-11-01", "call")]},
    "bob": {"name": "Bob Noyce", "notes": "knows Ada"}, "me": {"name": "Max Muster", "me": True},
    "broken": "name = ",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    from tests.support.workspaces import closing_workspaces

    with closing_workspaces():
        yield


def view(home: Path, query: str = "") -> AgentView:
    write_network(home / "net", CONTACTS, {"g": {"title": "A talk by Bob Noyce"}})
    found = AgentView(open_workspace(home, Config(mcp=McpConfig(query))), str(home / "view"))
    found.refresh()
    return found


def test_everyone_but_oneself_and_the_unreadable_is_seen(tmp_path: Path) -> None:
    found = view(tmp_path)
    assert found.visible == {"ada", "bob"} and found.workspace.read.count() == 2
    assert os.stat(found.network).st_mode & 0o077 == 0
    assert found.workspace.read.goals()[0][1]["title"] == "A talk by Bob Noyce"


def test_the_query_of_the_settings_limits_who_is_seen(tmp_path: Path) -> None:
    found = view(tmp_path, "#work")
    assert found.visible == {"ada"} and sorted(os.listdir(f"{found.network}/contacts")) == ["ada.toml"]
    assert "Noyce" not in str(found.workspace.read.goals()[0][1])
    with pytest.raises(QueryError):
        view(tmp_path / "other", "is:odd")


def test_a_file_is_rewritten_only_once_it_changed(tmp_path: Path) -> None:
    found = view(tmp_path)
    ada = Path(found.network) / "contacts/ada.toml"
    before = ada.stat().st_mtime_ns
    found.refresh()
    assert ada.stat().st_mtime_ns == before
    (tmp_path / "net/contacts/ada.toml").write_text('name = "Ada"\norg = "Engines"\n')
    (tmp_path / "net/contacts/bob.toml").unlink()
    found.refresh()
    assert 'org = "Engines"' in ada.read_text() and found.visible == {"ada"}
    assert found.workspace.read.row("ada").org == "Engines" and found.workspace.read.row("bob") is None


def test_the_folder_goes_with_its_server_and_that_of_a_killed_one_with_the_next(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    killed, running = f"agent-{int(done.stdout)}-x", f"agent-{os.getppid()}-x"
    for name in (killed, running, "index"):
        (tmp_path / name).mkdir()
    with view_folder(tmp_path) as folder:
        assert os.stat(folder).st_mode & 0o077 == 0
        assert {*os.listdir(tmp_path)} == {running, "index", os.path.basename(folder)}
    assert {*os.listdir(tmp_path)} == {running, "index"}
