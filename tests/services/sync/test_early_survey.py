"""The process that surveys the files finds out itself which network is meant."""

import os
from pathlib import Path

import pytest

from netui.services.settings import config_path, find_places, load_config
from netui.services.sync.early_survey import _find_network, start_survey
from netui.storage.files import survey_process
from netui.storage.files.stat import survey
from netui.storage.files.survey import fingerprint


@pytest.mark.parametrize("given", ["", "~/net", "net/../other"])
@pytest.mark.parametrize("variable", ["", "~/theirs"])
@pytest.mark.parametrize("setting", ["", "/somewhere"])
def test_it_is_the_one_that_the_command_finds(
    given: str, variable: str, setting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("NETUI_DATA", variable)
    (tmp_path / "netui").mkdir()
    (tmp_path / "netui" / "config.toml").write_text(f'data = "{setting}"\n')
    config, problem = load_config(config_path())
    assert not problem
    assert _find_network(given or None) == find_places(given or None, config).network


def test_it_reads_that_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.services.sync.early_survey.can_fork", lambda: True)
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ada.toml").write_text('name = "Ada"\n')
    process = start_survey(str(tmp_path))
    assert process is not None
    assert process.fingerprint(str(tmp_path)) == fingerprint(survey(tmp_path, "contacts"))
    process.close()


@pytest.mark.parametrize(("platform", "processors"), [("darwin", 8), ("linux", 1)])
def test_there_is_none_where_it_would_take_time(
    platform: str, processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(survey_process.sys, "platform", platform)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)), raising=False)
    assert start_survey("/nowhere") is None


def test_there_is_none_where_no_process_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise OSError("no more processes")

    monkeypatch.setattr("netui.services.sync.early_survey.can_fork", lambda: True)
    monkeypatch.setattr(os, "fork", fork)
    assert start_survey("/nowhere") is None
