"""What the declarations say of their fields, and that reading them loads no pydantic."""

import subprocess
import sys
from dataclasses import MISSING
from typing import get_type_hints

import pytest

from netui.domain.model.goal import Goal
from netui.storage.state.config import Config, McpConfig, RhythmConfig, VdirConfig
from netui.storage.validation.declarations import descriptions_of, fields_of
from netui.storage.validation.schemas import config_schema


@pytest.mark.parametrize("model", [Config, RhythmConfig, VdirConfig, McpConfig])
def test_every_setting_is_described_and_has_a_type(model: type) -> None:
    assert list(descriptions_of(model)) == list(fields_of(model)) == list(get_type_hints(model))


def test_a_required_field_has_no_default() -> None:
    assert fields_of(Goal)["title"] is MISSING and fields_of(Goal)["why"] == ""


def test_the_settings_page_says_what_the_schema_says() -> None:
    properties = config_schema()["properties"]
    assert {key: each.get("description") for key, each in properties.items()} == descriptions_of(Config)


def test_listing_the_settings_loads_no_pydantic() -> None:
    asked = "import sys; from netui.services.settings_editor import list_settings; list_settings('nowhere')"
    command = [sys.executable, "-c", f"{asked}; sys.exit('pydantic' in sys.modules)"]
    assert subprocess.run(command, check=False).returncode == 0
