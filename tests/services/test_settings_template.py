"""The template of the settings: every key is in it, and all of it is valid when taken as it stands."""

import re
from pathlib import Path

import pytest
import tomli

from netui.services.errors import Refused
from netui.services.settings_template import create_settings, settings_template
from netui.storage.state.config import Config, RhythmConfig
from netui.storage.validation.validate import config_errors


def test_every_key_is_in_it_and_valid(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    create_settings(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert config_errors(path) == []
    assert all(value in ({}, {"defaults": {}}) for value in tomli.loads(path.read_text()).values())
    in_force = re.sub(r"(?m)^#(?! )", "", settings_template())
    path.write_text(in_force)
    assert config_errors(path) == []
    found = tomli.loads(in_force)
    assert set(found) == set(Config._fields) and set(found["rhythm"]) == set(RhythmConfig._fields)
    assert found["vdir"] == {"path": "~/.contacts/personal", "query": "#phone"}


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("ascii = true\n")
    with pytest.raises(Refused, match="exists already"):
        create_settings(path)
    assert path.read_text() == "ascii = true\n"
