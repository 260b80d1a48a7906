"""The table of commands: each is declared once, in the module of its name, and imported alone."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from netui.cli import commands
from netui.cli.arguments import Namespace
from netui.cli.commands import COMMANDS


def test_the_table_names_every_module_and_no_other() -> None:
    modules = {path.stem.rstrip("_") for path in Path(commands.__path__[0]).glob("[a-z]*.py")}
    assert modules == set(COMMANDS) and len(COMMANDS) == len(modules)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_declared_under_its_name(name: str) -> None:
    command = COMMANDS[name]
    assert command.name == name and command.example.startswith(f"netui {name}") and command.summary
    options = [name for each in command.arguments for name in each.names if each.is_option]
    assert len(set(options)) == len(options)
    assert not command.dash_words or all(option.startswith("--") for option in options)


def test_no_command_has_another_name() -> None:
    assert "lst" not in COMMANDS and COMMANDS.get("import_") is None


def test_only_the_module_of_the_command_is_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from netui.cli.main import main; main(['tag', 'ada', '+x']);"
        "print([name for name in sys.modules if name.startswith('netui.cli.commands.')])"
    )
    environment = {**os.environ, "NETUI_DATA": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "['netui.cli.commands.tag']"


def test_the_app_is_opened_without_loading_argparse(tmp_path: Path) -> None:
    code = (
        "import sys; from netui.cli.main import main; main([]);"
        "print([name for name in ('argparse', 'gettext') if name in sys.modules])"
    )
    environment = {**os.environ, "NETUI_DATA": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert done.stdout.strip() == "[]" and "terminal" in done.stderr


# ---------------------------------------------------------------------- what is written about commands


def calls(text: str) -> list[list[str]]:
    """The calls of netui in shell code, without what they are piped or written to."""
    found = []
    for part in re.split(r"[\n;|]", text):
        words = shlex.split(part.partition(">")[0] if '"' not in part else part, comments=True)
        if "netui" in words[:1]:
            found.append(words[1:])
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_of_a_command_is_right(name: str) -> None:
    (call,) = calls(COMMANDS[name].example)
    COMMANDS[name].read_arguments(call[1:], Namespace(data=None, json=False))


def test_what_the_readme_shows_is_right() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = [call for block in re.findall(r"```sh\n(.*?)```", readme, re.DOTALL) for call in calls(block)]
    assert len(shown) > 10
    for name, *rest in shown:
        COMMANDS[name].read_arguments(rest, Namespace(data=None, json=False))
    for name in re.findall(r"`netui ([a-z]+)", readme):
        assert name in COMMANDS
