"""The table of commands: each is declared once, in the module of its name, and imported alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from netui.cli import commands
from netui.cli.commands import COMMANDS


def test_the_table_names_every_module_and_no_other() -> None:
    modules = {path.stem.rstrip("_") for path in Path(commands.__path__[0]).glob("[a-z]*.py")}
    assert modules == set(COMMANDS) and len(COMMANDS) == len(modules)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_declared_under_its_name(name: str) -> None:
    command = COMMANDS[name]
    assert command.name == name and command.example.startswith(f"netui {name}") and command.summary
    options = [name for each in command.arguments for name in each.names if each.is_option]
    assert len(set(options)) == len(options) and all(option.startswith("--") for option in options)


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
