"""``netui config``: the settings in force."""

import pytest

from tests.cli.conftest import Cli


def test_config_shows_what_is_in_force(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = cli.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        f'data = "{cli.base}/other"\n[kinds]\npodcast = true\n[rhythm.defaults]\nmentor = "3w"\n'
    )
    found = cli.json("config")
    assert found["settings"]["data"] == str(cli.network) and found["config"] == str(settings)
    assert found["settings"]["kinds"] == {"podcast": True} and found["problems"] == []
    monkeypatch.delenv("NETUI_DATA")
    assert cli.json("config")["settings"]["data"] == f"{cli.base}/other"
    assert cli.json("config", "--data", "/elsewhere")["settings"]["data"] == "/elsewhere"
    cli.ok("add", "Ada", "--role", "mentor")
    cli.ok("note", "podcast with @ada 1 oct: rust")
    assert cli.json("list")[0]["state"] == "quiet" and cli.json("due")["quiet"][0]["id"] == "ada"
