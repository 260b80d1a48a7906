"""``netui config``: the settings in force."""

import json

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
    cli.ok("note", "note with @ada 19 nov: thought of the host")
    assert cli.json("list")[0]["state"] == "quiet" and cli.json("due")["quiet"][0]["id"] == "ada"


def test_a_line_is_read_in_the_chosen_languages(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)
    cli.ok("add", "Ada")
    assert cli.json("config")["settings"]["languages"] == ["en"]
    refused = cli.run("note", "Kaffee mit @ada gestern")
    assert refused.status == 2 and 'add "de" to languages in the settings' in refused.err
    settings = cli.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('languages = ["en", "de"]\n')
    assert cli.json("config")["settings"]["languages"] == ["en", "de"]
    found = cli.json("note", "Kaffee mit @ada gestern >Deck schicken bis Freitag")
    assert (found["kind"], found["on"], found["promises"][0]["due"]) == ("coffee", "2026-11-20", "2026-11-27")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    settings.write_text("")
    assert cli.json("note", "déjeuner avec @ada hier")["kind"] == "lunch"


WRONG = """theme = "netui-drak"
thme = "x"
terminal = "textal"
languages = ["ge"]
[rhythm]
sensitivity = "soner"
[rhythm.defaults]
mentor = "often"
[synonyms]
jog = "meting"
[keys]
lgo = "l"
log = "ctl+l"
find = "w"
"""
NAMED = {
    1: "did you mean netui-dark?",
    2: "did you mean theme?",
    3: "did you mean textual?",
    4: "languages",
    6: "did you mean sooner?",
    8: "is not a span of time",
    10: "did you mean meeting?",
    12: "did you mean log?",
    13: "did you mean ctrl+l?",
    14: "give ask another key",
}


def test_every_wrong_setting_is_named_with_its_line_and_the_nearest_right_name(cli: Cli) -> None:
    cli.ok("add", "Ada")
    assert (cli.run("config").status, cli.run("check").status) == (0, 0)
    settings = cli.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(WRONG)
    result = cli.run("config")
    assert result.status == 2
    checked = cli.run("check", "--json")
    assert checked.status == 1
    problems = {each["line"]: each["what"] for each in json.loads(checked.out)["problems"]}
    for line, words in NAMED.items():
        assert words in problems[line] and f"{settings}:{line}: {problems[line]}" in result.out
    assert problems.keys() == NAMED.keys()


def test_init_writes_every_setting_once(cli: Cli) -> None:
    assert "every setting" in cli.ok("config", "--init")
    assert "#theme = " in (cli.base / "config/netui/config.toml").read_text(encoding="utf-8")
    assert cli.json("config")["problems"] == []
    again = cli.run("config", "--init")
    assert again.status == 2 and "exists already" in again.err


def test_keys_lists_actions_by_name(cli: Cli) -> None:
    assert {"action": "log", "keys": ["n"], "help": "Log what happened, in one line"} in cli.json(
        "config", "--keys"
    )
    assert "form_save" in cli.ok("config", "--keys")
