"""``netui help``: the overview, a command, a topic, and words that are none."""

import pytest

from netui.cli.commands import COMMANDS
from netui.presentation.manual.topics import TOPICS
from tests.cli.conftest import Cli


def test_help_alone_is_the_help_of_the_program(cli: Cli) -> None:
    assert cli.ok("help") == cli.ok("--help")
    assert all(f"\n  {name} " in cli.ok("help") for name in (*COMMANDS, *TOPICS))


def test_help_on_a_command_is_its_help(cli: Cli) -> None:
    for name in COMMANDS:
        said = cli.ok("help", name)
        assert said.startswith(cli.ok(name, "--help")) and (name in TOPICS or said == cli.ok(name, "--help"))


def test_every_topic_is_told_and_named_in_the_help_of_help(cli: Cli) -> None:
    for name, topic in TOPICS.items():
        found = cli.json("help", name)
        assert found["topic"] == name and len(found["lines"]) > 3 and topic.summary
        assert cli.ok("help", name).endswith("\n".join(found["lines"]) + "\n")
        assert name in cli.ok("help", "help")
    assert "coffee with @ada" in cli.ok("help", "capture") and "with this tag" in cli.ok("help", "queries")


def test_keys_are_those_of_the_settings(cli: Cli) -> None:
    settings = cli.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nlog = "Y"\n')
    assert "Y             Log what happened" in cli.ok("help", "keys")


@pytest.mark.parametrize(
    ("word", "hint"), [("captrue", "netui help capture"), ("lst", "list"), ("zzz", "capture, ")]
)
def test_an_unknown_topic_names_the_nearest(cli: Cli, word: str, hint: str) -> None:
    result = cli.run("help", word)
    assert result.status == 2 and f"there is no help on '{word}'" in result.err and hint in result.err


def test_the_version_has_a_short_option(cli: Cli) -> None:
    assert cli.ok("-V") == cli.ok("--version") != ""


@pytest.mark.parametrize("words", [(), ("note",)])
def test_help_is_one_json_document_too(cli: Cli, words: tuple[str, ...]) -> None:
    found = cli.json("help", *words)
    assert found["topic"] == (words or ("netui",))[0]
    assert found["lines"] == cli.ok("help", *words).splitlines()
