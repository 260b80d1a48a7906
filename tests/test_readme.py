"""What the README shows is so: its commands run on the demo as they stand, its files are valid."""

import configparser
import plistlib
import re
import shlex
from datetime import date
from pathlib import Path

import pytest
import tomli

from netui.domain.model.contact import Contact
from netui.domain.model.goal import Goal
from netui.presentation.keymap import keys_in_force
from netui.services.transfer.demo import build_demo
from netui.storage.state.config import load_config
from netui.storage.validation.validate import config_errors, validate
from tests.cli.conftest import TODAY, Cli, cli

__all__ = ["cli"]
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
ANSWERS = {"forget": "Grace Hopper\n" * 20}
"""What is typed when a command asks; others are asked yes or no."""
SETS_UP = ("python3 -m venv", "PS1=")
"""How blocks begin that set up a machine."""


def blocks(language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def calls(line: str) -> list[list[str]]:
    """The calls of netui in a line of shell code; their words without comment and redirection."""
    found = []
    code = re.sub(r"\s{2,}#.*", "", line)
    for part in re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", code):
        words = shlex.split(part)
        if words[:1] == ["netui"]:
            found.append(words[1:])
    return found


@pytest.fixture
def demo(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """The demo of one day, and a folder to work in."""
    for name, text in build_demo(date.fromisoformat(TODAY)).items():
        path = cli.network / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(cli.base)
    return cli


def test_every_command_runs_on_the_demo_as_it_stands(demo: Cli) -> None:
    lines = [line for block in blocks("sh") if not block.startswith(SETS_UP) for line in block.splitlines()]
    shown = [call for line in lines for call in calls(line)]
    assert len(shown) > 40
    for words in shown:
        if words[-1] == "-" or words[0] == "mcp":
            continue  # fed by a pipe, or by an agent
        result = demo.run(*words, stdin=ANSWERS.get(words[0], "y\n"))
        allowed = (0, 1) if words[0] in ("conflicts", "inbox", "doctor") else (0,)
        assert result.status in allowed, (words, result)
        assert result.out, words


def test_what_is_shown_to_be_printed_is_printed(demo: Cli) -> None:
    count = 0
    for block in blocks("console"):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, printed = step.partition("\n")
            (words,) = calls(line)
            assert demo.run(*words).out == printed, words
            count += 1
    assert count > 2


def test_the_files_are_valid(tmp_path: Path) -> None:
    contact, goal, *settings = blocks("toml")
    assert validate(Contact, tomli.loads(contact))[1] == []
    assert validate(Goal, tomli.loads(goal))[1] == []
    assert len(settings) > 1
    for number, text in enumerate(settings):
        path = tmp_path / f"{number}.toml"
        path.write_text(text)
        assert config_errors(path) == [] and load_config(path)[1] == ""
        config = load_config(path)[0]
        assert keys_in_force(config.keys, config.keymap)[1] == []


def test_timer_and_agent_are_files_of_their_kind() -> None:
    for block in blocks("ini"):
        parser = configparser.ConfigParser(strict=False)
        parser.read_string(block)
        assert parser.sections()
    (agent,) = blocks("xml")
    assert plistlib.loads(agent.encode())["ProgramArguments"][1:] == ["status", "--notify"]


def test_what_it_points_to_is_there() -> None:
    root = Path(__file__).parents[1]
    for target in re.findall(r"\]\(([^)#\s]+)\)", README):
        if not target.startswith("https://"):
            assert (root / target).exists(), target
    for name in re.findall(r"`((?:tests|screenshots|\.github)/[\w./]+)`", README):
        assert (root / name).exists(), name
