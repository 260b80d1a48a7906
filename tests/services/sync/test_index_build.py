"""The first build in a child process: when it is started, and what it leaves."""

from pathlib import Path

import pytest

from netui.services.sync import index_build
from netui.services.sync.index_build import start_build
from tests.support.app import open_workspace, write_network


def test_few_files_or_a_built_index_need_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_network(tmp_path / "net", {f"p{n}": {"name": f"P {n}"} for n in range(3)})
    workspace = open_workspace(tmp_path)
    assert start_build(workspace) is None
    workspace.refresh()
    monkeypatch.setattr(index_build, "LARGE", 1)
    assert start_build(workspace) is None
    workspace.close()


def test_a_folder_that_is_not_there_needs_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_build, "LARGE", 1)
    workspace = open_workspace(tmp_path)
    assert start_build(workspace) is None
    workspace.close()


def test_the_child_builds_the_index_and_tells_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_build, "LARGE", 3)
    write_network(tmp_path / "net", {f"p{n}": {"name": f"P {n}"} for n in range(3)})
    workspace = open_workspace(tmp_path)
    building = start_build(workspace)
    assert building is not None
    out, _ = building.communicate(timeout=60)
    assert building.returncode == 0 and out.splitlines()[-1] == "3 3"
    assert workspace.index.built and workspace.name("p2") == "P 2"
    workspace.close()
